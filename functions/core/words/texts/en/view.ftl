# Named views of the worklist; the session's end; the passkey once more

view-title = Saved views
view-lead = A view keeps filter and tab of the worklist under a name. You alone see it.
view-none = You have no saved view yet. Filter the worklist and keep it there under a name.
view-name = Name of the view
view-name-hint = At most 40 characters. No names of people.
view-keep = Keep this view
view-all = All saved views
view-forget = Take away
view-forget-named = Take away the view { $name }
view-not-kept = The view was not kept
view-fault-name = Give the view a name of at most 40 characters.
view-fault-query = This is no question to the worklist. Filter it anew and keep it there.
view-fault-full = You have twenty views. Take one away, then keep this one.
view-fault-raced = Your views were changed on another page just now. Look, then keep it again.

session-ends = This session ends at { $time } if nothing more is opened.
session-soon = This session ends in two minutes. What you have typed stays as it is.
session-stay = Stay signed in
session-over = The session has ended
session-over-text = Nothing was opened for a while, so this page was cleared. Sign in again to go on.

proof-lead = Show your passkey once more. It is asked for before who she is is opened and before a list is taken out.
proof-open = Show the passkey to open
