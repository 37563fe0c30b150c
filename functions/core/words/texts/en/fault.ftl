# What is wrong with an answer, and what to do now

fault-account-missing = Write what happened
fault-happened-on-future = That day has not come yet. Write a day in the past
fault-name-missing = Write your name
fault-relation-missing = Choose whose name stands beside yours, or ‘Rather not say’
fault-relative-name-missing = Write their name, or choose ‘Rather not say’ above
fault-phone-missing = Write your mobile number
fault-phone-indian = A mobile number has 10 digits and starts with 6, 7, 8 or 9
fault-phone-foreign = We need an Indian mobile number here: 10 digits
fault-phone-wrong = That does not look like a phone number. Write it again with + and the country's code
fault-district-missing = Choose a district
fault-address-missing = Write the house or street
fault-pin = A PIN code has 6 digits, such as 226001
fault-hours = Write the hours like this: 10:00-17:00
fault-station-choice = Choose a station of this district from the list, or ‘I do not know’
fault-number-missing = Write the registration number
fault-number-wrong = This number is not complete or not right. Compare it with the receipt, such as LKO26-7F3KQ9XW-X
fault-receipt-missing = Write the 16 digits of the receipt
fault-receipt-wrong = A receipt has 16 digits. Count them once more
fault-code-missing = Write the 6-digit code from the text
fault-draft = This page is old. Start again
fault-key = Open the page again and send it

fault-missing = { $what }: this needs an answer
fault-long = { $what }: longer than { $max } characters, make it a little shorter
fault-unreadable = { $what }: some characters could not be read, write it again
fault-no-letters = { $what }: use words, not only digits or signs
fault-choice = { $what }: choose one of the answers given
fault-again = { $what }: look at it and write it again
