//! A running copy of the functions, as Lambda would keep it warm: a clock of its own, the SDK's client over a
//! wire, and a crash in the middle where the seed says so.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use boot::{App, Base, Clock};
use domain::policy::Policy;
use notify::Outlet;
use policy::InForce;
use seal::KeyRing;

use crate::amendment;
use crate::rng::Rng;
use crate::wire::Wire;
use crate::world::World;

/// Where everything seems to be; the wire asks no name.
const ENDPOINT: &str = "http://sim.invalid";
/// The outermost key: what one copy seals another opens.
const MASTER: [u8; 32] = [7; 32];

/// What a copy has that no seed changes: both policies, and the clock's hand.
#[derive(Clone)]
pub(crate) struct Shell {
    today: Base,
    amended: Base,
    clock: Arc<AtomicI64>,
}

/// A copy at work in a world.
pub(crate) struct Function {
    shell: Shell,
    pub(crate) world: World,
    me: usize,
    region: String,
    base: Base,
    pub(crate) app: App,
    pub(crate) outlet: Outlet,
}

impl Shell {
    /// As many as are wanted, each with a clock of its own.
    ///
    /// # Errors
    /// Where the policy that was built in cannot be read.
    pub(crate) fn many(count: usize) -> Result<Vec<Shell>, String> {
        let today = policy_in_force::load().ok_or("the policy that was built in cannot be read")?;
        let amended = amendment::amended(today.clone()).ok_or("the policy cannot be amended")?;
        let shell = || {
            let clock = Arc::new(AtomicI64::default());
            let base = |in_force: &InForce| Base::new(in_force.clone(), Clock::Set(clock.clone()), "http://127.0.0.1");
            Shell { today: base(&today), amended: base(&amended), clock: clock.clone() }
        };
        Ok(std::iter::repeat_with(shell).take(count).collect())
    }
}

impl Function {
    /// Starts a copy whose clock is so many seconds ahead. The run's name keeps the client's budget for
    /// repeated requests apart from that of every other run in this process.
    pub(crate) fn start(shell: &Shell, world: &World, ahead: i64, run: u64) -> Function {
        let me = world.admit(shell.clock.clone(), ahead);
        let region = format!("sim-{run}");
        let base = shell.today.clone();
        let (app, outlet) = connect(&base, world, me, &region);
        Function { shell: shell.clone(), world: world.clone(), me, region, base, app, outlet }
    }

    /// Works to the end.
    pub(crate) async fn work<'a, F: Future + 'a>(&'a self, job: impl FnOnce(&'a App, &'a Outlet) -> F) -> F::Output {
        self.world.arm(self.me, None);
        job(&self.app, &self.outlet).await
    }

    /// Works, and crashes at the request of this number, if any; `None` where it did.
    pub(crate) async fn work_until<'a, F: Future + 'a>(&'a self, crash: Option<u32>, job: impl FnOnce(&'a App, &'a Outlet) -> F) -> Option<F::Output> {
        let crashed = self.world.arm(self.me, crash);
        tokio::select! {
            biased;
            done = job(&self.app, &self.outlet) => Some(done),
            () = crashed.notified() => None,
        }
    }

    /// What a crashed copy knew is gone.
    pub(crate) fn restart(&mut self) {
        (self.app, self.outlet) = connect(&self.base, &self.world, self.me, &self.region);
    }

    /// The policy that this copy does not work with yet.
    pub(crate) fn amended(&self) -> &Policy {
        self.shell.amended.policy()
    }

    /// Starts again with the amended policy.
    pub(crate) fn amend(&mut self) {
        self.base = self.shell.amended.clone();
        self.restart();
    }
}

/// Where a run of this seed crashes: mostly nowhere.
pub(crate) fn crash_point(rng: &mut Rng) -> Option<u32> {
    rng.chance(250).then(|| u32::try_from(rng.below(40)).unwrap_or(0))
}

fn connect(base: &Base, world: &World, me: usize, region: &str) -> (App, Outlet) {
    let wire = Wire { world: world.clone(), me };
    let config = boot::connect(wire.client(), region, Some(local::credentials()));
    let outlet = Outlet::connect(&config, Some(ENDPOINT), base.texts());
    (App::new(base.clone(), &config, Some(ENDPOINT), local::tables(), KeyRing::File(MASTER)), outlet)
}
