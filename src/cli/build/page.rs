//! The static pages: what an owner sees before any script has run, and when none can.

use super::BuildError;
use super::template::{Part, Parts, fill, rows, text};

/// What the static pages say about the rulebook. Nothing of it is written in `www/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intro {
    /// The version of the rules, as the rulebook states it.
    pub version: String,
    /// The day the law was checked, as it is to be read: `2026年11月20日`.
    pub as_of: String,
    /// The hotlines, in the order shown.
    pub hotlines: Vec<Hotline>,
    /// The domains of the law, in the order of the rulebook.
    pub domains: Vec<Domain>,
    /// All agencies by group, in the order of the rulebook.
    pub groups: Vec<(String, Vec<Contact>)>,
}

/// A number to call, from the rulebook's agencies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hotline {
    /// Who answers.
    pub name: String,
    /// The number as it is shown and dialled: digits and hyphens, with `+` or an area code in front where needed.
    pub number: String,
    /// What to call for, in a few words; may be empty.
    pub handles: String,
}

/// A domain of the law and its common risks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Domain {
    /// Its title.
    pub title: String,
    /// One line in the owner's words.
    pub summary: String,
    /// Titles of risks.
    pub examples: Vec<String>,
}

/// An agency as the directory lists it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Who answers.
    pub name: String,
    /// What to call for.
    pub handles: Vec<String>,
    /// The numbers, each with words for before and after it.
    pub phones: Vec<(String, String, String)>,
    /// Its ways in without a call, in words.
    pub online: Vec<String>,
}

/// The page, twice: see `www/index.html`. `files` are the places of files; those that may be
/// absent stand in blocks of their own, and so does the first hotline, for danger.
///
/// A template and not the app's own components drawn ahead: the first paint needs this page
/// anyway, and taking over markup instead of drawing it again would cost the module 7 kB.
pub(super) fn index(template: &str, intro: &Intro, files: Parts) -> Result<String, BuildError> {
    let danger = intro.hotlines.first().map(|hotline| vec![text("number", &hotline.number)]);
    let parts = [files, vec![rows("danger", danger)], hotlines(intro)].concat();
    fill("index.html", template, &parts)
}

/// An article that leads to the page: see `www/article.html`. `files` as for [`index`].
pub(super) fn article(template: &str, intro: &Intro, files: Parts) -> Result<String, BuildError> {
    fill("article.html", template, &[files, hotlines(intro)].concat())
}

/// The hotlines, and which rules these are.
fn hotlines(intro: &Intro) -> Parts {
    let hotlines = intro.hotlines.iter().map(|hotline| {
        vec![text("name", &hotline.name), text("number", &hotline.number), text("handles", &hotline.handles)]
    });
    vec![rows("hotlines", hotlines), text("version", &intro.version), text("as_of", &intro.as_of)]
}

/// The page that needs no script: see `www/directory.html`. Of `files` it takes those it names.
pub(super) fn directory(template: &str, intro: &Intro, files: &Parts) -> Result<String, BuildError> {
    let domains = intro.domains.iter().map(|domain| {
        let examples = domain.examples.join("；");
        vec![text("title", &domain.title), text("summary", &domain.summary), text("examples", examples)]
    });
    let groups = intro
        .groups
        .iter()
        .map(|(name, contacts)| vec![text("group", name), rows("agencies", contacts.iter().map(contact))]);
    let named = |(name, part): &&(String, Part)| {
        matches!(part, Part::Text(_)) && template.contains(&format!("{{{{{name}}}}}"))
    };
    let mut parts: Parts = files.iter().filter(named).cloned().collect();
    parts.extend([rows("domains", domains), rows("groups", groups)]);
    parts.extend([text("version", &intro.version), text("as_of", &intro.as_of)]);
    fill("directory.html", template, &parts)
}

fn contact(contact: &Contact) -> Parts {
    let phones = contact.phones.iter().map(|(before, number, note)| {
        vec![text("before", before), text("number", number), text("note", note)]
    });
    vec![
        text("agency", &contact.name),
        text("handles", contact.handles.join("、")),
        rows("phones", phones),
        rows("online", contact.online.iter().map(|channel| vec![text("channel", channel)])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hotlines_are_rows_and_files_are_named_once() {
        let hotline = |number: &str| Hotline { number: number.to_owned(), ..Hotline::default() };
        let intro = Intro { hotlines: vec![hotline("12345"), hotline("12333")], ..Intro::default() };
        let template = "{{app.url}}{{version}}{{as_of}}{{#danger}}<b>{{number}}</b>{{/danger}}{{#hotlines}}<a href=\"tel:{{number}}\">{{name}}</a>{{handles}}{{/hotlines}}";
        let page = index(template, &intro, vec![text("app.url", "app.js")]).unwrap();
        assert_eq!(page, "app.js<b>12345</b><a href=\"tel:12345\"></a><a href=\"tel:12333\"></a>\n");
        assert!(index(template, &intro, vec![]).is_err(), "a file without a name");
    }

    #[test]
    fn the_directory_dials_every_number_of_every_agency() {
        let phone = |number: &str| ("电话 ".to_owned(), number.to_owned(), String::new());
        let contact = Contact { phones: vec![phone("12345"), phone("0937-1")], ..Contact::default() };
        let intro = Intro { groups: vec![("其他".to_owned(), vec![contact])], ..Intro::default() };
        let template = "{{version}}{{as_of}}{{#domains}}{{/domains}}{{#groups}}{{group}}{{#agencies}}{{agency}}{{handles}}{{#phones}}{{before}}<a href=\"tel:{{number}}\">{{note}}</a>{{/phones}}{{#online}}{{channel}}{{/online}}{{/agencies}}{{/groups}}";
        let page = directory(template, &intro, &vec![text("app.url", "app.js")]).unwrap();
        assert_eq!(page, "其他电话 <a href=\"tel:12345\"></a>电话 <a href=\"tel:0937-1\"></a>\n");
    }
}
