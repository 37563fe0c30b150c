# हर पन्ने पर। एक बात के लिए एक ही शब्द: शिकायत, थाना, जनपद, जाँच अधिकारी, निस्तारण।

brand = सुनवाई
brand-line = पुलिस और महिला प्रकोष्ठ की शिकायत सेवा
to-main = सीधे मुख्य बात पर
strip-label = तुरंत मदद
strip-danger = अभी ख़तरा है?
exit = यहाँ से निकलें
language-other = English
back = वापस
optional = (वैकल्पिक)
change = बदलें
go-on = आगे बढ़ें

help-title = मदद के नंबर
help-112 = आपातकाल
help-1090 = महिला
help-181 = महिला हेल्पलाइन
help-1098 = बच्चे
help-1930 = साइबर ठगी
footer-safety = इस फ़ोन पर निशान कैसे मिटाएँ
footer-privacy = आपकी जानकारी का हम क्या करते हैं

error-title = त्रुटि: { $title }
summary-title = { $n ->
    [one] एक बात रह गई है
   *[other] { $n } बातें रह गई हैं
 }
error-before = त्रुटि:

holder-at = { $title }, { $place }
woman-officer = महिला अधिकारी
