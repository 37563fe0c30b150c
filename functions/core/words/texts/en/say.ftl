# What she may say after the filing: solved or not, refused, taking it back, how she is reached

say-happened-solved = You said: yes, it is solved
say-happened-unsolved = You said: it is not solved
say-happened-refusal = You told that the station refused you; now one step up: { $who }
say-happened-withdrawal = You wanted to take it back; you can change your mind until { $when }
say-happened-kept-on = The complaint goes on, it was not taken back
say-desk-refusal = A station refused to take it, so it is one step up: { $who }

say-title = Your word
say-solved-ask = Was your problem solved?
say-solved-until = You can say so until { $when }. Silence is not counted as yes.
say-solved-yes = Yes, it is solved
say-solved-no = No, it is not solved
say-unsolved-lead = Say no and the complaint opens one level up. Whoever closed it does not get it.
say-unsolved-words = What is still open
say-unsolved-words-hint = If you like. Whoever closed it does not read it.
say-unsolved-send = Send it one level up
say-solved-private = The officer who closed it does not see your answer.
say-answered-yes = You said that it is solved
say-changed-text = If that is not so, you can say so until { $when }.
say-answered-yes-text = Thank you for telling. If something happens again, make a new complaint.
say-no-answer = No answer
say-no-answer-text = You had not answered by { $when }. That was not taken as a yes.
say-reopened = Your complaint is open again
say-reopened-text = It is now with: { $who }.
say-top = Nobody in the department sits above
say-top-text = Your "no" is on record. The ways by law below are open.
say-late = The time to answer is over
say-late-text = You could answer until { $when }. The ways below are still open.
say-not-closed = This complaint is still being worked on
say-not-closed-text = After it is settled you are asked whether it is solved.
say-before = You have answered this before

say-ways = What else you can do
say-way-sp = Write to the Superintendent of Police
say-way-sp-text = If a station does not record your information, send its substance by post to the Superintendent (BNSS section 173(4)).
say-way-court = Go to the Magistrate
say-way-court-text = If that does not help either, apply to the Magistrate (BNSS section 175(3)). For a free lawyer call 15100.
say-way-new = A new complaint
say-way-new-text = If something happened again, make a new complaint. It is linked to the old one by itself.
say-way-start = Make a new complaint
say-back = Back to the complaint

say-refused = A station refused to take it
say-refused-title = Did a station refuse you?
say-refused-lead = Refusing is an offence (BNS section 199(c)). If you tell us, an officer above the station is told at once.
say-refused-send = Tell the officer above at once
say-refused-done = The officer above was told
say-refused-done-text = It is now with: { $who }. If nothing is done by { $when }, it goes further up.
say-refused-not = This cannot be told now
say-refused-not-text = You have told it before, or the complaint is at the top already.
say-refused-home = Did a station refuse your complaint?
say-refused-home-text = Tell us here. An officer above the station is told at once.

say-withdraw = Taking the complaint back
say-withdraw-lead = First a code comes to your mobile. Then you have { $hours } hours to think it over.
say-withdraw-quiet = Until then no officer learns of it, and you can change your mind.
say-withdraw-pressed = If somebody presses you, do not take it back. Call 112 or 1090.
say-withdraw-send = Send a code to my mobile
say-withdraw-code = Type the code to take it back
say-withdraw-confirm = Take it back
say-withdraw-waits = It will be taken back at { $when }
say-withdraw-waits-text = Until then one button stops it. No officer has been told anything yet.
say-withdraw-keep = No, let the complaint go on
say-withdraw-ends-nothing = Taking this back ends nothing
say-withdraw-ends-nothing-text = In such an offence the State must act. You can say how you want to be reached.
say-withdraw-recorded = It was recorded as an FIR
say-withdraw-recorded-text = Only a court can end it now.
say-withdraw-closed = This complaint is closed already
say-withdraw-no-phone = This complaint has no mobile
say-withdraw-no-phone-text = Taking it back needs a code on her own mobile. Say it to the officer who speaks with you.
say-more = More

say-contact = How and when you are reached
say-contact-lead = Change it at any time. What you choose now holds for the next message and call.
say-contact-phone = Another mobile
say-contact-phone-hint = Leave it empty to keep the mobile of the complaint. A code goes to the new number.
say-contact-phone-now = You are reached at { $phone } now. To change it, type a new number.
say-contact-word = A code word
say-contact-word-hint = The officer says it first on the phone. Then you know that the call is genuine.
say-contact-word-kept = Your word is kept. To change it, type a new one.
say-contact-by-code = To change the number or the word, open the complaint with a code first.
say-contact-save = Keep the changes
say-contact-saved = Your changes are kept
say-contact-saved-text = The next message or call follows them.
say-contact-code = Type the code from the new mobile
say-contact-code-text = What you chose counts once you type the code of the new number.
say-contact-prove = Keep this number

say-mine = All my complaints
say-mine-lead = Filed from this mobile. Nobody but you sees this list.

say-desk-word = On the phone, say this first: { $word }
say-desk-repeats = More from the same mobile, or named by her

say-sums = What complainants said of your closings
say-sums-text = Sums of months that are over, where at least { $least } answered. Who said what is shown to nobody.
say-sums-solved = Solved
say-sums-unsolved = Not solved
