//! The law of unknown: if evaluation with some values unknown gives a definite value, every
//! completion gives the same value. Exhaustively over small domains, and with generated texts.
#![expect(clippy::indexing_slicing, clippy::panic, reason = "a panic in a test is a failing test")]
use feel::{Program, Scope, Type, Value, compile};
use proptest::prelude::*;

/// Variables, and the values each may turn out to have: proper ones and null.
fn domains() -> Vec<(&'static str, Type, Vec<Value>)> {
    let booleans = vec![true.into(), false.into(), Value::Null];
    let numbers = vec![0.into(), 2.into(), Value::Null];
    let texts = vec![Value::string("a"), Value::string("b"), Value::Null];
    let lists = vec![
        Value::list(vec![1.into(), 2.into()]),
        Value::list(vec![]),
        Value::list(vec![Value::Null, true.into()]),
        Value::Null,
    ];
    vec![
        ("p", Type::Any, booleans.clone()),
        ("q", Type::Any, booleans),
        ("n", Type::Any, numbers.clone()),
        ("m", Type::Any, numbers),
        ("s", Type::Any, texts),
        ("l", Type::Any, lists),
    ]
}

fn scope() -> Scope {
    #[cfg(feature = "full")]
    let mut scope = Scope::extended();
    #[cfg(not(feature = "full"))]
    let mut scope = Scope::extended();
    for (name, ty, _) in domains() {
        scope.declare(name, ty);
    }
    scope
}

/// Whether a result with unknowns in it leaves room for a complete one.
fn allows(partial: &Value, complete: &Value) -> bool {
    match (partial, complete) {
        (Value::Unknown, _) => true,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| allows(a, b))
        }
        (Value::Context(a), Value::Context(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|((x, a), (y, b))| x == y && allows(a, b))
        }
        (Value::Range(a), Value::Range(b)) => {
            let pair = |a: &Option<Value>, b: &Option<Value>| match (a, b) {
                (Some(a), Some(b)) => allows(a, b),
                (a, b) => a.is_none() && b.is_none(),
            };
            pair(&a.start, &b.start) && pair(&a.end, &b.end)
        }
        // A range with an unknown bound may turn out to be none.
        (Value::Range(_), Value::Null) => partial.has_unknown(),
        (Value::Function(_), Value::Function(_)) => true,
        (a, b) => a == b,
    }
}

/// All ways to give `slots` a value each, the rest staying as they are in `env`.
fn completions(env: &[Value], slots: &[usize]) -> Vec<Vec<Value>> {
    let domains = domains();
    let mut all = vec![env.to_vec()];
    for slot in slots {
        let values = &domains[*slot].2;
        all = all
            .iter()
            .flat_map(|env| {
                values.iter().map(|value| {
                    let mut env = env.clone();
                    env[*slot] = value.clone();
                    env
                })
            })
            .collect();
    }
    all
}

/// Checks the law for one program and one partial environment.
fn check(text: &str, program: &Program, env: &[Value]) {
    let read: Vec<usize> = program.slots().iter().map(|slot| slot.index()).collect();
    let open: Vec<usize> = read.into_iter().filter(|slot| env[*slot].is_unknown()).collect();
    let partial = program.eval(env);
    let blockers = program.blockers(env);
    assert_eq!(partial.is_unknown(), !blockers.is_empty(), "`{text}` at {env:?}: {partial:?}, {blockers:?}");
    if open.is_empty() {
        assert!(!partial.has_unknown(), "`{text}` at {env:?} is {partial:?} with all known");
    }
    for complete in completions(env, &open) {
        let value = program.eval(&complete);
        assert!(
            allows(&partial, &value),
            "`{text}` at {env:?} is {partial:?}, but at {complete:?} {value:?}"
        );
    }
    // What is no blocker cannot change the result while the blockers stay unknown.
    let idle: Vec<usize> =
        open.into_iter().filter(|slot| blockers.iter().all(|b| b.index() != *slot)).collect();
    if partial.is_unknown() {
        for other in completions(env, &idle) {
            assert!(
                program.eval(&other).is_unknown(),
                "`{text}` at {other:?} is decided without {blockers:?}"
            );
        }
    }
}

/// Checks a text with every variable unknown or any of its values.
fn exhaust(text: &str) {
    let (program, complaints) = compile(text, &scope());
    let Some(program) = program else { panic!("`{text}`: {complaints:?}") };
    let slots: Vec<usize> = program.slots().iter().map(|slot| slot.index()).collect();
    let unknown = vec![Value::Unknown; domains().len()];
    for known in 0..1u32 << slots.len() {
        let chosen: Vec<usize> = slots
            .iter()
            .enumerate()
            .filter(|(bit, _)| known & (1 << bit) != 0)
            .map(|(_, slot)| *slot)
            .collect();
        for env in completions(&unknown, &chosen) {
            check(text, &program, &env);
        }
    }
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
    for text in OPERATORS {
        exhaust(text);
    }
}

#[cfg(feature = "full")]
#[test]
fn the_other_functions_keep_the_law() {
    for text in [
        "get value({a: n, b: 2}, s)",
        "context put({a: n}, \"a\", 1).a",
        "context merge([{a: n}, {a: m}]).a",
        "get entries({a: n, b: m}).key",
        "sort([n, m], function(x, y) x < y)",
        "sort([3, 1, 2], function(x, y) x < n)",
        "list replace([n, m], 1, 5)",
        "list replace([n, 2], function(x, y) x = y, m)",
        "median([n, m, 1])",
        "sqrt(n) > m",
    ] {
        exhaust(text);
    }
}

/// Expressions of any type; most mix types on purpose, for null must keep the law too.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "p", "q", "n", "m", "s", "l", "0", "1", "2", "true", "false", "null", "\"a\"", "[]",
    ])
    .prop_map(String::from);
    leaf.prop_recursive(4, 24, 3, |inner| {
        let two = (inner.clone(), inner.clone());
        let three = (inner.clone(), inner.clone(), inner.clone());
        let operator = prop::sample::select(vec!["and", "or", "=", "!=", "<", ">=", "+", "-", "*", "/"]);
        let unary = prop::sample::select(vec![
            "not",
            "count",
            "sum",
            "string",
            "max",
            "all",
            "any",
            "reverse",
            "is defined by",
        ]);
        prop_oneof![
            4 => (two.clone(), operator).prop_map(|((a, b), sign)| format!("({a}) {sign} ({b})")),
            1 => (inner.clone(), unary).prop_map(|(a, name)| match name {
                "is defined by" => format!("({a}) instance of number"),
                name => format!("{name}({a})"),
            }),
            2 => three.clone().prop_map(|(a, b, c)| format!("if {a} then {b} else {c}")),
            1 => three.clone().prop_map(|(a, b, c)| format!("({a}) between ({b}) and ({c})")),
            2 => three.clone().prop_map(|(a, b, c)| format!("({a}) in (({b}), > ({c}))")),
            1 => three.clone().prop_map(|(a, b, c)| format!("({a}) in [({b})..({c})]")),
            1 => three.clone().prop_map(|(a, b, c)| format!("[{a}, {b}, {c}]")),
            1 => two.clone().prop_map(|(a, b)| format!("({a})[{b}]")),
            1 => two.clone().prop_map(|(a, b)| format!("({a})[item = ({b})]")),
            1 => two.clone().prop_map(|(a, b)| format!("some x in ({a}) satisfies x = ({b})")),
            1 => three.prop_map(|(a, b, c)| format!("every x in [{a}, {b}] satisfies (x) and ({c})")),
            1 => two.clone().prop_map(|(a, b)| format!("for x in ({a}) return [x, {b}]")),
            1 => two.clone().prop_map(|(a, b)| format!("list contains({a}, {b})")),
            1 => two.prop_map(|(a, b)| format!("{{a: {a}, b: {b}}}.a")),
        ]
    })
}

/// Environments with each variable unknown or any of its values.
fn environment() -> impl Strategy<Value = Vec<Value>> {
    domains()
        .into_iter()
        .map(|(_, _, values)| prop_oneof![1 => Just(Value::Unknown), 1 => prop::sample::select(values)])
        .collect::<Vec<_>>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_expressions_keep_the_law(text in expression(), env in environment()) {
        let (program, complaints) = compile(&text, &scope());
        let Some(program) = program else { panic!("`{text}`: {complaints:?}") };
        check(&text, &program, &env);
    }
}
