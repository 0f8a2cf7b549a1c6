//! JavaScript's values as serde reads them: what JSON has, and whole numbers only.
//!
//! `serde-wasm-bindgen` would do, but its complaints, which nobody sees here, print any number:
//! formatting doubles is 13 kB of the module. Here what does not fit has no words, and a double is
//! no value: what the page reads, its rulebook and its own record, has none.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Number, Object};

/// Reads a value; none if it is not what is wanted.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}

/// A value to be read.
pub struct Value(pub JsValue);

/// That a value is not what is wanted.
#[derive(Debug)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not what is wanted")
    }
}

impl std::error::Error for Unfit {}

impl de::Error for Unfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl de::IntoDeserializer<'_, Unfit> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Self(value) = self;
        if value.is_null() || value.is_undefined() {
            visitor.visit_unit()
        } else if let Some(truth) = value.as_bool() {
            visitor.visit_bool(truth)
        } else if let Some(text) = value.as_string() {
            visitor.visit_string(text)
        } else if let Some(number) = value.as_f64() {
            if Number::is_safe_integer(&value) { visitor.visit_i64(number as i64) } else { Err(Unfit) }
        } else if Array::is_array(&value) {
            let items = value.unchecked_into::<Array>();
            visitor.visit_seq(SeqDeserializer::new(items.iter().map(Value)))
        } else if value.is_object() {
            let entries = Object::entries(value.unchecked_ref::<Object>());
            let pairs = entries.iter().map(|pair| {
                let pair = pair.unchecked_into::<Array>();
                (Value(pair.get(0)), Value(pair.get(1)))
            });
            visitor.visit_map(MapDeserializer::new(pairs))
        } else {
            Err(Unfit)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0.is_null() || self.0.is_undefined() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
