# अधिकारियों का कंसोल: शीर्ष, कार्यसूची, खोज, चुनी हुई शिकायतें

desk-title = कार्यसूची
desk-nav = कंसोल
desk-search = नंबर, मोबाइल, नाम या थाने से खोजें
desk-search-go = खोजें
desk-sign-out = साइन आउट
desk-keys-title = कीबोर्ड की कुंजियाँ
desk-keys-search = खोज में जाएँ
desk-keys-help = यह सूची खोलें
desk-keys-down = अगली पंक्ति
desk-keys-up = पिछली पंक्ति
desk-keys-pick = पंक्ति चुनें या छोड़ें
desk-keys-assign = सौंपें
desk-keys-open = पंक्ति खोलें
desk-keys-tab = हर काम Tab से भी हो जाता है।
desk-keys-off = कुंजियाँ बंद करें
desk-keys-on = कुंजियाँ चालू करें

desk-views = दृश्य
desk-view-mine = मेरी
desk-view-unassigned = बिना आवंटन
desk-view-unit = मेरी इकाई
desk-view-overdue = अतिदेय
desk-view-due24 = 24 घंटे में
desk-view-in-appeal = अपील में

desk-filter = छाँटें
desk-filter-show = सूची दिखाएँ
desk-filter-any = सब
desk-filter-category = विषय
desk-filter-station = थाना
desk-filter-channel = कैसे आई
desk-filter-stage = स्थिति
desk-filter-level = पड़ाव
desk-filter-from = इस तारीख़ से दर्ज
desk-filter-to = इस तारीख़ तक दर्ज
desk-filter-chip = { $name }: { $value }
desk-filter-drop = हटाएँ
desk-filter-none = सब शर्तें हटाएँ
desk-level-first = पहला पड़ाव
desk-level-up = { $n } पड़ाव ऊपर
desk-saved = सहेजे दृश्य
desk-csv = CSV

desk-bulk = चुनी हुई शिकायतें
desk-bulk-lead = शिकायतें चुनें, फिर:
desk-bulk-count = { "{n}" } चुनी हुई
desk-bulk-all = सब चुनें
desk-bulk-note = टिप्पणी
desk-pick = { $number } चुनें
desk-head-due = कब तक
desk-head-number = नंबर
desk-head-matter = विषय
desk-head-stage = स्थिति
desk-head-officer = अधिकारी
desk-range = कुल { $all } में से { $from }–{ $to }
desk-first = पहली पंक्ति से
desk-next = आगे की शिकायतें
desk-nobody = कोई नहीं
desk-woman-needed = महिला अधिकारी चाहिए

desk-late-days = { $n } दिन अतिदेय
desk-late-hours = { $n ->
    [one] { $n } घंटा अतिदेय
   *[other] { $n } घंटे अतिदेय
 }
desk-late-minutes = { $n } मिनट अतिदेय
desk-today = आज
desk-today-at = आज { $time }
desk-tomorrow-at = कल { $time }
desk-still = रुकी, { $when } तक
desk-closed = बंद

desk-empty-mine = आपके पास अभी कोई शिकायत नहीं है। सौंपी जाएगी, तो यहीं दिखेगी।
desk-empty-unassigned = कोई शिकायत आवंटन के इंतज़ार में नहीं है।
desk-empty-unit = आपकी इकाई में अभी कोई खुली शिकायत नहीं है।
desk-empty-overdue = कोई शिकायत अतिदेय नहीं है। सब समय पर चल रहा है।
desk-empty-due24 = अगले 24 घंटे में किसी शिकायत की तारीख़ नहीं है।
desk-empty-in-appeal = अभी कोई शिकायत अपील में नहीं है।
desk-empty-filtered = इन शर्तों पर कोई शिकायत नहीं मिली। कोई शर्त हटाकर देखें।

desk-progress-new = नई
desk-progress-seen = देखी गई
desk-progress-tried = बात नहीं हो पाई
desk-progress-contacted = बात हुई
desk-progress-atr-filed = आख्या मंज़ूरी में
desk-progress-atr-returned = आख्या लौटाई
desk-progress-atr-approved = आख्या मंज़ूर

desk-channel-web = वेब
desk-channel-walk-in = स्वयं आईं
desk-channel-desk = हेल्प डेस्क
desk-channel-phone = फ़ोन
desk-channel-whatsapp = व्हाट्सऐप
desk-channel-email = ई-मेल
desk-channel-post = डाक
desk-channel-video = वीडियो
desk-channel-reference = दूसरे दफ़्तर से

desk-found-title = खोज
desk-found-none = कुछ नहीं मिला। नंबर या मोबाइल के सब अंक लिखें; नाम हिन्दी या अंग्रेज़ी में चलेगा।
desk-found-ask = ऊपर नंबर, मोबाइल, नाम या थाना लिखकर खोजें। बंद शिकायतें भी मिलेंगी।
desk-found-open = { $n ->
    [one] { $n } खुली शिकायत
   *[other] { $n } खुली शिकायतें
 }
desk-found-closed = { $n ->
    [one] { $n } बंद शिकायत
   *[other] { $n } बंद शिकायतें
 }
desk-found-more = और भी मिली हैं। पूरा नंबर, पूरा नाम या मोबाइल लिखें।

desk-bulk-title-assign = चुनी हुई शिकायतें सौंपें
desk-bulk-title-forward = चुनी हुई शिकायतें आगे भेजें
desk-bulk-title-note = चुनी हुई शिकायतों पर टिप्पणी
desk-bulk-rows = { $n ->
    [one] { $n } शिकायत पर होगा
   *[other] { $n } शिकायतों पर होगा
 }
desk-bulk-none = कोई शिकायत चुनी नहीं गई। सूची में वापस जाकर खाने में निशान लगाएँ।
desk-bulk-back = कार्यसूची में वापस
desk-bulk-done-title = क्या हुआ
desk-bulk-done = { $n } पर हो गया
desk-bulk-left = { $n } पर नहीं हुआ
desk-bulk-result = नतीजा
desk-bulk-ok = हो गया
desk-bulk-stale = इस बीच किसी और ने बदल दी। शिकायत खोलकर देखें, फिर करें।
desk-bulk-unknown = यह शिकायत नहीं मिली। नंबर जाँचें।
