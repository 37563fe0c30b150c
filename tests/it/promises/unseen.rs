//! A case that does not exist for an officer costs what a number costs that is nobody's: no more is asked of the tables.

use local::faults::Fault;

use crate::town::Town;

const URGENT: [(&str, &str); 2] = [("service", "S1"), ("category", "S1-1")];

#[tokio::test(flavor = "multi_thread")]
async fn no_key_is_fetched_for_whom_a_case_does_not_exist() {
    let town = Town::new().await;
    let accusing = town.citizen("9812300791").files_with(&[URGENT[0], URGENT[1], ("accused_station", "LKO-ALB")]).await.number;
    let open = town.citizen("9812300792").files_with(&URGENT).await.number;
    let sho = town.officer("T-4").await;
    town.texts().await;
    let asks = async |number: &str, calls: usize| {
        // Her session and the case, and then one more page whose session is the last call that goes through.
        town.local().store_faults.after(calls, Fault::Fail);
        let page = sho.opens(&format!("/desk/complaints/{number}")).await.status;
        let next = sho.reads("/desk/profile").await.status;
        town.local().store_faults.set(Fault::Off);
        (page, next)
    };
    for number in [accusing.as_str(), "LKO26-7F3KQ9XW-X"] {
        assert_eq!(asks(number, 3).await, (404, 200), "{number}: two calls");
        assert_eq!(asks(number, 2).await, (404, 503), "{number}: and not one fewer");
    }
    assert_eq!(asks(&open, 3).await.0, 503, "a case that exists takes its key and its units");
}
