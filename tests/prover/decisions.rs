//! Decision tables of generated rulebooks, row by row, for all answers.

use assessor::Rulebook;
use assessor::definition::{HitPolicy, Logic};
use feel::{Program, Value};
use prover::Subject;

use super::generated;

/// Gives what brute force says about gaps, overlaps and rows that never decide: code, subject,
/// whether it is so, and the place of the kind in the caller's list.
pub fn compare(rulebook: &Rulebook, compare: &mut dyn FnMut(&str, Subject, bool, usize)) {
    let day = rulebook.definition().as_of;
    let worlds: Vec<Vec<Value>> =
        generated::all_answers().iter().map(|answers| rulebook.environment(answers, day)).collect();
    for (s, d, decision) in rulebook.decisions() {
        let Logic::Table(table) = &rulebook.definition().sections[*s].decisions[*d].logic else { continue };
        let hit = |program: &Program, env: &[Value]| program.eval(env) == Value::Boolean(true);
        let rows = decision.rows();
        let asked = |env: &[Value]| {
            let mut reads = rows.iter().flat_map(|row| row.hits.slots());
            reads.all(|slot| env[slot.index()] != Value::Null)
        };
        let gap = worlds.iter().any(|env| asked(env) && !rows.iter().any(|row| hit(&row.hits, env)));
        compare("P020", Subject::Decision(*s, *d), gap && table.default.is_none(), 5);
        for (r, row) in rows.iter().enumerate() {
            let clash = |env: &Vec<Value>| {
                hit(&row.hits, env)
                    && rows[..r].iter().any(|other| {
                        let differ = row.gives.eval(env) != other.gives.eval(env);
                        hit(&other.hits, env) && (differ || table.policy == HitPolicy::Unique)
                    })
            };
            let clashes = table.policy != HitPolicy::First && worlds.iter().any(clash);
            compare("P021", Subject::Rule(*s, *d, r), clashes, 6);
            let decides = |env: &Vec<Value>| {
                let before = rows[..r].iter().any(|other| hit(&other.hits, env));
                hit(&row.hits, env) && !(before && table.policy == HitPolicy::First)
            };
            compare("P022", Subject::Rule(*s, *d, r), !worlds.iter().any(decides), 7);
        }
    }
}
