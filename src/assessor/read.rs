//! How the parts of a definition are read from a bundle; the counterpart of the derived writing.

use crate::definition::{
    Agency, AgencyLevel, Calendar, Channel, Choice, Citation, Commitment, Confidence, Deadline, Definition,
    Finding, Kind, Law, Period, Phone, Question, Scoring, Section, SectionKind, Severity, Term, Urgency,
    When,
};
use crate::tree::{Damage, Fields, FromTree, Tree, from_map, from_word};

from_map! {
    Definition { id, title, version, as_of, region, hotlines, scoring, laws, calendar, agencies, deeds, sections }
    Scoring { low, medium, high, critical }
    Law { id, title, short, kind, effective, until }
    Period { from, until }
    Calendar { covers, off, worked }
    Citation { law, article, inserted, paragraph, item }
    Agency {
        id, name, group, level, handles, excludes, phones, online, commitments, hotline, verified_on, confidence,
    }
    Phone { number, note, hours }
    Channel { name, kind, url, note }
    Commitment { text, source }
    Section { id, kind, title, summary, group, when, questions, #[cfg(feature = "check")] decisions, findings }
    Question { id, name, text, why, terms, kind, when, may_be_unknown, priority, fixed, reachable }
    Term { term, meaning }
    Choice { id, label }
    Finding {
        id, title, valid, category, when, severity, urgency, basis, consequence, steps, materials, avoid, deadlines,
        agencies, review_by,
    }
    Deadline { task, due, working_days, postponed_by, rule, basis }
}

from_word! {
    AgencyLevel { "national" => National, "provincial" => Provincial, "local" => Local }
    Confidence { "high" => High, "medium" => Medium, "unverified" => Unverified }
    SectionKind { "profile" => Profile, "domain" => Domain, "route" => Route }
    When { "past" => Past, "future" => Future, "any" => Any }
    Severity { "low" => Low, "medium" => Medium, "high" => High, "critical" => Critical }
    Urgency { "later" => Later, "soon" => Soon, "now" => Now }
}

/// `"boolean"`, or a map with the kind as its only key.
impl FromTree for Kind {
    fn from_tree(tree: Tree, key: Damage) -> Result<Self, Damage> {
        let (word, rest) = match tree {
            Tree::Text(word) => (word, Tree::Map(Vec::new())),
            Tree::Map(mut entries) => entries.pop().ok_or(key)?,
            _ => return Err(key),
        };
        let mut fields = Fields::of(rest, key)?;
        Ok(match word.as_str() {
            "boolean" => Self::Boolean,
            "choice" => Self::Choice { options: fields.take("options")? },
            "multi_choice" => Self::MultiChoice { options: fields.take("options")? },
            "integer" => Self::Integer {
                unit: fields.take("unit")?,
                min: fields.take("min")?,
                max: fields.take("max")?,
            },
            "money" => Self::Money { min: fields.take("min")?, max: fields.take("max")? },
            "date" => Self::Date { when: fields.take("when")? },
            _ => return Err(key),
        })
    }
}
