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

/// How many characters must be inserted, removed or replaced to get from one to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((above, left_above), y) in row.iter().skip(1).zip(&row).zip(&b) {
            let left = next.last().copied().unwrap_or(0);
            next.push((left_above + usize::from(x != *y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn near_and_far() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        let known = ["用工人数", "注册资本", "string length"];
        assert_eq!(nearest("用工人员", known), Some("用工人数"));
        assert_eq!(nearest("string lenght", known), Some("string length"));
        assert_eq!(nearest("人数", known), Some("用工人数"));
        assert_eq!(nearest("成立日期", known), None);
    }
}
