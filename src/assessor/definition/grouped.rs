//! Long lists under the headings that the rulebook gives them.

/// Puts items under their groups, in the order in which the groups first occur; each group's items
/// stay in their order.
pub fn grouped<'a, T>(
    items: impl IntoIterator<Item = T>,
    group: impl Fn(&T) -> &'a str,
) -> Vec<(&'a str, Vec<T>)> {
    let mut groups: Vec<(&str, Vec<T>)> = Vec::new();
    for item in items {
        let name = group(&item);
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, of_it)) => of_it.push(item),
            None => groups.push((name, vec![item])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_and_their_items_keep_the_order_they_came_in() {
        let items = [("b", 1), ("a", 2), ("b", 3)];
        assert_eq!(grouped(items, |it| it.0), [("b", vec![("b", 1), ("b", 3)]), ("a", vec![("a", 2)])]);
        assert!(grouped(Vec::<&str>::new(), |it| it).is_empty());
    }
}
