//! The log: one JSON line an event, with the names that operators know. No body, no name, no phone, no code.

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

/// Starts the log on standard output, from a level up. A second start changes nothing.
pub fn start(level: LevelFilter) {
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stdout)
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_ansi(false);
    // Only fails where a log runs already, as in a test.
    let _ = tracing_subscriber::registry().with(level).with(lines).try_init();
}
