# काग़ज़: आख्या और रसीद की PDF, और उनके पन्नों के QR

paper-page = पृष्ठ { $page }, कुल { $all }
paper-hash = लिखी हुई बात का SHA-256
paper-hash-note = किसी दूसरी प्रति पर ये अंक अलग हों, तो उसमें लिखी बात भी अलग है।
paper-qr = मोबाइल के कैमरे से देखें: शिकायत का पन्ना खुलेगा।
paper-qr-alt = शिकायत { $number } के पन्ने का QR
paper-allowed = कितने समय में
paper-as-of = { $when } की स्थिति
paper-unprintable = { $n ->
    [one] एक अक्षर यहाँ छप नहीं पाया, उसकी जगह [?] है।
   *[other] { $n } अक्षर यहाँ छप नहीं पाए, उनकी जगह [?] है।
 }
paper-sign = हस्ताक्षर
paper-sign-day = दिनांक

report-title = की गई कार्रवाई की आख्या
report-open = आख्या की PDF
report-case = शिकायत
report-where = थाना या जनपद
report-author = किसने लिखी
report-filed = दाख़िल हुई
report-author-sign = आख्या लिखने वाले अधिकारी
report-reader-sign = मंज़ूरी देने वाले अधिकारी
report-contact = शिकायतकर्ता से संपर्क
report-reached = बात हुई
report-not-reached = बात नहीं हो पाई
report-contact-by = { $result } ({ $who })
report-never-tried = संपर्क का कोई प्रयास दर्ज नहीं है।
report-second = दूसरी मंज़ूरी
report-waiting = अभी मंज़ूरी नहीं मिली है।
report-returned = { $when } को लौटाई गई। मंज़ूरी नहीं मिली है।
report-approved = मंज़ूर हुई
report-approved-by = किसने मंज़ूर की
report-private = शिकायतकर्ता का नाम, फ़ोन और पता इस काग़ज़ पर नहीं छपते।

paper-receipt = शिकायत की रसीद
paper-receipt-open = रसीद की PDF
paper-receipt-keep = नाम, फ़ोन और शिकायत की बात इस रसीद पर नहीं है।
paper-receipt-settled = शिकायत निपट चुकी है।
