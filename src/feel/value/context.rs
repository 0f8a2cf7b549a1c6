//! Contexts: named entries in the order they were written.
use super::Value;
use std::rc::Rc;

/// Named values (10.3.2.6), in the order they were written. Cloning is cheap.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Context(Rc<[(Rc<str>, Value)]>);

impl Context {
    /// A context of these entries; names must differ.
    #[must_use]
    pub fn new(entries: Vec<(Rc<str>, Value)>) -> Context {
        Context(entries.into())
    }

    /// The value of an entry.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(key, _)| &**key == name).map(|(_, value)| value)
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The context with one entry set or added at the end.
    #[must_use]
    pub fn with(&self, name: &str, value: Value) -> Context {
        let mut entries = self.0.to_vec();
        match entries.iter_mut().find(|(key, _)| &**key == name) {
            Some((_, old)) => *old = value,
            None => entries.push((name.into(), value)),
        }
        Context::new(entries)
    }
}
