# Forwarding to a station of another district

elsewhere-ask = To another district?
elsewhere-show = Show its stations
elsewhere-lead = It goes to { $district }. Number, promised date and clock stay as they are; officers there see it from then on.
elsewhere-happened = Sent to another district: { $station }, { $district }
