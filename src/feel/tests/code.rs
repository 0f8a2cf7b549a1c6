//! The text form of code, which the page runs instead of FEEL.
#![expect(clippy::panic, reason = "a panic in a test is a failing test")]

use feel::{Program, Scope, Type, Value, compile, compile_tests};
use proptest::prelude::*;

fn scope() -> Scope {
    let mut scope = Scope::new();
    scope.declare("人数", Type::Number);
    scope.declare("合同", Type::choice(["都签了", "部分没签", "\"没签\";"]));
    scope.declare("理由", Type::list(Type::choice(["等审计", "等上家"])));
    scope.declare("日期", Type::Date);
    scope.declare("雇人", Type::Boolean);
    scope
}

const TEXTS: [&str; 22] = [
    "true",
    "null",
    "-1.50 + 人数 * 2 - 人数 / 3",
    "人数 > 0 and 合同 = \"部分没签\" or not(雇人)",
    "合同 = \"\\\"没签\\\";\"",
    "合同 in [\"都签了\", \"部分没签\"]",
    "人数 in [1..5] or 人数 in (< 0, > 100)",
    "人数 between 1 and 5",
    "日期 + @\"P1M\" - @\"P2D\" < date(\"2026-11-23\")",
    "日期 in [@\"2026-01-01\"..@\"2026-12-31\")",
    "date(2026, 1, 31) = 日期 and 日期.year >= 2020",
    "if 雇人 then 人数 else 0",
    "list contains(理由, \"等审计\") and count(理由) <= 2",
    "some 项 in 理由 satisfies 项 = \"等上家\"",
    "every 项 in 理由, 数 in [1, 2] satisfies 数 < 人数",
    "理由[item = \"等审计\"]",
    "理由[1]",
    "max(人数, 3, floor(2.5)) >= 3",
    "[1, [2, 人数]]",
    "人数 = null",
    "(> 5)",
    "日期 - @\"2026-01-01\" > @\"P30D\"",
];

fn environments() -> Vec<Vec<Value>> {
    let date = |text: &str| text.parse::<feel::Date>().map_or(Value::Null, Value::from);
    vec![
        Vec::new(),
        vec![Value::Null; 5],
        vec![
            3.into(),
            Value::string("部分没签"),
            Value::list(vec![Value::string("等审计")]),
            date("2026-11-23"),
            true.into(),
        ],
        vec![
            Value::Unknown,
            Value::string("\"没签\";"),
            Value::list(vec![]),
            date("2026-01-31"),
            Value::Unknown,
        ],
    ]
}

/// What was encoded is the same program: the same variables, values and blockers.
fn same(program: &Program, text: &str) {
    let code = program.encode().unwrap_or_else(|| panic!("{text} can be encoded"));
    let decoded = Program::decode(&code).unwrap_or_else(|| panic!("{text}: {code} can be decoded"));
    assert_eq!(decoded.encode().as_ref(), Some(&code), "{text}");
    assert_eq!(decoded.slots(), program.slots(), "{text}");
    for env in environments() {
        assert_eq!(decoded.eval(&env), program.eval(&env), "{text} as {code} with {env:?}");
        assert_eq!(decoded.blockers(&env), program.blockers(&env), "{text} as {code} with {env:?}");
    }
}

#[test]
fn code_is_the_program() {
    for text in TEXTS {
        let (program, complaints) = compile(text, &scope());
        assert_eq!(complaints, [], "{text}");
        same(&program.expect("a program"), text);
    }
}

#[test]
fn unary_tests_carry_their_input() {
    let (input, _) = compile("人数", &scope());
    let input = input.expect("a program");
    for text in ["-", "[1..5], > 10", "not(3)", "? * 2 > 5"] {
        let (program, complaints) = compile_tests(text, &input, &scope());
        assert_eq!(complaints, [], "{text}");
        same(&program.expect("a program"), text);
    }
}

#[test]
fn what_is_no_code_is_refused() {
    let deep = "~".repeat(100_000);
    let texts =
        ["", "t ", "tt", "s", "s1", "s-1;", "&2;t", "&99999;t", "\"9;短", "\"1;短", "b3;sum9;t", "x", &deep];
    for text in texts {
        assert!(Program::decode(text).is_none(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A damaged code is refused or runs; it never panics.
    #[test]
    fn damaged_code_does_no_harm(text in 0..TEXTS.len(), at in any::<prop::sample::Index>(), new in any::<char>()) {
        let (program, _) = compile(TEXTS[text], &scope());
        let code = program.and_then(|program| program.encode()).unwrap_or_default();
        let mut damaged: Vec<char> = code.chars().collect();
        let at = at.index(damaged.len());
        damaged[at] = new;
        if let Some(program) = Program::decode(&damaged.into_iter().collect::<String>()) {
            for env in environments() {
                let _ = program.eval(&env);
            }
        }
    }
}
