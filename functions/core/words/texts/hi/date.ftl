# तारीख़ और समय। अंक हमेशा 0-9।

month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितम्बर
month-10 = अक्टूबर
month-11 = नवम्बर
month-12 = दिसम्बर

# 4 से 12 सुबह, 12 से 4 दोपहर, 4 से 8 शाम, 8 से 12 और 12 से 4 रात
date-morning = सुबह
date-noon = दोपहर
date-evening = शाम
date-night = रात
date-small-hours = रात
date-clock = { $part } { $time }

date-today = आज
date-days-left = { $n } दिन शेष
date-hours-left = { $n ->
    [one] { $n } घंटा शेष
   *[other] { $n } घंटे शेष
 }
date-minutes-left = { $n } मिनट शेष
date-days-late = { $n } दिन की देरी
date-hours-late = { $n } घंटे की देरी
date-minutes-late = { $n } मिनट की देरी

deadline-hours = { $n ->
    [one] { $n } घंटा
   *[other] { $n } घंटे
 }
deadline-days = { $n } दिन
deadline-working-days = { $n } कार्य-दिवस
deadline-months = { $n ->
    [one] { $n } महीना
   *[other] { $n } महीने
 }
length-minutes = { $n } मिनट
