//! The bench.

pub mod build;
mod process;
pub mod setup;
