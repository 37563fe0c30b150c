//! `cargo run`: the whole product on this machine.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use local::Options;
use local::import::{self, Refused};
use local::seed::Seed;

/// Sunwai, the whole product on this machine.
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The folder that keeps everything; :memory: keeps nothing.
    #[arg(long, default_value = "target/local")]
    data: PathBuf,
    /// What to begin with: demo, empty, or a number of complaints.
    #[arg(long, default_value = "demo")]
    seed: Seed,
    /// Another endpoint that speaks the wire format of `DynamoDB`.
    #[arg(long, value_name = "URL")]
    dynamodb: Option<String>,
    /// Another endpoint that speaks SNS's.
    #[arg(long, value_name = "URL")]
    sns: Option<String>,
    /// A folder with a policy to take instead of the one built in.
    #[arg(long, value_name = "DIR")]
    policy: Option<PathBuf>,
    /// From which level up it logs to standard output: info is what the functions log.
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    log: boot::Level,
}

#[derive(Subcommand)]
enum Command {
    /// Put a real list of stations in the place of the demo set: all of it or nothing.
    ImportStations {
        /// A CSV file: `code,district,circle_hi,circle_en,name_hi,name_en,demo`.
        file: PathBuf,
        /// The list that is replaced.
        #[arg(long, default_value = "infra/policy/stations.csv")]
        into: PathBuf,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let args = Args::parse();
    match args.command {
        Some(Command::ImportStations { file, into }) => import_stations(&file, &into),
        None => serve(args).await,
    }
}

fn import_stations(file: &std::path::Path, into: &std::path::Path) -> ExitCode {
    match import::stations(file, into) {
        Ok(count) => {
            println!("{count} stations taken in. Build again, and they are in force.");
            ExitCode::SUCCESS
        }
        Err(Refused::Io(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        Err(Refused::Rows(mistakes)) => {
            eprintln!("Nothing was taken in. {} mistakes:\n{mistakes}", mistakes.0.len());
            ExitCode::FAILURE
        }
    }
}

async fn serve(args: Args) -> ExitCode {
    boot::start_log(args.log, local::engine::CHATTY);
    let data = (args.data.as_os_str() != ":memory:").then_some(args.data);
    let options = Options { listen: args.listen, data, seed: args.seed, dynamodb: args.dynamodb, sns: args.sns, policy: args.policy, jobs: true, begins: None };
    let texts = options.sns.clone();
    let running = match local::start(options).await {
        Ok(running) => running,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let url = &running.url;
    println!("ready {url}");
    println!("  citizens   {url}/hi/   {url}/en/");
    println!("  console    {url}/dev/officers");
    println!("  texts      {}", texts.unwrap_or_else(|| format!("{url}/dev/inbox")));
    println!("  clock      {url}/dev/clock");
    println!("  duty       {url}/dev/duty");
    println!("  faults     {url}/dev/fault");
    // Without a signal to wait for there is nothing to end on; the process runs until it is ended.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
    ExitCode::SUCCESS
}
