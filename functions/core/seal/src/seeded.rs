//! Random bytes that follow from a seed: for a simulation alone. No function turns this feature on, and a
//! thread that was never given a seed has the operating system's bytes even where it is.

use std::cell::Cell;

thread_local! {
    static STATE: Cell<Option<u64>> = const { Cell::new(None) };
}

/// From now on this thread's bytes follow from `seed`; `None` gives it the operating system's again.
pub fn seed(seed: Option<u64>) {
    STATE.set(seed);
}

/// Fills from the seed; `false` where this thread has none.
pub(crate) fn fill(bytes: &mut [u8]) -> bool {
    let Some(mut state) = STATE.get() else { return false };
    for chunk in bytes.chunks_mut(8) {
        // SplitMix64: every seed has a sequence of its own.
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
    }
    STATE.set(Some(state));
    true
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_a_seeded_thread_repeats_itself() {
        let draw = || (crate::random::<12>(), crate::random::<32>());
        let seed = super::seed;
        seed(Some(7));
        let first = draw();
        seed(Some(7));
        assert_eq!(draw(), first);
        seed(Some(8));
        assert_ne!(draw(), first);
        assert_ne!(std::thread::spawn(draw).join().unwrap(), std::thread::spawn(draw).join().unwrap());
        seed(None);
        assert_ne!(draw(), draw());
    }
}
