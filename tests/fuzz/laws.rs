//! What must hold of the language for any bytes whatever. Each law is a fuzz target; `cargo test`
//! replays what the fuzzer found, and tries inputs of its own (`tests/fuzz.rs`).

#[path = "../../src/feel/tests/unknown/law.rs"]
mod law;
#[path = "../../src/feel/tests/unknown/texts.rs"]
#[expect(dead_code, reason = "the tests of the language use more of it")]
mod texts;
#[path = "../../src/feel/tests/unknown/world.rs"]
mod world;

use feel::{Diagnostic, Lang, Program, Scope, Unformatted, Value, compile, compile_tests, describe};
use world::{partial, scope, variables};

/// A law: it panics if the bytes break it.
pub type Law = fn(&[u8]);

/// The laws by the names of their targets.
pub const LAWS: [(&str, Law); 4] =
    [("parse", parse), ("print", print), ("evaluate", evaluate), ("unknown", unknown)];

/// Names that make reading harder: with spaces, digits and operators.
const NAMES: [&str; 4] = ["员工 人数-临时工", "员工", "3个月内解除", "合同"];

/// What every input meets; made once, for most of the time would go into it.
struct World {
    /// The names, for texts that may use what the page has.
    page: Scope,
    /// The names, for texts that may use the whole language.
    whole: Scope,
    /// The value that unary tests look at.
    input: Option<Program>,
    /// Nothing known, everything null, and a value for each name.
    environments: [Vec<Value>; 3],
}

thread_local! {
    static WORLD: World = World {
        page: names(Scope::new()),
        whole: names(Scope::extended()),
        input: compile("n", &names(Scope::new())).0,
        environments: [
            Vec::new(),
            vec![Value::Null; variables().len() + NAMES.len()],
            variables().into_iter().filter_map(|(.., values)| values.into_iter().next()).collect(),
        ],
    };
}

/// The names of the questionnaire of the law of unknown, and those.
fn names(mut scope: Scope) -> Scope {
    for (name, ty, _) in variables() {
        scope.declare(name, ty);
    }
    for name in NAMES {
        scope.declare(name, feel::Type::Any);
    }
    scope
}

/// A text: what the bytes say, or an expression that they choose; the first byte tells which.
fn text(data: &[u8]) -> String {
    match data.split_first() {
        Some((mode, choices)) if mode % 2 == 0 => texts::expression(choices).0,
        Some((_, text)) => String::from_utf8_lossy(text).into_owned(),
        None => String::new(),
    }
}

/// Any text is read, and every complaint about it has a place, in order, and words.
pub fn parse(data: &[u8]) {
    let text = text(data);
    WORLD.with(|world| {
        for scope in [&world.page, &world.whole] {
            let read = |(program, complaints): (Option<Program>, Vec<Diagnostic>)| {
                assert!(program.is_some() || !complaints.is_empty(), "`{text}` is refused without a word");
                explained(&text, &complaints);
            };
            read(compile(&text, scope));
            if let Some(input) = &world.input {
                read(compile_tests(&text, input, scope));
            }
        }
    });
}

fn explained(text: &str, complaints: &[Diagnostic]) {
    assert!(complaints.is_sorted_by_key(|it| it.span), "{complaints:?} are in no order");
    for complaint in complaints {
        let places = [Some(complaint.span), complaint.related];
        for span in places.into_iter().flatten() {
            let part = text.get(span.start as usize..span.end as usize);
            assert!(part.is_some() || text.len() > 1 << 20, "`{text}`: {complaint:?} has no place");
        }
        for lang in [Lang::Zh, Lang::En] {
            assert!(!describe(&complaint.problem, lang).message.is_empty(), "{complaint:?} has no words");
        }
    }
}

/// What is formatted means the same, and formatting it again changes nothing.
pub fn print(data: &[u8]) {
    // Any width will do, as long as it is the same for the same bytes.
    let (text, columns) = (text(data), data.len() % 100);
    WORLD.with(|world| {
        let Some(input) = &world.input else { return };
        let scope = &world.whole;
        same(&text, &|text| feel::format(text, scope, columns), &|text| compile(text, scope).0);
        let tests = |text: &str| compile_tests(text, input, scope).0;
        same(&text, &|text| feel::format_tests(text, scope, columns), &tests);
    });
}

fn same(
    text: &str,
    format: &dyn Fn(&str) -> Result<String, Unformatted>,
    compile: &dyn Fn(&str) -> Option<Program>,
) {
    let Ok(formatted) = format(text) else { return };
    assert_eq!(format(&formatted).as_ref(), Ok(&formatted), "`{text}`");
    let (before, after) = (compile(text), compile(&formatted));
    assert_eq!(format!("{before:?}"), format!("{after:?}"), "`{text}` and `{formatted}`");
}

/// Evaluation ends, gives the same each time, and the same from the code that the page is sent.
pub fn evaluate(data: &[u8]) {
    let text = text(data);
    WORLD.with(|world| {
        let programs = [&world.page, &world.whole].into_iter().filter_map(|scope| compile(&text, scope).0);
        for program in programs {
            let sent = program.encode();
            let received = sent.as_deref().map(Program::decode);
            for env in &world.environments {
                let value = program.try_eval(env);
                assert_eq!(shown(&value), shown(&program.try_eval(env)), "`{text}` differs from itself");
                if let (Ok(value), Some(received)) = (&value, &received) {
                    assert!(received.is_some(), "`{text}` is sent and not received: {sent:?}");
                    let there = received.as_ref().map(|program| program.eval(env));
                    assert_eq!(shown(&there), shown(&Some(value)), "`{text}` as {sent:?}");
                }
            }
        }
    });
}

/// A value in every detail; functions are equal only to themselves.
fn shown(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}")
}

/// A definite result under partial information is the result under every completion.
pub fn unknown(data: &[u8]) {
    let Some((choices, rest)) = data.split_at_checked(variables().len()) else { return };
    let (text, _) = texts::expression(rest);
    let env: Vec<Value> = variables()
        .into_iter()
        .zip(choices)
        .map(|((name, _, values), choice)| {
            let known: Vec<Value> = values.into_iter().chain(partial(name)).collect();
            known.get(usize::from(*choice) % (2 * known.len())).cloned().unwrap_or(Value::Unknown)
        })
        .collect();
    // More completions than these would take too long, and find nothing that fewer do not.
    if let Some(program) = compile(&text, &scope()).0.filter(|program| program.slots().len() <= 4) {
        let broken = law::check(&text, &program, &env).err();
        assert!(broken.is_none(), "{}", broken.unwrap_or_default());
    }
}
