//! `assessor`: the command line of the legal-risk assessor.
fn main() {}
