//! What a night costs on AWS, in rupees. Every price and every assumption stands here and nowhere else.

use serde::Serialize;

use crate::night::Measured;

/// Prices of ap-south-1 (Mumbai) in dollars, on demand, without free allowances: the assumptions of the README's
/// reckoning of a month. They come from no price list that this program could ask.
pub(crate) const PRICES_OF: &str = "assumed for ap-south-1, November 2026, as in README.md; check aws.amazon.com/{dynamodb,lambda,sns}/pricing";
const WRITE_UNITS_MILLION: f64 = 0.71;
const READ_UNITS_MILLION: f64 = 0.1425;
const LAMBDA_CALLS_MILLION: f64 = 0.20;
const LAMBDA_GB_SECOND: f64 = 0.000_013_333_4;
/// One segment on the local route, registered.
const TEXT: f64 = 0.00278;
pub(crate) const RUPEES_A_DOLLAR: f64 = 88.0;

/// The functions' memory in the template.
const FUNCTION_GB: f64 = 0.25;
/// How long AWS takes, by assumption: a read, a transaction, a run that finds nothing, a text.
const READ_SECONDS: f64 = 0.005;
const TRANSACTION_SECONDS: f64 = 0.015;
const IDLE_RUN_SECONDS: f64 = 0.15;
const TEXT_SECONDS: f64 = 0.25;
/// What the job gives itself in a minute.
const BUDGET_SECONDS: f64 = 45.0;

/// A night's bill.
#[derive(Debug, Serialize)]
pub(crate) struct Bill {
    pub(crate) prices_of: &'static str,
    pub(crate) rupees_a_dollar: f64,
    pub(crate) items: Vec<Item>,
    pub(crate) rupees: f64,
    pub(crate) rupees_a_step: f64,
    /// Apart from the rest.
    pub(crate) texts: Item,
    pub(crate) at_aws: AtAws,
}

#[derive(Debug, Serialize)]
pub(crate) struct Item {
    pub(crate) what: &'static str,
    pub(crate) reckoning: String,
    pub(crate) rupees: f64,
}

/// How the night would go there, with the assumed times and everything due at one moment.
#[derive(Debug, Serialize)]
pub(crate) struct AtAws {
    pub(crate) assumed: String,
    pub(crate) steps_a_second: f64,
    pub(crate) runs: f64,
    pub(crate) worst_lateness_seconds: f64,
    /// Units a second on a key of the due index, while the job works.
    pub(crate) due_key_units_a_second: f64,
    /// The same on one desk, if every step went to that desk.
    pub(crate) one_desk_units_a_second: f64,
}

impl Bill {
    pub(crate) fn of(it: &Measured) -> Bill {
        let item = |what, reckoning: String, dollars: f64| Item { what, reckoning, rupees: dollars * RUPEES_A_DOLLAR };
        let (steps, texts) = (it.steps as f64, it.texts as f64);
        let at_aws = AtAws::of(it);
        let (writes, told_writes) = (it.write_units() as f64, texts * it.delivery.write_units);
        let (reads, told_reads) = (it.read_units, texts * it.delivery.reads);
        let (idle, busy) = (f64::from(it.runs - it.busy_runs), steps / at_aws.steps_a_second);
        let job = (idle * IDLE_RUN_SECONDS + busy) * FUNCTION_GB;
        let told = texts * TEXT_SECONDS * FUNCTION_GB;
        let items = vec![
            item("write units of the job", format!("{writes:.0} x ${WRITE_UNITS_MILLION}/M"), writes / 1e6 * WRITE_UNITS_MILLION),
            item(
                "write units of delivering",
                format!("{texts:.0} texts x {:.2} x ${WRITE_UNITS_MILLION}/M", it.delivery.write_units),
                told_writes / 1e6 * WRITE_UNITS_MILLION,
            ),
            item("read units of the job", format!("{reads:.0} x ${READ_UNITS_MILLION}/M"), reads / 1e6 * READ_UNITS_MILLION),
            item(
                "read units of delivering",
                format!("{texts:.0} texts x {:.2} x ${READ_UNITS_MILLION}/M", it.delivery.reads),
                told_reads / 1e6 * READ_UNITS_MILLION,
            ),
            item("Lambda, the job", format!("{job:.0} GB-s, {} calls", it.runs), job * LAMBDA_GB_SECOND + f64::from(it.runs) / 1e6 * LAMBDA_CALLS_MILLION),
            item("Lambda, delivering", format!("{told:.0} GB-s, {texts:.0} calls at most"), told * LAMBDA_GB_SECOND + texts / 1e6 * LAMBDA_CALLS_MILLION),
        ];
        let rupees = items.iter().map(|item| item.rupees).sum();
        Bill {
            prices_of: PRICES_OF,
            rupees_a_dollar: RUPEES_A_DOLLAR,
            rupees,
            rupees_a_step: rupees / steps,
            items,
            texts: item("SNS texts", format!("{texts:.0} of one segment x ${TEXT}, local route"), texts * TEXT),
            at_aws,
        }
    }
}

impl AtAws {
    fn of(it: &Measured) -> AtAws {
        let count = |operation: &str| it.by_operation.get(operation).copied().unwrap_or_default() as f64;
        let steps = it.steps as f64;
        // Reads that the idle runs make are not a step's.
        let queries = (count("Query") - f64::from(it.runs) * f64::from(store::SHARDS)).max(0.0);
        let each = (count("GetItem") + queries) / steps * READ_SECONDS + TRANSACTION_SECONDS;
        let steps_a_second = f64::from(store::SHARDS) / each;
        let seconds = f64::from(it.due) / steps_a_second;
        let runs = (seconds / BUDGET_SECONDS).ceil();
        AtAws {
            assumed: format!("{} ms a read, {} ms a transaction, all {} due at one moment", READ_SECONDS * 1e3, TRANSACTION_SECONDS * 1e3, it.due),
            steps_a_second,
            runs,
            // A minute until the first run, a minute for each full one, and what the last one takes.
            worst_lateness_seconds: 60.0 * runs + seconds - BUDGET_SECONDS * (runs - 1.0),
            due_key_units_a_second: 2.0 * steps_a_second / f64::from(store::SHARDS),
            one_desk_units_a_second: steps_a_second,
        }
    }
}
