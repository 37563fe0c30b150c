//! The whole product in one process: the functions' own routes and jobs, an embedded database behind the
//! real client, a small SNS, and the pages of `/dev`.

mod desks;
mod dev;
pub mod engine;
pub mod faults;
pub mod import;
pub mod jobs;
pub mod rights;
pub mod s3;
pub mod scanner;
pub mod seed;
pub mod sns;
pub mod statics;
mod stream;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use aws_credential_types::Credentials;
use axum::Router;
use axum::middleware::from_fn_with_state;
use boot::{App, Base, Clock};
use evidence::Vault;
use notify::Outlet;
use seal::KeyRing;
use store::Tables;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::engine::Engine;
use crate::faults::Faults;
use crate::jobs::Jobs;
use crate::rights::{Functions, Rights};
use crate::s3::S3;
use crate::scanner::{Away, Scanner};
use crate::seed::Seed;
use crate::sns::{Inbox, Sns};
use crate::statics::Statics;
use crate::stream::Follower;

/// How a local start is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    pub listen: SocketAddr,
    /// The folder that holds everything; `None` keeps it in memory.
    pub data: Option<PathBuf>,
    pub seed: Seed,
    /// Another endpoint that speaks `DynamoDB`'s wire format.
    pub dynamodb: Option<String>,
    /// Another endpoint that speaks SNS's.
    pub sns: Option<String>,
    /// Another endpoint that speaks S3's.
    pub s3: Option<String>,
    /// Another scanner that speaks clamd's protocol, such as `tcp://127.0.0.1:3310`.
    pub scanner: Option<String>,
    /// A folder with a policy to take instead of the one built in.
    pub policy: Option<PathBuf>,
    /// Whether the jobs run by themselves; a test runs them when it wants to.
    pub jobs: bool,
    /// A template whose rights hold here as they do in the cloud; without one every function may do everything to the tables.
    pub rights: Option<&'static str>,
    /// Its clock; without one it goes as the system's does and can be moved.
    pub clock: Option<Clock>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            listen: ([127, 0, 0, 1], 0).into(),
            data: None,
            seed: Seed::Demo,
            dynamodb: None,
            sns: None,
            s3: None,
            scanner: None,
            policy: None,
            jobs: true,
            rights: None,
            clock: None,
        }
    }
}

/// What the pages of `/dev` and the tests reach into.
#[derive(Clone)]
pub struct Local {
    pub jobs: Jobs,
    pub inbox: Inbox,
    /// Another endpoint that gets the texts; the inbox stays empty then.
    pub elsewhere: Option<String>,
    pub store_faults: Faults,
    pub sns_faults: Faults,
    pub s3_faults: Faults,
    pub scanner_away: Away,
    /// Where the files lie, for whoever wants to look at them.
    pub files: Option<PathBuf>,
}

/// The running product; it ends when this is dropped.
pub struct Running {
    pub url: String,
    pub local: Local,
    /// Where the database answers, for whoever wants to look into its tables.
    pub dynamodb_url: String,
    server: JoinHandle<()>,
    jobs: Option<JoinHandle<()>>,
    _engine: Option<Engine>,
    _sns: Option<Sns>,
    _s3: Option<S3>,
    _scanner: Option<Scanner>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.server.abort();
        if let Some(jobs) = &self.jobs {
            jobs.abort();
        }
    }
}

/// The names of the tables in a local start.
pub fn tables() -> Tables {
    Tables { main: "sunwai-main-local".to_owned(), keys: "sunwai-keys-local".to_owned() }
}

/// The keys that an endpoint on this machine takes for granted.
pub fn credentials() -> Credentials {
    Credentials::new("local", "local", None, None, "local")
}

/// What helps where tables outlive the key they were begun with.
const OWN_KEY: &str = "Tables open only with the --data folder they were begun with: its master.key is their key.";

/// Starts everything.
///
/// # Errors
/// The text says what could not be started, and why.
pub async fn start(options: Options) -> Result<Running, String> {
    let listener = TcpListener::bind(options.listen).await.map_err(|e| format!("listen on {}: {e}", options.listen))?;
    let url = format!("http://{}", listener.local_addr().map_err(|e| e.to_string())?);
    let (store_faults, sns_faults) = (Faults::default(), Faults::default());
    let Opened { app, engine, dynamodb_url, config: store_config } = open_with(&options, &url, &store_faults).await?;
    let base = app.base();

    let inbox = Inbox::open(options.data.as_ref().map(|dir| dir.join("texts.jsonl")))?;
    let sns = match &options.sns {
        Some(_) => None,
        None => Some(Sns::start(inbox.clone(), base.texts(), base.clock().clone()).await?),
    };
    let sns_url = options.sns.clone().or_else(|| sns.as_ref().map(|s| s.url.clone()));
    let outlet = Outlet::connect(&connection(&sns_faults), sns_url.as_deref(), base.texts());

    let s3_faults = Faults::default();
    let s3 = match &options.s3 {
        Some(_) => None,
        None => Some(S3::start(options.data.as_ref().map(|dir| dir.join("files")).as_deref()).await?),
    };
    let vault = Vault::connect(&connection(&s3_faults), options.s3.as_deref().or(s3.as_ref().map(|s3| s3.url.as_str())), s3::buckets());
    vault.create().await.map_err(|e| format!("make the bucket: {e}"))?;
    let scanner_away = Away::default();
    let scanner = match &options.scanner {
        Some(_) => None,
        None => Some(Scanner::start(scanner_away.clone()).await?),
    };
    let looks = match (&options.scanner, &scanner) {
        (Some(url), _) => evidence::Scanner::parse(url)?,
        (None, Some(own)) => own.address.clone(),
        (None, None) => evidence::Scanner::Never,
    };

    seed::sow(&app, options.seed).await?;
    let stream = match Follower::start(&store_config, &dynamodb_url, &tables().main).await {
        Ok(follower) => Some(Arc::new(follower)),
        Err(error) => {
            tracing::warn!(error, "there is no stream: texts leave with the sweeper");
            None
        }
    };
    let guard = options.rights.map(|template| (Rights::of_template(template), store_faults.before(boot::http_client()), dynamodb_url.clone()));
    let functions = Functions::new(app.clone(), guard);
    let jobs =
        Jobs { app: app.clone(), functions: functions.clone(), outlet: outlet.clone(), stream, digest: Arc::default(), vault: vault.clone(), scanner: looks };
    let local = Local {
        jobs: jobs.clone(),
        inbox,
        elsewhere: options.sns.clone(),
        store_faults,
        sns_faults,
        s3_faults,
        scanner_away,
        files: s3.as_ref().map(|s3| s3.folder.clone()),
    };
    let router = routes(&functions, &outlet, &vault, &local);
    let server = tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "the server ended");
        }
    });
    let jobs = options.jobs.then(|| tokio::spawn(jobs.keep_running()));
    Ok(Running { url, local, dynamodb_url, server, jobs, _engine: engine, _sns: sns, _s3: s3, _scanner: scanner })
}

/// The tables of a start, under the key that they were begun with.
pub struct Opened {
    pub app: App,
    engine: Option<Engine>,
    dynamodb_url: String,
    config: aws_types::SdkConfig,
}

/// Opens the tables that a start with these options has, and starts nothing else.
///
/// # Errors
/// The text says what could not be opened, and why.
pub async fn open(options: &Options) -> Result<Opened, String> {
    open_with(options, "http://127.0.0.1", &Faults::default()).await
}

async fn open_with(options: &Options, url: &str, faults: &Faults) -> Result<Opened, String> {
    if let Some(dir) = &options.data {
        std::fs::create_dir_all(dir).map_err(|e| format!("make {}: {e}", dir.display()))?;
    }
    let inside = |name: &str| options.data.as_ref().map(|dir| dir.join(name));
    let base = Base::new(in_force(options.policy.as_deref())?, options.clock.clone().unwrap_or_else(|| Clock::movable(None)), url);
    let engine = match &options.dynamodb {
        Some(_) => None,
        None => Some(Engine::start(inside("table.db").as_deref()).await?),
    };
    let dynamodb_url = options.dynamodb.clone().or_else(|| engine.as_ref().map(|e| e.url.clone())).unwrap_or_default();
    let ring = match inside("master.key") {
        Some(path) => KeyRing::file(&path).map_err(|e| e.to_string())?,
        None => KeyRing::memory(),
    };
    let config = connection(faults);
    let app = App::new(base, &config, Some(&dynamodb_url), tables(), ring);
    app.store().create_tables().await.map_err(|e| format!("make the tables: {e}"))?;
    app.store().prove_ring().await.map_err(|e| format!("begin with the tables at {dynamodb_url}: {e}. {OWN_KEY}"))?;
    Ok(Opened { app, engine, dynamodb_url, config })
}

fn connection(faults: &Faults) -> aws_types::SdkConfig {
    boot::connect(faults.before(boot::http_client()), "ap-south-1", Some(credentials()))
}

/// Every function's routes behind one door, the static files in front, `/dev` beside them.
fn routes(of: &Functions, outlet: &Outlet, vault: &Vault, local: &Local) -> Router {
    let base = local.jobs.app.base();
    let functions = Router::new()
        .merge(open_form::routes(base.clone()))
        .merge(file_complaint::routes(of.of("file-complaint"), outlet.clone()))
        .merge(change_filing::routes(of.of("change-filing")))
        .merge(resend_code::routes(of.of("resend-code"), outlet.clone()))
        .merge(confirm_complaint::routes(of.of("confirm-complaint")))
        .merge(show_complaint::routes(of.of("show-complaint")))
        .merge(print_receipt::routes(of.of("print-receipt")))
        .merge(answer_complaint::routes(of.of("answer-complaint")))
        .merge(attend_hearing::routes(of.of("attend-hearing")))
        .merge(withdraw_complaint::routes(of.of("withdraw-complaint"), outlet.clone()))
        .merge(change_contact::routes(of.of("change-contact"), outlet.clone()))
        .merge(list_mine::routes(of.of("list-mine")))
        .merge(list_suggestions::routes(of.of("list-suggestions")))
        .merge(add_evidence::routes(of.of("add-evidence"), vault.clone()))
        .merge(show_evidence::routes(of.of("show-evidence"), vault.clone()))
        .merge(add_picture::routes(of.of("add-picture"), vault.clone()))
        .merge(show_worklist::routes(of.of("show-worklist")))
        .merge(show_case::routes(of.of("show-case")))
        .merge(print_report::routes(of.of("print-report")))
        .merge(search::routes(of.of("search")))
        .merge(act_on_case::routes(of.of("act-on-case")))
        .merge(review_cases::routes(of.of("review-cases")))
        .merge(take_in_complaint::routes(of.of("take-in-complaint")))
        .merge(call_back::routes(of.of("call-back")))
        .merge(hear_complaint::routes(of.of("hear-complaint")))
        .merge(track_complaint::routes(of.of("track-complaint"), outlet.clone()))
        .merge(confirm_track::routes(of.of("confirm-track")))
        .merge(leave::routes(of.of("leave")))
        .merge(sign_in::routes(of.of("sign-in")))
        .merge(enrol::routes(of.of("enrol")))
        .merge(invite_officer::routes(of.of("invite-officer")))
        .merge(set_profile::routes(of.of("set-profile")))
        .merge(sign_out::routes(of.of("sign-out")));
    let statics = Statics::draw(base.policy());
    boot::harden(functions, base).merge(dev::routes(local.clone())).layer(from_fn_with_state(statics, statics::serve))
}

/// The policy built in, or the one of a folder, read and checked.
///
/// # Errors
/// Every mistake with file, line and reason.
pub fn in_force(folder: Option<&std::path::Path>) -> Result<policy::InForce, String> {
    let mut files = policy_in_force::files();
    if let Some(folder) = folder {
        for name in policy::NAMES.into_iter().chain(policy::SERVICES) {
            let path = folder.join(name);
            let text = std::fs::read_to_string(&path).map_err(|e| format!("read {}: {e}", path.display()))?;
            files.replace(name, &text);
        }
    }
    policy::read(&files).map_err(|mistakes| format!("the policy has mistakes:\n{mistakes}"))
}
