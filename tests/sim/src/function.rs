//! A running copy of the functions, as Lambda would keep it warm: a clock of its own, the SDK's client over a
//! wire, and a crash in the middle where the seed says so.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use boot::{App, Base, Clock};
use notify::Outlet;
use seal::KeyRing;

use crate::rng::Rng;
use crate::wire::Wire;
use crate::world::World;

/// Where everything seems to be; the wire asks no name.
const ENDPOINT: &str = "http://sim.invalid";
/// The outermost key: what one copy seals another opens.
const MASTER: [u8; 32] = [7; 32];

/// What a copy has that no seed changes: the policy, and the clock's hand.
#[derive(Clone)]
pub(crate) struct Shell {
    base: Base,
    clock: Arc<AtomicI64>,
}

/// A copy at work in a world.
pub(crate) struct Function {
    shell: Shell,
    pub(crate) world: World,
    me: usize,
    region: String,
    pub(crate) app: App,
    pub(crate) outlet: Outlet,
}

impl Shell {
    /// # Errors
    /// Where the policy that was built in cannot be read.
    pub(crate) fn new() -> Result<Shell, String> {
        let in_force = policy_in_force::load().ok_or("the policy that was built in cannot be read")?;
        let clock = Arc::new(AtomicI64::default());
        Ok(Shell { base: Base::new(in_force, Clock::Set(clock.clone()), "http://127.0.0.1"), clock })
    }
}

impl Function {
    /// Starts a copy whose clock is so many seconds ahead. The run's name keeps the client's budget for
    /// repeated requests apart from that of every other run in this process.
    pub(crate) fn start(shell: &Shell, world: &World, ahead: i64, run: u64) -> Function {
        let me = world.admit(shell.clock.clone(), ahead);
        let region = format!("sim-{run}");
        let (app, outlet) = connect(shell, world, me, &region);
        Function { shell: shell.clone(), world: world.clone(), me, region, app, outlet }
    }

    /// Works to the end.
    pub(crate) async fn work<'a, F: Future + 'a>(&'a self, job: impl FnOnce(&'a App, &'a Outlet) -> F) -> F::Output {
        self.world.arm(self.me, None);
        job(&self.app, &self.outlet).await
    }

    /// Works, and crashes at the request of this number; `None` where it did.
    pub(crate) async fn work_until<'a, F: Future + 'a>(&'a self, crash: u32, job: impl FnOnce(&'a App, &'a Outlet) -> F) -> Option<F::Output> {
        let crashed = self.world.arm(self.me, Some(crash));
        tokio::select! {
            biased;
            done = job(&self.app, &self.outlet) => Some(done),
            () = crashed.notified() => None,
        }
    }

    /// What a crashed copy knew is gone.
    pub(crate) fn restart(&mut self) {
        (self.app, self.outlet) = connect(&self.shell, &self.world, self.me, &self.region);
    }
}

/// Where a run of this seed crashes: mostly nowhere.
pub(crate) fn crash_point(rng: &mut Rng) -> Option<u32> {
    rng.chance(250).then(|| u32::try_from(rng.below(40)).unwrap_or(0))
}

fn connect(shell: &Shell, world: &World, me: usize, region: &str) -> (App, Outlet) {
    let wire = Wire { world: world.clone(), me };
    let config = boot::connect(wire.client(), region, Some(local::credentials()));
    let outlet = Outlet::connect(&config, Some(ENDPOINT), shell.base.texts());
    (App::new(shell.base.clone(), &config, Some(ENDPOINT), local::tables(), KeyRing::File(MASTER)), outlet)
}
