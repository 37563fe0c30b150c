# The officers' console: its head, the worklist, search, chosen complaints

desk-title = Worklist
desk-nav = Console
desk-search = Search by number, mobile, name or station
desk-search-go = Search
desk-sign-out = Sign out
desk-keys-title = Keys of the keyboard
desk-keys-search = go to the search
desk-keys-help = open this list
desk-keys-down = next row
desk-keys-up = row before
desk-keys-pick = choose the row or let it go
desk-keys-assign = assign
desk-keys-open = open the row
desk-keys-tab = Tab reaches everything too.
desk-keys-off = Switch the keys off
desk-keys-on = Switch the keys on

desk-views = Views
desk-view-mine = Mine
desk-view-unassigned = Unassigned
desk-view-unit = My unit
desk-view-overdue = Overdue
desk-view-due24 = Within 24 hours
desk-view-in-appeal = In appeal

desk-filter = Filter
desk-filter-show = Show the list
desk-filter-any = All
desk-filter-category = Matter
desk-filter-station = Station
desk-filter-channel = How it came
desk-filter-stage = State
desk-filter-level = Level
desk-filter-from = Registered from
desk-filter-to = Registered until
desk-filter-chip = { $name }: { $value }
desk-filter-drop = remove
desk-filter-none = Remove all filters
desk-level-first = First level
desk-level-up = { $n } up
desk-saved = Saved views
desk-csv = CSV

desk-bulk = Chosen complaints
desk-bulk-lead = Choose complaints, then:
desk-bulk-count = { "{n}" } chosen
desk-bulk-all = Choose all
desk-bulk-note = Note
desk-pick = Choose { $number }
desk-head-due = Due
desk-head-number = Number
desk-head-matter = Matter
desk-head-stage = State
desk-head-officer = Officer
desk-range = { $from }–{ $to } of { $all }
desk-first = From the first row
desk-next = Next complaints
desk-nobody = nobody
desk-woman-needed = needs a woman officer

desk-late-days = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
desk-late-hours = { $n ->
    [one] { $n } hour overdue
   *[other] { $n } hours overdue
 }
desk-late-minutes = { $n ->
    [one] { $n } minute overdue
   *[other] { $n } minutes overdue
 }
desk-today = Today
desk-today-at = Today { $time }
desk-tomorrow-at = Tomorrow { $time }
desk-still = Stopped until { $when }
desk-closed = Closed

desk-empty-mine = You have no complaint now. When one is given to you, it stands here.
desk-empty-unassigned = No complaint waits for an officer.
desk-empty-unit = Your unit has no open complaint now.
desk-empty-overdue = Nothing is overdue. Everything is on time.
desk-empty-due24 = Nothing falls due within 24 hours.
desk-empty-in-appeal = No complaint is in appeal now.
desk-empty-filtered = No complaint fits these filters. Remove one and look again.

desk-progress-new = New
desk-progress-seen = Seen
desk-progress-tried = Not reached
desk-progress-contacted = Spoken to
desk-progress-atr-filed = Report waits for approval
desk-progress-atr-returned = Report returned
desk-progress-atr-approved = Report approved

desk-channel-web = Web
desk-channel-walk-in = In person
desk-channel-desk = Help desk
desk-channel-phone = Phone
desk-channel-whatsapp = WhatsApp
desk-channel-email = E-mail
desk-channel-post = Post
desk-channel-video = Video
desk-channel-reference = Another office

desk-found-title = Search
desk-found-none = Nothing found. Type every digit of a number or mobile; a name may be in Hindi or English letters.
desk-found-ask = Type a number, mobile, name or station above. Closed complaints are found too.
desk-found-open = { $n ->
    [one] { $n } open complaint
   *[other] { $n } open complaints
 }
desk-found-closed = { $n ->
    [one] { $n } closed complaint
   *[other] { $n } closed complaints
 }
desk-found-more = There are more. Type the whole number, the full name or the mobile.

desk-bulk-title-assign = Assign the chosen complaints
desk-bulk-title-forward = Forward the chosen complaints
desk-bulk-title-note = Note on the chosen complaints
desk-bulk-rows = { $n ->
    [one] It will be done to { $n } complaint
   *[other] It will be done to { $n } complaints
 }
desk-bulk-none = No complaint was chosen. Go back to the list and tick some.
desk-bulk-back = Back to the worklist
desk-bulk-done-title = What was done
desk-bulk-done = Done for { $n }
desk-bulk-left = Not done for { $n }
desk-bulk-result = Result
desk-bulk-ok = Done
desk-bulk-stale = Somebody changed it meanwhile. Open it, look, then do it.
desk-bulk-unknown = This complaint was not found. Check the number.
