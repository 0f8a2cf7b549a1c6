//! What is remembered between visits: what was ticked, and past results.
//!
//! Plain Rust, and a text to the rest of the page, which keeps it on the device if the owner agreed:
//! so nothing that comes before the first question has to read it. One line per entry, fields
//! between tabs; a line that is not understood is left out, and the others stay.

mod compare;
mod snapshot;

#[cfg(test)]
mod tests;

pub use compare::{Change, compare};
pub use snapshot::Snapshot;

use feel::Date;

/// Most results kept; the oldest go first.
const RESULTS: usize = 12;
/// First field of a line about something that was ticked.
const DONE: &str = "done";
/// First field of a line about a result.
const SEEN: &str = "seen";

/// Ticks and past results.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Notes {
    /// What was ticked: a finding's id, and a mark of the words that were ticked there.
    done: Vec<(String, String)>,
    /// Past results, oldest first.
    results: Vec<Snapshot>,
}

impl Notes {
    /// Reads a text; what is damaged is left out.
    pub fn read(text: &str) -> Self {
        let mut notes = Self::default();
        for line in text.lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields.as_slice() {
                [DONE, finding, mark] => notes.done.push(((*finding).into(), (*mark).into())),
                [SEEN, fields @ ..] => notes.results.extend(Snapshot::read(fields)),
                _ => {}
            }
        }
        notes
    }

    /// The text; empty if there is nothing to remember.
    pub fn write(&self) -> String {
        let done = self.done.iter().map(|(finding, mark)| [DONE, finding, mark].join("\t"));
        let seen = self.results.iter().map(|result| [SEEN, &result.write()].join("\t"));
        done.chain(seen).collect::<Vec<_>>().join("\n")
    }

    /// Whether these words of a finding are ticked.
    pub fn is_done(&self, finding: &str, words: &str) -> bool {
        self.place(finding, words).is_some()
    }

    /// How many of these are ticked.
    pub fn count_done(&self, finding: &str, all: &[String]) -> usize {
        all.iter().filter(|words| self.is_done(finding, words)).count()
    }

    /// Ticks these words of a finding, or takes the tick off.
    pub fn tick(&mut self, finding: &str, words: &str) {
        match self.place(finding, words) {
            Some(at) => {
                self.done.remove(at);
            }
            None => self.done.push((finding.into(), Self::mark(words))),
        }
    }

    fn place(&self, finding: &str, words: &str) -> Option<usize> {
        let mark = Self::mark(words);
        self.done.iter().position(|(id, known)| id == finding && *known == mark)
    }

    /// Past results, oldest first.
    pub fn results(&self) -> &[Snapshot] {
        &self.results
    }

    /// The last result of another day, or under other rules: what a result is compared with.
    pub fn before(&self, now: &Snapshot) -> Option<&Snapshot> {
        self.results.iter().rev().find(|it| !it.is_of(now))
    }

    /// Takes a result in: it replaces one of the same day and rules, and one that says the same as the
    /// last adds nothing. Whether anything has changed.
    pub fn record(&mut self, now: Snapshot) -> bool {
        let earlier = self.results.iter().rposition(|it| it.is_of(&now));
        let others = self.results.iter().enumerate().rev().filter(|(at, _)| Some(*at) != earlier);
        let repeated = others.map(|(_, it)| it).next().is_some_and(|last| last.says_the_same(&now));
        let before = self.results.clone();
        if let Some(at) = earlier {
            self.results.remove(at);
        }
        if !repeated {
            self.results.push(now);
        }
        let surplus = self.results.len().saturating_sub(RESULTS);
        self.results.drain(..surplus);
        self.results != before
    }

    /// Forgets the result of a day.
    pub fn forget(&mut self, date: Date, version: &str) {
        self.results.retain(|it| it.date != date || it.version != version);
    }

    /// A short mark of some words (FNV-1a): when a rule is worded anew, its ticks fall off, because
    /// what was done is not what is asked now.
    pub fn mark(words: &str) -> String {
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        format!("{:08x}", words.bytes().fold(0x811c_9dc5, step))
    }
}
