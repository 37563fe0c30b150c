# Evidence: photos, videos, sound and papers that are added to a complaint

evidence-title = Add evidence
evidence-open = Add a photo, a video or a paper
evidence-lead = You can add a photo, a video, a sound recording or a PDF. Your complaint is registered without it, too.
evidence-file = Choose a file
evidence-file-hint = JPG, PNG, WebP, MP4, 3GP, WebM, OGG, M4A or PDF. One at a time, up to { $size }.
evidence-send = Add this file
evidence-full = There are as many files as there may be. If there is more, tell the officer.
evidence-list = Added so far
evidence-none = Nothing has been added yet.
evidence-count = { $n } of { $most }
evidence-kept = The original is locked away and cannot be changed. Which officer opens it is written down.
evidence-phone = The file stays on your phone, too. If somebody else looks at it, delete it there yourself.
evidence-added = The file was added
evidence-added-text = Below is its SHA-256. These figures show that it is the same file and was not changed.
evidence-coming = The file was sent
evidence-coming-text = It will stand below in a few minutes. Load the page again to see it.
evidence-on-their-way = { $n ->
    [one] One file is on its way
   *[other] { $n } files are on their way
 }
evidence-reads = Reading the file…
evidence-sends = { $n }% sent, keep this page open
evidence-failed = Sending broke off. Your complaint is safe. Press ‘Add this file’ again: what has arrived is not sent twice.
evidence-already = This file is here already
evidence-already-text = There is no need to add it again.
evidence-refused = The file was not added
receipt-files = SHA-256 of the files added
evidence-back = Back to the complaint

evidence-photo = Photo
evidence-video = Video
evidence-sound = Sound recording
evidence-paper = PDF paper
evidence-mb = { $n } MB
evidence-kb = { $n } KB
evidence-about = { $kind }, { $size }
evidence-when = added { $when }
evidence-sha = SHA-256
evidence-state-held = Waits to be checked: nobody sees it until then
evidence-state-ready = Officers can see it
evidence-state-harmful = Something harmful was found in it, so nobody can open it

evidence-fault-missing = No file was chosen. Choose one, then send it.
evidence-fault-empty = This file is empty. Choose another.
evidence-fault-too-large = The file is too large, send up to { $size }. Cut the video shorter or make the photo lighter.
evidence-fault-wrong-name = Files of this kind are not taken. Choose a photo, a video, a recording or a PDF.
evidence-fault-wrong-content = Inside the file is not what its name says. Send it under its own name, or save it as a JPG, an MP4 or a PDF first.
evidence-fault-too-many-pixels = The photo has too many pixels. Make a smaller copy of it, or a screenshot, and send that.
evidence-fault-too-many = There are as many files as there may be. If there is more, tell the officer.
evidence-fault-too-much = All files together would be too large. Choose a smaller one.
evidence-fault-damaged = The file was changed on its way. Send it again.

happened-evidence = You added evidence: { $what }
happened-evidence-sha = SHA-256 { $sha }

case-happened-evidence = The complainant added evidence: { $what }
case-evidence = Evidence
case-evidence-closed = These may show who she is. First open the identity above, with a reason.
case-evidence-noted = Which file was opened by whom and when is written down.
case-evidence-view = View the photo
case-evidence-original = Keep the original
case-evidence-held = Held until it is scanned
case-evidence-unscanned = Nobody scanned this: open it on a separate computer only
case-evidence-harmful = Something harmful was found in it: it is not given out
case-evidence-no-copy = No copy to look at can be made of it
