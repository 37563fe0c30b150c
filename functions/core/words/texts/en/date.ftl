# Dates and times. Digits are always 0-9.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# 4 to 12 morning, 12 to 4 noon, 4 to 8 evening, 8 to 12 night, 12 to 4 the small hours
date-morning = am
date-noon = pm
date-evening = pm
date-night = pm
date-small-hours = am
date-clock = { $time } { $part }

date-today = today
date-days-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
 }
date-hours-left = { $n ->
    [one] { $n } hour left
   *[other] { $n } hours left
 }
date-minutes-left = { $n ->
    [one] { $n } minute left
   *[other] { $n } minutes left
 }
date-days-late = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
date-hours-late = { $n ->
    [one] { $n } hour overdue
   *[other] { $n } hours overdue
 }
date-minutes-late = { $n ->
    [one] { $n } minute overdue
   *[other] { $n } minutes overdue
 }

deadline-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
 }
deadline-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
 }
deadline-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
 }
deadline-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
 }
length-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
 }
