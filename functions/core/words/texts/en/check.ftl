# Checking the answers, typing the code, the receipt

check-title = Check your answers and type the code
check-what = What happened
check-you = You
check-where = Place
check-contact = Reaching you
check-police = Police
check-change-of = : { $what }
check-none = Not given
check-before = Until you type the code, nothing is registered.
check-file = Register the complaint

code-title = Type the code sent to your phone
code-sent-to = A 6-digit code went to { $phone }. It works until { $until }.
code-sent = A 6-digit code was sent. It works until { $until }.
code-if-match = If number and mobile belong together, a 6-digit code is on its way. It works until { $until }.
code-keep = Tell the code to nobody, not even the police.
code-not-sent = The code could not be sent yet
code-not-sent-text = What you wrote is safe with us. Wait a minute, then press ‘Send the code again’.
code-not-sent-desk = If it keeps failing, the women's help desk of your district will call you.
code-wait = Several codes have gone to this number
code-wait-text = The next one can go after { $when }. If you have an earlier code, type that one.
code-short = The code has 6 digits. Look at the text and type it again.
code-wrong = { $left ->
    [0] That code is not right. Ask for a new one.
    [one] That code is not right. You can try once more.
   *[other] That code is not right. You can try { $left } more times.
 }
code-expired = This code no longer works. Press ‘Send the code again’ for a new one.
code-locked = Too many wrong codes
code-locked-text = To keep you safe this way is closed until { $when }. Then ask for a new code.
code-locked-call = If it cannot wait, call one of the numbers below.
code-not-arrived = No code?
code-resend = Send the code again
code-open = Open the complaint
code-other = Change the number or mobile

receipt-title = Your complaint is registered
receipt-number = Registration number
receipt-digits = Receipt digits
receipt-once = These digits are never shown again. Write them on paper now.
receipt-once-why = Without the phone, the number and these digits together open the complaint.
receipt-by-phone = To see it later, enter this number and your mobile number. A code comes to your phone.
receipt-by = Last date
receipt-rule = Rule
receipt-source = Where the rule comes from
receipt-registered = Registered
receipt-matter = Matter
receipt-holidays = Holidays left out of the count
receipt-holder = Who has it now
receipt-next = If it is not settled
receipt-next-text = On { $when } it goes by itself to: { $who }
receipt-texts-yes = You get a text whenever something happens. It names neither you nor the matter.
receipt-texts-no = No text will go to your phone. You can look here yourself.
receipt-woman = A woman officer will talk to you by phone.
receipt-now = What happens now
receipt-open = See my complaint
receipt-print = Print or keep as PDF
receipt-share = Send the number to yourself
receipt-share-lead = Only to a phone you trust. The message says nothing about the matter.
receipt-share-sms = By SMS
receipt-share-whatsapp = By WhatsApp
receipt-share-other = Another way
receipt-share-text = Keep this number: { $number }

filed-title = This is registered already
filed-text = Your complaint is registered. It was not registered twice.
filed-open = See it
filed-new = Write a new complaint
