//! How often a condition of the rules is unknown although every completion of the answers decides
//! it alike: questions asked in vain. `--nocapture` shows the figures.

#![cfg(test)]

use std::collections::BTreeSet;

use assessor::definition::{Choice, Definition, Kind, Logic, Question};
use assessor_cli::Rules;
use feel::{Date, Program, Value, compile};
use tests::root;

/// Partial environments tried for a condition, and completions of one, at most.
const TRIED: usize = 3_000;

/// Name, type and possible values of a variable; null where the question may not apply.
struct Variable {
    name: String,
    values: Vec<Value>,
}

fn today() -> Date {
    "2026-11-23".parse().expect("a date")
}

fn labels(options: &[Choice]) -> Vec<&str> {
    options.iter().map(|option| option.label.as_str()).collect()
}

/// Texts of a rulebook: conditions with what they are of.
fn conditions(definition: &Definition) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for section in &definition.sections {
        let of_section = section.when.iter().map(|when| (section.id.clone(), when.clone()));
        let of_questions = section.questions.iter().filter_map(|it| Some((it.id.clone(), it.when.clone()?)));
        let of_findings = section.findings.iter().map(|it| (it.id.clone(), it.when.clone()));
        all.extend(of_section.chain(of_questions).chain(of_findings));
    }
    all
}

/// Texts of the decision tables that conditions name.
fn cells(definition: &Definition) -> Vec<String> {
    let decisions = definition.sections.iter().flat_map(|section| &section.decisions);
    let rules = decisions.filter_map(|it| match &it.logic {
        Logic::Table(table) => Some(&table.rules),
        Logic::Expression(_) => None,
    });
    rules.flatten().flat_map(|rule| rule.tests.iter().chain([&rule.output])).cloned().collect()
}

/// Numbers in the conditions, and their neighbours: where a comparison can turn.
fn thresholds(conditions: &[String]) -> Vec<Value> {
    let digits = conditions.iter().flat_map(|text| text.split(|c: char| !c.is_ascii_digit()));
    let mut numbers: Vec<i64> = digits.filter_map(|digits| digits.parse().ok()).collect();
    numbers = numbers.iter().flat_map(|number| [number - 1, *number, number + 1]).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter(|number| *number >= 0).map(Value::from).collect()
}

/// Today and the dates in the conditions, and as far from them as the durations there; and the
/// days around each: where a comparison can turn.
fn days(conditions: &[String]) -> Vec<Value> {
    let quoted = || conditions.iter().flat_map(|text| text.split('"')).filter_map(Value::temporal);
    let date = |value| if let Value::Date(date) = value { Some(date) } else { None };
    let moved = |day: Date, by: &Value| match by {
        Value::YearsDuration(it) => [it.months(), -it.months()].map(|months| day.add_months(months)),
        Value::DaysDuration(it) => {
            let days = i64::try_from(it.nanoseconds() / 86_400_000_000_000).unwrap_or_default();
            [days, -days].map(|days| day.add_days(days))
        }
        _ => [Some(day), None],
    };
    let starts = quoted().filter_map(date).chain([today()]);
    let turns = starts.flat_map(|day| quoted().flat_map(move |by| moved(day, &by)).flatten());
    let days: BTreeSet<Date> =
        turns.flat_map(|day| [-1, 0, 1].map(|more| day.add_days(more))).flatten().collect();
    days.into_iter().map(Value::from).collect()
}

/// Nothing, each option alone, all but each, all.
fn selections(labels: &[&str]) -> Vec<Value> {
    let list = |keep: &dyn Fn(usize) -> bool| {
        let kept = labels.iter().enumerate().filter(|(at, _)| keep(*at));
        Value::list(kept.map(|(_, label)| Value::string(label)).collect())
    };
    let each = (0..labels.len()).flat_map(|one| [list(&|at| at == one), list(&|at| at != one)]);
    each.chain([list(&|_| false), list(&|_| true)]).collect()
}

fn variable(question: &Question, optional: bool, numbers: &[Value], days: &[Value]) -> Variable {
    let mut values = match &question.kind {
        Kind::Boolean => vec![true.into(), false.into()],
        Kind::Choice { options } => labels(options).into_iter().map(Value::string).collect(),
        Kind::MultiChoice { options } => selections(&labels(options)),
        Kind::Integer { .. } | Kind::Money { .. } => numbers.to_vec(),
        Kind::Date { .. } => days.to_vec(),
    };
    if optional {
        values.push(Value::Null);
    }
    Variable { name: question.name.clone(), values }
}

fn variables(definition: &Definition, numbers: &[Value], days: &[Value]) -> Vec<Variable> {
    let day = |name: &str, day: Date| Variable { name: name.into(), values: vec![day.into()] };
    let questions = definition.sections.iter().flat_map(|section| {
        let optional = |question: &Question| section.when.is_some() || question.when.is_some();
        section.questions.iter().map(move |it| variable(it, optional(it), numbers, days))
    });
    // The day of assessment is a Monday; before it came a Friday.
    let days = [day("评估日期", today()), day("上个工作日", today().add_days(-3).expect("a day"))];
    days.into_iter().chain(questions).collect()
}

/// The `number`th combination of choices, each unknown or a value; or complete ones.
fn combination(variables: &[&Variable], mut number: usize, unknown: bool) -> Vec<Value> {
    let pick = |variable: &&Variable| {
        let count = variable.values.len() + usize::from(unknown);
        let value = variable.values.get(number % count).cloned().unwrap_or(Value::Unknown);
        number /= count;
        value
    };
    variables.iter().map(pick).collect()
}

fn combinations(variables: &[&Variable], unknown: bool) -> impl Iterator<Item = Vec<Value>> {
    let all: usize = variables.iter().map(|it| it.values.len() + usize::from(unknown)).product();
    // Where there are too many, every so many-th, by a step that shares no factor with their number.
    let step = (all / TRIED).max(1) | 1;
    let variables = variables.to_vec();
    (0..all).step_by(step).map(move |number| combination(&variables, number, unknown))
}

/// Variables that are known days, before the questions.
const DAYS: usize = 2;

struct Counts {
    unknown: usize,
    needless: usize,
}

fn count(program: &Program, variables: &[Variable], counts: &mut Counts) -> Option<String> {
    let mut example = None;
    let read: Vec<usize> = program.slots().iter().map(|slot| slot.index()).filter(|at| *at >= DAYS).collect();
    let read_variables: Vec<&Variable> = read.iter().filter_map(|at| variables.get(*at)).collect();
    let mut env = vec![Value::Unknown; variables.len()];
    for (at, day) in variables.iter().take(DAYS).enumerate() {
        env[at] = day.values[0].clone();
    }
    for partial in combinations(&read_variables, true) {
        for (at, value) in read.iter().zip(partial) {
            env[*at] = value;
        }
        if program.holds(&env).is_some() {
            continue;
        }
        counts.unknown += 1;
        let open: Vec<usize> = read.iter().copied().filter(|at| env[*at].is_unknown()).collect();
        let open_variables: Vec<&Variable> = open.iter().filter_map(|at| variables.get(*at)).collect();
        let holds = |values: Vec<Value>| {
            let mut env = env.clone();
            for (at, value) in open.iter().zip(values) {
                env[*at] = value;
            }
            program.eval(&env) == Value::Boolean(true)
        };
        let mut outcomes = combinations(&open_variables, false).map(holds);
        let first = outcomes.next();
        if outcomes.all(|outcome| Some(outcome) == first) {
            counts.needless += 1;
            example.get_or_insert_with(|| format!("{first:?} with {env:?}"));
        }
    }
    example
}

#[test]
fn conditions_of_the_rules_ask_nothing_in_vain() {
    let rules = Rules::read(&root().join("rules"), &root());
    let definition = rules.bundle().expect("sound rules").rulebook;
    let conditions = conditions(&definition);
    let written: Vec<String> = conditions.iter().map(|(_, text)| text.clone()).collect();
    let written = [written, cells(&definition)].concat();
    let scope = assessor::formulas(&rules.document).0;
    let variables = variables(&definition, &thresholds(&written), &days(&written));
    assert!(scope.names().map(|(name, _)| name).eq(variables.iter().map(|it| it.name.as_str())));
    let mut counts = Counts { unknown: 0, needless: 0 };
    for (id, text) in &conditions {
        let program = compile(text, &scope).0.expect("a program");
        let before = (counts.unknown, counts.needless);
        let example = count(&program, &variables, &mut counts);
        if let Some(example) = example {
            let (unknown, needless) = (counts.unknown - before.0, counts.needless - before.1);
            println!(
                "{needless} of {unknown}: {id}: {text}\n    {}",
                example.chars().take(200).collect::<String>()
            );
        }
    }
    println!(
        "{} conditions: {} unknown results, {} needless",
        conditions.len(),
        counts.unknown,
        counts.needless
    );
    assert!(counts.unknown > 300, "partial answers leave conditions open");
    assert!(counts.needless * 100 <= counts.unknown, "more than one in a hundred");
}
