//! Where the owner is: one value per screen, read from and written to the hash.
//!
//! Hashes, not paths: a page served from any folder needs no server rule, WeChat's back gesture
//! counts a changed hash as a step back, and nothing after `#` is ever sent to a server.
//! A hash holds ids only, never an answer.

use std::fmt;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    Intro,
    /// `#/check`: 全面体检, wherever it stands; leads on to a question or to the domains.
    Check,
    /// `#/profile`: the answers about the business itself.
    Profile,
    /// `#/domains`: what can be checked, and how far each is.
    Domains,
    /// `#/section/<id>`: the answers of one domain or route.
    Section(String),
    /// `#/q/<section>/<question>`: a question, asked for a section.
    Question {
        /// The section that is being worked through.
        section: String,
        /// The question; it may belong to the profile.
        question: String,
    },
    /// `#/result`
    Result,
    /// `#/finding/<id>`
    Finding(String),
    /// `#/history`: past results, before and after.
    History,
    /// `#/events`: 遇到事了, the list.
    Events,
    /// `#/event/<id>`: what to do about one of them.
    Event(String),
    /// `#/agencies`
    Agencies,
    /// `#/agency/<id>`
    Agency(String),
    /// `#/call/<finding>`: what to say to whoever answers.
    Call(String),
    /// `#/share`: what can be taken along.
    Share,
    /// `#/print`: the result on paper.
    Print,
    /// `#/wrong/q/<id>`, `#/wrong/finding/<id>`: something is not right there.
    Wrong(Subject, String),
    /// `#/about`
    About,
    /// `#/anew`: 重新体检; asks before it takes all answers back.
    Anew,
    /// `#/erase`: asks before it removes what was stored.
    Erase,
    /// `…/help/<n>`: a dialog over a screen. An address of its own, so that the back gesture closes it.
    Over(Box<Route>, u8),
}

/// What something is not right about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A question.
    Question,
    /// A finding.
    Finding,
}

impl Subject {
    fn word(self) -> &'static str {
        match self {
            Self::Question => "q",
            Self::Finding => "finding",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::Question, Self::Finding].into_iter().find(|it| it.word() == word)
    }
}

impl Route {
    /// Reads a hash, with or without its `#`. Whatever is not an address of a screen is the intro.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        if let Some((beneath, number)) = path.rsplit_once("/help/") {
            return match (Self::parse(beneath), number.parse()) {
                (Self::Over(..), _) | (_, Err(_)) => Self::Intro,
                (beneath, Ok(number)) => beneath.help(number),
            };
        }
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let screen = parts.next().unwrap_or_default();
        let ids: Option<Vec<String>> = parts.map(slug).collect();
        let ids = ids.unwrap_or_default();
        match (screen, ids.as_slice()) {
            ("check", []) => Self::Check,
            ("profile", []) => Self::Profile,
            ("domains", []) => Self::Domains,
            ("section", [id]) => Self::Section(id.clone()),
            ("q", [section, question]) => Self::question(section, question),
            ("result", []) => Self::Result,
            ("finding", [id]) => Self::Finding(id.clone()),
            ("history", []) => Self::History,
            ("events", []) => Self::Events,
            ("event", [id]) => Self::Event(id.clone()),
            ("agencies", []) => Self::Agencies,
            ("agency", [id]) => Self::Agency(id.clone()),
            ("call", [id]) => Self::Call(id.clone()),
            ("share", []) => Self::Share,
            ("print", []) => Self::Print,
            ("wrong", [subject, id]) => {
                Subject::parse(subject).map_or(Self::Intro, |it| Self::Wrong(it, id.clone()))
            }
            ("about", []) => Self::About,
            ("anew", []) => Self::Anew,
            ("erase", []) => Self::Erase,
            _ => Self::Intro,
        }
    }

    /// The route of a question in a section.
    pub fn question(section: &str, question: &str) -> Self {
        Self::Question { section: section.into(), question: question.into() }
    }

    /// The dialog of this number over this screen.
    pub fn help(&self, number: u8) -> Self {
        Self::Over(Box::new(self.screen().clone()), number)
    }

    /// The screen, without the dialog that may lie over it.
    pub fn screen(&self) -> &Self {
        match self {
            Self::Over(beneath, _) => beneath,
            screen => screen,
        }
    }

    /// Whether the screen is about what the owner has answered: without answers it has nothing to say.
    pub fn shows_answers(&self) -> bool {
        !matches!(
            self.screen(),
            Self::Intro
                | Self::Check
                | Self::Events
                | Self::Agencies
                | Self::Agency(_)
                | Self::Wrong(..)
                | Self::About
                | Self::Erase
        )
    }

    /// The DOM id of the link that leads here, so that going back can return to it.
    pub fn link_id(&self) -> String {
        format!("to{}", self.to_string().replace(['#', '/'], "-"))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Intro => f.write_str("#/"),
            Self::Check => f.write_str("#/check"),
            Self::Profile => f.write_str("#/profile"),
            Self::Domains => f.write_str("#/domains"),
            Self::Section(id) => write!(f, "#/section/{id}"),
            Self::Question { section, question } => write!(f, "#/q/{section}/{question}"),
            Self::Result => f.write_str("#/result"),
            Self::Finding(id) => write!(f, "#/finding/{id}"),
            Self::History => f.write_str("#/history"),
            Self::Events => f.write_str("#/events"),
            Self::Event(id) => write!(f, "#/event/{id}"),
            Self::Agencies => f.write_str("#/agencies"),
            Self::Agency(id) => write!(f, "#/agency/{id}"),
            Self::Call(id) => write!(f, "#/call/{id}"),
            Self::Share => f.write_str("#/share"),
            Self::Print => f.write_str("#/print"),
            Self::Wrong(subject, id) => write!(f, "#/wrong/{}/{id}", subject.word()),
            Self::About => f.write_str("#/about"),
            Self::Anew => f.write_str("#/anew"),
            Self::Erase => f.write_str("#/erase"),
            Self::Over(beneath, number) => write!(f, "{beneath}/help/{number}"),
        }
    }
}

/// An id of the rulebook; anything else in a hash was typed by hand and is not looked up.
fn slug(part: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (part.len() <= 80 && part.chars().all(plain)).then(|| part.into())
}

#[cfg(test)]
mod tests {
    use super::{Route, Subject};

    #[test]
    fn every_screen_reads_back_from_its_hash() {
        let routes = [
            Route::Intro,
            Route::Check,
            Route::Profile,
            Route::Domains,
            Route::Section("labor".into()),
            Route::question("labor", "written-contract"),
            Route::Result,
            Route::Finding("no-written-contract".into()),
            Route::History,
            Route::Events,
            Route::Event("labor-arbitration".into()),
            Route::Agencies,
            Route::Agency("nat-12345".into()),
            Route::Call("no-written-contract".into()),
            Route::Share,
            Route::Print,
            Route::Wrong(Subject::Question, "written-contract".into()),
            Route::Wrong(Subject::Finding, "no-written-contract".into()),
            Route::About,
            Route::Anew,
            Route::Erase,
            Route::question("labor", "written-contract").help(0),
            Route::Finding("no-written-contract".into()).help(2),
        ];
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn what_is_no_address_is_the_intro() {
        let long = format!("#/finding/{}", "a".repeat(81));
        let hashes = [
            "",
            "#",
            "#/nowhere",
            "#/q/labor",
            "#/finding/<b>",
            "#/result/x",
            "#/wrong/x/y",
            "#/result/help/x",
            "#/q/a/b/help/1/help/1",
            "#/q/a/b/help/256",
            &long,
        ];
        for hash in hashes {
            assert_eq!(Route::parse(hash), Route::Intro, "{hash}");
        }
    }

    #[test]
    fn a_missing_hash_sign_or_an_extra_slash_is_forgiven() {
        assert_eq!(Route::parse("/result/"), Route::Result);
        assert_eq!(Route::parse("#q/a/b"), Route::question("a", "b"));
    }
}
