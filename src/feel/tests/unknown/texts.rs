//! Generated expressions: templates of every operator and every function, filled with one another.
use std::sync::LazyLock;

/// Templates by the letter of what they are; see the file.
static TEMPLATES: LazyLock<Vec<(char, Vec<&str>)>> = LazyLock::new(|| {
    let mut kinds: Vec<(char, Vec<&str>)> = Vec::new();
    for line in include_str!("templates.txt").lines().filter(|line| !line.is_empty()) {
        let heading = line.strip_prefix("# ").and_then(|line| line.split_once(": "));
        match (heading.and_then(|(kind, _)| kind.parse().ok()), kinds.last_mut()) {
            (Some(kind), _) => kinds.push((kind, Vec::new())),
            (None, Some((_, texts))) => texts.push(line),
            (None, None) => {}
        }
    }
    kinds
});

/// All templates, with the letter of what they are.
pub fn templates() -> impl Iterator<Item = (char, &'static str)> {
    TEMPLATES.iter().flat_map(|(kind, texts)| texts.iter().map(|text| (*kind, *text)))
}

/// Makes expressions out of numbers; the same numbers give the same text, zero the simplest.
pub struct Maker<'c> {
    choices: &'c [u8],
    /// A name that is bound here.
    bound: Option<&'static str>,
}

/// How deep expressions may nest.
const DEPTH: u32 = 4;

/// An expression, and the template on its outside.
pub fn expression(choices: &[u8]) -> (String, &'static str) {
    let mut maker = Maker { choices, bound: None };
    let kinds: Vec<char> = TEMPLATES.iter().map(|(kind, _)| *kind).collect();
    let kind = kinds[maker.choose(kinds.len())];
    let template = maker.template(kind, false);
    (maker.fill(template, DEPTH), template)
}

/// A template with its places filled.
pub fn filled(template: &'static str, choices: &[u8]) -> String {
    Maker { choices, bound: None }.fill(template, 1)
}

impl Maker<'_> {
    fn choose(&mut self, count: usize) -> usize {
        let Some((first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        usize::from(*first) % count
    }

    fn template(&mut self, kind: char, leaf: bool) -> &'static str {
        let (_, all) = TEMPLATES.iter().find(|(it, _)| *it == kind).expect("a kind of expression");
        let fits = |text: &&&str| !leaf || !text.contains('{') || **text == "{}";
        let all: Vec<&str> = all.iter().filter(fits).copied().collect();
        all[self.choose(all.len())]
    }

    fn expression(&mut self, kind: char, depth: u32) -> String {
        // Now and then something of another kind: null must keep the law too.
        let kind = if self.choose(16) == 15 { 'a' } else { kind };
        if let Some(name) = self.bound
            && self.choose(4) == 3
        {
            return name.into();
        }
        let template = self.template(kind, depth == 0);
        let text = self.fill(template, depth.saturating_sub(1));
        let whole = !template.contains(' ') && !template.starts_with('(') || template.starts_with('[');
        if whole { text } else { format!("({text})") }
    }

    /// Replaces `{n}` and `{x:n}`; braces around anything else are FEEL's.
    fn fill(&mut self, template: &str, depth: u32) -> String {
        let mut text = String::new();
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            let (before, place) = rest.split_at(open);
            text.push_str(before);
            let inner = place[1..].split('}').next().unwrap_or_default();
            let (name, kind) = match inner.split_once(':') {
                Some(("x", kind)) => (Some("x"), kind),
                Some(("i", kind)) => (Some("item"), kind),
                _ => (None, inner),
            };
            if kind.chars().count() == 1 && place.len() > inner.len() + 1 {
                let outer = self.bound;
                self.bound = name.or(outer);
                text.push_str(&self.expression(kind.chars().next().unwrap_or('a'), depth));
                self.bound = outer;
                rest = &place[inner.len() + 2..];
            } else {
                text.push('{');
                rest = &place[1..];
            }
        }
        text + rest
    }
}
