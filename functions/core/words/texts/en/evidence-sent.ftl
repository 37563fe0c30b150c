# Evidence that a browser sends by itself: on its way, or not taken when it came

evidence-not-taken = Not added
evidence-sent = sent { $when }
evidence-broke-off = If sending broke off, choose the same file again: it goes on where it stopped. After twelve hours it is no longer waited for.
evidence-fault-unopened = This file could not be opened here. Save it anew as a JPG, an MP4 or a PDF and send that.
