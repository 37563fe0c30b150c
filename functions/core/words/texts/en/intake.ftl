# Taking a complaint in at a desk: the form, the check, the receipt

intake-new = New complaint
intake-title = Take in a complaint
intake-lead = Whoever comes, calls or writes. Nobody is sent away because it belongs to another area.
intake-matter = What is it about?
intake-go = Next
intake-other-matter = Another matter or district
intake-came = How it came
intake-sent-on = Only where another office sent it on
intake-who = The complainant
intake-contact-lead = Ask, and tick what was said. It will be kept to.
intake-check = Next: read it back

field-channel = How did it come?
field-source = Which office sent it?
field-source-number = Its number there
field-source-date = The date of its letter
field-no-phone = Own phone

intake-name = The complainant's name
intake-account = What happened, in the complainant's own words
intake-relation = Whose name should stand beside it?
intake-no-phone = No phone of their own, or none is known
intake-channel-walk-in = Came to the station or office
intake-channel-desk = Came to the women's help desk
intake-channel-phone = Called
intake-channel-post = Sent a letter
intake-channel-reference = Another office sent it on
intake-sms-yes = Yes, the phone stays with the complainant
intake-sms-no = No texts
intake-call-yes = Yes, calls are fine
intake-self = For the complainant

hint-intake-account = Write it as it is told. Nothing is made shorter, nothing is made milder.
hint-intake-source = Such as the State Human Rights Commission or the Commissioner's office.
hint-intake-source-date = Such as 17.11.2026
hint-intake-phone = The complainant's own. Never yours or a colleague's.
hint-intake-no-phone = No text and no call will come. The printed receipt has a number and 16 digits: with both, the complaint can be looked at any time.
hint-intake-sms = A text names neither the complainant nor the matter. Without an answer none is sent.
hint-intake-on-behalf = Name and number above are those of whoever complains.

intake-check-title = Read it back, then register
intake-check-lead = Nothing is registered yet. If the complainant is here, read it out.
intake-no-phone-title = No phone: print the receipt and hand it over
intake-no-phone-text = With the number on it and its 16 digits the complaint can be followed any time. There is no other way.
intake-walled-title = It will not be in your lists
intake-walled-text = It is about your station and goes to the level above. Have paper in the printer: the receipt is shown once.
intake-register = Register and show the receipt

intake-again-title = This form was registered before
intake-again-text = This is its receipt. It was not registered twice.
intake-again-changed = What you changed since is not in it. Add it as a note on the case.
intake-print = Print the receipt
intake-print-how = With Ctrl+P it prints too, on A4 and on 80 mm paper.
intake-given-walled = It is with the level above now and not in your lists. Print the receipt before you leave this page.
intake-given-elsewhere = It is worked elsewhere and is not in your lists. The receipt is for the complainant.
intake-open = Open the case
intake-next = Take in the next one
intake-look-phone = You can look any time: at { $address } with this number and your mobile, or with the digits.
intake-look-paper = You can look any time: at { $address } with this number and the digits. Nobody will call or text.

fault-officers-phone = This number belongs to an officer of this unit. Write the complainant's own, or tick that there is none
fault-phone-and-none = There is a number, and ‘no phone’ is ticked. Keep one of the two
fault-day = { $what }: write the day like this: 17.11.2026
fault-intake-name = Write the complainant's name
fault-intake-relation = Choose whose name stands beside it, or ‘Rather not say’
fault-intake-phone = Write the complainant's own number, or tick that there is none

happened-taken-in = Registered: taken in by { $who } ({ $how })
case-no-phone = No phone: visit or write

reply-blank-date = date
reply-blank-time = time
reply-blank-place = place
reply-blank-person = name
reply-blank-action = what was done
