# Hearings: her place, the wall, the officer's queue

hearing-title = Hearing
hearing-link = Hearing by video call
hearing-lead = A senior officer hears you for about { $minutes } minutes, by video or phone, from where you are.
hearing-none = This request has no hearing
hearing-none-text = It is closed, or other people deal with it. Its page says who has it.
hearing-now = Take a token now
hearing-now-text = First free place today: { $time }. You may be called earlier if you keep this page open.
hearing-now-none = No place is left today.
hearing-day = Choose a day
hearing-slot = Choose a time on { $day }
hearing-time = Time
hearing-slot-take = Take this time
hearing-slot-none = Nothing is free on this day.
hearing-zone = Show times also as in
hearing-zone-none = India only
hearing-zone-set = Show
hearing-india = All times are Indian time.
hearing-there-time = { $time } in { $zone }
hearing-yours = Your time
hearing-token = Your token
hearing-place = Your place today
hearing-expected = You will be called at about
hearing-ended = Today's hearing has ended. Give the place back and choose another day.
hearing-here = I am here
hearing-here-text = Press this when you are ready. Then you can be called before your time.
hearing-there = You are in the queue. Keep this page at hand.
hearing-returned = You were called and did not come. You are at the end of the queue; once more, and the place is gone.
hearing-fresh = Refresh
hearing-fresh-on = Refresh by itself
hearing-fresh-off = Stop refreshing by itself
hearing-leave = Give the place back
hearing-called = It is your turn
hearing-called-phone = The officer is calling the number you gave. Please pick up.
hearing-called-link = The officer is waiting for you. The link opens once, for you alone.
hearing-called-show = Show the link
hearing-called-open = Join the call
hearing-called-careful = Do not pass the link on. After the call close this page.
hearing-called-before = The link was shown once already. If the call broke off, wait here: the officer can open it again.
hearing-refused-full = Somebody else has just taken this place. Please choose another.
hearing-refused-past = This time has passed or nobody is heard then. Please choose another.
hearing-refused-not-now = This cannot be done now. The page shows how things stand.

hearing-happened-booked = Place at a hearing: { $at }, token { $token }
hearing-happened-near = The turn at the hearing came near
hearing-happened-unreached = The hearing ended before the turn came
hearing-happened-left = The place at the hearing was given back
hearing-happened-missed = Called twice at the hearing without an answer
hearing-happened-heard = Heard by a senior officer: { $outcome }
hearing-outcome-forwarded = sent on to the station
hearing-outcome-advised = told what follows
hearing-outcome-again = to be heard once more

hearing-ask-forwarded = send it on to the station
hearing-ask-advised = it stays here; she was told what follows
hearing-ask-again = she is to be heard once more

hearing-wall = Tokens
hearing-wall-now = Being heard now
hearing-wall-next = Next
hearing-wall-nobody = Nobody yet
hearing-wall-hours = Today from { $from } to { $to }
hearing-wall-closed = No hearing today

hearing-desk-title = Today's hearing
hearing-desk-officers = { $n ->
    [one] { $n } officer sits
   *[other] { $n } officers sit
 }
hearing-desk-pace = { $n ->
    [one] about { $n } minute each
   *[other] about { $n } minutes each
 }
hearing-desk-sit = I sit today
hearing-desk-sit-text = Say so first: the queue then reckons with you.
hearing-desk-rise = I stop for today
hearing-desk-call = Call the next
hearing-desk-wall = Display with tokens
hearing-desk-queue = Queue
hearing-desk-empty = Nobody is in the queue.
hearing-desk-token = Token
hearing-desk-time = Time
hearing-desk-state = Where
hearing-desk-booked = booked
hearing-desk-waiting = waits
hearing-desk-called = is being heard
hearing-desk-returned = was not there once
hearing-desk-woman = a woman officer listens
hearing-desk-mine = With you now: token { $token }
hearing-desk-case = Open the case
hearing-desk-join = Join the call
hearing-desk-phone = This unit calls by phone: open who she is on the case and call.
hearing-desk-again = Open the link for her once more
hearing-desk-absent = Not there
hearing-desk-absent-again = Not there, for the second time
hearing-desk-free = Officer gone: back into the queue
hearing-desk-outcome = What follows?
hearing-desk-words = What was said and what follows
hearing-desk-station = Station
hearing-desk-station-hint = Only where it is sent on.
hearing-desk-record = Record and close
hearing-desk-police = It names somebody of the police. It stays above every station.
hearing-done-sit = You sit now.
hearing-done-rise = You no longer sit today.
hearing-done-call = Called.
hearing-done-again = The link can be opened once more.
hearing-done-absent = Noted. The next can be called.
hearing-done-free = She waits again, where she stood before.
hearing-done-heard = Recorded.
hearing-refused-moved-on = This has moved on. Look at the queue again.
hearing-refused-busy = Finish with the one you have first.
hearing-refused-not-sitting = Say first that you sit today.
hearing-refused-nobody = Nobody waits whom you could hear now.
hearing-refused-station = It cannot be sent to this station. Choose another or another outcome.
hearing-refused-form = Choose what follows and write what was said.
