//! The owner's way through the page, as the browser's history remembers it.
//!
//! Every entry of the browser's history carries its position as a stamp. That tells a step back
//! from a link that happens to lead to the same place, also after a reload, so that 上一题 can
//! use the browser's own back and never leaves a loop behind.

use super::Route;

/// The places visited, by their position in the browser's history.
#[derive(Debug)]
pub struct Trail {
    /// A reload leaves the ones before it unknown.
    places: Vec<(u32, Route)>,
    at: u32,
    replacing: bool,
}

/// What the browser reported, seen from where the owner was.
#[derive(Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The place left; none at the start of the page.
    pub from: Option<Route>,
    /// Whether the owner went back to an entry that was there already.
    pub back: bool,
}

impl Trail {
    /// The trail of a page that opens at `route`; `stamp` is what the entry carries after a reload.
    pub fn new(route: Route, stamp: Option<u32>) -> Self {
        let at = stamp.unwrap_or(0);
        Self { places: vec![(at, route)], at, replacing: false }
    }

    /// The place the owner is at.
    pub fn here(&self) -> &Route {
        self.place(self.at).unwrap_or(&Route::Intro)
    }

    /// The position of this entry, for stamping it.
    pub fn position(&self) -> u32 {
        self.at
    }

    /// The place one step back, where this page knows it.
    pub fn before(&self) -> Option<&Route> {
        self.at.checked_sub(1).and_then(|at| self.place(at))
    }

    fn place(&self, at: u32) -> Option<&Route> {
        self.places.iter().find(|(position, _)| *position == at).map(|(_, route)| route)
    }

    /// Whether one step back stays on this page.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// The next arrival takes the place of this entry.
    pub fn replace(&mut self) {
        self.replacing = true;
    }

    /// Whether one is to.
    pub fn is_replacing(&self) -> bool {
        self.replacing
    }

    /// Follows the browser to an entry: a stamped one was there before, an unstamped one is new.
    pub fn arrive(&mut self, route: Route, stamp: Option<u32>) -> Arrival {
        let from = self.place(self.at).cloned();
        let back = stamp.is_some_and(|at| at < self.at);
        let replacing = std::mem::take(&mut self.replacing);
        self.at = match stamp {
            Some(at) => at,
            None if replacing => self.at,
            None => {
                let next = self.at.saturating_add(1);
                self.places.retain(|(at, _)| *at < next);
                next
            }
        };
        self.places.retain(|(at, _)| *at != self.at);
        self.places.push((self.at, route));
        Arrival { from, back }
    }
}

#[cfg(test)]
mod tests {
    use super::{Route, Trail};

    fn question(id: &str) -> Route {
        Route::question("labor", id)
    }

    #[test]
    fn a_link_to_the_place_before_is_not_a_step_back() {
        let mut trail = Trail::new(Route::Result, None);
        trail.arrive(Route::Finding("a".into()), None);
        let arrival = trail.arrive(Route::Result, None);
        assert!(!arrival.back);
        assert_eq!(trail.before(), Some(&Route::Finding("a".into())));
    }

    #[test]
    fn a_step_back_knows_where_it_came_from_and_keeps_what_lies_ahead() {
        let mut trail = Trail::new(Route::Domains, None);
        trail.arrive(question("one"), None);
        trail.arrive(question("two"), None);
        let arrival = trail.arrive(question("one"), Some(1));
        assert!(arrival.back);
        assert_eq!(arrival.from, Some(question("two")));
        assert!(!trail.arrive(question("two"), Some(2)).back, "forward again");
    }

    #[test]
    fn a_new_entry_forgets_what_lay_ahead() {
        let mut trail = Trail::new(Route::Domains, None);
        trail.arrive(question("one"), None);
        trail.arrive(question("two"), None);
        trail.arrive(question("one"), Some(1));
        trail.arrive(Route::Result, None);
        assert_eq!(trail.position(), 2);
        assert_eq!(trail.before(), Some(&question("one")));
    }

    #[test]
    fn replacing_keeps_the_position() {
        let mut trail = Trail::new(Route::Intro, None);
        trail.arrive(Route::Erase, None);
        trail.replace();
        trail.arrive(Route::Intro, None);
        assert_eq!((trail.position(), trail.here()), (1, &Route::Intro));
    }

    #[test]
    fn after_a_reload_the_way_back_is_open_but_unknown() {
        let trail = Trail::new(question("five"), Some(5));
        assert!(trail.can_go_back());
        assert_eq!(trail.before(), None);
    }
}
