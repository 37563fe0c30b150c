# सबूत: फ़ोटो, वीडियो, आवाज़, काग़ज़ जो शिकायत के साथ जुड़ते हैं

evidence-title = सबूत जोड़ें
evidence-open = फ़ोटो, वीडियो या काग़ज़ जोड़ें
evidence-lead = फ़ोटो, वीडियो, आवाज़ की रिकॉर्डिंग या PDF जोड़ सकती हैं। न जोड़ें, तब भी शिकायत दर्ज है।
evidence-file = फ़ाइल चुनें
evidence-file-hint = JPG, PNG, WebP, MP4, 3GP, WebM, OGG, M4A या PDF। एक बार में एक, { $size } तक।
evidence-send = यह फ़ाइल जोड़ें
evidence-full = जितनी फ़ाइलें जुड़ सकती थीं, जुड़ चुकी हैं। और कुछ हो, तो अधिकारी को बताएँ।
evidence-list = अब तक जुड़ा
evidence-none = अभी कुछ नहीं जुड़ा।
evidence-count = { $most } में से { $n }
evidence-kept = असली फ़ाइल ताले में रहती है और बदली नहीं जा सकती। कौन अधिकारी उसे खोलता है, यह लिखा जाता है।
evidence-phone = फ़ाइल आपके फ़ोन में भी रहती है। कोई और फ़ोन देखता हो, तो वहाँ से ख़ुद मिटाएँ।
evidence-added = फ़ाइल जुड़ गई
evidence-added-text = नीचे उसका SHA-256 है। ये अंक बताते हैं कि फ़ाइल वही है और बदली नहीं गई।
evidence-coming = फ़ाइल भेज दी गई
evidence-coming-text = कुछ मिनट में नीचे दिखेगी। पन्ना ताज़ा करके देखें।
evidence-on-their-way = { $n ->
    [one] एक फ़ाइल पहुँच रही है
   *[other] { $n } फ़ाइलें पहुँच रही हैं
 }
evidence-reads = फ़ाइल पढ़ी जा रही है…
evidence-sends = { $n }% भेजा गया, पन्ना खुला रखें
evidence-failed = भेजना बीच में रुक गया। शिकायत सुरक्षित है। ‘यह फ़ाइल जोड़ें’ फिर दबाएँ: जो पहुँच चुका है, वह दोबारा नहीं जाएगा।
evidence-already = यह फ़ाइल पहले से जुड़ी है
evidence-already-text = दोबारा जोड़ने की ज़रूरत नहीं।
evidence-refused = फ़ाइल नहीं जुड़ी
receipt-files = जुड़ी फ़ाइलों के SHA-256
evidence-back = शिकायत पर लौटें

evidence-photo = फ़ोटो
evidence-video = वीडियो
evidence-sound = आवाज़ की रिकॉर्डिंग
evidence-paper = PDF काग़ज़
evidence-mb = { $n } MB
evidence-kb = { $n } KB
evidence-about = { $kind }, { $size }
evidence-when = { $when } को जुड़ी
evidence-sha = SHA-256
evidence-state-held = जाँच बाक़ी: जाँच होने तक किसी को नहीं दिखेगी
evidence-state-ready = अधिकारी देख सकते हैं
evidence-state-harmful = इसमें नुक़सान पहुँचाने वाला कुछ मिला, इसलिए कोई नहीं खोल सकता

evidence-fault-missing = कोई फ़ाइल नहीं चुनी गई। फ़ाइल चुनें, फिर भेजें।
evidence-fault-empty = यह फ़ाइल ख़ाली है। दूसरी चुनें।
evidence-fault-too-large = फ़ाइल बहुत बड़ी है, { $size } तक भेजें। वीडियो छोटा काटें या फ़ोटो हल्की करें।
evidence-fault-wrong-name = इस तरह की फ़ाइल नहीं ली जाती। फ़ोटो, वीडियो, आवाज़ या PDF चुनें।
evidence-fault-wrong-content = फ़ाइल के भीतर वह नहीं, जो उसका नाम कहता है। उसके असली नाम से भेजें, या पहले JPG, MP4 या PDF में सहेजें।
evidence-fault-too-many-pixels = फ़ोटो में बहुत ज़्यादा पिक्सेल हैं। उसकी छोटी प्रति या स्क्रीनशॉट बनाकर भेजें।
evidence-fault-too-many = जितनी फ़ाइलें जुड़ सकती थीं, जुड़ चुकी हैं। और कुछ हो, तो अधिकारी को बताएँ।
evidence-fault-too-much = सब फ़ाइलें मिलाकर बहुत बड़ी हो जाएँगी। छोटी फ़ाइल चुनें।
evidence-fault-damaged = फ़ाइल रास्ते में बदल गई। फिर से भेजें।

happened-evidence = आपने सबूत जोड़ा: { $what }
happened-evidence-sha = SHA-256 { $sha }

case-happened-evidence = शिकायतकर्ता ने सबूत जोड़ा: { $what }
case-evidence = सबूत
case-evidence-closed = इनसे पहचान खुल सकती है। पहले ऊपर कारण लिखकर पहचान खोलें।
case-evidence-noted = कौन फ़ाइल किसने कब खोली, लिखा जाता है।
case-evidence-view = फ़ोटो देखें
case-evidence-original = असली फ़ाइल रखें
case-evidence-held = जाँच पूरी होने तक रुकी है
case-evidence-unscanned = इसे किसी ने जाँचा नहीं: अलग कंप्यूटर पर ही खोलें
case-evidence-harmful = इसमें नुक़सान पहुँचाने वाला कुछ मिला: नहीं दी जाएगी
case-evidence-no-copy = दिखाने लायक़ प्रति नहीं बनती
