//! Every text that leaves: registered, neutral, one segment, and with what Indian networks ask for.

use domain::sms::{Encoding, segments};

use crate::town::Town;

#[tokio::test(flavor = "multi_thread")]
async fn every_text_carries_what_the_networks_ask_for() {
    let town = Town::new().await;
    for (phone, lang) in [("9812300701", "hi"), ("9812300702", "en")] {
        let asha = town.citizen(phone);
        let asha = if lang == "en" { asha.in_english() } else { asha };
        asha.files_with(&[("service", "S1"), ("category", "S1-1")]).await;
    }
    town.advance("P2D").await;
    let texts = town.texts().await;
    let templates = policy_in_force::load().unwrap().texts;
    for key in ["otp", "registered", "assigned", "escalated"] {
        for lang in ["hi", "en"] {
            assert!(texts.iter().any(|sms| sms.template == key && sms.language == lang), "{key} in {lang}");
        }
    }
    for key in ["warned", "arrived", "digest", "top_alarm"] {
        assert!(texts.iter().any(|sms| sms.template == key && sms.language == "hi"), "{key} to a post");
    }
    for sms in &texts {
        let registered = templates.templates().find(|t| t.key.tag() == sms.template && t.lang.tag() == sms.language).unwrap();
        assert_eq!(sms.attributes["AWS.SNS.SMS.SMSType"], "Transactional");
        assert_eq!(sms.attributes["AWS.SNS.SMS.SenderID"], registered.header);
        assert_eq!(sms.attributes["AWS.MM.SMS.EntityId"], templates.entity_id);
        assert_eq!(sms.attributes["AWS.MM.SMS.TemplateId"], registered.dlt_id);
        assert_eq!(segments(&sms.text), 1, "{}", sms.text);
        assert_eq!(Encoding::of(&sms.text) == Encoding::Gsm7, sms.language == "en", "{}", sms.text);
        for telling in ["पुलिस", "थाना", "महिला", "शिकायत", "police", "complaint", "woman", "http", "Sunita", "सुनीता", "98123"]
        {
            assert!(!sms.text.to_lowercase().contains(telling), "{telling}: {}", sms.text);
        }
    }
}
