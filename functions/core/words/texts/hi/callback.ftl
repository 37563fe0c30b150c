# जिसने फ़ॉर्म भरा पर कोड नहीं डाला, उसे फ़ोन करना

callback-title = फ़ोन करना है
callback-lead = कोड नहीं डाला गया, इसलिए अभी कुछ दर्ज नहीं है। सुरक्षित समय पर फ़ोन करें और बात सिर्फ़ उसी से करें जिसने फ़ॉर्म भरा।
callback-none = अभी किसी को फ़ोन करना बाक़ी नहीं है।
callback-by = कब तक फ़ोन करना है
callback-where = जगह
callback-filed = फ़ॉर्म भरा गया
callback-hours = फ़ोन का समय
callback-spoken = भाषा
callback-in-hindi = हिन्दी
callback-in-english = अंग्रेज़ी
callback-tries = अब तक की कोशिशें
callback-masked = नाम, नंबर और बात बंद हैं। हर बार खोलना आपके नाम से लिखा जाता है।
callback-look = नाम और नंबर खोलें
callback-careful = कोई और फ़ोन उठाए तो न पुलिस का नाम लें, न शिकायत का।
callback-what = उन्होंने क्या कहा?
callback-register-why = शिकायत उन्हीं की हो तो अभी दर्ज होगी। नंबर और आख़िरी तारीख़ उन्हें फ़ोन पर पढ़कर सुनाएँ।
callback-register = उन्हीं की है: दर्ज करें
callback-tried = बात नहीं हो पाई
callback-drop = उनकी नहीं है, या वे नहीं चाहतीं
callback-drop-why = नाम, नंबर और लिखी हुई बात हमेशा के लिए मिट जाएगी।
callback-drop-yes = मिटा दें
callback-done-registered = दर्ज हो गई। नंबर { $number } है।
callback-done-tried = कोशिश लिख ली गई। यह सूची में बनी रहेगी।
callback-done-dropped = मिटा दी गई।
