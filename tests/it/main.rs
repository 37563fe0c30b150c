//! The product from outside. One binary: actors in `town`, journeys, routes, pages, and the tree itself.

mod journeys;
mod town;
