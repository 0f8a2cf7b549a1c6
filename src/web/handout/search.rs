//! Finding an agency among all of them.

use assessor::definition::{Agency, grouped};

/// The four services of the founding document, then the rest.
const ORDER: [&str; 5] = ["审判领航", "检察助航", "公安护航", "司法续航", "其他"];

/// The agencies that hold every word of `wanted` in their name, tasks, numbers or ways online, by
/// group; groups in which there is none are left out. Nothing wanted is everything.
pub fn groups<'a>(agencies: &'a [Agency], wanted: &str) -> Vec<(&'a str, Vec<&'a Agency>)> {
    let wanted = wanted.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let found = agencies.iter().filter(|it| holds(it, &words));
    let mut groups = grouped(found, |it| it.group.as_str());
    groups.sort_by_key(|(name, _)| ORDER.iter().position(|it| it == name).unwrap_or(ORDER.len()));
    groups
}

fn holds(agency: &Agency, words: &[&str]) -> bool {
    let numbers = agency.phones.iter().map(|it| &it.number);
    let online = agency.online.iter().map(|it| &it.name);
    let own = [&agency.name, &agency.group].into_iter().chain(&agency.handles);
    let text: Vec<String> = own.chain(numbers).chain(online).map(|it| it.to_lowercase()).collect();
    words.iter().all(|word| text.iter().any(|it| it.contains(word)))
}
