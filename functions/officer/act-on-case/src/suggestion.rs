//! What is to be said publicly of a suggestion: the words alone, and beside what she wrote.

use domain::access::DeskMove;
use domain::calendar::wall;
use domain::decide::{Move, Refusal, may_take_up};
use domain::event::Actor;
use domain::fault::Field;
use domain::suggestion::{Listing, Wording, WordingFlaw};
use site::page::desk::{FormFault, Outcome};

use crate::form::Form;

impl Form<'_> {
    pub(crate) fn take_up(&self) -> Result<Move, Outcome> {
        let refused = |why| Outcome::Refused(DeskMove::TakeUp, why);
        let faulty = |(lang, flaw)| Outcome::Faulty(DeskMove::TakeUp, FormFault::Wording(lang, flaw));
        // Why it may not be taken up at all comes before how it is said.
        may_take_up(&self.opened.case.complaint).map_err(refused)?;
        let office = self.own_rung().ok_or(refused(Refusal::NotAllowed))?.clone();
        let wording = Wording::parse(self.text("public_hi"), self.text("public_en")).map_err(faulty)?;
        let hers = self.hers().ok_or(refused(Refusal::Erased))?;
        match hers.iter().find_map(|text| wording.repeats(text)) {
            Some(lang) => Err(faulty((lang, WordingFlaw::HerWords))),
            None => Ok(Move::TakeUp { wording, office, listing: Listing::make(wall(self.now).date(), seal::random()) }),
        }
    }

    /// Everything that she wrote; `None` once it was erased.
    fn hers(&self) -> Option<Vec<String>> {
        let case = &self.opened.case;
        let (private, key) = (case.private.as_ref()?, self.opened.key.as_ref()?);
        let by_her = case.events.iter().map(|stored| &stored.event).filter(|event| event.by == Actor::Complainant);
        let later = by_her.filter_map(|event| case.words.get(&(event.version, event.n))?.open(key, event.version, "words"));
        Some(private.open(key, Field::Account.tag()).into_iter().chain(later).collect())
    }
}
