//! The result of proving: what holds, and what does not, with witnesses.

use assessor::{Answers, Place};
use feel::Date;

/// What was found out about a rulebook.
#[derive(Debug, Clone, Default)]
pub struct Proof {
    /// How many claims hold for all answers.
    pub proved: usize,
    /// What does not hold, is not known to hold, or is worth a look; the gravest first.
    pub refutations: Vec<Refutation>,
    /// Number of classes of answers, over all questions.
    pub classes: usize,
    /// Questions that conditions compare with each other, by id, and the number of their joint
    /// classes; claims that hang on them may be undecided.
    pub joint: Vec<(Vec<String>, usize)>,
}

impl Proof {
    /// How many refutations are of a grade.
    #[must_use]
    pub fn count(&self, grade: Grade) -> usize {
        self.refutations.iter().filter(|it| it.grade == grade).count()
    }
}

/// How sure and how bad a refutation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The claim is false.
    Refuted,
    /// It could not be decided.
    Undecided,
    /// Nothing is wrong, but someone should look.
    Note,
}

/// A claim that does not hold.
#[derive(Debug, Clone)]
pub struct Refutation {
    /// Stable code, `P…`.
    pub code: &'static str,
    /// How sure and how bad it is.
    pub grade: Grade,
    /// What it is about.
    pub subject: Subject,
    /// What is wrong, in Chinese.
    pub message: String,
    /// What to do, in Chinese.
    pub help: String,
    /// Answers that show it.
    pub witness: Option<Answers>,
    /// The day of assessment on which it was found, and on which the answers show it.
    pub on: Date,
}

/// What a refutation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A condition or a date.
    Text(Place),
    /// A part of a condition: the number of the atom, from 0.
    Part(Place, usize),
    /// A section, by position.
    Section(usize),
    /// A question: section, question.
    Question(usize, usize),
    /// An option: section, question, option.
    Choice(usize, usize, usize),
    /// A finding: section, finding.
    Finding(usize, usize),
    /// A decision: section, decision.
    Decision(usize, usize),
    /// A row of a decision table: section, decision, row.
    Rule(usize, usize, usize),
}
