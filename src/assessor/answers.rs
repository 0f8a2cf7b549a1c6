//! A set of answers, by question id. A sorted list: an owner gives dozens of answers, and a
//! B-tree's code would weigh more in the page than the saving of a search.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::input::Input;

/// Answers by question id, in the order of the ids. A missing id is a question not answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(Vec<(String, Input)>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Input> {
        self.0.get(self.position(question).ok()?).map(|(_, input)| input)
    }

    /// Gives an answer, in place of an earlier one.
    pub fn insert(&mut self, question: &str, input: Input) {
        match self.position(question) {
            Ok(at) => drop(self.0.get_mut(at).map(|entry| entry.1 = input)),
            Err(at) => self.0.insert(at, (question.into(), input)),
        }
    }

    /// Takes an answer back.
    pub fn remove(&mut self, question: &str) {
        if let Ok(at) = self.position(question) {
            self.0.remove(at);
        }
    }

    /// All answers, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Input)> {
        self.0.iter().map(|(question, input)| (question.as_str(), input))
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn position(&self, question: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(question))
    }
}

impl<'a> FromIterator<(&'a str, Input)> for Answers {
    fn from_iter<I: IntoIterator<Item = (&'a str, Input)>>(entries: I) -> Self {
        let mut answers = Self::default();
        for (question, input) in entries {
            answers.insert(question, input);
        }
        answers
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(AnswersVisitor)
    }
}

struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of answers by question id")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Answers, A::Error> {
        let mut answers = Answers::default();
        while let Some((question, input)) = entries.next_entry::<String, Input>()? {
            answers.insert(&question, input);
        }
        Ok(answers)
    }
}
