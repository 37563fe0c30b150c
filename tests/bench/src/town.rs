//! The app by hand, from the parts a local start is made of, so that the client can be watched.

use std::sync::Arc;

use aws_sdk_dynamodb::Client;
use axum::Router;
use boot::{App, Base, Clock};
use local::engine::Engine;
use notify::Outlet;
use seal::KeyRing;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::made;
use crate::wire::{Mode, Wire};

/// How many citizens come at once.
pub(crate) const CITIZENS: usize = 8;
/// The same master key in every town of a run: what one town sealed and hashed, another finds again.
const MASTER: [u8; 32] = [7; 32];
const REGION: &str = "ap-south-1";

/// An app with a watched client.
pub(crate) struct Town {
    pub(crate) app: App,
    pub(crate) outlet: Outlet,
    pub(crate) wire: Wire,
    _engine: Option<Arc<Engine>>,
}

/// A site that answers on loopback; it ends when this is dropped.
pub(crate) struct Served {
    pub(crate) url: String,
    server: JoinHandle<()>,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The embedded engine, in memory.
pub(crate) async fn engine() -> Result<Arc<Engine>, String> {
    Engine::start(None).await.map(Arc::new)
}

/// The SDK's client with nothing of ours around it but the wire.
pub(crate) fn bare_client(wire: &Wire, endpoint: &str) -> Client {
    let config = boot::connect(wire.before(boot::http_client()), REGION, Some(local::credentials()));
    Client::from_conf(aws_sdk_dynamodb::config::Builder::from(&config).endpoint_url(endpoint).build())
}

impl Town {
    /// Over an engine, with its tables made and its officers seated.
    pub(crate) async fn over(engine: &Arc<Engine>, sns: &str, mode: Mode) -> Result<Town, String> {
        let mut town = Town::at(&engine.url, sns, mode, Mode::Count)?;
        town._engine = Some(engine.clone());
        town.app.store().create_tables().await.map_err(|e| format!("make the tables: {e}"))?;
        town.app.store().put_officers(&made::officers()?).await.map_err(|e| format!("write the officers: {e}"))?;
        Ok(town)
    }

    /// Over any endpoint that has everything already.
    pub(crate) fn at(dynamodb: &str, sns: &str, mode: Mode, texts: Mode) -> Result<Town, String> {
        Town::by(Clock::movable(None), dynamodb, sns, mode, texts)
    }

    /// The same by a clock that somebody else looks at too.
    pub(crate) fn by(clock: Clock, dynamodb: &str, sns: &str, mode: Mode, texts: Mode) -> Result<Town, String> {
        let in_force = policy_in_force::load().ok_or("the policy that was built in cannot be read")?;
        let base = Base::new(in_force, clock, "http://127.0.0.1");
        let wire = Wire::new(mode);
        let config = |wire: &Wire| boot::connect(wire.before(boot::http_client()), REGION, Some(local::credentials()));
        let outlet = Outlet::connect(&config(&Wire::new(texts)), Some(sns), base.texts());
        let app = App::new(base, &config(&wire), Some(dynamodb), local::tables(), KeyRing::File(MASTER));
        Ok(Town { app, outlet, wire, _engine: None })
    }

    /// The three routes that are measured, ready to meet the world.
    pub(crate) fn router(&self) -> Router {
        let routes = Router::new()
            .merge(file_complaint::routes(self.app.clone(), self.outlet.clone()))
            .merge(confirm_complaint::routes(self.app.clone()))
            .merge(show_complaint::routes(self.app.clone()));
        boot::harden(routes, self.app.base())
    }

    /// The two pages of the console that are measured.
    pub(crate) fn console(&self) -> Router {
        let routes = Router::new().merge(show_worklist::routes(self.app.clone())).merge(show_case::routes(self.app.clone()));
        boot::harden(routes, self.app.base())
    }

    /// Answers on a loopback port of its own.
    pub(crate) async fn serve(&self) -> Result<Served, String> {
        serve(self.router()).await
    }
}

/// Answers on a loopback port of its own.
pub(crate) async fn serve(router: Router) -> Result<Served, String> {
    let listener = TcpListener::bind("127.0.0.1:0").await.map_err(|e| format!("bind a port: {e}"))?;
    let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
    let server = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            eprintln!("bench: a server ended: {error}");
        }
    });
    Ok(Served { url, server })
}
