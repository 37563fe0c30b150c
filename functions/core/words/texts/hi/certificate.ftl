# सबूत का प्रमाण-पत्र: काग़ज़ पर मसौदा, जिसे वह ख़ुद पूरा करके हस्ताक्षर करती हैं

certificate-title = इलेक्ट्रॉनिक सबूत का प्रमाण-पत्र, भाग क: मसौदा
certificate-open = प्रमाण-पत्र का मसौदा (PDF)
certificate-lead = भारतीय साक्ष्य अधिनियम 2023, धारा 63(4)। ख़ाली जगह भरें, पढ़ें, तब हस्ताक्षर करें। भाग ख विशेषज्ञ भरते हैं।
certificate-who = कौन और किस यंत्र से
certificate-name = नाम
certificate-address = पता
certificate-device = यंत्र: बनाने वाला और मॉडल
certificate-serial = क्रम संख्या या IMEI
certificate-files = फ़ाइलें
certificate-file = फ़ाइल
certificate-bytes = बाइट
certificate-came = कब पहुँची
certificate-says = मेरा कथन
certificate-own = फ़ाइलें उस यंत्र से हैं, जो तब मेरे पास था और रोज़ मेरे काम आता था।
certificate-worked = उस समय यंत्र ठीक चल रहा था; न चला हो, तो उससे इन फ़ाइलों पर असर नहीं पड़ा।
certificate-same = जो फ़ाइलें मैंने भेजीं, वे वही हैं जो यंत्र में बनीं या आईं; मैंने उन्हें बदला नहीं।
certificate-algorithm = ऊपर के अंक SHA-256 से निकाले गए हैं।
certificate-log = किसने कब ली
certificate-never = अब तक किसी अधिकारी को नहीं दी गई।
certificate-original = असली फ़ाइल एक अधिकारी को दी गई
certificate-copy = फ़ोटो की प्रति एक अधिकारी को दिखाई गई
certificate-signer = प्रमाण-पत्र देने वाले
