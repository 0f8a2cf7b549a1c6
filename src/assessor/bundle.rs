//! The bundle: the rulebook as the page loads it, one JSON file that anyone can open and read.
//!
//! Beside every FEEL text it carries the code made of that text, because a phone should not
//! download a parser and a type checker to do again what was done before publication.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};

#[cfg(feature = "check")]
use crate::compile::Purpose;
use crate::definition::Definition;
#[cfg(feature = "check")]
use crate::programs::Programs;
use crate::tree::{Fields, Tree};

/// The format this engine reads and writes. A change that older engines cannot read raises it.
pub const FORMAT: u32 = 3;

/// A bundle as it stands in the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bundle {
    /// Always first, so that a newer format is recognised before anything else is read.
    pub format: u32,
    /// SHA-256 of the compact JSON of `rulebook` and, after it, of `code`; lower-case hexadecimal.
    pub sha256: String,
    /// The rules.
    pub rulebook: Definition,
    /// The code of every FEEL text (see [`feel::Program::decode`]): section by section its own
    /// `when`, those of its questions, then of each finding `when` and the `due` of its deadlines.
    /// Empty where the texts are all there is: [`crate::Rulebook::compile`].
    pub code: Vec<String>,
}

impl Bundle {
    /// The bundle of a definition, without a hash; nothing if a text of it does not compile for the
    /// page. A checked rulebook has its programs already: [`crate::Rulebook::bundle`].
    #[cfg(feature = "check")]
    pub fn of(rulebook: Definition) -> Option<Self> {
        let (programs, problems) = crate::compile::compile(&rulebook, Purpose::Page);
        let wrong = crate::check::complaint(&rulebook, &problems).is_some();
        Self::with(rulebook, &programs.filter(|_| !wrong)?)
    }

    /// A definition beside the code of its programs.
    #[cfg(feature = "check")]
    pub(crate) fn with(rulebook: Definition, programs: &Programs) -> Option<Self> {
        let code = programs.encode(&rulebook)?;
        Some(Self { format: FORMAT, sha256: String::new(), rulebook, code })
    }

    /// Reads a bundle: from JSON text natively, from a parsed object in a browser. The format is
    /// looked at before anything else, because a newer one may hold anything.
    ///
    /// # Errors
    /// It is newer than this engine, or it is not a bundle.
    pub fn read<'de>(from: impl Deserializer<'de>) -> Result<Self, BundleError> {
        let damaged = |key: &str| BundleError::Damaged(key.into());
        let tree = Tree::deserialize(from).map_err(|_| damaged("JSON"))?;
        let mut fields = Fields::of(tree, "bundle").map_err(damaged)?;
        let format = fields.take::<u16>("format").map_err(damaged)?.into();
        if format != FORMAT {
            return Err(BundleError::NewerFormat(format));
        }
        let sha256 = fields.take("sha256").map_err(damaged)?;
        let rulebook = fields.take::<Definition>("rulebook").map_err(damaged)?;
        Ok(Self { format, sha256, rulebook, code: fields.take("code").map_err(damaged)? })
    }
}

/// Why a bundle was not taken. [`fmt::Display`] gives the sentence for the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BundleError {
    /// Written by a newer version of this program; the format follows.
    NewerFormat(u32),
    /// It does not hold together; where, in words for whoever maintains the site.
    Damaged(String),
    /// A text of a bundle without code does not compile.
    #[cfg(feature = "check")]
    Text {
        /// The section, question or finding it belongs to.
        id: String,
        /// Code of the complaint.
        code: &'static str,
        /// The complaint, in Chinese.
        message: String,
    },
}

impl BundleError {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NewerFormat(_) => "B001",
            Self::Damaged(_) => "B002",
            #[cfg(feature = "check")]
            Self::Text { code, .. } => code,
        }
    }
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewerFormat(format) => {
                write!(f, "规则文件的格式（{format}）比这个页面新，请刷新页面后再试")
            }
            Self::Damaged(place) => write!(f, "规则文件不完整或已损坏（{place}），请刷新页面后再试"),
            #[cfg(feature = "check")]
            Self::Text { id, message, .. } => write!(f, "“{id}”的条件有错：{message}"),
        }
    }
}
