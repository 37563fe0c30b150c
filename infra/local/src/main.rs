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
    #[arg(long, default_value = "target/local", global = true)]
    data: PathBuf,
    /// What to begin with: demo, empty, or a number of complaints.
    #[arg(long, default_value = "demo")]
    seed: Seed,
    /// Another endpoint that speaks the wire format of `DynamoDB`.
    #[arg(long, value_name = "URL", global = true)]
    dynamodb: Option<String>,
    /// Another endpoint that speaks SNS's.
    #[arg(long, value_name = "URL")]
    sns: Option<String>,
    /// Another endpoint that speaks S3's.
    #[arg(long, value_name = "URL")]
    s3: Option<String>,
    /// Another scanner that speaks clamd's protocol, such as <tcp://127.0.0.1:3310>.
    #[arg(long, value_name = "URL")]
    scanner: Option<String>,
    /// A folder with a policy to take instead of the one built in.
    #[arg(long, value_name = "DIR", global = true)]
    policy: Option<PathBuf>,
    /// From which level up it logs to standard output: info is what the functions log.
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    log: boot::Level,
}

/// Each takes one list in.
#[derive(Subcommand)]
enum Command {
    /// Put a real list of stations in the place of the demo set: all of it or nothing.
    #[command(name = "import-stations")]
    Stations {
        /// A CSV file: `code,district,circle_hi,circle_en,name_hi,name_en,demo`.
        file: PathBuf,
        /// The list that is replaced.
        #[arg(long, default_value = "infra/policy/stations.csv")]
        into: PathBuf,
    },
    /// Put a list of officers in the place of everybody in the table: all of it or nothing.
    #[command(name = "import-officers")]
    Officers {
        /// A CSV file: `code,unit,post,rank_hi,rank_en,name_hi,name_en,sex,phone,demo`.
        file: PathBuf,
        /// A list that is replaced instead of the table, such as the demo set's.
        #[arg(long, value_name = "CSV")]
        into: Option<PathBuf>,
    },
    /// Put a list of empty posts in the place of the one in the table: all of it or nothing.
    #[command(name = "import-vacancies")]
    Vacancies {
        /// A CSV file: `unit,post,stand_in_unit,stand_in_post`.
        file: PathBuf,
        /// A list that is replaced instead of the table, such as the demo set's.
        #[arg(long, value_name = "CSV")]
        into: Option<PathBuf>,
    },
    /// Put a roster into the table, in the place of the days that are in it: all of it or nothing.
    #[command(name = "import-roster")]
    Roster {
        /// A CSV file: `unit,post,date,from,to,officers`.
        file: PathBuf,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut args = Args::parse();
    match args.command.take() {
        Some(command) => match import(command, &options(args)).await {
            Ok(said) => {
                println!("{said}");
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
        },
        None => serve(args).await,
    }
}

/// Takes a list in and says what came of it.
async fn import(command: Command, options: &Options) -> Result<String, Refused> {
    let policy = || local::in_force(options.policy.as_deref()).map(|it| it.policy).map_err(Refused::Io);
    let built_in = "Build again, and they are in force.";
    Ok(match command {
        Command::Stations { file, into } => format!("{} stations taken in. {built_in}", import::stations(&file, &into, &policy()?)?),
        Command::Officers { file, into: Some(into) } => format!("{} officers taken in. {built_in}", import::officers_into(&file, &into, &policy()?)?),
        Command::Vacancies { file, into: Some(into) } => {
            format!("{} empty posts taken in. {built_in}", import::vacancies_into(&file, &into, &policy()?)?)
        }
        Command::Officers { file, into: None } => {
            let taken = import::officers(&file, options).await?;
            let import::Taken { rows, gone, released } = taken;
            format!("{rows} officers taken in; {gone} who were there before have left; {released} of their complaints are to be assigned anew.")
        }
        Command::Vacancies { file, into: None } => {
            let taken = import::vacancies(&file, options).await?;
            format!("{} empty posts taken in; {} from before are filled.", taken.rows, taken.gone)
        }
        Command::Roster { file } => format!("{} shifts taken in.", import::roster(&file, options).await?),
    })
}

fn options(args: Args) -> Options {
    let data = (args.data.as_os_str() != ":memory:").then_some(args.data);
    Options {
        listen: args.listen,
        data,
        seed: args.seed,
        dynamodb: args.dynamodb,
        sns: args.sns,
        s3: args.s3,
        scanner: args.scanner,
        policy: args.policy,
        jobs: true,
        rights: None,
        clock: None,
    }
}

async fn serve(args: Args) -> ExitCode {
    boot::start_log(args.log, local::engine::CHATTY);
    let options = options(args);
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
