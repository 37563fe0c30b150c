//! A code is used up by the write that it was typed for: what was not written can be confirmed with the same code.

use domain::number::Number;
use local::faults::Fault;

use crate::town::{Answer, Citizen, Filed, Town, fields};

const NEW: &str = "98123140";

/// What a code can be typed for beside a filing, whose own way `whole` walks.
#[derive(Clone, Copy, Debug)]
enum For {
    Track,
    Withdraw,
    Contact,
}

impl For {
    fn paths(self, filed: &Filed) -> (String, String) {
        match self {
            For::Track => ("/track".to_owned(), "/track/confirm".to_owned()),
            For::Withdraw => [("withdraw"), ("withdraw/confirm")].map(|end| format!("/complaints/{}/{end}", filed.number)).into(),
            For::Contact => [("contact"), ("contact/confirm")].map(|end| format!("/complaints/{}/{end}", filed.number)).into(),
        }
    }

    async fn asks(self, her: &Citizen<'_>, filed: &Filed, new: &str) -> String {
        let asked = match self {
            For::Track => fields(&[("number", &filed.number), ("phone", &her.phone)]),
            For::Withdraw => fields(&[]),
            For::Contact => fields(&[("contact_sms", "yes"), ("contact_call", "no"), ("safe_hours", ""), ("phone", new)]),
        };
        her.post(&self.paths(filed).0, &asked).await.expect(202).text("draft")
    }

    async fn types(self, her: &Citizen<'_>, filed: &Filed, draft: &str, code: &str) -> Answer {
        her.post(&self.paths(filed).1, &fields(&[("draft", draft), ("code", code)])).await
    }

    /// Whether what the code was for has happened, by what lies in the table.
    async fn done(self, town: &Town, filed: &Filed, new: &str) -> bool {
        let number = Number::parse(&filed.number).unwrap();
        let store = town.app().store();
        match self {
            For::Track => false,
            For::Withdraw => store.load(&number).await.unwrap().unwrap().say.withdraws_at.is_some(),
            For::Contact => {
                let (private, key) = (store.private(&number).await.unwrap().unwrap(), store.data_key(&number).await.unwrap().unwrap());
                private.reached_at(&key).is_some_and(|e164| e164.ends_with(new))
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_whose_work_failed_is_good_for_another_try() {
    let town = Town::new().await;
    for (n, wanted) in [For::Track, For::Withdraw, For::Contact].into_iter().enumerate() {
        let mut failed_late = 0;
        for spared in 0.. {
            let after = format!("{wanted:?} after {spared} calls");
            let her = town.citizen(&format!("981231{n}3{spared:02}"));
            let new = format!("{NEW}{spared:02}");
            let filed = her.files_with(&[("category", "S0-4")]).await;
            let draft = wanted.asks(&her, &filed, &new).await;
            let code = match wanted {
                For::Track | For::Withdraw => her.code().await,
                For::Contact => town.citizen(&new).code().await,
            };
            town.local().store_faults.after(spared, Fault::Fail);
            let first = wanted.types(&her, &filed, &draft, &code).await;
            town.local().store_faults.set(Fault::Off);
            let done = wanted.done(&town, &filed, &new).await;
            if first.status < 400 {
                assert!(spared > 3 && failed_late > 0, "{wanted:?} takes more than {spared} calls");
                // And once it was, it is no more.
                let again = wanted.types(&her, &filed, &draft, &code).await;
                assert!(matches!(again.status, 409 | 422), "{after}: {} {}", again.status, again.body);
                break;
            }
            assert_eq!(first.status, 503, "{after}: {}", first.body);
            failed_late += usize::from(spared > 2);
            let again = wanted.types(&her, &filed, &draft, &code).await;
            // What was written before the answer failed is shown as it stands.
            let fine = if done { again.status == 409 || again.status == 422 } else { again.status == 200 };
            assert!(fine, "{after}, done: {done}: {} {}", again.status, again.body);
            let opened_only = matches!(wanted, For::Track);
            assert!(opened_only || wanted.done(&town, &filed, &new).await, "{after}");
        }
    }
}
