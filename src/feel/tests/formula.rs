//! Conditions taken apart.
#![expect(clippy::panic, reason = "a panic in a test is a failing test")]

use feel::{Atom, Compare, Formula, Program, Scope, Shape, Slot, Term, Type, Value, compile};

fn scope() -> Scope {
    let mut scope = Scope::new();
    scope.declare("人数", Type::Number);
    scope.declare("合同", Type::choice(["都签了", "没签", "部分没签"]));
    scope.declare("理由", Type::list(Type::choice(["等审计", "等上家"])));
    scope.declare("雇人", Type::Boolean);
    scope.declare("日期", Type::Date);
    scope
}

fn program(text: &str) -> Program {
    let (program, complaints) = compile(text, &scope());
    assert_eq!(complaints, [], "{text}");
    program.unwrap_or_else(|| panic!("{text} compiles"))
}

fn slot(name: &str) -> Slot {
    scope().slot(name).unwrap_or_else(|| panic!("{name} is declared"))
}

/// Only atom of a condition.
fn atom(program: &Program) -> Atom<'_> {
    match program.formula() {
        Formula::Atom(atom) => atom,
        other => panic!("{other:?} is no atom"),
    }
}

#[test]
fn and_or_and_not_are_taken_apart() {
    let program = program("雇人 and (人数 > 3 or not(合同 in [\"没签\", \"部分没签\"]))");
    let Formula::All(parts) = program.formula() else { panic!("a conjunction") };
    let [Formula::Atom(hires), Formula::Any(others)] = &*parts else { panic!("{parts:?}") };
    assert_eq!(hires.shape(), Shape::Truth(slot("雇人")));
    let [Formula::Atom(more), Formula::Not(not)] = &**others else { panic!("{others:?}") };
    assert_eq!(more.shape(), Shape::Compare(slot("人数"), Compare::Greater, &3.into()));
    let Formula::Atom(within) = &**not else { panic!("{not:?}") };
    let options = [Value::string("没签"), Value::string("部分没签")];
    assert_eq!(within.shape(), Shape::OneOf(slot("合同"), &options));
    let mut count = 0;
    program.formula().atoms(&mut |_| count += 1);
    assert_eq!(count, 3);
}

#[test]
fn shapes_are_read_from_the_variable() {
    let audit = Value::string("等审计");
    let day = "2026-01-01".parse::<feel::Date>().map_or(Value::Null, Value::from);
    let month = Value::from(feel::YearsDuration::from_months(1));
    let moved = Term::Plus(Box::new(Term::Slot(slot("日期"))), &month);
    let reasons = [audit.clone(), Value::string("等上家")];
    let cases = [
        ("3 < 人数", Shape::Compare(slot("人数"), Compare::Greater, &Value::from(3))),
        ("list contains(理由, \"等审计\")", Shape::Has(slot("理由"), &audit)),
        ("count(理由) >= 2", Shape::Count(slot("理由"), Compare::GreaterOrEqual, &Value::from(2))),
        ("合同 in (\"都签了\")", Shape::Compare(slot("合同"), Compare::Equal, &Value::string("都签了"))),
        ("日期 <= date(\"2026-01-01\")", Shape::Compare(slot("日期"), Compare::LessOrEqual, &day)),
        ("日期 + @\"P1M\" < @\"2026-01-01\"", Shape::Terms(moved, Compare::Less, Term::Value(&day))),
        ("人数 between 1 and 3", Shape::Between(slot("人数"), &Value::from(1), &Value::from(3))),
        ("some 项 in 理由 satisfies 项 in [\"等审计\", \"等上家\"]", Shape::AnyOf(slot("理由"), &reasons)),
        ("some 项 in 理由 satisfies 项 = \"等审计\"", Shape::AnyOf(slot("理由"), &reasons[..1])),
        ("every 项 in 理由 satisfies 项 = \"等审计\"", Shape::Other),
        ("人数 * 2 > 3", Shape::Other),
    ];
    for (text, shape) in &cases {
        assert_eq!(atom(&program(text)).shape(), *shape, "{text}");
    }
}

#[test]
fn atoms_tell_what_they_read() {
    let program = program("日期 + @\"P1M\" in [@\"2026-01-01\"..@\"2026-12-31\"]");
    let atom = atom(&program);
    assert_eq!(atom.slots(), [slot("日期")]);
    let constants: Vec<String> = atom.constants().iter().map(ToString::to_string).collect();
    assert_eq!(constants, ["P1M", "2026-01-01", "2026-12-31"]);
    assert_eq!(atom.eval(&[]), Value::Unknown);
}

#[test]
fn atoms_have_places_in_the_text() {
    for (text, expected) in [
        ("雇人", &["雇人"][..]),
        ("雇人 and (人数 > 3 or not(合同 = \"没签\"))", &["雇人", "人数 > 3", "合同 = \"没签\""]),
        ("人数 between 1 and 3", &["人数 between 1 and 3"]),
        ("人数 in [1..3] or 雇人", &["人数 in [1..3]", "人数 in [1..3]", "雇人"]),
        ("人数 in (1, > 5)", &["1", "> 5"]),
        ("人数 + 1 in (1, 2)", &["人数 + 1 in (1, 2)"]),
        (
            "合同 in [\"没签\", \"部分没签\"] and count(理由) > 0",
            &["合同 in [\"没签\", \"部分没签\"]", "count(理由) > 0"],
        ),
        ("if 雇人 then 人数 > 1 else false", &["if 雇人 then 人数 > 1 else false"; 3]),
    ] {
        let places = feel::atom_places(text, &scope());
        let found: Vec<_> =
            places.iter().map(|it| text.get(it.start as usize..it.end as usize).unwrap_or("?")).collect();
        assert_eq!(found, expected, "{text}");
        let mut count = 0;
        program(text).formula().atoms(&mut |_| count += 1);
        assert_eq!(count, expected.len(), "{text}");
    }
}

/// Every condition over three truth values, each of them true, false, null and unknown.
#[test]
fn a_formula_has_the_value_of_its_program() {
    let mut scope = Scope::new();
    for name in ["甲", "乙", "丙"] {
        scope.declare(name, Type::Boolean);
    }
    let values = [Value::Boolean(true), Value::Boolean(false), Value::Null, Value::Unknown];
    for text in [
        "甲",
        "甲 and 乙 and 丙",
        "甲 or 乙 or 丙",
        "甲 and (乙 or 丙)",
        "甲 or 乙 and 丙",
        "not(甲)",
        "not(甲 and 乙) or 丙",
        "not(甲 or not(乙 and 丙))",
        "if 甲 then 乙 else 丙",
        "if 甲 and 乙 then 丙 else 甲",
        "not(if 甲 or 乙 then not(丙) else 乙)",
        "甲 and (if 乙 then 丙 else false)",
    ] {
        let (program, complaints) = compile(text, &scope);
        assert_eq!(complaints, [], "{text}");
        let Some(program) = program else { panic!("{text} compiles") };
        for at in 0..64 {
            let env = [at % 4, at / 4 % 4, at / 16].map(|it| values.get(it).cloned().unwrap_or(Value::Null));
            let formula = program.formula();
            assert_eq!(formula.eval(&mut |atom| atom.eval(&env)), program.eval(&env), "{text} {env:?}");
            assert_eq!(formula.holds(&mut |atom| atom.eval(&env)), program.holds(&env), "{text} {env:?}");
        }
    }
}

#[test]
fn atoms_are_asked_once_in_the_order_of_the_text() {
    let program = program("雇人 and (人数 > 3 or not(合同 = \"没签\")) and if 雇人 then 人数 > 1 else false");
    let formula = program.formula();
    let (mut listed, mut evaluated, mut held) = (Vec::new(), Vec::new(), Vec::new());
    formula.atoms(&mut |atom| listed.push(atom.shape()));
    let value = formula.eval(&mut |atom| {
        evaluated.push(atom.shape());
        Value::Boolean(false)
    });
    let holds = formula.holds(&mut |atom| {
        held.push(atom.shape());
        Value::Boolean(true)
    });
    assert_eq!((value, holds), (Value::Boolean(false), Some(true)));
    assert_eq!((&evaluated, &held), (&listed, &listed));
}
