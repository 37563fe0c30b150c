# The first page, the page that asks for the language, the page for danger

root-title = सुनवाई · Sunwai
root-go = Continue in English

home-title = Complain from home
home-first = Complain from home.
home-second = Every date in plain sight.
home-lead = No trips to the police station. Write from your phone and get a number at once. Then see, any time, who has your complaint and by when it must be settled.
home-start = Start a complaint
home-track = Where is my complaint?
home-what = What is it about?
home-sample = Sample: how you will see your complaint
home-sample-now = Investigating officer, your station
home-sample-now-note = has it now
home-sample-next = Station house officer
home-sample-next-note = gets it by itself once the date has passed
home-sample-top = up to the highest officer
home-sample-left = 37 days left
home-sample-bar = Sample: 23 of 60 days gone, 37 days left
home-promise = What we promise
home-promise-date = A date from the first day
home-promise-date-text = The rule, the date and the officer's post are in front of you.
home-promise-up = Late means it goes up
home-promise-up-text = By itself, without asking anybody. No comment and no transfer stops it.
home-promise-safe = Your safety first
home-promise-safe-text = We send texts only if you say yes. They name neither you nor the matter.
home-promise-police = Even if it is about the police
home-promise-police-text = Whichever station or officer you name, the complaint goes to an officer above them.

danger-title = Get help now
danger-lead = If you are in danger now, call. You can complain later.
danger-call = Call { $number }
danger-112 = Police, ambulance, fire. Day and night, free, even without balance.
danger-1090 = Women power line, Uttar Pradesh. Someone troubles or follows you.
danger-181 = Women's helpline. Violence at home, a place to stay, advice.
danger-1098 = A child is in danger, or a child wants to call.
danger-1930 = Cheated online. The sooner, the better.
danger-silent = Cannot speak?
danger-silent-text = Dial 112 and keep the call open. Go to a shop, a neighbour or a crowd nearby.
danger-after = Safe now?
danger-after-text = Write the complaint once you are in a safe place.
