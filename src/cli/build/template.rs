//! Templates of static pages: text with places for values and for rows of values.

use super::BuildError;

/// What stands in a place of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A text, escaped where it is filled in.
    Text(String),
    /// A block for each of these, one after the other; for none of them, nothing.
    Rows(Vec<Parts>),
}

/// Names of places and what stands in them.
pub type Parts = Vec<(String, Part)>;

/// A named text.
pub fn text(name: &str, text: impl Into<String>) -> (String, Part) {
    (name.to_owned(), Part::Text(text.into()))
}

/// Named rows.
pub fn rows(name: &str, rows: impl IntoIterator<Item = Parts>) -> (String, Part) {
    (name.to_owned(), Part::Rows(rows.into_iter().collect()))
}

/// Fills a template: `{{name}}` with a text, and what stands between `{{#name}}` and `{{/name}}`
/// once for each row, with the texts of the row and those around it. Comments, indentation and
/// empty lines are left out; they are for whoever edits the template.
///
/// # Errors
/// The template of that `name` has a place without a value, or lacks one that has: a file that is
/// not linked, or a number that is not shown, must not go out unnoticed.
pub(super) fn fill(name: &str, template: &str, parts: &Parts) -> Result<String, BuildError> {
    let filled = block(&without_comments(template), &[parts]);
    let page = filled.map_err(|error| BuildError::Source(format!("www/{name}: {error}")))?;
    let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Ok(lines.join("\n") + "\n")
}

/// Fills a block; `scopes` are the values of the row and of the rows around it, innermost last.
fn block(template: &str, scopes: &[&Parts]) -> Result<String, String> {
    for (name, _) in scopes.last().into_iter().copied().flatten() {
        if !["{{", "{{ ", "{{#"].iter().any(|opening| template.contains(&format!("{opening}{name}"))) {
            return Err(format!("`{{{{{name}}}}}` is missing"));
        }
    }
    let find = |name: &str| {
        let parts = scopes.iter().rev().copied().flatten();
        parts.clone().find(|(known, _)| known == name).map(|(_, part)| part)
    };
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        text.push_str(before);
        let (place, after) = after.split_once("}}").ok_or("`}}` is missing")?;
        rest = after;
        match (place.trim().strip_prefix('#'), find(place.trim().trim_start_matches('#'))) {
            (None, Some(Part::Text(value))) => text.push_str(&escape(value)),
            (Some(name), Some(Part::Rows(rows))) => {
                let end = format!("{{{{/{name}}}}}");
                let (row, after) = rest.split_once(&end).ok_or_else(|| format!("`{end}` is missing"))?;
                rest = after;
                for parts in rows {
                    text.push_str(&block(row, &[scopes, &[parts]].concat())?);
                }
            }
            _ => return Err(format!("`{{{{{place}}}}}` has no value")),
        }
    }
    text.push_str(rest);
    Ok(text)
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

fn without_comments(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, parts: &Parts) -> String {
        fill("x.html", template, parts).unwrap()
    }

    fn refused(template: &str, parts: &Parts) -> String {
        fill("x.html", template, parts).unwrap_err().to_string()
    }

    #[test]
    fn texts_are_filled_in_once_and_blocks_repeated_with_what_stands_around_them() {
        let parts = vec![
            text("day", "{{x}}"),
            rows(
                "agency",
                [vec![
                    text("name", "A"),
                    rows("phone", [vec![text("number", "1")], vec![text("number", "2")]]),
                ]],
            ),
        ];
        let template = "<p>{{day}}</p>\n<!-- why\n -->\n  {{#agency}}\n {{#phone}}{{name}} {{ number }}, {{day}};{{/phone}}\n{{/agency}}";
        assert_eq!(filled(template, &parts), "<p>{{x}}</p>\nA 1, {{x}};A 2, {{x}};\n");
    }

    #[test]
    fn a_block_without_rows_is_left_out() {
        let template = "a\n{{#later}}\n<link href=\"{{url}}\">\n{{/later}}\nb";
        assert_eq!(filled(template, &vec![rows("later", [])]), "a\nb\n");
        let parts = vec![rows("later", [vec![]]), text("url", "x.wasm")];
        assert_eq!(filled(template, &parts), "a\n<link href=\"x.wasm\">\nb\n");
    }

    #[test]
    fn text_cannot_become_markup() {
        let page = filled("<a title=\"{{a}}\">", &vec![text("a", "\"><script>a & b's")]);
        assert_eq!(page, "<a title=\"&quot;&gt;&lt;script&gt;a &amp; b&#39;s\">\n");
    }

    #[test]
    fn unknown_and_missing_places_are_errors() {
        assert!(refused("{{phone}}", &vec![]).contains("www/x.html: `{{phone}}` has no value"));
        assert!(refused("{{#a}}", &vec![rows("a", [])]).contains("{{/a}}"));
        assert!(refused("a", &vec![text("app.url", "")]).contains("{{app.url}}"));
        let row = vec![rows("a", [vec![text("number", "1")]])];
        assert!(refused("{{#a}}-{{/a}}", &row).contains("{{number}}"));
    }
}
