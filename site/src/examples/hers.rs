//! What she says after the filing, in every state.

use domain::fault::{Fault, Field, Flaw};
use domain::policy::{Category, Service};
use domain::say::Withdrawal;

use super::code;
use super::complaint::{opened, running, settled, sho};
use super::people::{at, number};
use crate::page::{
    AnswerShown, CodeState, ComplaintPage, ContactPage, ContactState, HersShown, MinePage, MineRow, Page, RefusedPage, RefusedState, SayPage, SayState,
    StageShown, WithdrawPage, WithdrawState,
};

pub(super) fn pages<'a>(service: &Service, category: &Category) -> Vec<(&'static str, Page<'a>)> {
    let hers = |answer| Some(HersShown { answer, may_refuse: true, withdrawal: Withdrawal::May, list: true, hearing: true, listed: false });
    let open = || ComplaintPage { hers: hers(AnswerShown::NotAsked), ..running(service, category, 38) };
    let closed = |answer| ComplaintPage { hers: hers(answer), ..settled(service, category) };
    let until = at(29, 23, 59);
    let say = |state| Page::Say(Box::new(SayPage { number: number(), state, typed: String::new(), faults: Vec::new() }));
    let wrong = SayPage {
        number: number(),
        state: SayState::Ask(until),
        typed: "अब भी रोकता है".to_owned(),
        faults: vec![Fault { field: Field::Account, flaw: Flaw::TooLong(5000) }],
    };
    let refused = |state| Page::Refused(Box::new(RefusedPage { number: number(), state }));
    let withdraw = |state| Page::Withdraw(Box::new(WithdrawPage { number: number(), state, hours: 24 }));
    let contact = |state, faults: Vec<Fault>| {
        let typed = [("contact_sms", "no"), ("contact_call", "yes"), ("safe_hours", "10:00-17:00"), ("phone", ""), ("code_word", "")];
        let typed = typed.map(|(name, value)| (name, value.to_owned())).to_vec();
        Page::Contact(Box::new(ContactPage { number: number(), state, typed, faults, other_phone: None, has_code_word: true, may_change_number: true }))
    };
    let by_receipt = ContactPage {
        number: number(),
        state: ContactState::Ask,
        typed: vec![("contact_sms", "no".to_owned()), ("contact_call", "yes".to_owned())],
        faults: Vec::new(),
        other_phone: None,
        has_code_word: false,
        may_change_number: false,
    };
    let row = |stage| MineRow { number: number(), category: category.name.clone(), stage, registered_at: at(2, 21, 41), due_at: until };
    vec![
        ("hers-open", opened(open())),
        ("hers-asked", opened(closed(AnswerShown::Asked(until)))),
        ("hers-solved", opened(closed(AnswerShown::Solved(Some(until))))),
        ("hers-unsolved", opened(closed(AnswerShown::Unsolved))),
        ("hers-silent", opened(closed(AnswerShown::None(until)))),
        ("say-ask", say(SayState::Ask(until))),
        ("say-wrong", Page::Say(Box::new(wrong))),
        ("say-solved", say(SayState::Solved)),
        ("say-reopened", say(SayState::Reopened(sho()))),
        ("say-top", say(SayState::AtTop)),
        ("say-late", say(SayState::Late(until))),
        ("say-not-closed", say(SayState::NotClosed)),
        ("say-before", say(SayState::Before)),
        ("refused", refused(RefusedState::Ask)),
        ("refused-done", refused(RefusedState::Done(Box::new(sho()), at(21, 15, 30)))),
        ("refused-not", refused(RefusedState::Not)),
        ("withdraw", withdraw(WithdrawState::Stands(Withdrawal::May))),
        ("withdraw-code", withdraw(WithdrawState::Code(code(CodeState::Sent, None)))),
        ("withdraw-code-wrong", withdraw(WithdrawState::Code(code(CodeState::Wrong { left: 2 }, None)))),
        ("withdraw-waits", withdraw(WithdrawState::Stands(Withdrawal::Waits(at(22, 11, 30))))),
        ("withdraw-ends-nothing", withdraw(WithdrawState::Stands(Withdrawal::EndsNothing))),
        ("withdraw-recorded", withdraw(WithdrawState::Stands(Withdrawal::Recorded))),
        ("withdraw-closed", withdraw(WithdrawState::Stands(Withdrawal::Closed))),
        ("withdraw-no-phone", withdraw(WithdrawState::NoPhone)),
        ("contact", contact(ContactState::Ask, Vec::new())),
        ("contact-wrong", contact(ContactState::Ask, vec![Fault { field: Field::Phone, flaw: Flaw::NotIndianMobile }])),
        ("contact-code", contact(ContactState::Code(code(CodeState::Sent, Some("+91 ••••••••42"))), Vec::new())),
        ("contact-saved", contact(ContactState::Saved, Vec::new())),
        ("contact-by-receipt", Page::Contact(Box::new(by_receipt))),
        ("mine", Page::Mine(MinePage { rows: vec![row(StageShown::Assigned), row(StageShown::Disposed)] })),
    ]
}
