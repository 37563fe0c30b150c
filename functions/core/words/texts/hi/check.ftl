# जवाब जाँचना, कोड डालना, दर्ज होने की रसीद

check-title = जवाब जाँचें और कोड डालें
check-what = क्या हुआ
check-you = आप
check-where = जगह
check-contact = आपसे बात
check-police = पुलिस
check-change-of = : { $what }
check-none = नहीं बताया
check-before = जब तक कोड नहीं डालेंगी, शिकायत दर्ज नहीं होगी।
check-file = शिकायत दर्ज करें

code-title = फ़ोन पर आया कोड डालें
code-sent-to = { $phone } पर 6 अंकों का कोड भेजा है। { $until } तक चलेगा।
code-sent = 6 अंकों का कोड भेजा है। { $until } तक चलेगा।
code-if-match = नंबर और मोबाइल मिलते हैं, तो 6 अंकों का कोड अभी आएगा। { $until } तक चलेगा।
code-keep = कोड किसी को न बताएँ, पुलिस को भी नहीं।
code-not-sent = कोड अभी नहीं जा पाया
code-not-sent-text = आपने जो लिखा, वह हमारे पास सुरक्षित है। एक मिनट बाद ‘कोड फिर भेजें’ दबाएँ।
code-not-sent-desk = बार-बार न आए, तो जनपद की महिला हेल्प डेस्क आपको फ़ोन करेगी।
code-wait = इस नंबर पर कई कोड जा चुके हैं
code-wait-text = अगला कोड { $when } के बाद भेज सकेंगे। पहले आया कोड हो, तो वही डालें।
code-short = कोड में पूरे 6 अंक होने चाहिए। संदेश देखकर फिर लिखें।
code-wrong = { $left ->
    [0] यह कोड सही नहीं है। नया कोड मँगाएँ।
    [one] यह कोड सही नहीं है। एक बार और कोशिश कर सकती हैं।
   *[other] यह कोड सही नहीं है। { $left } बार और कोशिश कर सकती हैं।
 }
code-expired = यह कोड अब नहीं चलेगा। ‘कोड फिर भेजें’ दबाकर नया कोड मँगाएँ।
code-locked = बहुत बार ग़लत कोड डाला गया
code-locked-text = सुरक्षा के लिए यह रास्ता { $when } तक बंद है। उसके बाद नया कोड मँगाएँ।
code-locked-call = बात ज़रूरी हो, तो नीचे दिए मदद के नंबर पर फ़ोन करें।
code-not-arrived = कोड नहीं आया?
code-resend = कोड फिर भेजें
code-open = शिकायत खोलें
code-other = नंबर या मोबाइल बदलें

receipt-title = शिकायत दर्ज हो गई
receipt-number = शिकायत का नंबर
receipt-digits = रसीद के अंक
receipt-once = ये अंक फिर नहीं दिखेंगे। अभी काग़ज़ पर लिख लें।
receipt-once-why = फ़ोन पास न हो, तो नंबर और ये अंक मिलाकर शिकायत खुलेगी।
receipt-by-phone = बाद में देखने के लिए यह नंबर और अपना मोबाइल नंबर डालें। आपके फ़ोन पर कोड आएगा।
receipt-by = आख़िरी तारीख़
receipt-rule = नियम
receipt-source = नियम कहाँ से
receipt-registered = दर्ज हुई
receipt-matter = विषय
receipt-holidays = गिनती में छोड़ी गई छुट्टियाँ
receipt-holder = अभी किसके पास
receipt-next = न निपटी, तो आगे
receipt-next-text = { $when } को अपने-आप इनके पास: { $who }
receipt-texts-yes = हर नई बात का संदेश आपके फ़ोन पर आएगा। उसमें न नाम होगा, न विषय।
receipt-texts-no = आपके फ़ोन पर कोई संदेश नहीं जाएगा। यहाँ आकर ख़ुद देख सकती हैं।
receipt-woman = महिला अधिकारी आपसे फ़ोन पर बात करेंगी।
receipt-now = अब क्या होगा
receipt-open = मेरी शिकायत देखें
receipt-print = छापें या PDF में रखें
receipt-share = नंबर अपने पास भेजें
receipt-share-lead = सिर्फ़ अपने भरोसे के फ़ोन पर भेजें। संदेश में शिकायत की बात नहीं है।
receipt-share-sms = SMS से
receipt-share-whatsapp = WhatsApp से
receipt-share-other = और तरीक़े से
receipt-share-text = यह नंबर सँभालकर रखें: { $number }

filed-title = यह पहले ही दर्ज है
filed-text = आपकी शिकायत दर्ज हो चुकी है। दो बार दर्ज नहीं हुई।
filed-open = इसे देखें
filed-new = नई शिकायत लिखें
