//! The bench: everything that is done with the rules outside the browser.
//!
//! One file per command in `commands`; `load` reads `rules/`, `draw` shows complaints, `format` arranges
//! conditions, `setup`
//! installs what is missing, `build` makes the site, `serve` shows it. The command line itself is
//! [`run`], which tests call in-process with streams of their own.

mod arguments;
pub mod build;
mod cases;
mod clock;
mod commands;
mod draw;
mod format;
mod io;
mod load;
mod process;
mod reference;
mod rules;
pub mod serve;
pub mod setup;
mod subject;

pub use arguments::run;
pub use commands::feel::drawn as draw_feel;
pub use io::{Io, Outcome, project, with_process};
pub use rules::Rules;
