# Papers: the report and the receipt as PDF, and the QR of their pages

paper-page = Page { $page } of { $all }
paper-hash = SHA-256 of what is written here
paper-hash-note = If these digits differ on another copy, what it says differs too.
paper-qr = Look at it with a phone's camera: it opens the page of the complaint.
paper-qr-alt = QR code of the page of complaint { $number }
paper-allowed = Time allowed
paper-as-of = As it stood on { $when }
paper-unprintable = { $n ->
    [one] One character could not be printed, [?] stands in its place.
   *[other] { $n } characters could not be printed, [?] stands in their place.
 }
paper-sign = Signature
paper-sign-day = Date

report-title = Action taken report
report-open = Report as PDF
report-case = The complaint
report-where = Station or district
report-author = Written by
report-filed = Filed
report-author-sign = Officer who wrote it
report-reader-sign = Officer who approves it
report-contact = Contact with the complainant
report-reached = She was spoken to
report-not-reached = She could not be reached
report-contact-by = { $result } ({ $who })
report-never-tried = No try to reach her is on record.
report-second = Second approval
report-waiting = Not yet approved.
report-returned = Returned on { $when }. It is not approved.
report-approved = Approved
report-approved-by = Approved by
report-private = Name, phone and address of the complainant are not printed on this paper.

paper-receipt = Receipt of a complaint
paper-receipt-open = Receipt as PDF
paper-receipt-keep = No name, no phone and nothing of the matter is on this receipt.
paper-receipt-settled = The complaint is settled.
