# Calling back whoever filed and never typed the code

callback-title = Call back
callback-lead = The code was never entered, so nothing is registered yet. Call in a safe hour and speak to nobody but the person who filed.
callback-none = Nobody waits for a call.
callback-by = Call by
callback-where = Place
callback-filed = Filed
callback-hours = When to call
callback-spoken = Language
callback-in-hindi = Hindi
callback-in-english = English
callback-tries = Tries so far
callback-masked = Name, number and account are closed. Each opening is written down with your number.
callback-look = Open name and number
callback-careful = If somebody else answers, do not say that you are the police, and name no complaint.
callback-what = What did she say?
callback-register-why = If the complaint is hers, it is registered now. Read the number and the last date to her.
callback-register = It is hers: register it
callback-tried = Not reached
callback-drop = It is not hers, or she does not want it
callback-drop-why = Name, number and account are deleted for good.
callback-drop-yes = Delete it
callback-done-registered = Registered. The number is { $number }.
callback-done-tried = The try is written down. It stays in the list.
callback-done-dropped = Deleted.
