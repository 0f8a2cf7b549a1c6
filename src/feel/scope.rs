//! The names a text may use: variables with their types, and named types.
use crate::decision::Decision;
use crate::name::{is_word, normalise};
use crate::slots::Slot;
use crate::temporal::DateTime;
use crate::types::Type;

/// Declared variables, in order. A name may contain spaces, digits, operators and any script;
/// where several names fit a text, the longest is meant (10.3.1.4).
#[derive(Clone, Debug, Default)]
pub struct Scope {
    variables: Vec<(Box<str>, Type)>,
    /// Slots in the order of their names.
    index: Vec<Slot>,
    /// Names that are not one plain word, which the parser has to look for.
    spaced: Vec<Slot>,
    /// By name.
    decisions: Vec<(Box<str>, Decision)>,
    types: Vec<(Box<str>, Type)>,
    /// Names of entries of the types that are not one plain word.
    entries: Vec<Box<str>>,
    extended: bool,
    now: Option<DateTime>,
}

impl Scope {
    /// No names.
    #[must_use]
    pub fn new() -> Scope {
        Scope::default()
    }

    /// No names, and with the functions and time zones that the page does not have.
    #[must_use]
    pub fn extended() -> Scope {
        Scope { extended: true, ..Scope::default() }
    }

    /// Whether functions may be used that the page does not have.
    pub(crate) fn is_extended(&self) -> bool {
        self.extended
    }

    /// Sets what `now()` and `today()` give in texts compiled from now on; without it they are
    /// errors. The language reads no clock: the same program always gives the same.
    pub fn set_now(&mut self, now: DateTime) {
        self.now = Some(now);
    }

    /// What `now()` gives, if it may be used.
    pub(crate) fn now(&self) -> Option<&DateTime> {
        self.now.as_ref()
    }

    /// Declares a variable; declaring a name again changes its type and keeps its slot.
    pub fn declare(&mut self, name: &str, ty: Type) -> Slot {
        let name = normalise(name);
        self.add_entries(&ty);
        if let Some(slot) = self.slot(&name) {
            if let Some(variable) = self.variables.get_mut(slot.index()) {
                variable.1 = ty;
            }
            return slot;
        }
        let slot = Slot::at(self.variables.len());
        if !is_word(&name) {
            self.spaced.push(slot);
        }
        let at = self.position(&name).unwrap_or_else(|at| at);
        self.variables.push((name.into(), ty));
        self.index.insert(at, slot);
        slot
    }

    /// Names a decision, for texts compiled from now on; a variable of that name hides it.
    pub fn decide(&mut self, name: &str, decision: Decision) {
        self.decisions.push((normalise(name).into(), decision));
    }

    /// The decision of a name.
    pub(crate) fn decision(&self, name: &str) -> Option<&Decision> {
        self.decisions.iter().find(|(known, _)| **known == *name).map(|(_, decision)| decision)
    }

    /// Names of the decisions.
    pub(crate) fn decisions(&self) -> impl Iterator<Item = &str> {
        self.decisions.iter().map(|(name, _)| &**name)
    }

    /// Names a type for `instance of` and for parameters.
    pub fn define_type(&mut self, name: &str, ty: Type) {
        self.add_entries(&ty);
        self.types.push((normalise(name).into(), ty));
    }

    /// Names and types of the variables in slot order.
    pub fn names(&self) -> impl Iterator<Item = (&str, &Type)> {
        self.variables.iter().map(|(name, ty)| (&**name, ty))
    }

    /// The slot of a name.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<Slot> {
        self.index.get(self.position(name).ok()?).copied()
    }

    /// Where a name is in the index, or would be.
    fn position(&self, name: &str) -> Result<usize, usize> {
        self.index.binary_search_by(|slot| self.name(*slot).cmp(name))
    }

    /// The type of a variable.
    #[must_use]
    pub fn ty(&self, slot: Slot) -> &Type {
        self.variables.get(slot.index()).map_or(&Type::Any, |(_, ty)| ty)
    }

    /// The name of a variable.
    #[must_use]
    pub fn name(&self, slot: Slot) -> &str {
        self.variables.get(slot.index()).map_or("", |(name, _)| name)
    }

    /// Names that are not one plain word.
    pub(crate) fn spaced(&self) -> impl Iterator<Item = &str> {
        let decisions = self.decisions().filter(|name| !is_word(name));
        self.spaced.iter().map(|slot| self.name(*slot)).chain(decisions)
    }

    /// Names of entries that are not one plain word.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|name| &**name)
    }

    /// Remembers the entries of a context type, however deep.
    fn add_entries(&mut self, ty: &Type) {
        match ty {
            Type::Context(entries) => {
                for (name, ty) in entries.iter() {
                    if !is_word(name) && !self.entries.contains(name) {
                        self.entries.push(name.clone());
                    }
                    self.add_entries(ty);
                }
            }
            Type::List(item) | Type::Range(item) => self.add_entries(item),
            _ => {}
        }
    }

    /// Named types.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, &Type)> {
        self.types.iter().map(|(name, ty)| (&**name, ty))
    }
}
