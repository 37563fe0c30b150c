# On every page. One word for one thing: complaint, station, district, investigating officer, disposal.

brand = Sunwai
brand-line = The complaint service of the police and women's cells
to-main = Skip to the main part
strip-label = Help now
strip-danger = In danger?
exit = Leave now
language-other = हिन्दी
back = Back
optional = (optional)
change = Change
go-on = Continue

help-title = Numbers that help
help-112 = emergency
help-1090 = women
help-181 = women's helpline
help-1098 = children
help-1930 = cyber fraud
footer-safety = How to remove traces from this phone
footer-privacy = What we do with what you tell us

error-title = Error: { $title }
summary-title = { $n ->
    [one] One thing to put right
   *[other] { $n } things to put right
 }
error-before = Error:

holder-at = { $title }, { $place }
woman-officer = woman officer
