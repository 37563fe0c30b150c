# Suggestions: on the form, on her page, for officers, and the list for everybody

suggestion-list = Suggestions taken up
suggestion-list-lead = What is changing because people said so, in the department's own words.
suggestion-list-names = Who made a suggestion is never written here.
suggestion-list-empty = The list is still empty. The first suggestion may be yours.
suggestion-list-end = Nothing older stands here.
suggestion-list-by = Taken up by: { $who }
suggestion-list-older = Older ones
suggestion-list-newest = The newest
suggestion-make = Make a suggestion
suggestion-home-text = See what is changing because people said so.

suggestion-form-title = Your suggestion
suggestion-form = If it is taken up, the department may list it for all in its own words. Your words, name or number are never in it.
suggestion-account = Your suggestion, in your own words
suggestion-intake = Say it: what is taken up may be listed for all in the department's own words. Never in theirs, and without name or number.

suggestion-hers = The list of suggestions taken up
suggestion-happened-up = Your suggestion was taken up: ‘{ $wording }’
suggestion-happened-reworded = Your suggestion that was taken up, in other words: ‘{ $wording }’
suggestion-happened-down = The suggestion is not taken up after all and left the list: { $why }
suggestion-down-not-possible = looked at closer, it cannot be done
suggestion-down-not-ours = it is for another department to decide
suggestion-down-mistake = it was listed by mistake

suggestion-desk-up = The suggestion was taken up, on the list: ‘{ $wording }’
suggestion-desk-reworded = The suggestion on the list, in other words: ‘{ $wording }’
suggestion-move-up = Take the suggestion up
suggestion-move-down = Take it off the list
suggestion-did-up = The suggestion stands on the list for all.
suggestion-did-down = The suggestion left the list.
suggestion-lead-up = Everybody can read it. Write the department's own words: no name, phone or number, and nothing in the complainant's words.
suggestion-lead-reword = It stands on the list. Other words take the same place.
suggestion-lead-down = It leaves the list at once. The complainant is shown the reason.
suggestion-ask-hi = For all, in Hindi
suggestion-ask-en = For all, in English
suggestion-ask-hint = At most { $most } characters, to be read in one breath.
suggestion-ask-words = The reason in detail, for officers

suggestion-refusal-none = This is no suggestion. Only suggestions stand on the list.
suggestion-refusal-police = It names a station or an officer. Nothing of it may stand on the list. Answer it directly.
suggestion-refusal-listed = This suggestion stands on the list. Take it off the list first.
suggestion-refusal-not-listed = This suggestion is not on the list. There is nothing to take off.
suggestion-refusal-erased = What was written is erased, so nobody can check whose words these are. Leave it off the list.

suggestion-fault-long = { $what }: more than { $most } characters, make it shorter
suggestion-fault-unreadable = { $what }: some signs cannot be read; delete them and write again
suggestion-fault-hi = { $what }: write Hindi here
suggestion-fault-en = { $what }: write English here
suggestion-fault-phone = { $what }: so many digits may be somebody's phone; take them out
suggestion-fault-number = { $what }: take the registration number out
suggestion-fault-email = { $what }: take the e-mail address out
suggestion-fault-hers = { $what }: these are the complainant's words; use your own
