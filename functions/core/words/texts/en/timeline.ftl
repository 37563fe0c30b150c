# What has happened to a complaint, and who was texted

happened-registered = Complaint registered
happened-assigned = Given to { $who }
happened-handed-over = The shift changed, { $who } has it now
happened-off-duty = The shift ended; whoever is on duty next gets it
happened-released = Its officer left this post; another will be named
happened-transferred = Sent to another station: { $station }
happened-now-with = Has it now: { $who }
happened-reached = The officer spoke with you
happened-not-reached = The officer tried to reach you, but could not
happened-signed = You signed your complaint
happened-enquiry-opened = A preliminary enquiry began
happened-enquiry-closed = The preliminary enquiry is finished
happened-child-reported = The child welfare committee and the special court were told
happened-report-filed = The investigation's report went to the Magistrate
happened-progress-told = You were told how far the investigation has come
happened-recorded = FIR recorded
happened-paused = { $clock }: clock stopped until { $until }
happened-paused-why = { $reason }; allowed by { $who }
happened-resumed = { $clock }: clock runs again
happened-noted = The officer wrote a note
happened-contact = You changed how to reach you
happened-looked-contact = An officer opened your name and phone, to reach you
happened-looked-report = An officer opened your name and phone, to write the report
happened-looked-review = An officer opened your name and phone, to check the work
happened-looked-court = An officer opened your name and phone, because a court or other lawful authority asked
happened-acknowledged = Seen by whoever has it now
happened-pause-asked = { $clock }: an officer asked to stop the clock until { $until }
happened-atr-filed = The report on what was done is written; a senior reads it now
happened-atr-returned = The senior sent the report back: more is to be done
happened-atr-approved = The senior approved the report
happened-disposed = Complaint settled
happened-no-contact = Settled, though you could not be reached; a senior will check this
happened-rejected-withdrawn = Closed: you took it back
happened-rejected-court = Closed: a court has this matter before it
happened-rejected-civil = Closed: this is for a civil court, not the police
happened-rejected-nothing = Closed: nothing was found that could be acted on
happened-merged = Joined with your earlier complaint { $number }
happened-reopened = Opened again, it is further up now: { $who }
happened-appealed = You appealed, it is further up now: { $who }
happened-escalated = Time was up, it went to: { $who }
happened-past = { $n ->
    [one] An empty post was passed over: { $posts }
   *[other] { $n } empty posts were passed over: { $posts }
 }
happened-alarm = { $count ->
    [one] { $who } was reminded
   *[other] { $who } was reminded, time no. { $count }
 }
happened-warned-half = { $clock }: half the time gone, { $who } was reminded
happened-warned-most = { $clock }: 80% of the time gone, { $who } was reminded
happened-missed = { $clock }: time ran out, { $who } was told

text-waiting = text on its way
text-sent = text sent
text-unwanted = no text, as you wished
text-failed = text did not arrive
text-post-waiting = text to the officer on its way
text-post-sent = text sent to the officer
text-post-none = no text: this post has no phone number on file
text-post-failed = text did not reach the officer
