//! The law itself, for one program and one environment that is known in part.
use super::world::{completions, product, variables};
use feel::{Program, Slot, Value};

/// Whether a result with unknowns in it leaves room for a complete one.
fn allows(partial: &Value, complete: &Value) -> bool {
    match (partial, complete) {
        (Value::Unknown, _) => true,
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| allows(a, b))
        }
        (Value::Context(a), Value::Context(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|((x, a), (y, b))| x == y && allows(a, b))
        }
        (Value::Range(a), Value::Range(b)) => {
            let pair = |a: &Option<Value>, b: &Option<Value>| match (a, b) {
                (Some(a), Some(b)) => allows(a, b),
                (a, b) => a.is_none() && b.is_none(),
            };
            pair(&a.start, &b.start) && pair(&a.end, &b.end)
        }
        // A range with an unknown bound may turn out to be none.
        (Value::Range(_), Value::Null) => partial.has_unknown(),
        (Value::Function(_), Value::Function(_)) => true,
        (a, b) => a == b,
    }
}

/// All ways to complete the slots of an environment that are unknown or partly so.
pub fn all_completions(env: &[Value], slots: &[usize]) -> Vec<Vec<Value>> {
    let variables = variables();
    let values: Vec<Vec<Value>> =
        slots.iter().map(|slot| completions(&env[*slot], &variables[*slot].2)).collect();
    let complete = |values: Vec<Value>| {
        let mut env = env.to_vec();
        for (slot, value) in slots.iter().zip(values) {
            env[*slot] = value;
        }
        env
    };
    product(&values).into_iter().map(complete).collect()
}

/// What breaks the law for one program and one partial environment, if anything does.
pub fn check(text: &str, program: &Program, env: &[Value]) -> Result<(), String> {
    let read: Vec<usize> = program.slots().iter().map(|slot| slot.index()).collect();
    let open: Vec<usize> = read.into_iter().filter(|slot| env[*slot].has_unknown()).collect();
    let partial = program.eval(env);
    let blockers = program.blockers(env);
    let (holds, undecided) = (program.holds(env), program.undecided(env));
    let at = |env: &[Value]| {
        let read = program
            .slots()
            .iter()
            .map(|slot| format!("{} = {}", variables()[slot.index()].0, env[slot.index()]));
        read.collect::<Vec<_>>().join(", ")
    };
    let verdict = |holds: bool, words: &dyn Fn() -> String| {
        if holds { Ok(()) } else { Err(format!("`{text}` with {}: {}", at(env), words())) }
    };
    verdict(partial.is_unknown() != blockers.is_empty(), &|| format!("{partial}, blockers {blockers:?}"))?;
    verdict(holds.is_none() != undecided.is_empty(), &|| format!("{holds:?}, undecided {undecided:?}"))?;
    let known = !partial.is_unknown();
    verdict(!known || holds == Some(partial == Value::Boolean(true)), &|| format!("{partial}, {holds:?}"))?;
    verdict(!open.is_empty() || !partial.has_unknown(), &|| format!("{partial}, though all is known"))?;
    for complete in all_completions(env, &open) {
        let value = program.eval(&complete);
        verdict(allows(&partial, &value), &|| format!("{partial}, but with {} {value}", at(&complete)))?;
        let holds_too = holds.is_none_or(|holds| holds == (value == Value::Boolean(true)));
        verdict(holds_too, &|| format!("{holds:?}, but with {} {value}", at(&complete)))?;
    }
    // What is no blocker cannot change the result while the blockers stay unknown.
    let others = |blockers: &[Slot]| {
        let idle = open.iter().copied().filter(|slot| blockers.iter().all(|b| b.index() != *slot));
        all_completions(env, &idle.collect::<Vec<_>>())
    };
    for other in others(&blockers).iter().filter(|_| partial.is_unknown()) {
        let value = program.eval(other);
        verdict(value.is_unknown(), &|| format!("{value} with {}, without {blockers:?}", at(other)))?;
    }
    for other in others(&undecided).iter().filter(|_| holds.is_none()) {
        let holds = program.holds(other);
        verdict(holds.is_none(), &|| format!("{holds:?} with {}, without {undecided:?}", at(other)))?;
    }
    Ok(())
}
