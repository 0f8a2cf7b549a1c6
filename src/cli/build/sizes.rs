//! What a first visit costs, file by file, and whether that is allowed.

use std::fmt;
use std::path::Path;

use super::BuildError;

/// When a first visit fetches a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// Before the first question can be answered.
    First,
    /// While it is.
    Later,
    /// In place of the modules, where there is no WebAssembly.
    Instead,
    /// Only where it is asked for.
    Never,
}

/// One file of a first visit, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
    /// When it is fetched.
    pub fetched: Fetched,
    /// Its name in the site.
    pub name: String,
    /// As it is.
    pub raw: usize,
    /// `gzip -9`.
    pub gzip: usize,
    /// Brotli level 11.
    pub brotli: usize,
}

/// Everything a first visit fetches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sizes {
    /// One row a file, the page first.
    pub rows: Vec<Size>,
}

impl Sizes {
    /// The sum of all files fetched at that time.
    #[must_use]
    pub fn total(&self, fetched: Fetched) -> Size {
        let rows = || self.rows.iter().filter(|row| row.fetched == fetched);
        let sum = |of: fn(&Size) -> usize| rows().map(of).sum();
        let name = if fetched == Fetched::First { "to the first question" } else { "after it" };
        Size {
            fetched,
            name: name.to_owned(),
            raw: sum(|s| s.raw),
            gzip: sum(|s| s.gzip),
            brotli: sum(|s| s.brotli),
        }
    }

    /// Hands the sizes on if both totals are within the budget file's limits.
    pub(super) fn within_budget(self, file: &Path) -> Result<Sizes, BuildError> {
        let text = super::read(file)?;
        let budget = serde_json::from_slice::<serde_json::Value>(&text).ok();
        let limits = [(Fetched::First, "first_question_brotli"), (Fetched::Later, "later_brotli")];
        for (fetched, key) in limits {
            let limit = budget.as_ref().and_then(|budget| budget.get(key)?.as_u64());
            let Some(limit) = limit else {
                let file = file.display();
                return Err(BuildError::Source(format!("{file}: `{key}` must be a number of bytes")));
            };
            let total = self.total(fetched);
            if u64::try_from(total.brotli).is_ok_and(|total| total > limit) {
                return Err(BuildError::Budget(format!(
                    "{self}{} a first visit fetches {} bytes in brotli, the budget in {} is {limit}",
                    total.name,
                    total.brotli,
                    file.display()
                )));
            }
        }
        Ok(self)
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<32} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli")?;
        for row in self.rows.iter().chain([&self.total(Fetched::First), &self.total(Fetched::Later)]) {
            writeln!(f, "{:<32} {:>9} {:>9} {:>9}", row.name, row.raw, row.gzip, row.brotli)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_a_limit_and_the_refusal_shows_the_table() {
        let row =
            |fetched, name: &str, brotli| Size { fetched, name: name.to_owned(), raw: 90, gzip: 50, brotli };
        let sizes = Sizes {
            rows: vec![
                row(Fetched::First, "index.html", 4),
                row(Fetched::First, "app.wasm", 40),
                row(Fetched::Later, "rulebook.json", 9),
            ],
        };
        let file = std::env::temp_dir().join(format!("assessor-budget-{}.json", std::process::id()));
        std::fs::write(&file, r#"{"first_question_brotli": 44, "later_brotli": 9}"#).unwrap();
        assert_eq!(sizes.clone().within_budget(&file).unwrap(), sizes);
        for budget in [
            r#"{"first_question_brotli": 43, "later_brotli": 9}"#,
            r#"{"first_question_brotli": 44, "later_brotli": 8}"#,
        ] {
            std::fs::write(&file, budget).unwrap();
            let refused = sizes.clone().within_budget(&file).unwrap_err().to_string();
            assert!(refused.contains("app.wasm") && refused.contains(" is "), "{refused}");
        }
        std::fs::write(&file, "{}").unwrap();
        assert!(matches!(sizes.within_budget(&file), Err(BuildError::Source(_))));
        std::fs::remove_file(&file).unwrap();
    }
}
