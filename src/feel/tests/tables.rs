//! Decision tables: against their definition in the standard, evaluated cell by cell; the law of
//! unknown; and what becomes of a decision where it is named.
#![expect(clippy::expect_used, clippy::panic, reason = "a panic in a test is a failing test")]

use feel::{
    Aggregation, Cell, Compare, Decision, Formula, HitPolicy, InputClause, Lang, Logic, OutputClause,
    Program, Rule, Scope, Shape, Table, Type, Value, compile, compile_tests, describe,
};
use proptest::prelude::*;

const POLICIES: [HitPolicy; 11] = [
    HitPolicy::Unique,
    HitPolicy::Any,
    HitPolicy::Priority,
    HitPolicy::First,
    HitPolicy::RuleOrder,
    HitPolicy::OutputOrder,
    HitPolicy::Collect(None),
    HitPolicy::Collect(Some(Aggregation::Sum)),
    HitPolicy::Collect(Some(Aggregation::Min)),
    HitPolicy::Collect(Some(Aggregation::Max)),
    HitPolicy::Collect(Some(Aggregation::Count)),
];

/// Cells for the inputs `n` and `s`; the last ones are no sets of constants.
const NUMBERS: [&str; 9] =
    ["-", "1", "< 2", ">= 1", "[1..2]", "1, 3", "not(2)", "? + 1 > 2", "(if s = \"a\" then 1 else 2)"];
const TEXTS: [&str; 5] = ["-", "\"a\"", "\"a\", \"b\"", "not(\"a\")", "? = \"c\" or n = 1"];
const OUTPUTS: [&str; 5] = ["1", "2", "3", "n", "if n > 1 then 1 else null"];

fn scope() -> Scope {
    let mut scope = Scope::extended();
    scope.declare("n", Type::Number);
    scope.declare("s", Type::choice(["a", "b", "c"]));
    scope
}

/// All values of the inputs; not applicable is one of them.
fn worlds() -> Vec<Vec<Value>> {
    let numbers = [Value::Null, 0.into(), 1.into(), 2.into(), 3.into()];
    let texts = [Value::Null, Value::string("a"), Value::string("b"), Value::string("c")];
    numbers.iter().flat_map(|n| texts.iter().map(move |s| vec![n.clone(), s.clone()])).collect()
}

fn program(text: &str, scope: &Scope) -> Program {
    let (program, complaints) = compile(text, scope);
    program.unwrap_or_else(|| panic!("`{text}`: {complaints:?}"))
}

fn decision(table: &Table, scope: &Scope) -> Decision {
    let (decision, complaints) = Decision::compile(&Logic::Table(table.clone()), scope);
    decision.unwrap_or_else(|| panic!("{table:?}: {complaints:?}"))
}

/// What the standard says (8.2.8), cell by cell.
fn defined(table: &Table, env: &[Value]) -> Value {
    let scope = scope();
    let value = |text: &str| program(text, &scope).eval(env);
    let passes = |input: &InputClause, test: &str| {
        let input = program(&input.expression, &scope);
        let (program, complaints) = compile_tests(test, &input, &scope);
        let program = program.unwrap_or_else(|| panic!("`{test}`: {complaints:?}"));
        program.eval(env) == Value::Boolean(true)
    };
    let hit = |rule: &&Rule| table.inputs.iter().zip(&rule.tests).all(|(input, test)| passes(input, test));
    let mut found: Vec<Value> =
        table.rules.iter().filter(hit).map(|rule| value(rule.outputs.first().expect("an output"))).collect();
    let [output] = &*table.outputs else { panic!("one output") };
    if found.is_empty() {
        return output.default.as_deref().map_or(Value::Null, value);
    }
    if matches!(table.policy, HitPolicy::Priority | HitPolicy::OutputOrder) {
        let order = [3, 1, 2].map(Value::from);
        found.sort_by_key(|value| order.iter().position(|known| known == value));
    }
    let first = found.first().cloned().expect("a hit");
    let differ = found.iter().any(|other| *other != first);
    let list = |function: &str| {
        let mut scope = Scope::extended();
        scope.declare("list", Type::list(Type::Any));
        program(function, &scope).eval(&[Value::list(found.clone())])
    };
    match table.policy {
        HitPolicy::Unique if found.len() > 1 => Value::Null,
        HitPolicy::Any if differ => Value::Null,
        HitPolicy::Unique | HitPolicy::Any | HitPolicy::First | HitPolicy::Priority => first,
        HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Collect(None) => Value::list(found),
        HitPolicy::Collect(Some(Aggregation::Sum)) => list("sum(list)"),
        HitPolicy::Collect(Some(Aggregation::Min)) => list("min(list)"),
        HitPolicy::Collect(Some(Aggregation::Max)) => list("max(list)"),
        HitPolicy::Collect(Some(Aggregation::Count)) => list("count(list)"),
    }
}

fn table(policy: HitPolicy, input: &str, rows: &[[&str; 3]], default: Option<&str>) -> Table {
    let ranked = matches!(policy, HitPolicy::Priority | HitPolicy::OutputOrder);
    let column = |expression: &str| InputClause { expression: expression.into(), allowed: None };
    let rule = |[n, s, gives]: &[&str; 3]| Rule {
        tests: [*n, *s].map(Into::into).into(),
        outputs: [(*gives).into()].into(),
    };
    Table {
        policy,
        inputs: vec![column(input), column("s")],
        outputs: vec![OutputClause {
            name: None,
            values: ranked.then(|| "3, 1, 2".into()),
            default: default.map(Into::into),
        }],
        rules: rows.iter().map(rule).collect(),
    }
}

fn tables() -> impl Strategy<Value = Table> {
    let row = (prop::sample::select(&NUMBERS[..]), prop::sample::select(&TEXTS[..]), 0..OUTPUTS.len());
    let input = prop::sample::select(&["n", "n + 1"][..]);
    let default = prop::sample::select(&[None, Some("2"), Some("n")][..]);
    (prop::sample::select(&POLICIES[..]), input, prop::collection::vec(row, 0..5), default).prop_map(
        |(policy, input, rows, default)| {
            // An order needs constants.
            let ranked = matches!(policy, HitPolicy::Priority | HitPolicy::OutputOrder);
            let given =
                |at: usize| OUTPUTS.get(if ranked { at % 3 } else { at }).copied().expect("an output");
            let rows: Vec<[&str; 3]> = rows.into_iter().map(|(n, s, gives)| [n, s, given(gives)]).collect();
            table(policy, input, &rows, default)
        },
    )
}

/// What a definite value under partial information promises.
fn promises(program: &Program, table: &Table) {
    let worlds = worlds();
    let inputs = [Value::Unknown, Value::Null, 1.into(), 2.into()];
    let texts = [Value::Unknown, Value::string("a"), Value::string("b")];
    for n in &inputs {
        for s in &texts {
            let env = [n.clone(), s.clone()];
            let (value, holds) = (program.eval(&env), program.holds(&env));
            let fits = |world: &&Vec<Value>| {
                world.iter().zip(&env).all(|(known, given)| given.is_unknown() || known == given)
            };
            for world in worlds.iter().filter(fits) {
                let there = program.eval(world);
                let held = holds.is_none_or(|holds| holds == (there == Value::Boolean(true)));
                assert!(held, "{table:?} holds in {world:?} as in {env:?}");
                assert!(value.has_unknown() || there == value, "{table:?} in {world:?} as in {env:?}");
            }
            assert_eq!(holds.is_none(), !program.undecided(&env).is_empty(), "{table:?} in {env:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_table_gives_what_the_standard_says(table in tables()) {
        let decision = decision(&table, &scope());
        for env in worlds() {
            prop_assert_eq!(decision.program().eval(&env), defined(&table, &env), "{:?} in {:?}", table, env);
        }
        promises(decision.program(), &table);
    }

    #[test]
    fn what_is_asked_of_a_decision_is_asked_of_its_value(table in tables()) {
        let mut scope = scope();
        let decision = decision(&table, &scope);
        let alone = decision.program().clone();
        scope.decide("t", decision);
        let mut by_value = scope.clone();
        by_value.declare("v", Type::Any);
        for asked in ["t = 2", "2 = t", "t != 1", "t > 1", "n >= t", "t in (1, > 2)", "t in [1..2]", "not(t = 1)",
            "t + 1", "t + 1 > n", "t = 2 or t = 3", "some x in [1, 2] satisfies t = x"] {
            let named = program(asked, &scope);
            let valued = program(&asked.replace('t', "v").replace("nov(", "not(").replace("savisfies", "satisfies"), &by_value);
            for mut env in worlds() {
                let value = named.eval(&env);
                env.push(alone.eval(&env));
                prop_assert_eq!(value, valued.eval(&env), "`{}` of {:?} in {:?}", asked, table, env);
            }
            promises(&named, &table);
        }
    }
}

fn sizes() -> Table {
    table(
        HitPolicy::Unique,
        "n",
        &[["< 2", "-", "\"small\""], [">= 2", "\"a\"", "\"middle\""], [">= 2", "not(\"a\")", "\"large\""]],
        None,
    )
}

#[test]
fn a_comparison_with_a_decision_is_a_condition_over_its_inputs() {
    let mut scope = scope();
    scope.decide("size", decision(&sizes(), &scope));
    let asked = program("size = \"large\"", &scope);
    let mut atoms = Vec::new();
    let mut count = 0;
    asked.formula().atoms(&mut |atom| {
        count += 1;
        // The rest are what the cases come to.
        if !atom.slots().is_empty() {
            atoms.push(atom.shape());
        }
    });
    let n = scope.slot("n").expect("declared");
    assert!(atoms.contains(&Shape::Compare(n, Compare::Less, &2.into())), "{atoms:?}");
    assert!(!atoms.contains(&Shape::Other), "{atoms:?}");
    assert!(matches!(asked.formula(), Formula::If(_)));
    // Rows that exclude each other are not compared again.
    assert_eq!(
        atoms.iter().filter(|it| **it == Shape::Compare(n, Compare::GreaterOrEqual, &2.into())).count(),
        2
    );
    assert_eq!(asked.eval(&[1.into(), Value::Unknown]), Value::Boolean(false));
    assert_eq!(asked.undecided(&[5.into(), Value::Unknown]), [scope.slot("s").expect("declared")]);
    let places = feel::atom_places("n > 0 and size = \"large\"", &scope);
    assert_eq!(places.len(), count + 1);
}

#[test]
fn a_decision_runs_on_the_page() {
    let mut scope = Scope::new();
    scope.declare("n", Type::Number);
    scope.declare("s", Type::choice(["a", "b", "c"]));
    scope.decide("size", decision(&sizes(), &scope));
    let asked = program("size in (\"middle\", \"large\") and n < 10", &scope);
    let page = Program::decode(&asked.encode().expect("the page has it")).expect("it reads back");
    for env in worlds() {
        assert_eq!(page.eval(&env), asked.eval(&env), "{env:?}");
    }
    let mut listed = sizes();
    listed.policy = HitPolicy::RuleOrder;
    let (decision, complaints) = Decision::compile(&Logic::Table(listed), &scope);
    let codes: Vec<_> = complaints.iter().map(|(cell, it)| (*cell, it.problem.code())).collect();
    assert!(decision.is_none());
    assert_eq!(codes, [(Cell::Policy, "F017")]);
}

#[test]
fn every_complaint_names_its_cell() {
    let scope = scope();
    let complaints = |table: &Table| -> Vec<(Cell, &'static str)> {
        let (_, complaints) = Decision::compile(&Logic::Table(table.clone()), &scope);
        for lang in [Lang::Zh, Lang::En] {
            assert!(complaints.iter().all(|(_, it)| describe(&it.problem, lang).help.is_some()));
        }
        complaints.iter().map(|(cell, it)| (*cell, it.problem.code())).collect()
    };
    let wrong = table(HitPolicy::First, "m", &[["< ", "\"d\"", "4"], ["-", "-", "x"]], Some("y"));
    assert_eq!(
        complaints(&wrong),
        [
            (Cell::Test(0, 0), "F005"),
            (Cell::Input(0), "F010"),
            (Cell::Test(0, 1), "F032"),
            (Cell::Output(1, 0), "F010"),
            (Cell::Default(0), "F010"),
        ]
    );
    let ranked = table(HitPolicy::Priority, "n", &[["-", "-", "4"], ["-", "-", "n"]], None);
    assert_eq!(complaints(&ranked), [(Cell::Output(0, 0), "F038"), (Cell::Output(1, 0), "F037")]);
    let mut short = table(HitPolicy::First, "n", &[["-", "-", "4"]], None);
    short.rules.iter_mut().for_each(|rule| drop(rule.tests.pop()));
    assert_eq!(complaints(&short), [(Cell::Row(0), "F036")]);
}

#[test]
fn a_decision_does_not_grow_without_end() {
    let mut scope = scope();
    let mut last = "n".to_string();
    for step in 0..40 {
        let logic = Logic::Expression(format!("{last} + {last}"));
        let (decision, complaints) = Decision::compile(&logic, &scope);
        let Some(decision) = decision else {
            assert!(step > 5);
            assert!(complaints.iter().any(|(_, it)| it.problem.code() == "F007"), "{complaints:?}");
            return;
        };
        last = format!("d{step}");
        scope.decide(&last, decision);
    }
    panic!("2^40 additions were accepted");
}
