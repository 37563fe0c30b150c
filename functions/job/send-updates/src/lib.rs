//! The table's stream: a new event row wakes its text up.

use boot::App;
use delivery::Delivered;
use notify::Outlet;
use store::{Error, Undelivered};

/// Delivers the text of one row, if the row is an event.
///
/// # Errors
/// Where the table does not answer: the record comes again.
pub async fn run(app: &App, outlet: &Outlet, pk: &str, sk: &str) -> Result<Option<Delivered>, Error> {
    let Some(event) = Undelivered::from_keys(pk, sk) else { return Ok(None) };
    let told = delivery::deliver(app.store(), outlet, &event, app.now()).await?;
    tracing::info!(number = %event.number, event = event.place, ?told, "told of an event");
    Ok(Some(told))
}
