//! CPU time of this thread alone, per call.

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

pub(crate) fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or_default()
}
