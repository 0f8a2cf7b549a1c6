//! The page on this machine: for whoever edits it, and for the tests.
//!
//! | part | does |
//! |---|---|
//! | `files` | which bytes and headers answer a path: no sockets |
//! | `listen` | a server on loopback that hands requests to a function |
//! | [`Static`] | a built site as a host would serve it, with a log of what was asked for |
//! | `live` | what changed since, told to open pages |
//! | `watch` | which sources changed |
//! | [`run`] | build, serve, watch, build again |
//!
//! Only for loopback: there is no TLS, and nothing here has been hardened against strangers.

mod dev;
mod files;
mod listen;
mod live;
mod site;
mod watch;

pub use dev::{Options, run};
pub use site::{Logged, Static};
