# What is not known, and what to do again

desk-bulk-failed = The record did not answer, so nobody knows whether it was done. Reload this page: what was done is not done twice.
desk-found-ended = Too many fit, so the oldest were not looked through. Type the full name or the mobile.
