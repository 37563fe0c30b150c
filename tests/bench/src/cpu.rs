//! CPU time of this thread alone, per call.

use std::time::Duration;

use cpu_time::ThreadTime;

const BATCHES: usize = 5;

/// Microseconds of this thread's CPU for one call: the median of five batches, after one that warms up.
///
/// # Errors
/// The call's own first error.
pub(crate) fn each(calls: u32, mut call: impl FnMut() -> Result<(), String>) -> Result<f64, String> {
    let mut batches = Vec::with_capacity(BATCHES);
    for batch in 0..=BATCHES {
        let from = ThreadTime::now();
        for _ in 0..calls {
            call()?;
        }
        if batch > 0 {
            batches.push(from.elapsed().as_secs_f64() * 1e6 / f64::from(calls));
        }
    }
    Ok(median(batches))
}

/// Two calls that are compared, in turns of small batches, so that whatever else the machine does meets both alike:
/// the median of each.
///
/// # Errors
/// Either call's own first error.
pub(crate) fn both(calls: u32, mut one: impl FnMut() -> Result<(), String>, mut other: impl FnMut() -> Result<(), String>) -> Result<(f64, f64), String> {
    const TURNS: u32 = 25;
    let calls = (calls / 5).max(1);
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for turn in 0..=TURNS {
        let from = ThreadTime::now();
        for _ in 0..calls {
            one()?;
        }
        let between = ThreadTime::now();
        for _ in 0..calls {
            other()?;
        }
        if turn > 0 {
            let us = |spent: Duration| spent.as_secs_f64() * 1e6 / f64::from(calls);
            ones.push(us(between.duration_since(from)));
            others.push(us(between.elapsed()));
        }
    }
    Ok((median(ones), median(others)))
}

pub(crate) fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or_default()
}
