//! Raw answers: the shape that JSON, storage and the page share.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

/// A raw answer. In JSON: `null`, a boolean, a string or number, a list of option ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// 不清楚: answered, but not known.
    Unknown,
    /// For 是否.
    Boolean(bool),
    /// An option id, a decimal number, or a date `YYYY-MM-DD`.
    Text(String),
    /// Option ids; empty = 以上都没有.
    List(Vec<String>),
}

impl Serialize for Input {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unknown => to.serialize_none(),
            Self::Boolean(answer) => to.serialize_bool(*answer),
            Self::Text(text) => to.serialize_str(text),
            Self::List(ids) => ids.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(InputVisitor)
    }
}

struct InputVisitor;

impl<'de> Visitor<'de> for InputVisitor {
    type Value = Input;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a boolean, a number, a string or a list of strings")
    }

    fn visit_unit<E: Error>(self) -> Result<Input, E> {
        Ok(Input::Unknown)
    }

    fn visit_none<E: Error>(self) -> Result<Input, E> {
        Ok(Input::Unknown)
    }

    fn visit_bool<E: Error>(self, answer: bool) -> Result<Input, E> {
        Ok(Input::Boolean(answer))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Input, E> {
        Ok(Input::Text(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Input, E> {
        Ok(Input::Text(number.to_string()))
    }

    /// JSON numbers arrive as doubles; their shortest decimal text is what was written, up to 15
    /// digits. Longer ones are written as strings.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Input, E> {
        Ok(Input::Text(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Input, E> {
        Ok(Input::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Input, A::Error> {
        let mut ids = Vec::new();
        while let Some(id) = items.next_element()? {
            ids.push(id);
        }
        Ok(Input::List(ids))
    }
}
