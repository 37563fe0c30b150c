# How officers come in: signing in, making a passkey, inviting, lost passkeys

door-line = The officers' console
door-without = To sign in, JavaScript must be on in this browser. A passkey opens with nothing else.
door-none = This browser knows no passkeys. Use a current Chrome, Firefox, Edge or Safari.
door-stopped = The device gave no passkey. Press the button again and confirm with finger, face or PIN.
door-elsewhere = Passkeys do not work at this address. Go to:
door-refused = You are not signed in
door-refused-text = This passkey does not work here. Try again, or ask your superior officer for a new invitation.
door-too-late = The time was over
door-too-late-text = A passkey is asked for once, for five minutes. Start again.
door-no-post = Your account is closed for now
door-no-post-text = We know you, but you hold no post at present. Speak to your superior officer.
door-no-invitation = This invitation does not work
door-no-invitation-text = Check number and code. An invitation works once, within 24 hours. Your superior officer gives a new one.
door-not-made = No passkey was made
door-not-made-text = What came from the device could not be kept. The invitation still works, try again.

sign-in-title = Sign in
sign-in-lead = Come in with your passkey: finger, face, PIN or security key.
sign-in-go = Sign in with a passkey
sign-in-none = No passkey?
sign-in-none-text = The first passkey is made with an invitation from your superior officer. If every passkey is lost, two officers together give a new invitation.
sign-in-enrol = I have an invitation: make a passkey

officer-number = Officer's number
enrol-title = Make a passkey
enrol-lead = Type the number and the code of your invitation. Then the device asks for your finger, face or PIN.
enrol-code = Code of the invitation
enrol-code-hint = 26 letters and digits. Spaces and capitals make no difference.
enrol-go = Make a passkey
enrol-own-device = Make a passkey only on a device of your own, whose lock you alone can open.

invite-title = Officers' passkeys
invite-lead = Invite officers under you to make a passkey.
invite-nobody = Nobody in this unit is under you.
invite-state = Passkeys
invite-below = Units below
invite-top = The whole state
invite-go = Invite
invite-whom = Invite { $name }
invite-no-passkey = No passkey yet
invite-passkeys = { $n ->
    [one] One passkey
   *[other] { $n } passkeys
 }
invite-until = Invitation good until { $when }
invite-suspended = Suspended
invite-refused = This cannot be done now
invite-refused-text = You are neither above nor beside an officer of this number, or an officer of another unit is needed.
invite-full = No more passkeys fit
invite-full-text = This officer has five passkeys. If they are lost, have them all removed below.

invited-title = Invitation
invited-lead = Give this to { $name } yourself, face to face or by phone.
invited-link = Address
invited-until = Works once, until { $when }.
invited-once = This code is not shown again. If it is lost, invite again and the old one is void.

recovery-title = Every passkey is lost
recovery-lead = Two officers of two units confirm it. Then the old passkeys and open sessions end, and there is a new invitation.
recovery-hint = First meet the officer, or recognise them on the phone.
recovery-go = Confirm
recovery-asked = The first confirmation for { $number } is written down
recovery-asked-text = Until { $when } an officer of another unit confirms it here with the same number.
recovery-waits = Lost passkeys: a second confirmation is needed until { $when }
recovery-done = The old passkeys and sessions have ended
recovery-done-text = A new passkey can now be made with this invitation.
