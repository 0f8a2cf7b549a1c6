//! One file per command.

pub mod assess;
pub mod build;
pub mod check;
pub mod citations;
pub mod diff;
pub mod feel;
pub mod fmt;
pub mod prove;
pub mod schema;
pub mod serve;
pub mod setup;
pub mod test;
