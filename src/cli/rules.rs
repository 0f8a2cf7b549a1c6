//! The rulebook of a command: read, checked, and its complaints drawn once.

use std::path::{Path, PathBuf};

use assessor::document::Document;
use assessor::{Bundle, Checked, Severity};
use sha2::{Digest, Sha256};

use crate::io::{Io, project};
use crate::load::{self, Sources};

/// What the commands that only read rules are told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// 规则文件夹（默认是项目的 rules）
    #[arg(long, value_name = "文件夹")]
    pub rules: Option<PathBuf>,
    /// 输出 JSON，给工具用
    #[arg(long)]
    pub json: bool,
}

/// A checked rulebook and its files.
pub struct Rules {
    /// The result of checking.
    pub checked: Checked,
    /// What was written.
    pub document: Document,
    /// The files.
    pub sources: Sources,
}

impl Rules {
    /// Reads and checks a folder; complaints name files as seen from `base`.
    pub fn read(folder: &Path, base: &Path) -> Self {
        let loaded = load::folder(folder, base);
        let checked = assessor::check(&loaded.document, loaded.complaints);
        Self { checked, document: loaded.document, sources: loaded.sources }
    }

    /// Number of complaints of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.checked.diagnostics.iter().filter(|it| it.severity == severity).count()
    }

    /// The drawn complaints.
    pub fn drawn(&self, colour: bool) -> String {
        crate::draw::text(&self.checked.diagnostics, &self.sources, colour)
    }

    /// The bundle, if the rulebook holds together.
    pub fn bundle(&self) -> Option<Bundle> {
        self.checked.rulebook.as_ref().and_then(assessor::Rulebook::bundle).and_then(hashed)
    }

    /// What the page begins with, while the rest is on its way.
    pub fn opening(&self) -> Option<Bundle> {
        let rulebook = self.checked.rulebook.as_ref()?;
        Bundle::of(rulebook.definition().opening()).and_then(hashed)
    }

    /// The rulebook as the page would load it, or the complaints written out and nothing.
    pub fn bundled(&self, io: &mut Io<'_>) -> std::io::Result<Option<assessor::Rulebook>> {
        match self.bundle().map(assessor::Rulebook::load) {
            Some(Ok(rulebook)) => Ok(Some(rulebook)),
            Some(Err(error)) => writeln!(io.errors, "{error}").map(|()| None),
            None => writeln!(io.errors, "{}", self.drawn(io.colour)).map(|()| None),
        }
    }
}

/// A bundle with its hash.
fn hashed(bundle: Bundle) -> Option<Bundle> {
    let mut digest = Sha256::new();
    digest.update(serde_json::to_vec(&bundle.rulebook).ok()?);
    digest.update(serde_json::to_vec(&bundle.code).ok()?);
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Some(Bundle { sha256, ..bundle })
}

/// Reads the rules of a command: those in the given folder, or `rules/` of the project.
pub fn of(given: Option<&PathBuf>, io: &Io<'_>) -> Rules {
    let folder = given.map_or_else(|| project(&io.folder).join("rules"), |given| io.folder.join(given));
    Rules::read(&folder, &io.folder)
}
