//! Long lists under the headings that the rulebook gives them.

use assessor::definition::Section;

/// Puts items under the group of their section, in the order in which the groups first occur.
pub fn grouped<T>(items: Vec<T>, section: impl Fn(&T) -> &Section) -> Vec<(String, Vec<T>)> {
    let mut groups: Vec<(String, Vec<T>)> = Vec::new();
    for item in items {
        let name = section(&item).group.as_deref().unwrap_or("别的").to_owned();
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, of_it)) => of_it.push(item),
            None => groups.push((name, vec![item])),
        }
    }
    groups
}
