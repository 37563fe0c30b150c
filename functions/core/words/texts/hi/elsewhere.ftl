# दूसरे जनपद के थाने को भेजना

elsewhere-ask = दूसरे जनपद को भेजना है?
elsewhere-show = इसके थाने दिखाएँ
elsewhere-lead = यह { $district } जनपद जाएगी। नंबर, तय तारीख़ और घड़ी वही रहेंगी; आगे इसे वहाँ के अधिकारी देखेंगे।
elsewhere-happened = दूसरे जनपद भेजी गई: { $station }, { $district }
