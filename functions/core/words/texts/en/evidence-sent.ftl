# Evidence that a browser sends by itself: on its way, or not taken when it came

evidence-not-taken = Not added
evidence-sent = sent { $when }
