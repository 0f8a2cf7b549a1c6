//! The articles of law beside the project, for comparing rules with them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assessor::definition::Citation;
use serde_json::Value;

/// A text and the law it stands in.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// Full title.
    pub law: &'a str,
    /// An article or a paragraph.
    pub text: &'a str,
}

/// Title and articles by id of the law: the versions of a law have one title.
pub struct Laws(BTreeMap<String, (String, BTreeMap<String, String>)>);

impl Laws {
    /// Reads the laws with these ids.
    pub fn read(folder: &Path, ids: &[&str]) -> Self {
        let index = json(&folder.join("index.json"));
        let laws = index["laws"].as_array().expect("a list of laws");
        let wanted = laws.iter().filter(|law| ids.contains(&text(&law["id"])));
        let entry = |law: &Value| (text(&law["title"]).to_owned(), articles(folder, law));
        Self(wanted.map(|law| (text(&law["id"]).to_owned(), entry(law))).collect())
    }

    /// The text of a cited article, or of the paragraph (款) of it that is cited.
    pub fn passage(&self, place: &Citation) -> Option<Passage<'_>> {
        let inserted = place.inserted.map_or(String::new(), |inserted| format!("-{inserted}"));
        let (law, articles) = self.0.get(&place.law)?;
        let article = articles.get(&format!("{}{inserted}", place.article))?;
        let text = place.paragraph.map_or(Some(article.as_str()), |number| paragraph(article, number))?;
        Some(Passage { law, text })
    }
}

/// A paragraph and the items under it. Lines that open with （一） or 1. are items.
fn paragraph(article: &str, number: u8) -> Option<&str> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in article.split_inclusive('\n') {
        let item = line.starts_with(['（', '(']) || line.starts_with(|c: char| c.is_ascii_digit());
        starts.extend((!item || at == 0).then_some(at));
        at += line.len();
    }
    let start = *starts.get(usize::from(number).checked_sub(1)?)?;
    article.get(start..starts.get(usize::from(number)).copied().unwrap_or(at))
}

fn articles(folder: &Path, law: &Value) -> BTreeMap<String, String> {
    let law = json(&folder.join(text(&law["file"])));
    let articles = law["articles"].as_object().expect("articles");
    articles.iter().map(|(number, article)| (number.clone(), text(article).to_owned())).collect()
}

fn json(file: &Path) -> Value {
    let text = fs::read_to_string(file).expect("a text of law");
    serde_json::from_str(&text).expect("JSON")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
