//! How often a result is unknown although every completion gives the same: the law allows it, but
//! it asks questions in vain. Run it with `--ignored --nocapture` for the figures.
//!
//! Where all completions give null, that is mostly because the few texts and numbers tried are no
//! dates, say, and nobody could have known; such results are counted apart.
use super::law::all_completions;
use super::texts;
use super::world::{partial, scope, variables};
use feel::{Value, compile};
use std::collections::BTreeMap;

/// A sequence that is the same on every run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.byte()) % count
    }
}

/// How many results were unknown, and how many of these needlessly.
#[derive(Default)]
struct Figure {
    unknown: u32,
    needless: u32,
    null: u32,
    example: String,
}

#[test]
#[ignore = "prints figures"]
fn precision_by_operator() {
    let mut figures: BTreeMap<&str, Figure> = BTreeMap::new();
    let mut all = Figure::default();
    let mut chance = Chance(0x5EED);
    for _ in 0..200_000 {
        let choices: Vec<u8> = (0..30).map(|_| chance.byte()).collect();
        let (text, template) = texts::expression(&choices);
        let (program, _) = compile(&text, &scope());
        let Some(program) = program.filter(|it| (1..=4).contains(&it.slots().len())) else { continue };
        let env: Vec<Value> = variables()
            .into_iter()
            .map(|(name, _, mut values)| {
                values.extend(partial(name));
                let known = values.swap_remove(chance.below(values.len()));
                if chance.below(2) == 0 { Value::Unknown } else { known }
            })
            .collect();
        let open: Vec<usize> =
            program.slots().iter().map(|slot| slot.index()).filter(|slot| env[*slot].has_unknown()).collect();
        if !program.eval(&env).is_unknown() {
            continue;
        }
        let mut values = all_completions(&env, &open).into_iter().map(|env| program.eval(&env));
        let first = values.next();
        let same = values.all(|value| Some(value) == first);
        for figure in [&mut all, figures.entry(template).or_default()] {
            figure.unknown += 1;
            let null = first == Some(Value::Null);
            figure.null += u32::from(same && null);
            figure.needless += u32::from(same && !null);
            if same && !null && (figure.example.is_empty() || text.len() < figure.example.len()) {
                figure.example = format!("{text} is {}", first.clone().unwrap_or(Value::Null));
            }
        }
    }
    println!("{} unknown results: {} needless, {} always null", all.unknown, all.needless, all.null);
    let mut rows: Vec<_> = figures.into_iter().filter(|(_, figure)| figure.needless > 0).collect();
    rows.sort_by_key(|(_, figure)| std::cmp::Reverse(figure.needless));
    for (template, figure) in rows.iter().take(60) {
        println!("{:5} of {:5}  {template:40}  {}", figure.needless, figure.unknown, figure.example);
    }
}
