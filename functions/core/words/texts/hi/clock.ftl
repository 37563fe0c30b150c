# समय-सीमाएँ: जो चल रही हैं, रुकी हैं, पूरी हुईं, निकल गईं, या आगे शुरू होंगी

clock-title = बाक़ी समय-सीमाएँ
clock-fold = { $n } और समय-सीमाएँ
clock-nearest = सबसे पास: { $name }, { $when } तक
clock-none-left = सब पूरी हुईं
clock-late-count = { $n } का समय निकल गया
clock-lead = समय पर न हो, तो ख़बर अपने-आप ऊपर जाती है: { $who }।
clock-paused = रुकी है
clock-paused-until = { $until } तक
clock-paused-due = फिर चलेगी; आख़िरी तारीख़ अब { $when }।
clock-paused-why = { $reason }। अनुमति: { $who }।
clock-stood = धारीदार हिस्सा: घड़ी कुल { $time } रुकी।
clock-stands = धारीदार हिस्सा: घड़ी कुल { $time } रुकी रहेगी।
clock-only-above = घड़ी सिर्फ़ ऊपर के अधिकारी रोक सकते हैं, वजह लिखकर।
clock-met = पूरा हुआ
clock-met-late = देर से पूरा हुआ
clock-met-on = { $when } को
clock-was-due = आख़िरी तारीख़ { $when } थी।
clock-overdue = { $when } तक होना था
clock-planned-registration = शिकायत दर्ज होने पर: { $name }, { $time } में
clock-planned-recording = FIR दर्ज होने पर: { $name }, { $time } में
clock-planned-enquiry = शुरुआती जाँच खुलने पर: { $name }, { $time } में

pause-laboratory = लैब या डॉक्टर की रिपोर्ट का इंतज़ार है
pause-court = अदालत का आदेश है
pause-complainant = आपने समय माँगा
