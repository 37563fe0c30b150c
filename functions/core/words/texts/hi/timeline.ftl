# शिकायत के साथ क्या-क्या हुआ, और किसे संदेश गया

happened-registered = शिकायत दर्ज हुई
happened-assigned = { $who } को सौंपी गई
happened-handed-over = ड्यूटी बदली, अब { $who } के पास है
happened-off-duty = ड्यूटी का समय पूरा हुआ; अगली ड्यूटी शुरू होते ही नए अधिकारी को मिलेगी
happened-released = अधिकारी अब इस पद पर नहीं; नए अधिकारी को सौंपी जाएगी
happened-transferred = दूसरे थाने भेजी गई: { $station }
happened-now-with = अब इनके पास: { $who }
happened-reached = अधिकारी ने आपसे बात की
happened-not-reached = अधिकारी ने संपर्क करना चाहा, बात नहीं हो पाई
happened-signed = शिकायत पर आपके हस्ताक्षर हुए
happened-enquiry-opened = शुरुआती जाँच शुरू हुई
happened-enquiry-closed = शुरुआती जाँच पूरी हुई
happened-child-reported = बाल कल्याण समिति और विशेष न्यायालय को ख़बर दी गई
happened-report-filed = जाँच की आख्या मजिस्ट्रेट को दी गई
happened-progress-told = आपको बताया गया कि जाँच कहाँ तक पहुँची
happened-recorded = FIR दर्ज हुई
happened-paused = { $clock }: घड़ी { $until } तक रुकी
happened-paused-why = { $reason }; अनुमति: { $who }
happened-resumed = { $clock }: घड़ी फिर चल पड़ी
happened-noted = अधिकारी ने टिप्पणी लिखी
happened-contact = आपने बदला कि आपसे कैसे बात हो
happened-looked-contact = आपसे संपर्क के लिए अधिकारी ने आपका नाम और फ़ोन देखा
happened-looked-report = आख्या लिखने के लिए अधिकारी ने आपका नाम और फ़ोन देखा
happened-looked-review = काम जाँचने के लिए अधिकारी ने आपका नाम और फ़ोन देखा
happened-looked-court = न्यायालय या किसी अधिकृत संस्था के माँगने पर अधिकारी ने आपका नाम और फ़ोन देखा
happened-acknowledged = जिनके पास है, उन्होंने देख ली
happened-pause-asked = { $clock }: अधिकारी ने घड़ी { $until } तक रोकने की अनुमति माँगी
happened-atr-filed = क्या हुआ, इसकी आख्या लिखी गई; अब वरिष्ठ अधिकारी पढ़ेंगे
happened-atr-returned = वरिष्ठ अधिकारी ने आख्या लौटाई: अभी और करना है
happened-atr-approved = वरिष्ठ अधिकारी ने आख्या मंज़ूर की
happened-disposed = शिकायत का निस्तारण हुआ
happened-no-contact = निस्तारण हुआ, पर आपसे बात नहीं हो पाई; वरिष्ठ अधिकारी इसे जाँचेंगे
happened-rejected-withdrawn = बंद हुई: आपने शिकायत वापस ली
happened-rejected-court = बंद हुई: यह मामला न्यायालय में है
happened-rejected-civil = बंद हुई: यह मामला पुलिस का नहीं, सिविल न्यायालय का है
happened-rejected-nothing = बंद हुई: ऐसा कुछ नहीं मिला जिस पर कार्रवाई हो सके
happened-merged = आपकी पिछली शिकायत { $number } में जोड़ी गई
happened-reopened = फिर से खुली, अब ऊपर है: { $who }
happened-appealed = आपने अपील की, अब ऊपर है: { $who }
happened-escalated = समय निकला, ऊपर गई: { $who }
happened-past = { $n ->
    [one] बीच का पद ख़ाली था, इसलिए और ऊपर गई: { $posts }
   *[other] बीच के { $n } पद ख़ाली थे, इसलिए और ऊपर गई: { $posts }
 }
happened-alarm = { $count ->
    [one] { $who } को याद दिलाया गया
   *[other] { $who } को { $count }वीं बार याद दिलाया गया
 }
happened-warned-half = { $clock }: आधा समय बीता, { $who } को याद दिलाया गया
happened-warned-most = { $clock }: 80% समय बीता, { $who } को याद दिलाया गया
happened-missed = { $clock }: समय निकल गया, { $who } को ख़बर दी गई

text-waiting = संदेश भेजा जा रहा है
text-sent = संदेश भेजा गया
text-unwanted = संदेश नहीं भेजा, जैसा आपने कहा था
text-failed = संदेश नहीं पहुँचा
text-post-waiting = अधिकारी को संदेश भेजा जा रहा है
text-post-sent = अधिकारी को संदेश भेजा गया
text-post-none = इस पद का फ़ोन नंबर दर्ज नहीं, संदेश नहीं गया
text-post-failed = अधिकारी को संदेश नहीं पहुँचा
