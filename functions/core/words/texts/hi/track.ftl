# शिकायत खोजना और देखना

track-title = मेरी शिकायत कहाँ पहुँची?
track-lead = शिकायत का नंबर रसीद पर है।
track-by-phone = मोबाइल से खोलें
track-by-phone-lead = जिस मोबाइल से शिकायत की थी, उस पर कोड आएगा।
track-by-receipt = रसीद से खोलें
track-by-receipt-lead = मोबाइल पास न हो, तब।
track-send = कोड भेजें
track-open = शिकायत खोलें
track-no-match = यह नंबर और रसीद साथ नहीं मिलते
track-no-match-text = काग़ज़ से मिलाकर एक-एक अंक फिर लिखें। या नीचे मोबाइल से खोलें।
track-again = फिर से पहचान चाहिए
track-again-text = सुरक्षा के लिए पन्ना बंद हो गया था। नीचे से फिर खोलें।

status-title = आपकी शिकायत
status-due = निपटारे की आख़िरी तारीख़
status-by = { $when } तक
status-was-due = { $when } तक निपटनी थी
status-on-time = समय पर
status-short = समय कम
status-late = समय निकल गया
status-unassigned = अधिकारी तय होना बाक़ी
status-assigned = जाँच चल रही है
status-gone = { $all } में से { $gone } दिन बीते
status-gone-hours = { $all } में से { $gone } घंटे बीते
status-bar = { $gone }, { $left }
status-little = { $gone }, अब समय कम है।
status-mark = छोटी रेखा { $when } पर है; उसके बाद समय कम है।
status-now = अभी
status-late-text = तारीख़ निकल चुकी है, इसलिए शिकायत अपने-आप ऊपर गई।
status-never-stops = यह घड़ी किसी टिप्पणी या तबादले से नहीं रुकती।
status-rule = नियम
status-source = नियम कहाँ से
status-holidays = गिनती में छोड़ी गई छुट्टियाँ
status-who = किसके पास है
status-holder-note = अभी इनकी ज़िम्मेदारी
status-working-note = काम यही कर रहे हैं
status-working-note-woman = काम यही कर रही हैं
status-ahead-note = { $when } को, अगर तब तक न निपटी
status-top = यह सबसे ऊपर पहुँच चुकी है। इसके ऊपर कोई नहीं।
status-top-alarm = { $when } को इन्हें फिर याद दिलाया जाएगा।
status-happened = अब तक क्या हुआ
status-registered = शिकायत दर्ज हुई
status-assigned-to = { $who } को सौंपी गई
status-escalated-to = समय निकला, ऊपर गई: { $who }
status-alarm = { $count ->
    [one] { $who } को याद दिलाया गया
   *[other] { $who } को { $count }वीं बार याद दिलाया गया
 }
status-text-waiting = संदेश भेजा जा रहा है
status-text-sent = संदेश भेजा गया
status-text-unwanted = संदेश नहीं भेजा, जैसा आपने कहा था
status-text-failed = संदेश नहीं पहुँचा
status-matter = विषय
status-service = सेवा
status-fresh = पन्ना ताज़ा करें
status-leave = देख लिया हो, तो पन्ना बंद कर दें। फ़ोन कोई और देखता हो, तो ‘यहाँ से निकलें’ दबाएँ।
