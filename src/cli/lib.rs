//! The bench.

mod process;
pub mod setup;
