//! The formatter: what it makes of texts, and its laws over generated ones.
#![expect(clippy::panic, reason = "a panic in a test is a failing test")]
use feel::{Scope, Type, Unformatted, compile, compile_tests, format, format_tests};
use proptest::prelude::*;

fn scope() -> Scope {
    let mut scope = Scope::extended();
    for name in ["a", "b", "用工人数", "员工 人数-临时工", "3个月内解除"] {
        scope.declare(name, Type::Any);
    }
    scope.declare("合同", Type::choice(["都签了", "部分没签", "都没签"]));
    scope.declare("签约日", Type::Date);
    scope.define_type("t Person", Type::Context([("name".into(), Type::String)].into()));
    scope
}

#[track_caller]
fn formats(text: &str, columns: usize, expected: &str) {
    assert_eq!(format(text, &scope(), columns).as_deref(), Ok(expected), "{text}");
    assert_eq!(format(expected, &scope(), columns).as_deref(), Ok(expected), "again");
}

#[test]
fn one_line() {
    for (text, expected) in [
        ("1+2*3", "1 + 2 * 3"),
        ("((1+2))*3", "(1 + 2) * 3"),
        ("1-(2-3)-(4*5)", "1 - (2 - 3) - 4 * 5"),
        ("2**-3**(2**1)", "2 ** -3 ** (2 ** 1)"),
        ("-(a+1)", "-(a + 1)"),
        ("- - a", "--a"),
        ("（用工人数＋１）－２．５０", "用工人数 + 1 - 2.50"),
        ("员工  人数-临时工>3", "员工 人数-临时工 > 3"),
        ("合同　in（\"都签了\"，\"部分没签\"）", "合同 in (\"都签了\", \"部分没签\")"),
        ("合同 in (\"都签了\")", "合同 in \"都签了\""),
        ("合同 in [\"都签了\",\"部分没签\"]", "合同 in [\"都签了\", \"部分没签\"]"),
        ("a in ((1+2)*3)", "a in ((1 + 2) * 3)"),
        ("a in (< 5)", "a in < 5"),
        ("a in (<5,>=10,[1..2),]3..4[)", "a in (< 5, >= 10, [1..2), (3..4))"),
        ("a in (?>5)", "a in (? > 5)"),
        ("a in (1..5]", "a in (1..5]"),
        ("(a and b)or 3个月内解除", "(a and b) or 3个月内解除"),
        ("a and b or 3个月内解除", "(a and b) or 3个月内解除"),
        ("(a or b)and((a))", "(a or b) and a"),
        ("a between(1)and 2+3", "a between 1 and 2 + 3"),
        ("if a then(b)else if b then 1 else 2", "if a then b else if b then 1 else 2"),
        ("1 + if a then b else 2", "1 + (if a then b else 2)"),
        ("for i in 1..3,j in[1,2]return i*j", "for i in 1..3, j in [1, 2] return i * j"),
        ("some x in[1,2]satisfies x>1", "some x in [1, 2] satisfies x > 1"),
        ("function(x:number,y)x+y", "function(x: number, y) x + y"),
        ("(function(x)x)(1)", "(function(x) x)(1)"),
        ("a instance of list < number >", "a instance of list<number>"),
        ("(-a) instance of t   Person", "(-a) instance of t Person"),
        ("-a instance of number", "-a instance of number"),
        ("{a:1,\"b c\":{},b d : a}", "{a: 1, \"b c\": {}, b d: a}"),
        ("(1).x", "(1).x"),
        ("[1,2][item>1]", "[1, 2][item > 1]"),
        ("substring(string:\"abc\",start position:2)", "substring(string: \"abc\", start position: 2)"),
        ("(<10)", "(< 10)"),
        ("签约日+@\"P12M\"", "签约日 + @\"P12M\""),
        ("\"\\u0041（\"", "\"\\u0041（\""),
        ("null", "null"),
        ("[]", "[]"),
    ] {
        formats(text, 100, expected);
    }
}

#[test]
fn lines_end_before_and_and_or() {
    formats(
        "用工人数 > 0 and 合同 in [\"部分没签\",\"都没签\"] and 3个月内解除",
        40,
        "用工人数 > 0\nand 合同 in [\"部分没签\", \"都没签\"]\nand 3个月内解除",
    );
    formats(
        "(合同 = \"都没签\" and 用工人数 > 100000) or (合同 = \"部分没签\" and 用工人数 > 1) or 3个月内解除",
        40,
        "(合同 = \"都没签\" and 用工人数 > 100000)\nor (合同 = \"部分没签\" and 用工人数 > 1)\nor 3个月内解除",
    );
    formats(
        "(合同 = \"都没签\" and 用工人数 > 100000) or 3个月内解除",
        30,
        "(合同 = \"都没签\"\n  and 用工人数 > 100000)\nor 3个月内解除",
    );
    formats(
        "if 用工人数 > 100 then 签约日 + @\"P1Y\" else 签约日 + @\"P6M\"",
        40,
        "if 用工人数 > 100\nthen 签约日 + @\"P1Y\"\nelse 签约日 + @\"P6M\"",
    );
    formats(
        "if 用工人数 > 100 then \"多\" else if 用工人数 > 10 then \"中\" else \"少\"",
        40,
        "if 用工人数 > 100\nthen \"多\"\nelse if 用工人数 > 10\nthen \"中\"\nelse \"少\"",
    );
    formats("[100000, 200000, 300000, 400000]", 20, "[\n  100000, 200000,\n  300000, 400000\n]");
}

#[test]
fn tests_of_a_cell() {
    for (text, expected) in [
        (" - ", "-"),
        ("\"a\",\"b\"", "\"a\", \"b\""),
        ("<10,[20..30]", "< 10, [20..30]"),
        ("not( < 10,20 )", "not(< 10, 20)"),
        ("?>1 and ?<5", "? > 1 and ? < 5"),
        ("(not(?))", "(not(?))"),
        ("- 1", "-1"),
    ] {
        assert_eq!(format_tests(text, &scope(), 100).as_deref(), Ok(expected), "{text}");
        assert_eq!(format_tests(expected, &scope(), 100).as_deref(), Ok(expected), "again");
    }
}

#[test]
fn what_must_not_be_changed_is_refused() {
    assert!(
        matches!(format("1 +", &scope(), 100), Err(Unformatted::Wrong(complaints)) if complaints.len() == 1)
    );
    let comment = |start: u32| Err(Unformatted::Comment(feel::Span { start, end: start + 2 }));
    assert_eq!(format("\"//\" /* why */", &scope(), 100), comment(5));
    assert_eq!(format("1 // why", &scope(), 100), comment(2));
    let mut scope = scope();
    scope.declare("a - b", Type::Number);
    assert_eq!(format("a-b", &scope, 100), Err(Unformatted::Ambiguous));
    assert_eq!(format("a - b", &scope, 100).as_deref(), Ok("a - b"));
}

/// Texts of the whole grammar, with brackets and white space nobody needs.
fn texts() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "1",
        "２",
        "0.50",
        "a",
        "b",
        "用工人数",
        "员工 人数-临时工",
        "3个月内解除",
        "合同",
        "\"都签了\"",
        "\"\\n“\"",
        "@\"P12M\"",
        "@\"2026-01-31\"",
        "null",
        "true",
        "签约日",
        "x",
        "item",
        "?",
        "[]",
        "{}",
    ])
    .prop_map(String::from);
    leaf.prop_recursive(5, 40, 3, |inner| {
        let part = || inner.clone();
        let sign =
            prop::sample::select(vec!["+", "-", "*", "/", "**", "=", "!=", "<", "≥", "＞", " and ", " or "]);
        let sign = sign.prop_map(|sign| if sign == "≥" { ">=" } else { sign });
        prop_oneof![
            4 => (part(), sign.clone(), part()).prop_map(|(a, sign, b)| format!("{a}{sign}{b}")),
            // What is grouped against the order of the operators.
            12 => (part(), sign.clone(), part(), sign.clone(), part())
                .prop_map(|(a, left, b, right, c)| format!("{a}{left}({b}{right}{c})")),
            12 => (part(), sign.clone(), part(), sign, part())
                .prop_map(|(a, left, b, right, c)| format!("({a}{left}{b}){right}{c}")),
            1 => part().prop_map(|a| format!("({a})")),
            1 => part().prop_map(|a| format!("（ {a}　）")),
            1 => part().prop_map(|a| format!("-{a}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{a} in ({b},<{a})")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{a} in {b}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{a} in ({b})")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{a} in <{b}")),
            1 => (part(), part(), part()).prop_map(|(a, b, c)| format!("{a} between {b} and {c}")),
            1 => (part(), part(), part()).prop_map(|(a, b, c)| format!("if {a} then {b} else {c}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("for x in {a}..{b} return {a}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("some x in {a},y in {b} satisfies {b}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("[{a},{b}]")),
            1 => (part(), part()).prop_map(|(a, b)| format!("]{a}..{b}]")),
            1 => (part(), part()).prop_map(|(a, b)| format!("[{a}..{b}[")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{{x:{a},\"y \\\" z\":{b}}}")),
            1 => (part(), part()).prop_map(|(a, b)| format!("{a}[{b}]")),
            1 => part().prop_map(|a| format!("{a}.y")),
            1 => part().prop_map(|a| format!("{a} instance of context<y : list<number> ， z:string>")),
            1 => (part(), part()).prop_map(|(a, b)| format!("max({a},{b})")),
            1 => part().prop_map(|a| format!("not(negand:{a})")),
            1 => (part(), part()).prop_map(|(a, b)| format!("(function(x:number,z){a})({b})")),
            1 => part().prop_map(|a| format!("(<{a})")),
        ]
    })
}

fn check(text: &str, columns: usize, tests: bool) -> Result<(), TestCaseError> {
    let scope = scope();
    let (input, _) = compile("a", &scope);
    let input = input.unwrap_or_else(|| panic!("`a` is declared"));
    let compile =
        |text: &str| if tests { compile_tests(text, &input, &scope) } else { compile(text, &scope) };
    let format =
        |text: &str| if tests { format_tests(text, &scope, columns) } else { format(text, &scope, columns) };
    match format(text) {
        Err(Unformatted::Wrong(_)) => Ok(()),
        Err(error) => Err(TestCaseError::fail(format!("{error:?}"))),
        Ok(formatted) => {
            let again = format(&formatted);
            prop_assert_eq!(again.as_ref(), Ok(&formatted), "formatting again changes nothing");
            let ((before, _), (after, _)) = (compile(text), compile(&formatted));
            prop_assert_eq!(format!("{before:?}"), format!("{after:?}"), "the code is the same");
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, ..ProptestConfig::default() })]

    #[test]
    fn formatted_text_means_the_same(text in texts(), columns in 5usize..100) {
        check(&text, columns, false)?;
    }

    #[test]
    fn formatted_tests_mean_the_same(text in texts(), columns in 5usize..100) {
        check(&text, columns, true)?;
    }
}
