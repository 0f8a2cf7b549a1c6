//! Lists in order, each item once. What a search and a shift do where lists are short, the library's
//! sort does with twenty times the code, which the page would carry.

/// Puts an item into its place, unless it is there.
pub(crate) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}
