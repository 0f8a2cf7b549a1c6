//! Ticking rows of a question with several answers: 以上都没有 and 不清楚 exclude the others.

use assessor::Input;

/// The answer after a tap on an option; `None` when nothing is ticked any more.
pub fn toggle(now: Option<&Input>, option: &str) -> Option<Input> {
    let mut ids = match now {
        Some(Input::List(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    match ids.iter().position(|id| id == option) {
        Some(at) => {
            ids.remove(at);
        }
        None => ids.push(option.into()),
    }
    (!ids.is_empty()).then_some(Input::List(ids))
}

/// The answer after a tap on a row that stands alone (以上都没有, 不清楚): it replaces whatever was
/// ticked, and a second tap takes it off.
pub fn alone(now: Option<&Input>, row: Input) -> Option<Input> {
    (now != Some(&row)).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::{alone, toggle};
    use assessor::Input;

    fn list(ids: &[&str]) -> Input {
        Input::List(ids.iter().map(|id| (*id).into()).collect())
    }

    #[test]
    fn options_add_up_and_come_off() {
        let one = toggle(None, "a");
        assert_eq!(one, Some(list(&["a"])));
        let two = toggle(one.as_ref(), "b");
        assert_eq!(two, Some(list(&["a", "b"])));
        assert_eq!(toggle(two.as_ref(), "a"), Some(list(&["b"])));
        assert_eq!(toggle(one.as_ref(), "a"), None, "nothing ticked is not “none of these”");
    }

    #[test]
    fn none_of_these_and_not_sure_stand_alone() {
        let both = list(&["a", "b"]);
        assert_eq!(alone(Some(&both), list(&[])), Some(list(&[])));
        assert_eq!(alone(Some(&both), Input::Unknown), Some(Input::Unknown));
        assert_eq!(toggle(Some(&list(&[])), "a"), Some(list(&["a"])));
        assert_eq!(toggle(Some(&Input::Unknown), "a"), Some(list(&["a"])));
        assert_eq!(alone(Some(&Input::Unknown), Input::Unknown), None);
    }
}
