//! The language as authors meet it: names, Chinese keyboards, unary tests, blockers, and texts
//! that are no FEEL at all.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a panic in a test is a failing test")]
use feel::{Scope, Type, Value, compile, compile_tests};
use proptest::prelude::*;

fn scope() -> Scope {
    let mut scope = Scope::extended();
    scope.declare("用工人数", Type::Number);
    scope.declare("员工 人数-临时工", Type::Number);
    scope.declare("员工", Type::Number);
    scope.declare("3个月内解除", Type::Boolean);
    scope.declare("合同", Type::choice(["都签了", "部分没签"]));
    scope.declare("签约日", Type::Date);
    scope
}

/// The value with the variables 5, 7, 1, true, 都签了, 2026-01-31.
fn value(text: &str) -> Value {
    let (program, complaints) = compile(text, &scope());
    assert!(complaints.is_empty(), "`{text}`: {complaints:?}");
    let date = Value::temporal("2026-01-31").unwrap();
    let env = [5.into(), 7.into(), 1.into(), true.into(), Value::string("都签了"), date];
    program.unwrap_or_else(|| panic!("`{text}`")).eval(&env)
}

#[test]
fn chinese_names_and_punctuation() {
    for (text, expected) in [
        ("用工人数＞３", "true"),
        ("用工人数　＝　5", "true"),
        ("（用工人数＋１）－2", "4"),
        ("合同 in （\"都签了\"，\"部分没签\"）", "true"),
        ("员工 人数-临时工", "7"),
        ("员工  人数-临时工 + 员工", "8"),
        ("员工 -用工人数", "-4"),
        ("3个月内解除 and 用工人数 > 3", "true"),
        ("{人 数：用工人数}.人 数", "5"),
        ("\"（，）\"", "（，）"),
        ("签约日 + @\"P1M\"", "2026-02-28"),
        ("签约日 < @\"2026-02-01\" and not(合同 = \"部分没签\")", "true"),
        ("if 用工人数 >= 5 then \"多\" else \"少\"", "多"),
        ("用工人数 in [1..5) or 用工人数 between 5 and 6", "true"),
        ("some 人 in [1, 2, 用工人数] satisfies 人 > 4", "true"),
        ("for i in 1..3 return i * i", "[1, 4, 9]"),
        ("[{名: \"甲\", 数: 1}, {名: \"乙\", 数: 2}][数 > 1].名", "[\"乙\"]"),
        ("0.1 + 0.2 = 0.3", "true"),
        ("1 // 注释\n + /* 二 */ 2", "3"),
    ] {
        assert_eq!(value(text).to_string(), expected, "`{text}`");
    }
}

#[test]
fn every_complaint_at_once() {
    for (text, codes) in [
        ("用工人 > 1 and 合同 = \"没签\" and 用工人数 = \"x\"", "F010 F032 F030"),
        ("(1 + ] and foo(2", "F005 F002"),
        ("合同 ＝ “都签了”", "F001"),
        ("用工人数 ≥ 5 and 用工人数 ≤ 9", "F001 F001"),
        ("\"没有结束", "F002"),
        ("用工人数 == 5 && true", "F005 F005"),
        ("today() > 签约日", "F015"),
        ("list contains([\"a\"], 1, 2)", "F020"),
        ("substring(text: \"a\", start position: 1)", "F021"),
        ("{a: 1, a: 2}", "F014"),
        ("签约日.小时", "F013"),
        ("1e9999", "F004"),
        ("@\"2026-02-30\"", "F008"),
        ("?", "F016"),
        ("用工人数(1)", "F023"),
        ("合同 in (\"都签\", \"部分没签\")", "F032"),
    ] {
        let (_, complaints) = compile(text, &scope());
        let found: Vec<&str> = complaints.iter().map(|complaint| complaint.problem.code()).collect();
        assert_eq!(found.join(" "), codes, "`{text}`: {complaints:?}");
    }
}

#[test]
fn unary_tests_on_an_input() {
    let (input, _) = compile("用工人数", &scope());
    let input = input.unwrap();
    for (text, expected) in [
        ("-", true),
        ("5", true),
        ("1, 2, 5", true),
        ("< 5", false),
        ("[1..5]", true),
        ("(1..5)", false),
        ("not(5, 6)", false),
        ("not(< 3)", true),
        ("? > 1 and ? < 9", true),
        ("员工, > 4", true),
    ] {
        let (program, complaints) = compile_tests(text, &input, &scope());
        assert!(complaints.is_empty(), "`{text}`: {complaints:?}");
        let env = [5.into(), Value::Unknown, 1.into()];
        assert_eq!(program.unwrap().eval(&env), Value::Boolean(expected), "`{text}`");
    }
    let (program, _) = compile_tests("> 员工", &input, &scope());
    let program = program.unwrap();
    assert_eq!(program.eval(&[5.into()]), Value::Unknown);
    let blockers = program.blockers(&[5.into()]);
    assert_eq!(blockers.iter().map(|slot| slot.index()).collect::<Vec<_>>(), [2]);
}

#[test]
fn blockers_are_what_can_still_matter() {
    let mut scope = Scope::extended();
    for name in ["a", "b", "c", "d"] {
        scope.declare(name, Type::Boolean);
    }
    let (yes, no, open) = (Value::Boolean(true), Value::Boolean(false), Value::Unknown);
    for (text, env, expected) in [
        ("a and b", [open.clone(), open.clone(), no.clone(), no.clone()], "ab"),
        ("a and b or c and d", [open.clone(), no.clone(), open.clone(), open.clone()], "cd"),
        ("if a then b else c", [yes.clone(), open.clone(), open.clone(), no.clone()], "b"),
        ("if a then b else c", [open.clone(), yes.clone(), open.clone(), no.clone()], "ac"),
        ("if a then b else c", [open.clone(), yes.clone(), yes.clone(), no.clone()], ""),
        ("some x in [a, b] satisfies x and c", [open.clone(), no.clone(), yes.clone(), no.clone()], "a"),
        ("{x: a, y: b}.x and not(c)", [yes.clone(), open.clone(), open.clone(), no.clone()], "c"),
    ] {
        let (program, _) = compile(text, &scope);
        let blockers = program.unwrap().blockers(&env);
        let names: String = blockers.iter().map(|slot| scope.name(*slot)).collect();
        assert_eq!(names, expected, "`{text}`");
    }
}

#[test]
fn a_clock_is_given_or_there_is_none() {
    let mut scope = Scope::extended();
    assert!(compile("now()", &scope).0.is_none());
    scope.set_now("2026-11-23T08:00:00+08:00".parse().unwrap());
    for (text, expected) in [
        ("now()", "2026-11-23T08:00:00+08:00"),
        ("today()", "2026-11-23"),
        ("today() = date(now()) and is(now(), now())", "true"),
    ] {
        let (program, complaints) = compile(text, &scope);
        assert!(complaints.is_empty(), "`{text}`: {complaints:?}");
        assert_eq!(program.unwrap().eval(&[]).to_string(), expected);
    }
    let codes: Vec<&str> =
        compile("now(1) = today(null)", &scope).1.iter().map(|it| it.problem.code()).collect();
    assert_eq!(codes, ["F020", "F020"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_harm(text in "[-0-9a-z一-丁（），。“”＞ .()\\[\\]{}:=<>*/\"'@?\n\\\\]{0,40}") {
        let (program, complaints) = compile(&text, &scope());
        for complaint in &complaints {
            let (start, end) = (complaint.span.start as usize, complaint.span.end as usize);
            prop_assert!(text.get(start..end).is_some(), "{complaint:?}");
        }
        match program {
            Some(program) => drop(program.eval(&[])),
            None => prop_assert!(!complaints.is_empty()),
        }
    }

    #[test]
    fn any_pattern_is_tried_without_harm(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "b", "关", "\\n", "\\d", "\\W", "\\i", "\\p{Lu}", "\\p{IsGreek}", "\\1", "\\2", ".", "^", "$", "(", ")", "(?:", "|",
            "[", "]", "^", "-", "[^", "-[", "*", "+", "?", "{2}", "{1,}", "{0,3}", " ", "\\.",
        ]), 0..16),
        text in "[abA关 \n.-]{0,12}",
        flags in "[smixq]{0,3}",
    ) {
        let mut scope = Scope::extended();
        for name in ["t", "p", "f"] {
            scope.declare(name, Type::String);
        }
        let env = [Value::string(&text), Value::string(&pieces.concat()), Value::string(&flags)];
        let eval = |text: &str| compile(text, &scope).0.map(|program| program.eval(&env));
        let found = eval("matches(t, p, f)");
        // Where nothing is found nothing is replaced. What is no pattern is none everywhere, and one
        // that matches nothing at all is none for replacing.
        let replaced = eval("replace(t, p, \"x\", f)");
        let nothing = eval("matches(\"\", p, f)") == Some(Value::Boolean(true));
        match found {
            _ if nothing => prop_assert_eq!(replaced, Some(Value::Null)),
            Some(Value::Boolean(false)) => prop_assert_eq!(replaced, Some(Value::string(&text))),
            Some(Value::Null) => prop_assert_eq!(replaced, Some(Value::Null)),
            _ => {}
        }
    }

    #[test]
    fn pieces_of_feel_are_read_without_harm(pieces in prop::collection::vec(prop::sample::select(vec![
        "用工人数", "合同", "and", "or", "if", "then", "else", "for", "x", "in", "return", "some", "satisfies", "1", "\"a\"",
        "(", ")", "[", "]", "{", "}", "..", ",", ":", "=", "<", "+", "-", "not", "count", "between", "instance of", "list<", ">",
        "function", "?", ".", "date and time", "@\"P1D\"", "null",
    ]), 0..20)) {
        let text = pieces.join(" ");
        let (program, complaints) = compile(&text, &scope());
        match program {
            Some(program) => drop((program.eval(&[]), program.blockers(&[]))),
            None => prop_assert!(!complaints.is_empty(), "`{text}`"),
        }
    }
}
