//! A real browser on the real product, 360 pixels wide. It runs where Chromium is found; where CI finds none, it fails.

mod axe;
mod case;
mod desk_keys;
mod desk_session;
mod evidence;
mod intake;
mod looks;
mod paper;
mod passkey;
mod pictures;
mod script_off;
mod script_on;
mod shots;
mod tab;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use chromiumoxide::cdp::browser_protocol::emulation::{SetDeviceMetricsOverrideParams, SetFocusEmulationEnabledParams, SetScriptExecutionDisabledParams};
use chromiumoxide::{Browser, BrowserConfig};
use futures::StreamExt as _;
use tokio::task::JoinHandle;

use tab::Tab;

/// Nothing is looked for outside this machine, and nothing is known from an earlier run.
const FLAGS: [&str; 9] = [
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "hide-scrollbars",
    "force-color-profile=srgb",
    "host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser of its own with a profile of its own.
pub(crate) struct Chromium {
    browser: Browser,
    events: JoinHandle<()>,
    profile: Profile,
}

/// A folder that is gone when the test is over, however it ends.
struct Profile(PathBuf);

impl Drop for Profile {
    fn drop(&mut self) {
        // A process that is just ending may still write; the folder lies among the temporary ones.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether the page's own script may run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Off,
    On,
}

fn on_path() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|path| path.is_file())
}

/// What a test needs and may not find: it fails where everything must run, and says so where it need not.
pub(crate) fn found(what: &str, path: Option<PathBuf>) -> Option<PathBuf> {
    let must = std::env::var("CI").is_ok_and(|ci| ci == "true");
    assert!(path.is_some() || !must, "{what} is not here, and CI needs it");
    if path.is_none() {
        println!("did not run: {what} is not here");
    }
    path
}

impl Chromium {
    /// `None` where there is none and need not be one.
    pub(crate) async fn start() -> Option<Chromium> {
        Chromium::with(&[]).await
    }

    /// The same with flags of its own.
    pub(crate) async fn with(flags: &[&str]) -> Option<Chromium> {
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let program = found("Chromium", on_path())?;
        let run = STARTED.fetch_add(1, Ordering::Relaxed);
        let profile = Profile(std::env::temp_dir().join(format!("sunwai-browser-{}-{run}", std::process::id())));
        let config = config(&program, &profile.0, flags);
        let (browser, mut handler) = Browser::launch(config).await.unwrap();
        let events = tokio::spawn(async move { while handler.next().await.is_some() {} });
        Some(Chromium { browser, events, profile })
    }

    /// A page as wide as a small phone.
    pub(crate) async fn tab(&self, script: Script) -> Tab {
        let page = self.browser.new_page("about:blank").await.unwrap();
        page.execute(narrow()).await.unwrap();
        page.execute(SetFocusEmulationEnabledParams::new(true)).await.unwrap();
        page.execute(SetScriptExecutionDisabledParams::new(script == Script::Off)).await.unwrap();
        Tab::new(page)
    }

    pub(crate) async fn close(mut self) {
        self.browser.close().await.unwrap();
        self.browser.wait().await.unwrap();
        self.events.abort();
        drop(self.profile);
    }
}

/// 360 pixels, sharp as a phone is.
fn narrow() -> SetDeviceMetricsOverrideParams {
    SetDeviceMetricsOverrideParams::new(360, 740, 2.0, true)
}

/// A small window on a desk.
fn wide() -> SetDeviceMetricsOverrideParams {
    SetDeviceMetricsOverrideParams::new(1280, 800, 1.0, false)
}

fn config(program: &Path, profile: &Path, flags: &[&str]) -> BrowserConfig {
    let config = BrowserConfig::builder().chrome_executable(program).user_data_dir(profile).no_sandbox().viewport(None).disable_default_args();
    config.args(FLAGS.iter().chain(flags).copied()).build().unwrap()
}
