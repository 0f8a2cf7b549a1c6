//! Which of the known names an unknown one was probably meant to be.

/// The nearest name, if it is near: at most a third of the characters differ, or one is part of
/// the other.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    let scored = known.into_iter().filter_map(|candidate| {
        let other = candidate.chars().count();
        let steps = distance(name, candidate);
        let part = length.min(other) > 1 && (candidate.contains(name) || name.contains(candidate));
        (steps <= length.max(other).div_ceil(3) && steps < length.max(other) || part)
            .then_some((steps, candidate))
    });
    scored.min_by_key(|(steps, _)| *steps).map(|(_, candidate)| candidate)
}

/// How many characters must be inserted, removed, replaced or swapped with their neighbour to get
/// from one to the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let at = |up: usize, left: usize| {
                let steps = rows.get(i.checked_sub(up)?)?.get(j.checked_sub(left)?)?;
                Some(*steps)
            };
            let (x, y) = (a.get(i - 1), b.get(j - 1));
            let swapped = i > 1 && j > 1 && x == b.get(j - 2) && y == a.get(i - 2);
            let ways = [
                at(1, 1).map(|steps| steps + usize::from(x != y)),
                at(1, 0).map(|steps| steps + 1),
                row.last().map(|steps| steps + 1),
                at(2, 2).filter(|_| swapped).map(|steps| steps + 1),
            ];
            row.push(ways.into_iter().flatten().min().unwrap_or(0));
        }
        rows.push(row);
    }
    rows.last().and_then(|row| row.last()).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn near_and_far() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("adn", "and"), 1);
        let known = ["用工人数", "注册资本", "string length"];
        assert_eq!(nearest("用工人员", known), Some("用工人数"));
        assert_eq!(nearest("string lenght", known), Some("string length"));
        assert_eq!(nearest("人数", known), Some("用工人数"));
        assert_eq!(nearest("成立日期", known), None);
    }
}
