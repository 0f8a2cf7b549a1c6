//! What is measured, natively and in Node alike: sets of FEEL texts with their inputs.
//!
//! Inputs and expected results are FEEL texts too, so that every engine reads them by itself and
//! no engine's values need converting into another's.

pub mod engine;
pub mod kit;
pub mod rules;

use std::path::{Path, PathBuf};

use engine::{Engine, Ours};
use serde_json::{Value as Json, json};

/// One text.
#[derive(Debug, Clone)]
pub struct Case {
    /// Where it comes from.
    pub name: String,
    /// FEEL.
    pub text: String,
    /// Which of the set's inputs it reads.
    pub inputs: usize,
    /// What it comes to, as FEEL.
    pub expected: String,
}

/// Names and their values as FEEL.
#[derive(Debug, Clone, Default)]
pub struct Inputs(Vec<(String, String)>);

impl Inputs {
    /// A FEEL context.
    #[must_use]
    pub fn context(&self) -> String {
        let entry = |(name, value): &(String, String)| format!("{}: {value}", kit::quoted(name));
        format!("{{{}}}", self.0.iter().map(entry).collect::<Vec<_>>().join(", "))
    }

    /// The values in the order of the names, as a FEEL list.
    fn list(&self) -> String {
        let values = self.0.iter().map(|(_, value)| value.as_str());
        format!("[{}]", values.collect::<Vec<_>>().join(", "))
    }
}

/// Texts measured together.
#[derive(Debug, Clone)]
pub struct Set {
    /// A word for the table.
    pub name: &'static str,
    /// What the cases read.
    pub inputs: Vec<Inputs>,
    /// The first of the inputs with half of its values taken back: null, which for an engine
    /// that has it means unknown.
    pub half: Option<Inputs>,
    /// The texts.
    pub cases: Vec<Case>,
}

/// The sets there are: the project's rules, and the conformance cases where the reading beside
/// the project is. What is missing is said on standard error.
pub fn sets() -> Vec<Set> {
    [kit::set(), rules::set()].into_iter().flatten().collect()
}

impl Set {
    /// Keeps the cases that an engine gets right. What none of the engines compared can do would
    /// be measured as nothing, and a wrong answer may be fast.
    #[must_use]
    pub fn passed_by<E: Engine>(mut self) -> Set {
        let worlds: Vec<Option<E::World>> =
            self.inputs.iter().map(|inputs| E::world(&inputs.context(), false)).collect();
        self.cases.retain(|case| {
            let world = worlds.get(case.inputs).and_then(Option::as_ref);
            world.is_some_and(|world| engine::passes::<E>(case, world))
        });
        self
    }

    /// As JSON, for Node: the texts, and beside them the code that the page's module reads. It
    /// knows no contexts, and variables by their number only.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let inputs = self.inputs.iter().chain(&self.half).map(|inputs| {
            let code = <Ours>::code(&inputs.list(), &<Ours>::empty());
            json!({ "text": inputs.context(), "code": code })
        });
        let worlds: Vec<_> =
            self.inputs.iter().map(|inputs| <Ours>::world(&inputs.context(), false)).collect();
        let case = |case: &Case| {
            let world = worlds.get(case.inputs)?.as_ref()?;
            let code = <Ours>::code(&case.text, world);
            Some(json!({
                "name": case.name, "text": case.text, "code": code,
                "inputs": case.inputs, "expected": case.expected,
            }))
        };
        let cases: Vec<Json> = self.cases.iter().filter_map(case).collect();
        let half = self.half.as_ref().map(|_| self.inputs.len());
        json!({ "name": self.name, "inputs": inputs.collect::<Json>(), "half": half, "cases": cases })
    }
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).map(Path::to_path_buf).unwrap_or_default()
}
