# Choosing the matter, and the page before the form

choose-title = What is it about?
choose-lead = Not sure? Choose what seems nearest.
choose-within = within { $time }

begin-title = Before you start
begin-exit = If you must hide this page
begin-exit-link = Press ‘Leave now’ at the top. This page goes and another one opens.
begin-exit-keys = On a keyboard press Esc, or Shift three times.
begin-exit-history = This does not clear the phone's history. A private (Incognito) window is safer.
begin-exit-more = How to remove traces
begin-next = What will happen
begin-next-write = You write what happened
begin-next-write-note = In your own words, or speak them. About 5 minutes.
begin-next-code = A code comes to your phone
begin-next-code-note = Only with the code is the complaint registered.
begin-next-number = You get a number and a last date
begin-next-woman = A woman officer talks to you
begin-next-woman-note = You say when a call is safe.
begin-next-up = Past the date, it goes up
begin-next-up-note = By itself, to the officer above.
begin-window = { $name }: { $from } to { $to }
begin-window-daily = every day
begin-window-working = Monday to Friday, not on holidays
begin-district = Which district is it about?
begin-district-hint = Not sure? Choose your own district.
begin-district-choose = Choose a district
state-up = Uttar Pradesh
state-dl = Delhi
