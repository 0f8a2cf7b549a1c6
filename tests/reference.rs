//! The page on FEEL beside the rules: it is the one the command line writes, and what it says of
//! its examples is true.

#![cfg(test)]

use feel::{Scope, Type, Value, compile};
use tests::{assessor, root, snapshot};

#[test]
fn the_page_is_up_to_date() {
    let ran = assessor(&root(), &["feel", "--reference"], "");
    snapshot(&root().join("rules/FEEL.md"), &ran.output);
}

/// The texts in backticks of a line.
fn quoted(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

fn value(text: &str) -> Value {
    let (program, complaints) = compile(text, &Scope::new());
    assert!(complaints.is_empty(), "`{text}`: {complaints:?}");
    program.map(|program| program.eval(&[])).expect("a program")
}

#[test]
fn examples_give_what_the_page_says() {
    let page = assessor(&root(), &["feel", "--reference"], "").output;
    let (mut scope, mut values, mut tried) = (Scope::new(), Vec::new(), 0);
    scope.declare("工资", Type::Number);
    values.push(Value::Unknown);
    for line in page.lines() {
        match (line.get(..3), &*quoted(line)) {
            (Some("- `"), [name, given]) => {
                let value = value(given);
                scope.declare(name, value.ty());
                values.push(value);
            }
            // Of functions the row says more, and their examples are tried where they are written.
            (Some("| `"), [text, expected, ..]) if line.matches(" | ").count() == 2 => {
                let (program, complaints) = compile(text, &scope);
                assert!(complaints.is_empty(), "`{text}`: {complaints:?}");
                let found = program.map(|program| program.eval(&values).to_string());
                assert_eq!(found.as_deref(), Some(*expected), "`{text}`");
                tried += 1;
            }
            _ => {}
        }
    }
    assert!(tried > 30, "only {tried} examples");
}
