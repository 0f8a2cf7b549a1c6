//! What to do first: by urgency, then by the last day, then by how much it may hurt.

use std::cmp::Reverse;

use assessor::definition::{Severity, Urgency};
use assessor::report::FindingReport;

use crate::parts::nearest;

/// A last day so near makes anything urgent, whatever the rule says.
const WEEK: i64 = 7;

/// How urgent it is on the day.
pub fn pressing(finding: &FindingReport) -> Urgency {
    let near = nearest(finding).and_then(|it| it.days_left).is_some_and(|days| (0..=WEEK).contains(&days));
    if near { Urgency::Now } else { finding.urgency }
}

/// The first to do first; equals stay as they came.
pub fn by_urgency<'a>(findings: impl IntoIterator<Item = &'a FindingReport>) -> Vec<&'a FindingReport> {
    let mut sorted: Vec<&FindingReport> = Vec::new();
    for finding in findings {
        // Into its place, behind its equals: a sort would weigh five times as much in the page.
        let rank = rank(finding);
        let at = sorted.iter().position(|other| self::rank(other) > rank).unwrap_or(sorted.len());
        sorted.insert(at, finding);
    }
    sorted
}

type Rank = (Reverse<Urgency>, (u8, i64), Reverse<Option<Severity>>);

/// What ends soonest comes first, then what is overdue, the latest first, then what has no date.
fn rank(finding: &FindingReport) -> Rank {
    let day = match nearest(finding).and_then(|it| it.days_left) {
        Some(days) if days >= 0 => (0, days),
        Some(days) => (1, -days),
        None => (2, 0),
    };
    (Reverse(pressing(finding)), day, Reverse(finding.severity))
}

#[cfg(test)]
mod tests {
    use assessor::definition::{Severity, Urgency};
    use assessor::report::{DeadlineReport, FindingReport, Status};

    use super::by_urgency;

    fn finding(id: &str, urgency: Urgency, days: Option<i64>, severity: Option<Severity>) -> FindingReport {
        let deadline = |days: i64| DeadlineReport {
            task: "t".into(),
            rule: "r".into(),
            due: None,
            days_left: Some(days),
            note: None,
            needs: Vec::new(),
            basis: Vec::new(),
        };
        FindingReport {
            id: id.into(),
            section: "s".into(),
            title: id.into(),
            category: None,
            status: Status::Confirmed,
            severity,
            urgency,
            because: Vec::new(),
            depends_on: Vec::new(),
            rule: String::new(),
            basis: Vec::new(),
            consequence: String::new(),
            steps: Vec::new(),
            materials: Vec::new(),
            avoid: Vec::new(),
            deadlines: days.map(deadline).into_iter().collect(),
            agencies: Vec::new(),
        }
    }

    #[test]
    fn danger_without_a_date_comes_before_a_distant_date_and_a_near_date_is_danger() {
        let all = [
            finding("later", Urgency::Later, None, Some(Severity::Critical)),
            finding("soon", Urgency::Soon, None, Some(Severity::Low)),
            finding("soon-worse", Urgency::Soon, None, Some(Severity::High)),
            finding("soon-overdue", Urgency::Soon, Some(-3), None),
            finding("soon-dated", Urgency::Soon, Some(60), None),
            finding("now", Urgency::Now, None, None),
            finding("tomorrow", Urgency::Later, Some(1), None),
        ];
        let sorted: Vec<&str> = by_urgency(&all).iter().map(|it| it.id.as_str()).collect();
        assert_eq!(sorted, ["tomorrow", "now", "soon-dated", "soon-overdue", "soon-worse", "soon", "later"]);
    }
}
