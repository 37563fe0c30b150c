//! Who sits where, asked once a run: a night in which thousands go up asks for each unit once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use boot::App;
use domain::ids::UnitCode;
use store::{Error, Unit};

/// The units that a run has asked for.
#[derive(Clone, Default)]
pub struct Units(Arc<Mutex<HashMap<UnitCode, Arc<Unit>>>>);

impl Units {
    pub(crate) async fn get(&self, app: &App, unit: UnitCode) -> Result<Arc<Unit>, Error> {
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&unit) {
            return Ok(Arc::clone(known));
        }
        // Two shards may ask for the same unit at the same time: the second answer is as good.
        let found = Arc::new(app.store().unit(&unit).await?);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(unit, Arc::clone(&found));
        Ok(found)
    }
}
