# सुनवाई: बारी, दीवार पर टोकन, अधिकारी की सूची

hearing-title = सुनवाई
hearing-link = वीडियो कॉल पर सुनवाई
hearing-lead = बड़े अधिकारी वीडियो या फ़ोन पर लगभग { $minutes } मिनट आपकी बात सुनेंगे। आपको कहीं जाना नहीं है।
hearing-none = इस शिकायत की सुनवाई नहीं होती
hearing-none-text = यह बंद हो चुकी है, या किसी और के पास है। किसके पास है, यह उसके पेज पर लिखा है।
hearing-now = अभी टोकन लें
hearing-now-text = आज की पहली ख़ाली बारी: { $time }। यह पेज खुला रखें तो पहले भी बुलाया जा सकता है।
hearing-now-none = आज कोई बारी ख़ाली नहीं है।
hearing-day = दिन चुनें
hearing-slot = { $day } का समय चुनें
hearing-time = समय
hearing-slot-take = यह समय लें
hearing-slot-none = इस दिन कोई बारी ख़ाली नहीं है।
hearing-zone = समय यहाँ का भी दिखाएँ
hearing-zone-none = केवल भारत
hearing-zone-set = दिखाएँ
hearing-india = हर समय भारत का है।
hearing-there-time = { $zone } में { $time }
hearing-yours = आपका समय
hearing-token = आपका टोकन
hearing-place = आज आपकी बारी
hearing-expected = लगभग कब बुलाया जाएगा
hearing-ended = आज की सुनवाई ख़त्म हो गई। यह बारी छोड़कर दूसरा दिन चुनें।
hearing-here = मैं तैयार हूँ
hearing-here-text = तैयार हों तब दबाएँ। फिर आपको समय से पहले भी बुलाया जा सकता है।
hearing-there = आप कतार में हैं। यह पेज पास रखें।
hearing-returned = आपको बुलाया गया पर बात नहीं हुई। अब आप कतार के अंत में हैं; एक बार और ऐसा हुआ तो बारी चली जाएगी।
hearing-fresh = ताज़ा करें
hearing-fresh-on = अपने आप ताज़ा होता रहे
hearing-fresh-off = अपने आप ताज़ा होना रोकें
hearing-leave = यह बारी छोड़ें
hearing-called = आपकी बारी आ गई
hearing-called-phone = अधिकारी आपके दिए नंबर पर फ़ोन कर रहे हैं। कृपया उठाएँ।
hearing-called-link = अधिकारी आपका इंतज़ार कर रहे हैं। लिंक एक ही बार और सिर्फ़ आपके लिए खुलेगा।
hearing-called-show = लिंक दिखाएँ
hearing-called-open = कॉल में जुड़ें
hearing-called-careful = यह लिंक किसी और को न भेजें। बात के बाद यह पेज बंद कर दें।
hearing-called-before = लिंक एक बार दिखाया जा चुका है। कॉल कट गई हो तो यहीं रुकें: अधिकारी इसे फिर खोल सकते हैं।
hearing-refused-full = यह बारी अभी-अभी किसी और ने ले ली। कृपया दूसरी चुनें।
hearing-refused-past = यह समय बीत चुका है, या उस समय सुनवाई नहीं होती। कृपया दूसरा चुनें।
hearing-refused-not-now = यह अभी नहीं हो सकता। अभी क्या स्थिति है, यह पेज पर लिखा है।

hearing-happened-booked = सुनवाई की बारी: { $at }, टोकन { $token }
hearing-happened-near = सुनवाई में बारी पास आई
hearing-happened-unreached = बारी आने से पहले सुनवाई का समय पूरा हो गया
hearing-happened-left = सुनवाई की बारी छोड़ी गई
hearing-happened-missed = सुनवाई में दो बार बुलाया गया, बात नहीं हुई
hearing-happened-heard = बड़े अधिकारी ने सुना: { $outcome }
hearing-outcome-forwarded = थाने को भेजा गया
hearing-outcome-advised = आगे क्या होगा, यह बताया गया
hearing-outcome-again = एक बार और सुनवाई होगी

hearing-ask-forwarded = थाने को भेजें
hearing-ask-advised = यहीं रहेगी; आगे क्या होगा यह बता दिया
hearing-ask-again = एक बार और सुनवाई हो

hearing-wall = टोकन
hearing-wall-now = अभी सुनवाई हो रही है
hearing-wall-next = इसके बाद
hearing-wall-nobody = अभी कोई नहीं
hearing-wall-hours = आज { $from } से { $to } तक
hearing-wall-closed = आज सुनवाई नहीं है

hearing-desk-title = आज की सुनवाई
hearing-desk-officers = { $n ->
    [one] { $n } अधिकारी बैठे हैं
   *[other] { $n } अधिकारी बैठे हैं
 }
hearing-desk-pace = { $n ->
    [one] एक पर लगभग { $n } मिनट
   *[other] एक पर लगभग { $n } मिनट
 }
hearing-desk-sit = आज मैं सुनवाई में हूँ
hearing-desk-sit-text = पहले यह बताएँ, तब कतार आपको गिनेगी।
hearing-desk-rise = आज के लिए उठ रहा/रही हूँ
hearing-desk-call = अगले को बुलाएँ
hearing-desk-wall = टोकन का पर्दा
hearing-desk-queue = कतार
hearing-desk-empty = कतार में कोई नहीं है।
hearing-desk-token = टोकन
hearing-desk-time = समय
hearing-desk-state = स्थिति
hearing-desk-booked = समय लिया है
hearing-desk-waiting = इंतज़ार में
hearing-desk-called = बात हो रही है
hearing-desk-returned = एक बार नहीं मिले
hearing-desk-woman = महिला अधिकारी सुनेंगी
hearing-desk-mine = अभी आपके साथ: टोकन { $token }
hearing-desk-case = शिकायत खोलें
hearing-desk-join = कॉल में जुड़ें
hearing-desk-phone = यह कार्यालय फ़ोन से बात करता है: शिकायत पर नाम और नंबर खोलकर फ़ोन करें।
hearing-desk-again = उनके लिए लिंक फिर खोलें
hearing-desk-absent = नहीं मिले
hearing-desk-absent-again = दूसरी बार भी नहीं मिले
hearing-desk-free = अधिकारी नहीं हैं: फिर कतार में लें
hearing-desk-outcome = आगे क्या होगा?
hearing-desk-words = क्या कहा गया और आगे क्या होगा
hearing-desk-station = थाना
hearing-desk-station-hint = केवल थाने को भेजने पर।
hearing-desk-record = लिखें और बंद करें
hearing-desk-police = इसमें पुलिस के किसी व्यक्ति का नाम है। यह हर थाने से ऊपर रहेगी।
hearing-done-sit = आप अब सुनवाई में हैं।
hearing-done-rise = आप आज की सुनवाई से उठ गए।
hearing-done-call = बुलाया गया।
hearing-done-again = लिंक एक बार और खुल सकता है।
hearing-done-absent = लिख लिया गया। अगले को बुला सकते हैं।
hearing-done-free = वे फिर कतार में हैं, अपनी पहली जगह पर।
hearing-done-heard = लिख लिया गया।
hearing-refused-moved-on = इस बीच स्थिति बदल गई। कतार फिर देखें।
hearing-refused-busy = पहले जिनसे बात चल रही है, वह पूरी करें।
hearing-refused-not-sitting = पहले बताएँ कि आज आप सुनवाई में हैं।
hearing-refused-nobody = अभी ऐसा कोई नहीं है जिसे आप सुन सकें।
hearing-refused-station = इसे इस थाने को नहीं भेज सकते। दूसरा थाना या दूसरा नतीजा चुनें।
hearing-refused-form = आगे क्या होगा यह चुनें, और जो कहा गया वह लिखें।
