# विषय चुनना और शुरू करने से पहले का पन्ना

choose-title = आपकी बात किस बारे में है?
choose-lead = पक्का न हो, तो जो सबसे पास लगे उसे चुनें।
choose-within = { $time } में

begin-title = शुरू करने से पहले
begin-exit = अचानक पन्ना छिपाना हो
begin-exit-link = ऊपर ‘यहाँ से निकलें’ दबाएँ। यह पन्ना हट जाएगा, कोई दूसरा पन्ना खुलेगा।
begin-exit-keys = कीबोर्ड हो, तो Esc दबाएँ या Shift तीन बार।
begin-exit-history = इससे फ़ोन का इतिहास नहीं मिटता। निजी (Incognito) खिड़की में खोलना ज़्यादा सुरक्षित है।
begin-exit-more = निशान कैसे मिटाएँ
begin-next = आगे क्या होगा
begin-next-write = आप लिखेंगी कि क्या हुआ
begin-next-write-note = अपने शब्दों में, बोलकर भी। लगभग 5 मिनट।
begin-next-code = फ़ोन पर कोड आएगा
begin-next-code-note = कोड डालने पर ही शिकायत दर्ज होगी।
begin-next-number = नंबर और आख़िरी तारीख़ मिलेगी
begin-next-woman = महिला अधिकारी आपसे बात करेंगी
begin-next-woman-note = आप बताएँगी कि फ़ोन कब सुरक्षित है।
begin-next-up = तारीख़ निकली, तो शिकायत ऊपर जाएगी
begin-next-up-note = अपने-आप, ऊपर के अधिकारी के पास।
begin-window = { $name }: { $from } से { $to }
begin-window-daily = रोज़
begin-window-working = सोमवार से शुक्रवार, छुट्टी छोड़कर
begin-district = बात किस जनपद की है?
begin-district-hint = पक्का न हो, तो अपना जनपद चुनें।
begin-district-choose = जनपद चुनें
state-up = उत्तर प्रदेश
state-dl = दिल्ली
