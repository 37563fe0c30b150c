//! The product from outside. One binary: actors in `town` and `officer`, rows in `table`, journeys, routes, promises, pages, and the tree itself.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod browser;
mod files;
mod journeys;
mod officer;
mod pages;
mod paper;
mod passkey;
mod promises;
mod routes;
mod table;
mod tidy;
mod town;
