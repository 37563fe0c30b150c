# डेस्क पर शिकायत लेना: फ़ॉर्म, जाँच, रसीद

intake-new = नई शिकायत
intake-title = शिकायत लिखें
intake-lead = कोई आए, फ़ोन करे या चिट्ठी भेजे। इलाक़ा दूसरा है, यह कहकर किसी को न लौटाएँ।
intake-matter = बात किस बारे में है?
intake-go = आगे
intake-other-matter = विषय या जनपद बदलें
intake-came = कैसे आई
intake-sent-on = सिर्फ़ तब, जब दूसरे दफ़्तर ने भेजी हो
intake-who = शिकायतकर्ता
intake-contact-lead = पूछकर भरें। जो कहा जाएगा, वही होगा।
intake-check = आगे: पढ़कर सुनाएँ

field-channel = शिकायत कैसे आई?
field-source = किस दफ़्तर ने भेजी?
field-source-number = वहाँ का पत्र नंबर
field-source-date = पत्र की तारीख़
field-no-phone = अपना फ़ोन

intake-name = शिकायतकर्ता का नाम
intake-account = जो हुआ, उन्हीं के शब्दों में
intake-relation = साथ में किसका नाम लिखें?
intake-no-phone = अपना फ़ोन नहीं है, या नंबर पता नहीं
intake-channel-walk-in = थाने या दफ़्तर आईं
intake-channel-desk = महिला हेल्प डेस्क पर आईं
intake-channel-phone = फ़ोन किया
intake-channel-post = चिट्ठी भेजी
intake-channel-reference = दूसरे दफ़्तर ने भेजी
intake-sms-yes = हाँ, फ़ोन उन्हीं के पास रहता है
intake-sms-no = संदेश न भेजें
intake-call-yes = हाँ, फ़ोन कर सकते हैं
intake-self = ख़ुद अपने लिए

hint-intake-account = जैसे बताया जाए, वैसे लिखें। न छोटा करें, न हल्का।
hint-intake-source = जैसे राज्य मानवाधिकार आयोग या आयुक्त कार्यालय।
hint-intake-source-date = जैसे 17.11.2026
hint-intake-phone = शिकायतकर्ता का अपना नंबर। आपका या किसी साथी का कभी नहीं।
hint-intake-no-phone = न संदेश आएगा, न फ़ोन। छपी रसीद पर नंबर और 16 अंक होंगे; दोनों से शिकायत कभी भी देख सकते हैं।
hint-intake-sms = संदेश में न नाम होगा, न शिकायत की बात। जवाब न हो, तो नहीं जाएगा।
hint-intake-on-behalf = ऊपर नाम और नंबर उन्हीं का रहे, जो शिकायत कर रहे हैं।

intake-check-title = पढ़कर सुनाएँ, फिर दर्ज करें
intake-check-lead = अभी कुछ दर्ज नहीं हुआ। शिकायतकर्ता सामने हों, तो पूरा पढ़कर सुनाएँ।
intake-no-phone-title = फ़ोन नहीं है: रसीद छापकर हाथ में दें
intake-no-phone-text = उस पर लिखे नंबर और 16 अंकों से शिकायत कभी भी देख सकते हैं। और कोई रास्ता नहीं है।
intake-walled-title = यह आपकी सूची में नहीं दिखेगी
intake-walled-text = बात आपके थाने की है, इसलिए ऊपर जाएगी। प्रिंटर में काग़ज़ रखें: रसीद एक बार दिखेगी।
intake-register = दर्ज करें और रसीद निकालें

intake-again-title = यह फ़ॉर्म पहले ही दर्ज है
intake-again-text = यह उसी की रसीद है। शिकायत दो बार दर्ज नहीं हुई।
intake-again-changed = बाद में जो बदला, वह इसमें नहीं है। उसे शिकायत पर टिप्पणी में लिखें।
intake-print = रसीद छापें
intake-print-how = Ctrl+P से भी छपेगी, A4 और 80 मिमी दोनों काग़ज़ पर।
intake-given-walled = शिकायत अब ऊपर के अधिकारी के पास है, आपकी सूची में नहीं। पन्ना छोड़ने से पहले रसीद छाप लें।
intake-given-elsewhere = इस पर काम दूसरी जगह होगा, आपकी सूची में नहीं दिखेगी। रसीद शिकायतकर्ता की है।
intake-open = शिकायत खोलें
intake-next = अगली शिकायत लिखें
intake-look-phone = कभी भी देखें: { $address } पर यह नंबर और अपना मोबाइल डालें, या रसीद के अंक।
intake-look-paper = कभी भी देखें: { $address } पर यह नंबर और रसीद के अंक डालें। न फ़ोन आएगा, न संदेश।

fault-officers-phone = यह नंबर इसी इकाई के किसी अधिकारी का है। शिकायतकर्ता का अपना नंबर लिखें, या ‘फ़ोन नहीं है’ चुनें
fault-phone-and-none = नंबर भी लिखा है और ‘फ़ोन नहीं है’ भी चुना है। दोनों में से एक रखें
fault-day = { $what }: तारीख़ ऐसे लिखें: 17.11.2026
fault-intake-name = शिकायतकर्ता का नाम लिखें
fault-intake-relation = चुनें कि साथ में किसका नाम लिखें, या ‘नहीं बताना’
fault-intake-phone = शिकायतकर्ता का अपना नंबर लिखें, या ‘फ़ोन नहीं है’ चुनें

happened-taken-in = दर्ज हुई: { $who } ने लिखी ({ $how })
case-no-phone = फ़ोन नहीं है: मिलकर या चिट्ठी से बात करें

reply-blank-date = तारीख़
reply-blank-time = समय
reply-blank-place = जगह
reply-blank-person = नाम
reply-blank-action = क्या किया गया
