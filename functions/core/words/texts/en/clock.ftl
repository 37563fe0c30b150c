# Deadlines: running, stopped, met, passed, or still to begin

clock-title = The other deadlines
clock-fold = { $n } more deadlines
clock-nearest = the nearest: { $name }, by { $when }
clock-none-left = all met
clock-late-count = { $n } overdue
clock-lead = If one is not met, word goes up by itself, to: { $who }.
clock-paused = Stopped
clock-paused-until = until { $until }
clock-paused-due = Then it runs again; the last date is now { $when }.
clock-paused-why = { $reason }. Allowed by: { $who }.
clock-stood = Hatched: the clock stood still for { $time } in all.
clock-stands = Hatched: the clock stands still for { $time } in all.
clock-only-above = Only an officer further up may stop it, and must write why.
clock-met = Done
clock-met-late = Done late
clock-met-on = on { $when }
clock-was-due = The last date was { $when }.
clock-overdue = was due by { $when }
clock-planned-registration = Once registered: { $name }, within { $time }
clock-planned-recording = Once an FIR is recorded: { $name }, within { $time }
clock-planned-enquiry = Once a preliminary enquiry is opened: { $name }, within { $time }

pause-laboratory = A laboratory's or doctor's report is awaited
pause-court = A court has ordered it
pause-complainant = You asked for time
