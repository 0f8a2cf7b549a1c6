//! What the first half needs, and what therefore may come later.

use std::collections::BTreeSet;
use std::ops::Range;

use super::links::{Links, Node};

/// What only the second half needs.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Later {
    /// Functions, by name; a name stands here only if every function of that name does.
    pub(super) functions: BTreeSet<String>,
    /// Addresses of data, in ascending order, neighbours joined.
    pub(super) data: Vec<Range<u32>>,
}

/// What is not reached from the module's exports, nor from functions named in `needed`, unless
/// by way of a doorway.
pub(super) fn later(links: &Links, doorways: &BTreeSet<String>, needed: &BTreeSet<String>) -> Later {
    let named = |names: &BTreeSet<String>| {
        let functions = links.names.iter().filter(|(_, name)| names.contains(*name));
        functions.map(|(index, _)| Node::Function(*index)).collect::<Vec<_>>()
    };
    let closed = named(doorways);
    let mut open = [links.roots.clone(), named(needed)].concat();
    let mut reached = BTreeSet::new();
    while let Some(node) = open.pop() {
        if closed.contains(&node) || !reached.insert(node) {
            continue;
        }
        let to = match node {
            Node::Function(index) => links.functions.get(&index),
            Node::Block(at) => links.blocks.get(at).map(|block| &block.to),
        };
        open.extend(to.into_iter().flatten());
    }
    let mut later = Later::default();
    let mut first = BTreeSet::new();
    for (index, name) in &links.names {
        let names = if reached.contains(&Node::Function(*index)) { &mut first } else { &mut later.functions };
        names.insert(name.clone());
    }
    later.functions.retain(|name| !first.contains(name));
    for (at, block) in links.blocks.iter().enumerate() {
        if reached.contains(&Node::Block(at)) {
            continue;
        }
        match later.data.last_mut() {
            Some(last) if last.end == block.addresses.start => last.end = block.addresses.end,
            _ => later.data.push(block.addresses.clone()),
        }
    }
    later
}

#[cfg(test)]
mod tests {
    use super::super::links::Block;
    use super::*;

    /// `start` calls `shared` and the doorway `page`; `page` uses all blocks but the first and, by
    /// a vtable in the second, `click`.
    fn links() -> Links {
        let function = Node::Function;
        let block = |addresses, to| Block { addresses, to };
        Links {
            names: [(0, "start"), (1, "page"), (2, "shared"), (3, "click")]
                .map(|(at, name)| (at, name.to_owned()))
                .into(),
            functions: [
                (0, vec![function(1), function(2), Node::Block(0)]),
                (1, vec![function(2), Node::Block(1), Node::Block(2), Node::Block(3)]),
                (2, vec![]),
                (3, vec![function(2)]),
            ]
            .into(),
            blocks: vec![
                block(0..8, vec![]),
                block(8..16, vec![function(3)]),
                block(16..20, vec![]),
                block(32..36, vec![]),
            ],
            roots: vec![function(0)],
        }
    }

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_only_the_doorway_leads_to_is_later() {
        let found = later(&links(), &names(&["page"]), &names(&[]));
        assert_eq!(found, Later { functions: names(&["click", "page"]), data: vec![8..20, 32..36] });
    }

    #[test]
    fn what_is_needed_besides_is_not() {
        let found = later(&links(), &names(&["page"]), &names(&["click"]));
        assert_eq!(found.functions, names(&["page"]));
    }

    #[test]
    fn a_vtable_of_the_first_half_keeps_its_functions_there() {
        let mut links = links();
        links.functions.insert(2, vec![Node::Block(1)]);
        let found = later(&links, &names(&["page"]), &names(&[]));
        assert_eq!(found, Later { functions: names(&["page"]), data: vec![16..20, 32..36] });
    }

    #[test]
    fn of_two_functions_of_one_name_neither_is_later_if_one_is_not() {
        let mut links = links();
        links.names.insert(3, "shared".to_owned());
        assert_eq!(later(&links, &names(&["page"]), &names(&[])).functions, names(&["page"]));
    }
}
