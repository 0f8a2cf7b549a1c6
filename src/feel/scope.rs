//! The names a text may use: variables with their types, and named types.
use crate::types::Type;

/// Which declared variable: its place in the environment given to [`crate::Program::eval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);

impl Slot {
    /// Place in the environment.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Declared variables, in order. A name may contain spaces, digits, operators and any script;
/// where several names fit a text, the longest is meant (10.3.1.4).
#[derive(Clone, Debug, Default)]
pub struct Scope {
    variables: Vec<(Box<str>, Type)>,
    /// Slots in the order of their names.
    index: Vec<Slot>,
    /// Names that are not one plain word, which the parser has to look for.
    spaced: Vec<Slot>,
    types: Vec<(Box<str>, Type)>,
    /// Names of entries of the types that are not one plain word.
    entries: Vec<Box<str>>,
    extended: bool,
}

impl Scope {
    /// No names.
    #[must_use]
    pub fn new() -> Scope {
        Scope::default()
    }

    /// No names, and with the functions that the page does not have.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn extended() -> Scope {
        Scope { extended: true, ..Scope::default() }
    }

    /// Whether functions may be used that the page does not have.
    pub(crate) fn is_extended(&self) -> bool {
        self.extended
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
        let slot = Slot(u32::try_from(self.variables.len()).unwrap_or(u32::MAX));
        if !is_word(&name) {
            self.spaced.push(slot);
        }
        let at = self.position(&name).unwrap_or_else(|at| at);
        self.variables.push((name.into(), ty));
        self.index.insert(at, slot);
        slot
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
        self.spaced.iter().map(|slot| self.name(*slot))
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

/// A name with each run of white space made one space.
pub(crate) fn normalise(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a name is one word to the lexer.
pub(crate) fn is_word(name: &str) -> bool {
    name.starts_with(|c: char| is_name_char(c) && !c.is_ascii_digit()) && name.chars().all(is_name_char)
}

/// Whether a character can be part of a name's word (grammar rules 28, 29). Punctuation of
/// Chinese keyboards is left out, although its code points lie within the grammar's ranges:
/// it is either read as its half-width twin or reported (see `lexer`).
pub(crate) fn is_name_char(c: char) -> bool {
    match u32::from(c) {
        0x30..=0x39 | 0x41..=0x5A | 0x61..=0x7A | 0x5F | 0xB7 => true,
        0x3000..=0x3004 | 0x3008..=0x3020 | 0x3030 | 0x303D => false,
        0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => true,
        0xFF00..=0xFF65 | 0xFFE0..=0xFFFF => false,
        0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x167F | 0x1681..=0x180D | 0x180F..=0x1FFF => true,
        0x200C..=0x200D | 0x203F..=0x2040 | 0x2070..=0x218F | 0x2C00..=0x2FEF => true,
        // The byte order mark comes with files, not with names.
        0xFEFF => false,
        0x3005..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFFD | 0x10000..=0xEFFFF => true,
        _ => false,
    }
}

/// Whether a character shows nothing and is no white space: marks of direction, zero width
/// spaces, soft hyphens. Joiners (U+200C, U+200D) are letters of some scripts, and of names.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x180E | 0x200B | 0x200E..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F)
}
