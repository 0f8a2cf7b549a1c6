//! Two versions of a rulebook compared: not which words changed, but for which answers the result
//! does.

use assessor::definition::{Choice, Definition, Finding, Kind, Question};
use assessor::{Answers, Place, Rulebook};
use biodivine_lib_bdd::Bdd;

use crate::model::Model;
use crate::space::Space;

/// What is different in the new version. Ids are in file order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// Findings and pieces of guidance.
    pub findings: Listed,
    /// Findings of both versions that do not always have the same outcome, or may not.
    pub outcomes: Vec<Outcome>,
    /// Questions.
    pub questions: Listed,
    /// Questions of both versions whose kind, limits or condition was changed, or their options:
    /// what was changed.
    pub asked: Vec<(String, Listed)>,
    /// Findings and questions of which only other texts were changed.
    pub texts: Vec<String>,
}

/// What came and what went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Only in the new version.
    pub added: Vec<String>,
    /// Only in the old one.
    pub removed: Vec<String>,
}

/// A finding whose outcome differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its id.
    pub id: String,
    /// Answers under which only the new version confirms it.
    pub gained: Option<Answers>,
    /// Answers under which only the old one does.
    pub lost: Option<Answers>,
    /// Whether that is known to be all; else what is missing may still be there.
    pub sure: bool,
}

/// Compares two versions on the day on which the law of the new one was checked.
#[must_use]
pub fn diff(old: &Rulebook, new: &Rulebook) -> Difference {
    let (before, after) = (old.definition(), new.definition());
    let questions = |it: &Rulebook| it.numbered().map(|(.., it)| it.clone()).collect::<Vec<Question>>();
    let (old_questions, new_questions) = (questions(old), questions(new));
    let id = |question: &Question| question.id.clone();
    let mut difference = Difference {
        findings: listed(
            findings(before).map(|(.., it)| it.id.clone()),
            findings(after).map(|(.., it)| it.id.clone()),
        ),
        outcomes: outcomes(old, new),
        questions: listed(old_questions.iter().map(id), new_questions.iter().map(id)),
        ..Difference::default()
    };
    for (_, _, finding) in findings(after) {
        let twin = findings(before).find(|(.., it)| it.id == finding.id);
        let when = finding.when.clone();
        if twin.is_some_and(|(.., it)| Finding { when, ..it.clone() } != *finding) {
            difference.texts.push(finding.id.clone());
        }
    }
    for question in &new_questions {
        let Some(twin) = old_questions.iter().find(|it| it.id == question.id) else { continue };
        let options = listed(options(twin), options(question));
        if options != Listed::default() || twin.when != question.when || !alike(&twin.kind, &question.kind) {
            difference.asked.push((question.id.clone(), options));
        } else if twin != question {
            difference.texts.push(question.id.clone());
        }
    }
    difference
}

fn findings(definition: &Definition) -> impl Iterator<Item = (usize, usize, &Finding)> {
    let sections = definition.sections.iter().enumerate();
    sections.flat_map(|(s, it)| it.findings.iter().enumerate().map(move |(f, it)| (s, f, it)))
}

fn listed(old: impl Iterator<Item = String>, new: impl Iterator<Item = String>) -> Listed {
    let (old, new): (Vec<String>, Vec<String>) = (old.collect(), new.collect());
    let only = |a: &[String], b: &[String]| a.iter().filter(|id| !b.contains(id)).cloned().collect();
    Listed { added: only(&new, &old), removed: only(&old, &new) }
}

fn options(question: &Question) -> impl Iterator<Item = String> {
    let options: &[Choice] = match &question.kind {
        Kind::Choice { options } | Kind::MultiChoice { options } => options,
        _ => &[],
    };
    options.iter().map(|option| option.id.clone())
}

/// Whether the same answers are taken, options aside.
fn alike(a: &Kind, b: &Kind) -> bool {
    match (a, b) {
        (Kind::Choice { .. }, Kind::Choice { .. }) | (Kind::MultiChoice { .. }, Kind::MultiChoice { .. }) => {
            true
        }
        (a, b) => a == b,
    }
}

fn outcomes(old: &Rulebook, new: &Rulebook) -> Vec<Outcome> {
    let space = Space::new(vec![old, new], new.definition().as_of);
    let (Some(before), Some(after)) = (Model::new(&space, 0), Model::new(&space, 1)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (s, f, finding) in findings(new.definition()) {
        let twin = findings(old.definition()).find(|(.., it)| it.id == finding.id);
        let Some((old_s, old_f, _)) = twin else { continue };
        let (lost, gained) = (before.confirmed(old_s, old_f), after.confirmed(s, f));
        let cones =
            [before.cone_of(old_s, Place::Finding(old_s, old_f)), after.cone_of(s, Place::Finding(s, f))];
        let [old_cone, new_cone] = &cones;
        let sure = before.is_exact(old_cone) && after.is_exact(new_cone);
        let witness = |set: &Bdd| witness(&[&before, &after], &cones, set);
        let (only_new, only_old) = (gained.and_not(&lost), lost.and_not(&gained));
        // A comparison of several questions is only looked at anew if it was touched.
        let written = twin.is_some_and(|(.., it)| it.when == finding.when);
        let same = gained == lost && (sure || written && untouched(&before, &after, &cones));
        if !same {
            let (gained, lost) = (witness(&only_new), witness(&only_old));
            found.push(Outcome { id: finding.id.clone(), gained, lost, sure });
        }
    }
    found
}

/// Whether the questions that two conditions depend on have the same ids, and are asked alike.
fn untouched(before: &Model<'_, '_>, after: &Model<'_, '_>, cones: &[Vec<usize>; 2]) -> bool {
    let [old, new] = cones;
    old.len() == new.len()
        && old.iter().zip(new).all(|(a, b)| {
            before.question(*a) == after.question(*b) && before.asked.get(*a) == after.asked.get(*b)
        })
}

/// One answer set for both versions: what either of them asks.
fn witness(models: &[&Model<'_, '_>; 2], cones: &[Vec<usize>; 2], set: &Bdd) -> Option<Answers> {
    let valuation = set.most_negative_valuation()?;
    let mut answers = Answers::default();
    for (model, cone) in models.iter().zip(cones) {
        for (id, input) in model.answers(&valuation, cone).iter() {
            answers.insert(id, input.clone());
        }
    }
    Some(answers)
}
