# When something is wrong: what happened, what to do now

problem-code = Help code
problem-again = Send again
problem-home = Go to the first page
problem-start = Start a complaint
problem-track = Where is my complaint?

not-found = This page was not found
not-found-text = The address may be wrong, or the page has gone. Nothing has happened to your complaint.

unreadable-body = We could not read what was sent
unreadable-body-text = Something broke on the way. Go back one page and send it again.
sign-in-needed = First show that it is you
sign-in-needed-text = To open a complaint, give its number with a code from your mobile or the receipt.
foreign-form = That form was not ours
foreign-form-text = To keep you safe we did not take it. Open the page on this site and fill it in again.
wrong-method = This page does not open that way
wrong-method-text = Start from the first page; it leads the right way.
already-registered = This form is registered already
already-registered-text = A complaint was registered from this form. For something new, write a new complaint.
draft-gone = This unfinished complaint is gone
draft-gone-text = An unfinished complaint is kept for 24 hours. Please start again.
too-large = What was sent is too large
too-large-text = Go back one page, make it a little shorter and send it again.
wrong-type = We do not know what was sent
wrong-type-text = Go back one page and use the button of the form.
too-many-tries = Too many tries too fast
too-many-tries-text = Wait a few minutes, then try again. In danger, call 112.
broken = Something went wrong on our side
broken-text = It is not your fault. Send again in a while; it will not be registered twice.
unavailable = The service is busy right now
unavailable-text = What is registered is safe. Send again in a minute; it will not be registered twice.
