//! What changes in the middle of a month: officers leave, posts fall empty, another policy comes into force.
//! For a quarter of an hour before and after nothing runs, so that no clock makes it doubtful which came first.

use std::collections::BTreeSet;
use std::time::Duration;

use domain::Timestamp;
use domain::duty::Vacancy;
use domain::ids::OfficerId;
use serde_json::json;

use crate::month::Crew;
use crate::rng::Rng;
use crate::table;
use crate::town::Town;
use crate::weather::Weather;
use crate::world::World;

/// Longer than any clock is off and any request strays.
const QUIET: Duration = Duration::from_secs(900);

/// A turn of things.
pub(crate) struct Turn {
    pub(crate) at: Timestamp,
    /// Whose rows are gone.
    pub(crate) left: BTreeSet<OfficerId>,
    /// The posts that were written down as empty.
    pub(crate) emptied: Vec<Vacancy>,
    /// Whether the amended policy came into force.
    pub(crate) amended: bool,
}

pub(crate) async fn turn(crew: &mut Crew, world: &World, town: &Town, before: &[Turn], rng: &mut Rng) -> Result<Turn, store::Error> {
    world.kept().table_weather = Weather::Calm;
    tokio::time::sleep(QUIET).await;
    let mut turn = Turn { at: world.now(), left: BTreeSet::new(), emptied: Vec::new(), amended: false };
    if before.iter().all(|it| !it.amended) && rng.chance(500) {
        turn.amended = true;
        crew.amend();
    }
    for _ in 0..rng.below(4) {
        let there: Vec<_> = town.staff.iter().map(|(officer, _)| officer).filter(|it| !has_left(before, &it.id) && !turn.left.contains(&it.id)).collect();
        let Some(officer) = (!there.is_empty()).then(|| *rng.pick(&there)) else { break };
        // The whole post is given up, or one of its officers goes and nobody writes anything down.
        if rng.chance(400) {
            let mates = there.iter().filter(|it| it.unit == officer.unit && it.post == officer.post);
            turn.left.extend(mates.map(|it| it.id.clone()));
            let others: Vec<_> = there.iter().filter(|it| it.unit == officer.unit && it.post != officer.post).collect();
            let stand_in = (rng.chance(500) && !others.is_empty()).then(|| *rng.pick(&others)).map(|it| (it.unit.clone(), it.post.clone()));
            turn.emptied.push(Vacancy { unit: officer.unit.clone(), post: officer.post.clone(), stand_in });
        } else {
            turn.left.insert(officer.id.clone());
        }
    }
    leave(world, town, &turn.left);
    crew.witness.work(|app, _| async { app.store().put_vacancies(&turn.emptied).await }).await?;
    tokio::time::sleep(QUIET).await;
    Ok(turn)
}

/// Takes the rows of officers away. What the product keeps of them elsewhere stays.
fn leave(world: &World, town: &Town, left: &BTreeSet<OfficerId>) {
    let kept = world.kept();
    for (officer, _) in town.staff.iter().filter(|(officer, _)| left.contains(&officer.id)) {
        let key = json!({ "pk": { "S": format!("U#{}", officer.unit) }, "sk": { "S": format!("O#{}", officer.id) } });
        table::answer(&kept, "DeleteItem", &json!({ "TableName": local::tables().main, "Key": key }).to_string());
    }
}

/// Whether an officer is gone by then.
pub(crate) fn has_left(turns: &[Turn], id: &OfficerId) -> bool {
    turns.iter().any(|turn| turn.left.contains(id))
}
