//! Before and after: what became of each finding between two results.
//!
//! Nothing is called cleared that was only not looked at again, or that the rules no longer hold.

use assessor::Rulebook;
use assessor::definition::Section;

use super::Snapshot;

/// What became of a finding that was certain in one of two results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Was certain, and the later answers exclude it.
    Cleared,
    /// Is certain, and was not even possible.
    New,
    /// Is certain, and was possible, or its domain had not been looked at.
    Confirmed,
    /// Was certain, and is only possible now.
    Reopened,
    /// Was certain, and its domain was not looked at again.
    NotLooked,
}

/// What became of the findings, each with its id; ids that the rules no longer know are counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Findings whose certainty has changed, in the order of the results.
    pub changes: Vec<(Change, String)>,
    /// How many are certain in both.
    pub stayed: usize,
    /// How many were certain and are no longer in the rules.
    pub dropped: usize,
}

impl Comparison {
    /// The findings of which this became.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &str> {
        self.changes.iter().filter(move |(it, _)| *it == change).map(|(_, id)| id.as_str())
    }
}

/// Compares two results under the present rules.
pub fn compare(rulebook: &Rulebook, before: &Snapshot, after: &Snapshot) -> Comparison {
    let mut comparison = Comparison::default();
    for id in &before.certain {
        let change = match domain(rulebook, id) {
            _ if after.certain.contains(id) => {
                comparison.stayed += 1;
                continue;
            }
            None => {
                comparison.dropped += 1;
                continue;
            }
            _ if after.possible.contains(id) => Change::Reopened,
            Some(domain) if after.looked.contains(&domain.id) => Change::Cleared,
            Some(_) => Change::NotLooked,
        };
        comparison.changes.push((change, id.clone()));
    }
    for id in after.certain.iter().filter(|id| !before.certain.contains(id)) {
        let looked = domain(rulebook, id).is_some_and(|domain| before.looked.contains(&domain.id));
        let change = if looked && !before.possible.contains(id) { Change::New } else { Change::Confirmed };
        comparison.changes.push((change, id.clone()));
    }
    comparison
}

fn domain<'r>(rulebook: &'r Rulebook, finding: &str) -> Option<&'r Section> {
    rulebook.definition().sections.iter().find(|it| it.findings.iter().any(|own| own.id == finding))
}
