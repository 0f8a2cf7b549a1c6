//! Both engines over the cases that both get right: compile, evaluate, evaluate half known.
//! One measured step is the whole set; `run.mjs` divides by its size.

use std::hint::black_box;

use bench::engine::{Dsntk, Engine, ForRules, Ours};
use bench::{Set, kit, rules};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};

type Group<'c> = BenchmarkGroup<'c, WallTime>;

fn worlds<E: Engine>(set: &Set) -> Vec<E::World> {
    set.inputs.iter().filter_map(|inputs| E::world(&inputs.context(), false)).collect()
}

/// The programs of a set, each with its world.
fn programs<'w, E: Engine>(set: &Set, worlds: &'w [E::World]) -> Vec<(E::Program, &'w E::World)> {
    let program = |case: &bench::Case| {
        let world = worlds.get(case.inputs)?;
        Some((E::compile(&case.text, world)?, world))
    };
    set.cases.iter().filter_map(program).collect()
}

fn compile<E: Engine>(group: &mut Group<'_>, name: &str, set: &Set) {
    let worlds = worlds::<E>(set);
    group.bench_function(name, |bencher| bencher.iter(|| black_box(programs::<E>(set, &worlds)).len()));
}

fn evaluate<E: Engine>(group: &mut Group<'_>, name: &str, set: &Set) {
    let worlds = worlds::<E>(set);
    let programs = programs::<E>(set, &worlds);
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for (program, world) in &programs {
                black_box(E::eval(black_box(program), world));
            }
        });
    });
}

/// Programs compiled for the whole inputs, evaluated with half of them.
fn evaluate_half<E: Engine>(group: &mut Group<'_>, name: &str, set: &Set) {
    let worlds = worlds::<E>(set);
    let programs = programs::<E>(set, &worlds);
    let Some(half) = set.half.as_ref().and_then(|half| E::world(&half.context(), true)) else { return };
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            for (program, _) in &programs {
                black_box(E::eval(black_box(program), &half));
            }
        });
    });
}

/// What is measured of an engine.
type Measured = fn(&mut Group<'_>, &str, &Set);

fn compare(criterion: &mut Criterion, set: &Set, what: &str, ours: Measured, theirs: Measured) {
    let mut group = criterion.benchmark_group(format!("{} {what}", set.name));
    group.throughput(Throughput::Elements(set.cases.len() as u64));
    ours(&mut group, "feel", set);
    theirs(&mut group, "dsntk", set);
    group.finish();
}

fn all<E: Engine>(criterion: &mut Criterion, set: Set) {
    let set = set.passed_by::<E>().passed_by::<Dsntk>();
    compare(criterion, &set, "compile", compile::<E>, compile::<Dsntk>);
    compare(criterion, &set, "evaluate", evaluate::<E>, evaluate::<Dsntk>);
    if set.half.is_some() {
        compare(criterion, &set, "evaluate half", evaluate_half::<E>, evaluate_half::<Dsntk>);
    }
}

fn engines(criterion: &mut Criterion) {
    kit::set().into_iter().for_each(|set| all::<Ours>(criterion, set));
    rules::set().into_iter().for_each(|set| all::<ForRules>(criterion, set));
}

criterion_group!(benches, engines);
criterion_main!(benches);
