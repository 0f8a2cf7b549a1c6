//! What a first visit costs, file by file, and whether that is allowed.

use std::fmt;
use std::path::Path;

use super::BuildError;

/// One file of a first visit, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Size {
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
    /// The sum of all files.
    #[must_use]
    pub fn total(&self) -> Size {
        let sum = |of: fn(&Size) -> usize| self.rows.iter().map(of).sum();
        Size {
            name: "first visit".to_owned(),
            raw: sum(|s| s.raw),
            gzip: sum(|s| s.gzip),
            brotli: sum(|s| s.brotli),
        }
    }

    /// Hands the sizes on if the total is within the budget file's `first_visit_brotli`.
    pub(super) fn within_budget(self, file: &Path) -> Result<Sizes, BuildError> {
        let text = super::read(file)?;
        let budget = serde_json::from_slice::<serde_json::Value>(&text).ok();
        let limit = budget.and_then(|budget| budget.get("first_visit_brotli")?.as_u64());
        let Some(limit) = limit else {
            return Err(BuildError::Source(format!(
                "{}: `first_visit_brotli` must be a number of bytes",
                file.display()
            )));
        };
        let total = self.total().brotli;
        if u64::try_from(total).is_ok_and(|total| total <= limit) {
            return Ok(self);
        }
        Err(BuildError::Budget(format!(
            "{self}the first visit is {total} bytes in brotli, the budget in {} is {limit}",
            file.display()
        )))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<32} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli")?;
        for row in self.rows.iter().chain([&self.total()]) {
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
        let sizes = Sizes {
            rows: vec![
                Size { name: "index.html".to_owned(), raw: 9, gzip: 5, brotli: 4 },
                Size { name: "app.wasm".to_owned(), raw: 90, gzip: 50, brotli: 40 },
            ],
        };
        let file = std::env::temp_dir().join(format!("assessor-budget-{}.json", std::process::id()));
        std::fs::write(&file, r#"{"first_visit_brotli": 44}"#).unwrap();
        assert_eq!(sizes.clone().within_budget(&file).unwrap(), sizes);
        std::fs::write(&file, r#"{"first_visit_brotli": 43}"#).unwrap();
        let refused = sizes.clone().within_budget(&file).unwrap_err().to_string();
        assert!(refused.contains("app.wasm") && refused.contains("44 bytes"), "{refused}");
        std::fs::write(&file, "{}").unwrap();
        assert!(matches!(sizes.within_budget(&file), Err(BuildError::Source(_))));
        std::fs::remove_file(&file).unwrap();
    }
}
