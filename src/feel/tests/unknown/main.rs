//! The law of unknown: if evaluation with some values unknown gives a definite value, every
//! completion gives the same value. Exhaustively over small domains, and with generated texts.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic in a test is a failing test"
)]
mod law;
mod precision;
mod texts;
mod world;

use feel::{Severity, Value, compile};
use law::check;
use proptest::prelude::*;
use world::{partial, product, scope, variables};

/// Checks a text with every variable unknown, partly known, or any of its values.
fn exhaust(text: &str) -> Result<(), String> {
    let (program, complaints) = compile(text, &scope());
    let Some(program) = program else { panic!("`{text}`: {complaints:?}") };
    let variables = variables();
    let mut choices = vec![vec![Value::Unknown]; variables.len()];
    for slot in program.slots() {
        let (name, _, values) = &variables[slot.index()];
        choices[slot.index()].extend(values.iter().cloned().chain(partial(name)));
    }
    product(&choices).iter().try_for_each(|env| check(text, &program, env))
}

/// Fails with all texts that break the law.
fn hold(texts: impl Iterator<Item = String>) {
    let broken: Vec<String> = texts.filter_map(|text| exhaust(&text).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Texts that between them use every operator and the functions that look at unknowns.
const OPERATORS: &[&str] = &[
    "p and q",
    "p or q",
    "not(p)",
    "p and q or not(p)",
    "p and n > 1",
    "p = q",
    "p != q",
    "n = m",
    "n < m",
    "n >= 1",
    "n + m",
    "n - m",
    "n * m",
    "n / m",
    "n ** m",
    "-n",
    "s + s",
    "n between 0 and m",
    "n between m and 1",
    "n in (1, m)",
    "n in [0..m]",
    "n in (< m, > 1)",
    "s in (\"a\", \"c\")",
    "n in l",
    "1 in l",
    "l = [1, 2]",
    "if p then n else m",
    "if p then 1 else 1",
    "if p then n else n",
    "if n > 0 then p else q",
    "some x in l satisfies x = n",
    "every x in l satisfies x > n",
    "some x in [n, m] satisfies x > 1",
    "every x in [p, q] satisfies x",
    "some x in [1, 2], y in (if x = 1 then [1] else null) satisfies p",
    "for x in l return x + n",
    "for x in [n, m] return x",
    "for x in 0..n return x",
    "for x in [1, 2] return partial",
    "l[1]",
    "l[n]",
    "l[item > n]",
    "[n, m][item > 0]",
    "[1, 2][if item = 1 then n else 1]",
    "[][n]",
    "[n][1]",
    "[n, m].x",
    "{a: n, b: a + 1}.b",
    "{a: n} = {a: 2}",
    "{a: n, b: 1}.b",
    "count([n, m])",
    "count(l)",
    "sum([n, m])",
    "max(n, m)",
    "list contains([1, n], 1)",
    "list contains(l, n)",
    "all([p, q])",
    "any([p, q])",
    "any(p, q)",
    "append([n], m)",
    "concatenate([n], l)",
    "reverse([n, m])",
    "distinct values([n, m])",
    "flatten([n, l])",
    "index of([n, 2], 2)",
    "sublist([n, m], 1, 1)",
    "remove([n, m], 1)",
    "insert before([n], 1, m)",
    "string(n)",
    "string length(s)",
    "contains(s, \"a\")",
    "substring(s, n)",
    "string join([s, \"b\"], \"-\")",
    "n instance of number",
    "[n] instance of list<number>",
    "[n..m] instance of range<number>",
    "[n..m].end",
    "is(n, m)",
    "decimal(n, m)",
    "n = null",
    "null = p",
    "null and p",
    "n > null",
    "(n > 0) = p",
    "(function(x) x + n)(m)",
    "if p then [n] else [m]",
    "[n..5] = [1..5]",
    "date(\"2026-01-31\") + duration(\"P1M\") > @\"2026-02-01\" and p",
    "p and q and n > 0 or s = \"a\"",
];

#[test]
fn every_operator_keeps_the_law() {
    hold(OPERATORS.iter().map(ToString::to_string));
}

#[test]
fn every_template_keeps_the_law() {
    let filled = |(_, template)| {
        [&[][..], &[0, 1, 0, 1, 0, 1], &[0, 3, 0, 3, 0, 3]].map(|choices| texts::filled(template, choices))
    };
    hold(texts::templates().flat_map(filled));
}

#[test]
fn every_function_is_in_a_template() {
    for feel::Entry { signature, .. } in feel::reference(feel::Lang::En) {
        let name = signature.split('(').next().unwrap_or_default();
        let call = format!("{name}(");
        let clock = ["now(", "today("].contains(&&*call);
        assert!(clock || texts::templates().any(|(_, text)| text.contains(&call)), "{signature}");
    }
}

/// Environments with each variable unknown, partly known, or any of its values.
fn environment() -> impl Strategy<Value = Vec<Value>> {
    let choice = |(name, _, values): (&str, _, Vec<Value>)| {
        let known: Vec<Value> = values.into_iter().chain(partial(name)).collect();
        prop_oneof![1 => Just(Value::Unknown), 1 => prop::sample::select(known)]
    };
    variables().into_iter().map(choice).collect::<Vec<_>>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(3000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_expressions_keep_the_law(choices in prop::collection::vec(any::<u8>(), 0..60), env in environment()) {
        let (text, _) = texts::expression(&choices);
        let (program, complaints) = compile(&text, &scope());
        let read = complaints.iter().all(|it| it.severity == Severity::Warning || it.problem.code() >= "F010");
        prop_assert!(read, "`{text}`: {complaints:?}");
        // More completions than these would take too long, and find nothing that fewer do not.
        if let Some(program) = program.filter(|program| program.slots().len() <= 4) {
            let broken = check(&text, &program, &env).err();
            prop_assert!(broken.is_none(), "{}", broken.unwrap_or_default());
        }
    }
}
