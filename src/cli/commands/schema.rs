//! `assessor schema`: the shape of rule files, for editors.

use std::io;

use crate::io::{Io, Outcome};
use crate::load;

/// Runs the command.
pub fn run(io: &mut Io<'_>) -> io::Result<Outcome> {
    writeln!(io.output, "{:#}", load::schema())?;
    Ok(Outcome::Fine)
}
