//! From text to a tree with places. Parsing never fails: what cannot be read becomes
//! [`tree::Kind::Wrong`], and every complaint is reported.
mod lexer;
mod names;
mod parser;
pub(crate) mod tree;

pub(crate) use lexer::{comment, half};
pub(crate) use names::is_unit;
pub(crate) use parser::{parse, parse_tests};
