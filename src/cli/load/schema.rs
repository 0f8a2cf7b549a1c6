//! The shape of rule files as a JSON Schema, for editors: made by asking what reads them.
//!
//! Every type that can be read says what it takes ([`Read::shape`]). Keys come from the tables of `records`,
//! fixed words from the checker's own lists, so that nothing is listed twice. What needs the rest
//! of the rulebook (ids, names, conditions) is said by `assessor check` alone.

use std::collections::BTreeMap;

use assessor::Vocabulary;
use assessor::document::Header;
use serde_json::{Value, json};

use super::FILES;
use super::reader::Read;

/// The schema of every file of a rulebook, draft 7.
pub fn schema() -> Value {
    let mut shapes = Shapes::default();
    let text = Form::Any.shape();
    let mut kinds = vec![Header::shape(&text, &mut shapes)];
    kinds.extend(FILES.iter().map(|(_, file)| (file.shape)(&text, &mut shapes)));
    let mut definitions: BTreeMap<&str, Value> =
        shapes.0.iter().map(|(name, record)| (*name, record.shape())).collect();
    // Whatever YAML makes of a value, the reader takes its text.
    definitions.insert(TEXT, json!({"type": ["string", "number", "boolean"]}));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "规则文件",
        "type": "object",
        "minProperties": 1,
        "anyOf": kinds,
        "definitions": definitions,
    })
}

const TEXT: &str = "Text";

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

/// What a text may be.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Anything that YAML takes for one value.
    Any,
    /// A word of a list.
    Words(Vocabulary),
    /// A date as 2026-03-05.
    Day,
    /// A whole number.
    Whole,
}

impl Form {
    /// The schema of such a text.
    pub fn shape(self) -> Value {
        match self {
            Self::Any => reference(TEXT),
            Self::Words(vocabulary) => json!({"enum": vocabulary.words()}),
            Self::Day => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
            Self::Whole => json!({"type": ["integer", "string"], "pattern": "^-?[0-9]+$"}),
        }
    }
}

/// The records described so far, by the name of their type.
#[derive(Debug, Default)]
pub struct Shapes(BTreeMap<&'static str, Record>);

/// What a mapping takes.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// What it is called in messages.
    pub title: &'static str,
    /// Its keys and what they take.
    pub keys: BTreeMap<&'static str, Value>,
    /// Those that must be there, in the order of the table.
    pub required: Vec<&'static str>,
}

impl Record {
    fn shape(&self) -> Value {
        json!({
            "title": self.title,
            "type": "object",
            "properties": self.keys,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

/// A key of a record.
pub struct Key {
    name: &'static str,
    required: bool,
    shape: Value,
}

impl Shapes {
    /// A reference to the record of this type, which is described once.
    pub fn record(
        &mut self,
        name: &'static str,
        title: &'static str,
        keys: impl FnOnce(&mut Self) -> Vec<Key>,
    ) -> Value {
        if !self.0.contains_key(name) {
            let keys = keys(self);
            let required = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
            let keys = keys.into_iter().map(|key| (key.name, key.shape)).collect();
            self.0.insert(name, Record { title, keys, required });
        }
        reference(name)
    }

    /// A reference to a record made from another one that has been described.
    pub fn variant(
        &mut self,
        of: &'static str,
        name: &'static str,
        change: impl FnOnce(&mut Record),
    ) -> Value {
        let mut record = self.0.get(of).cloned().unwrap_or_default();
        change(&mut record);
        self.0.insert(name, record);
        reference(name)
    }

    /// The key of a field, whose type says what the key takes.
    pub fn field<R, T: Read>(&mut self, name: &'static str, form: Form, _: fn(&R) -> &T) -> Key {
        self.key::<T>(name, form)
    }

    /// A key that takes what a type reads.
    pub fn key<T: Read>(&mut self, name: &'static str, form: Form) -> Key {
        Key { name, required: T::absent().is_none(), shape: T::shape(&form.shape(), self) }
    }
}

/// Either a list of these or a single one.
pub fn one_or_many(one: Value) -> Value {
    json!({"anyOf": [{"type": "array", "items": one}, one]})
}

/// A mapping with the author's own keys.
pub fn free_keys(value: Value) -> Value {
    json!({"type": "object", "additionalProperties": value})
}
