//! Our engine over the atoms that rules are made of, one measured step an evaluation.

use std::hint::black_box;

use bench::engine::{Engine, ForRules};
use criterion::{Criterion, criterion_group, criterion_main};

const WORLD: &str = r#"{
    "choice": "some", "truth": true, "number": 10, "money": 1720.50,
    "day": date("2026-01-31"), "today": date("2026-03-01"), "list": ["a", "b"], "unknown": null
}"#;

const ATOMS: [&str; 12] = [
    "choice = \"some\"",
    "truth = true",
    "number > 3",
    "money < 1720.51",
    "day < today",
    "day + @\"P1M\" < today",
    "choice in [\"none\", \"some\"]",
    "number in [1..20]",
    "list contains(list, \"b\")",
    "count(list) > 0",
    "unknown > 3",
    "truth = true and choice = \"some\" and number > 3 and day < today",
];

fn atoms(criterion: &mut Criterion) {
    let Some(world) = ForRules::world(WORLD, true) else { return };
    for text in ATOMS {
        let Some(program) = ForRules::compile(text, &world) else { continue };
        criterion
            .bench_function(text, |bencher| bencher.iter(|| ForRules::eval(black_box(&program), &world)));
    }
}

criterion_group!(benches, atoms);
criterion_main!(benches);
