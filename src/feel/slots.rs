//! Variables by place, and a small set of them, sorted. A list in order instead of a B-tree: expressions read a handful
//! of variables, and the tree's code weighs more in the page than everything that uses it.

/// Which declared variable: its place in the environment given to [`crate::Program::eval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);

impl Slot {
    /// The variable at a place in the environment.
    pub(crate) fn at(place: usize) -> Slot {
        Slot(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// Place in the environment.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The variable at that place.
impl From<u32> for Slot {
    fn from(place: u32) -> Slot {
        Slot(place)
    }
}

/// Slots in order, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Slots(Vec<Slot>);

impl Slots {
    /// Adds a slot.
    pub fn insert(&mut self, slot: Slot) {
        if let Err(at) = self.0.binary_search(&slot) {
            self.0.insert(at, slot);
        }
    }

    /// Adds all of these.
    pub fn extend<'s>(&mut self, others: impl IntoIterator<Item = &'s Slot>) {
        others.into_iter().for_each(|slot| self.insert(*slot));
    }

    /// Keeps those that pass.
    pub fn retain(&mut self, keep: impl FnMut(&Slot) -> bool) {
        self.0.retain(keep);
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The slots in order.
    pub fn into_vec(self) -> Vec<Slot> {
        self.0
    }
}

impl<'s> IntoIterator for &'s Slots {
    type Item = &'s Slot;
    type IntoIter = std::slice::Iter<'s, Slot>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
