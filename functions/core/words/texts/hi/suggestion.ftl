# सुझाव: फ़ॉर्म पर, शिकायतकर्ता के पन्ने पर, अधिकारी के लिए और सबके लिए सूची

suggestion-list = सुझाव जो माने गए
suggestion-list-lead = लोगों के कहने से क्या बदल रहा है, विभाग के अपने शब्दों में।
suggestion-list-names = सुझाव किसने दिया, यह यहाँ कभी नहीं लिखा जाता।
suggestion-list-empty = अभी सूची ख़ाली है। पहला सुझाव आपका हो सकता है।
suggestion-list-end = इससे पुराना कुछ नहीं है।
suggestion-list-by = माना: { $who }
suggestion-list-older = और पुराने
suggestion-list-newest = सबसे नए
suggestion-make = सुझाव दें
suggestion-home-text = देखें, लोगों के कहने से क्या बदल रहा है।

suggestion-form-title = आपका सुझाव
suggestion-form = सुझाव माना गया, तो विभाग उसे अपने शब्दों में सबके लिए लिख सकता है। आपके शब्द, नाम या नंबर उसमें कभी नहीं होंगे।
suggestion-account = आपका सुझाव, अपने शब्दों में
suggestion-intake = बता दें: माना गया सुझाव विभाग के शब्दों में सबके लिए लिखा जा सकता है। उनके शब्द, नाम या नंबर कभी नहीं।

suggestion-hers = माने गए सुझावों की सूची
suggestion-happened-up = आपका सुझाव माना गया: ‘{ $wording }’
suggestion-happened-reworded = आपके माने गए सुझाव के नए शब्द: ‘{ $wording }’
suggestion-happened-down = सुझाव अब नहीं माना जा रहा, सूची से हट गया: { $why }
suggestion-down-not-possible = ध्यान से देखने पर यह नहीं हो पाएगा
suggestion-down-not-ours = यह किसी और विभाग को तय करना है
suggestion-down-mistake = सूची में ग़लती से आया था

suggestion-desk-up = सुझाव माना गया, सूची में: ‘{ $wording }’
suggestion-desk-reworded = सूची में सुझाव के नए शब्द: ‘{ $wording }’
suggestion-move-up = सुझाव मानें
suggestion-move-down = सूची से हटाएँ
suggestion-did-up = सुझाव सबके लिए सूची में है।
suggestion-did-down = सुझाव सूची से हट गया।
suggestion-lead-up = इसे सब पढ़ेंगे। विभाग के अपने शब्दों में लिखें: न कोई नाम, फ़ोन या नंबर, न शिकायतकर्ता के शब्द।
suggestion-lead-reword = यह सूची में है। बदले हुए शब्द उसी जगह आएँगे।
suggestion-lead-down = सुझाव तुरंत सूची से हटेगा। शिकायतकर्ता को वजह दिखेगी।
suggestion-ask-hi = सबके लिए, हिन्दी में
suggestion-ask-en = सबके लिए, अंग्रेज़ी में
suggestion-ask-hint = ज़्यादा से ज़्यादा { $most } अक्षर, एक साँस में पढ़ने लायक़।
suggestion-ask-words = वजह विस्तार से, अधिकारियों के लिए

suggestion-refusal-none = यह सुझाव नहीं है। सूची में सिर्फ़ सुझाव आते हैं।
suggestion-refusal-police = इसमें थाने या अधिकारी का नाम है। इसकी कोई बात सूची में नहीं जा सकती। जवाब सीधे दें।
suggestion-refusal-listed = यह सुझाव सूची में है। पहले सूची से हटाएँ।
suggestion-refusal-not-listed = यह सुझाव सूची में नहीं है। हटाने को कुछ नहीं है।
suggestion-refusal-erased = लिखी हुई बात मिट चुकी है, इसलिए नहीं जाँच सकते कि शब्द किसके हैं। इसे सूची में न डालें।

suggestion-fault-long = { $what }: { $most } अक्षर से ज़्यादा है, छोटा करें
suggestion-fault-unreadable = { $what }: कुछ चिह्न पढ़े नहीं जाते, मिटाकर फिर लिखें
suggestion-fault-hi = { $what }: यहाँ हिन्दी में लिखें
suggestion-fault-en = { $what }: यहाँ अंग्रेज़ी में लिखें
suggestion-fault-phone = { $what }: इतने अंक किसी का फ़ोन हो सकते हैं, हटाएँ
suggestion-fault-number = { $what }: शिकायत का नंबर हटाएँ
suggestion-fault-email = { $what }: ई-मेल का पता हटाएँ
suggestion-fault-hers = { $what }: ये शिकायतकर्ता के शब्द हैं, अपने शब्दों में लिखें
