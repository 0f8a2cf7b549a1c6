//! What is said at the top of a screen.

use super::Route;

/// A sentence, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// One line each; may be empty.
    pub remarks: Vec<Remark>,
    /// Whether it stays on the following screens until the owner closes it.
    pub lasting: bool,
    /// Whether what it tells can be taken back.
    pub undo: bool,
}

/// A line of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line.
    pub words: String,
    /// Where something can be done about it.
    pub to: Option<Route>,
}

impl From<&str> for Notice {
    fn from(text: &str) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}
