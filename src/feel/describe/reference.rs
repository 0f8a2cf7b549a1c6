//! The reference of the built-in functions, from their one table.
use super::{Lang, chinese, either, functions};
use crate::builtins::{self, Builtin};
use crate::types::Type;

/// One signature of a function, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The function.
    pub name: &'static str,
    /// How it is written: `substring(string, start position, length?)`.
    pub signature: String,
    /// What it takes and what it gives, in words.
    pub types: String,
    /// What it does.
    pub doc: &'static str,
    /// An expression that is true; empty if there cannot be one.
    pub example: &'static str,
    /// Whether rules may use it: the page has it.
    pub on_page: bool,
}

/// All signatures, in the order of the table: those of the page first.
pub fn reference(lang: Lang) -> impl Iterator<Item = Entry> {
    builtins::documented().map(move |(row, doc, example)| Entry {
        name: row.name,
        signature: row.to_string(),
        types: types(row, lang),
        doc: match lang {
            Lang::Zh => functions::chinese(row.name).unwrap_or(doc),
            Lang::En => doc,
        },
        example,
        on_page: !builtins::is_extra(row),
    })
}

fn types(row: &Builtin, lang: Lang) -> String {
    let words = |kinds: Vec<Type>| {
        let kinds: Vec<String> = kinds.iter().map(|kind| word(kind, lang)).collect();
        match lang {
            Lang::Zh => either(&kinds, "、", "或"),
            Lang::En => either(&kinds, ", ", " or "),
        }
    };
    let takes = row.params.iter().map(|param| format!("`{}` {}", param.name, words(param.kind.accepted())));
    let takes: Vec<String> = takes.collect();
    let gives = words(row.result.accepted());
    match lang {
        Lang::Zh if takes.is_empty() => format!("得到{gives}"),
        Lang::Zh => format!("{}；得到{gives}", takes.join("，")),
        Lang::En if takes.is_empty() => format!("gives {gives}"),
        Lang::En => format!("{}; gives {gives}", takes.join(", ")),
    }
}

fn word(ty: &Type, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese::kind(ty),
        Lang::En => ty.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{functions, reference};
    use crate::{Lang, Scope, Value, compile};
    use std::collections::BTreeSet;

    #[test]
    fn examples_are_true() {
        for entry in reference(Lang::En).filter(|entry| !entry.example.is_empty()) {
            let (program, complaints) = compile(entry.example, &Scope::extended());
            assert!(complaints.is_empty(), "{entry:?}: {complaints:?}");
            assert_eq!(program.map(|it| it.eval(&[])), Some(Value::Boolean(true)), "{entry:?}");
        }
    }

    #[test]
    fn every_function_is_explained_in_both_languages() {
        let names: BTreeSet<&str> = reference(Lang::Zh).map(|entry| entry.name).collect();
        let explained: BTreeSet<&str> = functions::names().collect();
        assert_eq!(names, explained);
        assert!(reference(Lang::En).all(|entry| !entry.doc.is_empty() && !entry.types.is_empty()));
    }
}
