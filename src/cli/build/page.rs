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

/// Fills the template's placeholders `{{name}}`; comments and indentation are left out.
///
/// # Errors
/// The template has a placeholder that is not in `values`, or lacks one that is: a file that is
/// not linked, or hotlines that are not shown, must not go out unnoticed.
pub(super) fn fill(template: &str, values: &[(String, String)]) -> Result<String, BuildError> {
    let mut rest = template;
    let mut page = String::with_capacity(template.len());
    let mut used = vec![false; values.len()];
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        let index = values.iter().position(|(known, _)| known == name.trim());
        let Some((index, (_, value))) = index.and_then(|index| Some((index, values.get(index)?))) else {
            return Err(BuildError::Source(format!(
                "www/index.html: no value for the placeholder `{}`",
                name.trim()
            )));
        };
        if let Some(flag) = used.get_mut(index) {
            *flag = true;
        }
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    match values.iter().zip(used).find(|(_, used)| !used) {
        Some(((name, _), _)) => {
            Err(BuildError::Source(format!("www/index.html: the placeholder `{name}` is missing")))
        }
        None => Ok(tidy(&page)),
    }
}

/// The rows of hotlines. A `tel:` link is a real link: numbers assigned by script do not dial on iOS.
pub(super) fn hotlines(hotlines: &[Hotline]) -> String {
    let row = |hotline: &Hotline| {
        let number = escape(&hotline.number);
        let name = escape(&hotline.name);
        let handles = match hotline.handles.as_str() {
            "" => String::new(),
            text => format!(r#"<span class="hotline__for">{}</span>"#, escape(text)),
        };
        format!(
            r#"<a class="weui-cell weui-cell_access hotline" href="tel:{number}"><span class="weui-cell__bd">{name}{handles}</span><span class="hotline__number">{number}</span></a>"#
        )
    };
    hotlines.iter().map(row).collect::<Vec<_>>().join("\n")
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

    fn values(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn placeholders_are_filled_and_comments_left_out() {
        let page =
            fill("<p>\n  <!-- why\n -->\n  {{a}} {{ b }}\n</p>", &values(&[("a", "1"), ("b", "{{a}}")]))
                .unwrap();
        assert_eq!(page, "<p>\n1 {{a}}\n</p>\n");
    }

    #[test]
    fn unknown_and_missing_placeholders_are_errors() {
        let unknown = fill("{{phone}}", &[]).unwrap_err().to_string();
        assert!(unknown.contains("`phone`"), "{unknown}");
        let missing = fill("", &values(&[("hotlines", "")])).unwrap_err().to_string();
        assert!(missing.contains("`hotlines`"), "{missing}");
        assert!(fill("{{a", &values(&[("b", "")])).is_err());
    }

    #[test]
    fn text_of_the_rulebook_cannot_become_markup() {
        let hostile = Hotline {
            name: "<script>".to_owned(),
            number: "1\" onclick=\"x".to_owned(),
            handles: "a & b's".to_owned(),
        };
        let row = hotlines(&[hostile]);
        assert!(!row.contains("<script>") && !row.contains("\" onclick"), "{row}");
        assert!(row.contains("a &amp; b&#39;s"), "{row}");
    }
}
