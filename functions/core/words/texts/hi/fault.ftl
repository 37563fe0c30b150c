# जवाब में क्या कमी है और अब क्या करें

fault-account-missing = लिखें कि क्या हुआ
fault-happened-on-future = यह दिन अभी आया नहीं है। बीते दिन की तारीख़ लिखें
fault-name-missing = अपना नाम लिखें
fault-relation-missing = चुनें कि साथ में किसका नाम लिखें, या ‘नहीं बताना’
fault-relative-name-missing = उनका नाम लिखें, या ऊपर ‘नहीं बताना’ चुनें
fault-phone-missing = अपना मोबाइल नंबर लिखें
fault-phone-indian = मोबाइल नंबर में 10 अंक होने चाहिए और 6, 7, 8 या 9 से शुरू
fault-phone-foreign = यहाँ भारत का मोबाइल नंबर चाहिए: 10 अंक
fault-phone-wrong = यह फ़ोन नंबर नहीं लगता। + और देश के कोड के साथ फिर लिखें
fault-district-missing = जनपद चुनें
fault-address-missing = मकान या गली लिखें
fault-pin = पिन कोड में 6 अंक होने चाहिए, जैसे 226001
fault-hours = समय ऐसे लिखें: 10:00-17:00
fault-station-choice = सूची से इसी जनपद का थाना चुनें, या ‘मुझे नहीं पता’
fault-number-missing = शिकायत का नंबर लिखें
fault-number-wrong = यह नंबर पूरा या सही नहीं है। रसीद से मिलाएँ, जैसे LKO26-7F3KQ9XW-X
fault-receipt-missing = रसीद के 16 अंक लिखें
fault-receipt-wrong = रसीद में 16 अंक होते हैं। एक बार फिर गिन लें
fault-code-missing = संदेश में आया 6 अंकों का कोड लिखें
fault-draft = यह पन्ना पुराना है। फिर से शुरू करें
fault-key = पन्ना फिर से खोलें और भेजें

fault-missing = { $what }: यह जवाब चाहिए
fault-long = { $what }: { $max } अक्षर से ज़्यादा है, थोड़ा छोटा करें
fault-unreadable = { $what }: कुछ अक्षर पढ़े नहीं गए, फिर से लिखें
fault-no-letters = { $what }: शब्दों में लिखें, सिर्फ़ अंक या निशान नहीं
fault-choice = { $what }: दिए हुए जवाबों में से एक चुनें
fault-again = { $what }: देखकर फिर से लिखें
