# The certificate of evidence: a draft on paper, to be completed and signed by whoever sent it

certificate-title = Certificate of electronic evidence, Part A: draft
certificate-open = Draft of the certificate (PDF)
certificate-lead = Bharatiya Sakshya Adhiniyam 2023, section 63(4). Fill the gaps, read it, then sign. Part B is for an expert.
certificate-who = Who, and from which device
certificate-name = Name
certificate-address = Address
certificate-device = Device: maker and model
certificate-serial = Serial number or IMEI
certificate-files = Files
certificate-file = File
certificate-bytes = Bytes
certificate-came = Arrived
certificate-says = I state that
certificate-own = the files are from a device that I had with me then and that I used day by day.
certificate-worked = the device worked as it should then; where it did not, that did not touch these files.
certificate-same = the files that I sent are those that were made on the device or came to it; I did not change them.
certificate-algorithm = the figures above were made with SHA-256.
certificate-log = Who was given them, and when
certificate-never = No officer has been given any of them yet.
certificate-original = The original was given to an officer
certificate-copy = The copy of the photo was shown to an officer
certificate-signer = Whoever gives this certificate
