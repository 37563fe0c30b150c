# Finding a complaint and looking at it

track-title = Where is my complaint?
track-lead = The registration number is on your receipt.
track-by-phone = Open with your mobile
track-by-phone-lead = A code comes to the mobile you complained from.
track-by-receipt = Open with the receipt
track-by-receipt-lead = If the mobile is not with you.
track-send = Send a code
track-open = Open the complaint
track-no-match = This number and receipt do not belong together
track-no-match-text = Compare each character with the paper and type it again. Or open it with your mobile below.
track-again = Please show again that it is you
track-again-text = To keep you safe the page was closed. Open it again below.

status-title = Your complaint
status-due = Last date for settling it
status-by = By { $when }
status-was-due = Was due by { $when }
status-on-time = On time
status-short = Little time left
status-late = Time is up
status-unassigned = No officer yet
status-assigned = Being looked into
status-gone = { $gone } of { $all } days gone
status-gone-hours = { $gone } of { $all } hours gone
status-bar = { $gone }, { $left }
status-little = { $gone }, so little time is left.
status-mark = The short line is { $when }; after that little time is left.
status-now = now
status-late-text = The date has passed, so the complaint went up by itself.
status-never-stops = No comment and no transfer stops this clock.
status-rule = Rule
status-source = Where the rule comes from
status-holidays = Holidays left out of the count
status-who = Who has it
status-holder-note = answers for it now
status-working-note = works on it
status-working-note-woman = works on it
status-ahead-note = on { $when }, if it is not settled by then
status-top = It has reached the top. There is nobody above.
status-top-alarm = They are reminded again on { $when }.
status-happened = What has happened so far
status-registered = Complaint registered
status-assigned-to = Given to { $who }
status-escalated-to = Time was up, it went to: { $who }
status-alarm = { $count ->
    [one] { $who } was reminded
   *[other] { $who } was reminded, time no. { $count }
 }
status-text-waiting = text on its way
status-text-sent = text sent
status-text-unwanted = no text, as you wished
status-text-failed = text did not arrive
status-matter = Matter
status-service = Service
status-fresh = Refresh this page
status-leave = Close the page when you have seen it. If somebody else sees this phone, press ‘Leave now’.
