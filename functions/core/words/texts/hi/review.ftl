# बंद शिकायतों की समीक्षा: क्या चुना गया, क्या मिला, क्या करना है

review-title = समीक्षा
review-lead = हर महीने हर थाने की पंद्रह बंद शिकायतें लॉटरी से चुनी जाती हैं। ऊपर का पद उन्हें देखता है।
review-yours = आपके देखने के लिए
review-yours-none = आपके देखने के लिए अभी कुछ नहीं है।
review-below = नीचे के पद पर अतिदेय
review-todo = आपकी इकाई को यह करना है
review-head-unit = थाना
review-units = थाने, { $month }
review-units-none = इस महीने आपकी समीक्षा की कोई शिकायत नहीं चुनी गई।
review-idle = { $n ->
    [one] { $n } थाने ने इस महीने कोई शिकायत बंद नहीं की।
   *[other] { $n } थानों ने इस महीने कोई शिकायत बंद नहीं की।
 }
review-closed = बंद हुईं
review-drawn = चुनी गईं
review-reviewed = देखी गईं
review-open = करना बाक़ी
review-overdue = अतिदेय
review-month-before = पिछला महीना: { $month }
review-month-after = अगला महीना: { $month }
review-without-contact = आवेदिका से बात हुए बिना बंद
review-closed-on = { $day } को बंद

review-state-waits = देखना बाक़ी
review-state-open = कुछ करना है
review-state-done = कर दिया गया

review-draw-title = शिकायतें कैसे चुनी जाती हैं
review-draw-text = महीना शुरू होने से पहले उसके बीज का हैश यहाँ लिखा जाता है। महीना ख़त्म होने पर शिकायतें चुनी जाती हैं और बीज बताया जाता है।
review-draw-check = ख़ुद जाँचें: बीज का SHA-256 ही वह हैश है। बीज, बिंदु और नंबर का SHA-256 शिकायत की पर्ची है। सबसे छोटी पर्चियाँ चुनी जाती हैं।
review-draw-month = महीना
review-draw-hash = बीज का हैश
review-draw-seed = बीज
review-draw-told = { $when } को लिखा गया
review-draw-waits = चुनाव के बाद बताया जाएगा

review-case = बंद शिकायत की समीक्षा
review-case-title = समीक्षा { $number }
review-case-open = शिकायत खोलें
review-ask-finding = आपने क्या पाया?
review-finding-in-order = सब ठीक है
review-finding-delayed = बिना कारण देर हुई
review-finding-not-heard = आवेदिका की बात ठीक से नहीं सुनी गई
review-finding-thin-report = आख्या से बंद करना साबित नहीं होता
review-finding-wrongly-closed = इसे बंद नहीं होना चाहिए था
review-ask-note = किस आधार पर?
review-ask-note-hint = शिकायत के साथ मुहरबंद रहता है। इसे थाने के ऊपर के पद पढ़ते हैं, और थाना तब, जब उसे कुछ करना हो।
review-ask-remedy = क्या करना है?
review-ask-remedy-hint = सब ठीक हो तो ख़ाली छोड़ें।
review-remedy-none = कुछ नहीं
review-remedy-speak-to-her = आवेदिका से बात करना
review-remedy-mend-report = आख्या फिर से लिखना
review-remedy-look-again = मामला फिर से देखना
review-remedy-speak-to-officer = अधिकारी से बात करना
review-ask-due = किस दिन तक?
review-ask-due-hint = 30 दिन के भीतर। सब ठीक हो तो ख़ाली छोड़ें।
review-go = समीक्षा लिखें
review-settle = हो गया
review-settle-lead = पहले शिकायत में देख लें कि सचमुच हुआ है।
review-found = क्या मिला
review-by = अधिकारी { $officer }, { $when }
review-until = { $day } तक
review-ended = { $when } को पूरा
review-saved = लिख लिया गया
review-not = यह नहीं लिखा गया

review-fault-finding = चुनें कि आपने क्या पाया।
review-fault-note = कुछ शब्दों में आधार लिखें।
review-fault-note-too-long = बात बहुत लंबी है; 2,000 अक्षर तक लिखें।
review-fault-remedy = चुनें कि क्या करना है।
review-fault-no-remedy = सब ठीक है तो करने को कुछ नहीं। “कुछ नहीं” चुनें या निष्कर्ष बदलें।
review-fault-due = आज से 30 दिन के भीतर का दिन चुनें।
review-refused-not-yours = समय रहते इसकी समीक्षा नीचे का पद करता है।
review-refused-before = इसकी समीक्षा हो चुकी है।
review-refused-nothing-open = इसमें करने को कुछ बचा नहीं है।
