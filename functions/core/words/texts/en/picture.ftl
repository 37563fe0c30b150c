# Pictures that an officer takes in for the report

picture-title = Photos for the report
picture-open = Add photos
picture-lead = Photos of the place or of what was done, up to { $most }. Once one is checked, it can be chosen in the report.
picture-note = The complainant sees that a photo was added, not the photo. Who looks at one, and when, is written down.
picture-file = Choose a photo
picture-file-hint = JPG, PNG or WebP. One at a time, up to { $size }.
picture-send = Add this photo
picture-full = You have added { $most } photos; there is no room for more.
picture-none = No photo yet.
picture-back = Back to the case
picture-added = The photo was added
picture-added-text = Checking takes a few minutes; then it can be chosen in the report.
picture-coming = The photo was sent
picture-failed = Sending broke off. Press ‘Add this photo’ again: what has arrived is not sent twice.
picture-not-taken = Photo not added
picture-not-yours = The photo was not added: this case is not with you. Photos are added by the officer who has it.

picture-held = Still being checked: it cannot be chosen yet
picture-harmful = Something harmful was found in it: it can be neither seen nor chosen
picture-unseen = No copy to look at can be made of it: save it as a JPG and add it again
picture-elsewhere = Taken in at another station: it is not for this report
picture-chosen = In the report

picture-ask = Photos in the report
picture-ask-hint = Tick those that the report is to have. Only checked photos can be chosen.
picture-ask-reason-hint = Leave this empty where a photo is ticked above.
picture-fault-neither = Choose a checked photo, or write why there is none
picture-fault-wrong-name = Files of this kind are not taken. Choose a JPG, PNG or WebP photo.
picture-fault-wrong-content = Inside the file is not what its name says. Send the photo as it came from the camera, or save it as a JPG first.
picture-fault-too-large = The photo is too large, send up to { $size }. Make a lighter copy of it.
picture-fault-unopened = This photo could not be opened here. Save it as a JPG and send it again.

happened-picture = An officer added a photo for the report
