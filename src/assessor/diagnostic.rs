//! A complaint about a document: data only, drawn by whoever shows it.
//!
//! Codes are stable: `Y…` reading, `R…` rules, `F…` FEEL (from the language crate). Messages are
//! Chinese, for legal officers, and are written by rule: no full stop, user text in “”, what was
//! found and what is expected in the message, what to do in the help.

use crate::document::Origin;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The rulebook cannot be published.
    Error,
    /// It can, but someone should look.
    Warning,
}

/// One complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// The text it is about.
    pub at: Origin,
    /// Bytes of that text's value, if only a part of it is meant.
    pub inner: Option<feel::Span>,
    /// A second place that matters, and why.
    pub related: Option<Related>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// A second place that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The text it is in.
    pub at: Origin,
    /// Bytes of that text's value, if only a part of it is meant.
    pub inner: Option<feel::Span>,
    /// What it has to do with the complaint.
    pub why: String,
}

impl Diagnostic {
    /// An error without second place and advice.
    pub fn error(code: &'static str, at: Origin, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { code, severity: Severity::Error, at, inner: None, related: None, message, help: None }
    }

    /// A warning without second place and advice.
    pub fn warning(code: &'static str, at: Origin, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, message) }
    }

    /// With advice.
    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// With a second place.
    #[must_use]
    pub fn related(self, at: Origin, why: impl Into<String>) -> Self {
        Self { related: Some(Related { at, inner: None, why: why.into() }), ..self }
    }
}
