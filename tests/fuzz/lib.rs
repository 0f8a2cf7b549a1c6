//! The laws as a library, for the fuzz targets.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a panic is what the fuzzer looks for"
)]

mod laws;

pub use laws::{LAWS, Law, evaluate, parse, print, unknown};
