# दर्ज होने के बाद वह क्या कह सकती है: हल हुआ या नहीं, थाने ने मना किया, वापस लेना, संपर्क बदलना

say-happened-solved = आपने कहा: हाँ, हल हुआ
say-happened-unsolved = आपने कहा: हल नहीं हुआ
say-happened-refusal = आपने बताया कि थाने ने मना किया; अब ऊपर है: { $who }
say-happened-withdrawal = आपने वापस लेना चाहा; { $when } तक मन बदल सकती हैं
say-happened-kept-on = शिकायत चलती रहेगी, वापस नहीं ली गई
say-desk-refusal = थाने ने लेने से मना किया, इसलिए ऊपर है: { $who }

say-title = आपकी बात
say-solved-ask = क्या आपकी समस्या हल हुई?
say-solved-until = { $when } तक बता सकती हैं। चुप रहना ‘हाँ’ नहीं गिना जाता।
say-solved-yes = हाँ, हल हुई
say-solved-no = नहीं, हल नहीं हुई
say-unsolved-lead = ‘नहीं’ कहने पर शिकायत एक पड़ाव ऊपर खुलती है। जिसने बंद की, उसे नहीं मिलेगी।
say-unsolved-words = क्या बाक़ी रह गया
say-unsolved-words-hint = चाहें तो लिखें। जिसने बंद की, वह इसे नहीं पढ़ेगा।
say-unsolved-send = एक पड़ाव ऊपर भेजें
say-solved-private = आपका जवाब उस अधिकारी को नहीं दिखता जिसने शिकायत बंद की।
say-answered-yes = आपने कहा कि समस्या हल हुई
say-changed-text = अगर ऐसा नहीं है, तो { $when } तक बता सकती हैं।
say-answered-yes-text = बताने के लिए धन्यवाद। फिर कुछ हो, तो नई शिकायत करें।
say-no-answer = कोई जवाब नहीं
say-no-answer-text = { $when } तक आपका जवाब नहीं आया। इसे ‘हाँ’ नहीं माना गया।
say-reopened = शिकायत फिर खुल गई
say-reopened-text = अब इनके पास है: { $who }।
say-top = विभाग में इसके ऊपर कोई नहीं बचा
say-top-text = आपका ‘नहीं’ दर्ज हो गया। नीचे के क़ानूनी रास्ते खुले हैं।
say-late = जवाब देने का समय निकल गया
say-late-text = { $when } तक जवाब दे सकती थीं। नीचे के रास्ते अब भी खुले हैं।
say-not-closed = यह शिकायत अभी चल रही है
say-not-closed-text = निस्तारण के बाद पूछा जाएगा कि समस्या हल हुई या नहीं।
say-before = आप इसका जवाब दे चुकी हैं

say-ways = और कौन से रास्ते हैं
say-way-sp = पुलिस अधीक्षक को लिखित में
say-way-sp-text = थाना सूचना दर्ज न करे, तो उसका सार डाक से पुलिस अधीक्षक को भेजें (BNSS धारा 173(4))।
say-way-court = मजिस्ट्रेट के पास
say-way-court-text = तब भी न हो, तो मजिस्ट्रेट को अर्ज़ी दें (BNSS धारा 175(3))। मुफ़्त वकील के लिए 15100 पर फ़ोन करें।
say-way-new = नई शिकायत
say-way-new-text = फिर कुछ हुआ हो, तो नई शिकायत करें। पुरानी से अपने-आप जुड़ जाएगी।
say-way-start = नई शिकायत करें
say-back = शिकायत पर लौटें

say-refused = थाने ने लेने से मना किया
say-refused-title = थाने ने मना किया?
say-refused-lead = मना करना अपराध है (BNS धारा 199(ग))। बताने पर थाने से ऊपर के अधिकारी को तुरंत ख़बर जाती है।
say-refused-send = ऊपर के अधिकारी को तुरंत बताएँ
say-refused-done = ऊपर के अधिकारी को ख़बर दी गई
say-refused-done-text = अब इनके पास है: { $who }। { $when } तक कुछ न हुआ, तो और ऊपर जाएगी।
say-refused-not = अभी यह नहीं बताया जा सकता
say-refused-not-text = या तो आप बता चुकी हैं, या शिकायत पहले से सबसे ऊपर है।
say-refused-home = थाने ने शिकायत नहीं ली?
say-refused-home-text = यहाँ बताएँ। थाने से ऊपर के अधिकारी को तुरंत ख़बर जाएगी।

say-withdraw = शिकायत वापस लेना
say-withdraw-lead = पहले आपके मोबाइल पर कोड आएगा। फिर { $hours } घंटे सोचने के लिए हैं।
say-withdraw-quiet = तब तक किसी अधिकारी को पता नहीं चलता, और आप मन बदल सकती हैं।
say-withdraw-pressed = कोई दबाव डाल रहा हो, तो वापस न लें। 112 या 1090 पर बात करें।
say-withdraw-send = मोबाइल पर कोड मँगाएँ
say-withdraw-code = कोड लिखकर वापस लें
say-withdraw-confirm = वापस लें
say-withdraw-waits = { $when } को वापस ली जाएगी
say-withdraw-waits-text = उससे पहले एक बटन से रोक सकती हैं। अधिकारी को अभी कुछ नहीं बताया गया।
say-withdraw-keep = नहीं, शिकायत चलने दें
say-withdraw-ends-nothing = यह मामला वापस लेने से बंद नहीं होता
say-withdraw-ends-nothing-text = ऐसे अपराध में कार्रवाई राज्य की ज़िम्मेदारी है। आप बता सकती हैं कि आपसे बात कैसे हो।
say-withdraw-recorded = FIR दर्ज हो चुकी है
say-withdraw-recorded-text = अब मामला सिर्फ़ न्यायालय बंद कर सकता है।
say-withdraw-closed = यह शिकायत पहले ही बंद है
say-withdraw-no-phone = इस शिकायत में कोई मोबाइल नहीं है
say-withdraw-no-phone-text = वापस लेने के लिए अपने मोबाइल पर आया कोड चाहिए। जो अधिकारी आपसे बात करें, उन्हें बताएँ।
say-more = और

say-contact = आपसे बात कैसे और कब हो
say-contact-lead = कभी भी बदलें। जो अभी चुनेंगी, वही अगले संदेश और फ़ोन पर लागू होगा।
say-contact-phone = दूसरा मोबाइल
say-contact-phone-hint = ख़ाली छोड़ें, तो शिकायत वाला मोबाइल ही रहेगा। नए नंबर पर कोड आएगा।
say-contact-phone-now = अभी { $phone } पर बात होती है। बदलना हो, तो नया नंबर लिखें।
say-contact-word = पहचान का शब्द
say-contact-word-hint = अधिकारी फ़ोन पर पहले यही बोलेंगे। तब आप जानेंगी कि फ़ोन सही है।
say-contact-word-kept = आपका शब्द रखा हुआ है। बदलना हो, तो नया लिखें।
say-contact-by-code = नंबर या शब्द बदलना हो, तो पहले शिकायत कोड से खोलें।
say-contact-save = बदलाव रखें
say-contact-saved = बदलाव रख लिए गए
say-contact-saved-text = अगला संदेश या फ़ोन इसी हिसाब से होगा।
say-contact-code = नए मोबाइल का कोड लिखें
say-contact-code-text = आपने जो चुना, वह नए नंबर का कोड लिखने पर लागू होगा।
say-contact-prove = यह नंबर रखें

say-mine = मेरी सब शिकायतें
say-mine-lead = इस मोबाइल से की गई शिकायतें। ये सिर्फ़ आपको दिखती हैं।

say-desk-word = फ़ोन पर पहले यह बोलें: { $word }
say-desk-repeats = इसी मोबाइल से या उनकी बताई और शिकायतें

say-sums = आपकी बंद की हुई शिकायतों पर क्या कहा गया
say-sums-text = बीते महीनों के जोड़, जब कम से कम { $least } ने जवाब दिया। किसने क्या कहा, यह किसी को नहीं दिखता।
say-sums-solved = हल हुई
say-sums-unsolved = हल नहीं हुई
