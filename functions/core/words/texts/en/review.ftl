# Reviews of closed cases: what was drawn, what was found, what must be done

review-title = Reviews
review-lead = Each month fifteen closed cases of every station are drawn by lot. The post above looks at them.
review-yours = For you
review-yours-none = Nothing waits for you.
review-below = Overdue with a post below you
review-todo = Your unit has to do this
review-head-unit = Station
review-units = Stations, { $month }
review-units-none = Nothing you review was drawn for this month.
review-idle = { $n ->
    [one] { $n } station closed no case in this month.
   *[other] { $n } stations closed no case in this month.
 }
review-closed = Closed
review-drawn = Drawn
review-reviewed = Reviewed
review-open = To do
review-overdue = Overdue
review-month-before = Month before: { $month }
review-month-after = Month after: { $month }
review-without-contact = closed without a word with her
review-closed-on = closed on { $day }

review-state-waits = To be reviewed
review-state-open = Something to do
review-state-done = Done

review-draw-title = How cases are drawn
review-draw-text = Before a month begins, the hash of its seed stands here. After the month the cases are drawn, and the seed is told.
review-draw-check = Check it yourself: the SHA-256 of the seed is the hash. The SHA-256 of seed, full stop and number is a case's lot; the lowest lots are drawn.
review-draw-month = Month
review-draw-hash = Hash of the seed
review-draw-seed = Seed
review-draw-told = told on { $when }
review-draw-waits = told after the draw

review-case = Review of a closed case
review-case-title = Review { $number }
review-case-open = Open the case
review-ask-finding = What did you find?
review-finding-in-order = In order
review-finding-delayed = Delayed without a reason
review-finding-not-heard = She was not really heard
review-finding-thin-report = The report does not bear the closing
review-finding-wrongly-closed = It should not have been closed
review-ask-note = What do you go by?
review-ask-note-hint = Sealed with the case. Only posts above the station read it, and the station if it has something to do.
review-ask-remedy = What is to be done?
review-ask-remedy-hint = Leave it empty where all is in order.
review-remedy-none = Nothing
review-remedy-speak-to-her = Speak with the complainant
review-remedy-mend-report = Write the report anew
review-remedy-look-again = Look into the matter again
review-remedy-speak-to-officer = Speak with the officer
review-ask-due = Until which day?
review-ask-due-hint = Within 30 days. Leave it empty where all is in order.
review-go = Write the review down
review-settle = It is done
review-settle-lead = First look into the case whether it was really done.
review-found = What was found
review-by = Officer { $officer }, { $when }
review-until = until { $day }
review-ended = done, { $when }
review-saved = Written down
review-not = This was not written down

review-fault-finding = Choose what you found.
review-fault-note = Write in a few words what you go by.
review-fault-note-too-long = The note is too long; 2,000 characters fit.
review-fault-remedy = Choose what is to be done.
review-fault-no-remedy = Where all is in order there is nothing to do. Choose “Nothing” or another finding.
review-fault-due = Choose a day from today, within 30 days.
review-refused-not-yours = It is the post below that reviews this, as long as it is in time.
review-refused-before = It has been reviewed already.
review-refused-nothing-open = There is nothing left to do about it.
