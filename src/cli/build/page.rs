//! The static page: what an owner sees before any script has run, and when none can.

use super::BuildError;

/// What the static page says about the rulebook. Nothing of it is written in `www/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intro {
    /// The version of the rules, as the rulebook states it.
    pub version: String,
    /// The day the law was checked, as it is to be read: `2026年11月20日`.
    pub as_of: String,
    /// The hotlines, in the order shown.
    pub hotlines: Vec<Hotline>,
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

/// A placeholder's name and what stands in its place, escaped where it has to be.
pub(super) type Value = (String, String);

/// Fills the template: its placeholders `{{name}}` from `values`, and the blocks between
/// `{{#block}}` and `{{/block}}`: `hotlines` once for each hotline, with `{{name}}`, `{{number}}`
/// and `{{handles}}`, and `danger` once for the first of them, with `{{number}}`. What stands
/// between `{{#file}}` and `{{/file}}` is left out if `file` is one of the `absent`. Comments and
/// indentation are left out.
///
/// A template and not the app's own components drawn ahead: the first paint needs this page
/// anyway, and taking over markup instead of drawing it again would cost the module 7 kB.
///
/// # Errors
/// The template has a placeholder without a value, or lacks one that has: a file that is not
/// linked, or hotlines that are not shown, must not go out unnoticed.
pub(super) fn render(
    template: &str,
    intro: &Intro,
    mut values: Vec<Value>,
    absent: &[&str],
) -> Result<String, BuildError> {
    let template = optional(&tidy(template), &values, absent)?;
    let hotlines: Vec<Vec<Value>> = intro
        .hotlines
        .iter()
        .map(|it| row(&[("name", &it.name), ("number", &it.number), ("handles", &it.handles)]))
        .collect();
    let danger: Vec<Vec<Value>> =
        intro.hotlines.first().map(|it| row(&[("number", &it.number)])).into_iter().collect();
    let template = repeat(&template, "danger", &danger, &mut values)?;
    let template = repeat(&template, "hotlines", &hotlines, &mut values)?;
    values.extend(row(&[("version", &intro.version), ("as_of", &intro.as_of)]));
    fill(&template, &values)
}

fn row(parts: &[(&str, &String)]) -> Vec<Value> {
    parts.iter().map(|(name, text)| ((*name).to_owned(), escape(text))).collect()
}

/// Fills a block once for each row: its place in the template becomes a placeholder, whose value is the result.
fn repeat(
    template: &str,
    block: &str,
    rows: &[Vec<Value>],
    values: &mut Vec<Value>,
) -> Result<String, BuildError> {
    let (begins, ends) = (format!("{{{{#{block}}}}}"), format!("{{{{/{block}}}}}"));
    let (before, rest) = template.split_once(&begins).ok_or_else(|| missing(&begins))?;
    let (repeated, after) = rest.split_once(&ends).ok_or_else(|| missing(&ends))?;
    let rows = rows.iter().map(|row| fill(repeated, row)).collect::<Result<String, _>>()?;
    values.push((block.to_owned(), rows));
    Ok(format!("{before}{{{{{block}}}}}{after}"))
}

/// Without the blocks of absent files, and without the marks around those of the others.
fn optional(template: &str, values: &[Value], absent: &[&str]) -> Result<String, BuildError> {
    let mut text = template.to_owned();
    for file in absent {
        let (begins, ends) = (format!("{{{{#{file}}}}}\n"), format!("{{{{/{file}}}}}\n"));
        let (before, rest) = text.split_once(&begins).ok_or_else(|| missing(begins.trim()))?;
        let (_, after) = rest.split_once(&ends).ok_or_else(|| missing(ends.trim()))?;
        text = format!("{before}{after}");
    }
    for file in values.iter().filter_map(|(name, _)| name.strip_suffix(".url")) {
        text = text.replace(&format!("{{{{#{file}}}}}\n"), "").replace(&format!("{{{{/{file}}}}}\n"), "");
    }
    Ok(text)
}

fn missing(placeholder: &str) -> BuildError {
    BuildError::Source(format!("www/index.html: `{placeholder}` is missing"))
}

fn fill(template: &str, values: &[Value]) -> Result<String, BuildError> {
    let mut page = String::with_capacity(template.len());
    let mut unused: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let Some((_, value)) = values.iter().find(|(known, _)| known == name.trim()) else {
            return Err(BuildError::Source(format!("www/index.html: `{{{{{name}}}}}` has no value")));
        };
        unused.retain(|known| *known != name.trim());
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    unused.first().map_or(Ok(page), |name| Err(missing(&format!("{{{{{name}}}}}"))))
}

/// Text as it may stand in HTML, in an element or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Without comments, indentation and empty lines: they are for whoever edits the template.
fn tidy(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<p>{{as_of}} {{ version }}</p>\n\
        {{#danger}}<b>{{number}}</b>{{/danger}}\n\
        <!-- why\n -->\n  {{#hotlines}}\n  <a href=\"tel:{{number}}\">{{name}}</a>{{handles}}\n  {{/hotlines}}\n";

    fn intro(name: &str) -> Intro {
        let hotline = Hotline { name: name.to_owned(), number: "12345".to_owned(), handles: String::new() };
        let second = Hotline {
            number: "1\" onclick=\"x".to_owned(),
            handles: "a & b's".to_owned(),
            ..hotline.clone()
        };
        Intro { version: "1".to_owned(), as_of: "{{x}}".to_owned(), hotlines: vec![hotline, second] }
    }

    #[test]
    fn placeholders_are_filled_once_and_rows_repeated() {
        let page = render(TEMPLATE, &intro("A"), vec![], &[]).unwrap();
        assert!(page.starts_with("<p>{{x}} 1</p>\n"), "{page}");
        assert_eq!((page.matches("</a>").count(), page.matches("<b>12345</b>").count()), (2, 1), "{page}");
        assert!(!page.contains("why"), "{page}");
    }

    #[test]
    fn a_block_stands_only_with_its_file() {
        let template =
            format!("{{{{#later}}}}\n<link href=\"{{{{later.url}}}}\">\n{{{{/later}}}}\n{TEMPLATE}");
        let without = render(&template, &intro("A"), vec![], &["later"]).unwrap();
        assert!(without.starts_with("<p>"), "{without}");
        let url = ("later.url".to_owned(), "x.wasm".to_owned());
        let with = render(&template, &intro("A"), vec![url], &[]).unwrap();
        assert!(with.starts_with("<link href=\"x.wasm\">\n<p>"), "{with}");
        let error = render(TEMPLATE, &intro("A"), vec![], &["later"]).unwrap_err().to_string();
        assert!(error.contains("{{#later}}"), "{error}");
    }

    #[test]
    fn text_of_the_rulebook_cannot_become_markup() {
        let page = render(TEMPLATE, &intro("<script>"), vec![], &[]).unwrap();
        assert!(!page.contains("<script>") && !page.contains("\" onclick"), "{page}");
        assert!(page.contains("a &amp; b&#39;s"), "{page}");
    }

    #[test]
    fn unknown_and_missing_placeholders_are_errors() {
        let error =
            |template: &str, values| render(template, &intro("A"), values, &[]).unwrap_err().to_string();
        let unknown = error(&TEMPLATE.replace("version", "phone"), vec![]);
        assert!(unknown.contains("phone"), "{unknown}");
        let unlinked = error(TEMPLATE, vec![("app.url".to_owned(), String::new())]);
        assert!(unlinked.contains("{{app.url}}"), "{unlinked}");
        for part in ["{{number}}", "{{as_of}}", "{{#hotlines}}", "{{/hotlines}}", "{{#danger}}"] {
            let text = error(&TEMPLATE.replace(part, ""), vec![]);
            assert!(text.contains(part), "{text}");
        }
    }
}
