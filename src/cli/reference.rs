//! The page that explains FEEL to officers: what is written by hand in `reference.md`, and the
//! functions from the language's own table.

use feel::{Entry, Lang, reference};

/// The whole page, as Markdown.
pub fn page() -> String {
    let text = include_str!("reference.md");
    text.replace("{page}", &functions(|it| it.on_page)).replace("{more}", &functions(|it| !it.on_page))
}

/// One function per row; its signatures stand together.
fn functions(which: fn(&Entry) -> bool) -> String {
    let entries = reference(Lang::Zh).filter(which);
    let rows = entries.map(|it| {
        let example = if it.example.is_empty() { String::new() } else { format!("`{}`", it.example) };
        let cells = [format!("`{}`", it.signature), it.doc.into(), it.types, example];
        format!("| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
    });
    let head = ["| 函数 | 做什么 | 参数和结果 | 例子（都为真） |".to_owned(), "|---|---|---|---|".to_owned()];
    head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}
