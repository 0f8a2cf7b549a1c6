//! Decision tables: no gap, no forbidden overlap, no row that is there in vain.

use assessor::definition::{self, HitPolicy, Logic};
use biodivine_lib_bdd::Bdd;
use feel::{Decision, DecisionRow, Value};

use super::{Claims, Must, refuted};
use crate::atoms;
use crate::proof::{Refutation, Subject};

const GAP: &str = "P020";
const OVERLAP: &str = "P021";
const VAIN: &str = "P022";

/// What is left of what was found about decision tables on so many days: a row is in vain if it is
/// on all of them; anything else is said once.
pub(super) fn over(days: usize, refutations: &mut Vec<Refutation>) {
    let mut seen: Vec<(&'static str, Subject)> = Vec::new();
    refutations.retain(|it| {
        if !matches!(it.code, GAP | OVERLAP | VAIN) {
            return true;
        }
        let this = (it.code, it.subject);
        seen.push(this);
        let times = seen.iter().filter(|other| **other == this).count();
        times == if it.code == VAIN { days } else { 1 }
    });
}

impl<'b> Claims<'_, 'b> {
    pub(super) fn decisions(&mut self) {
        for (s, d, decision) in self.rulebook.decisions() {
            let section = self.rulebook.definition().sections.get(*s);
            let written = section.and_then(|section| section.decisions.get(*d));
            if let Some(definition::Decision { name, logic: Logic::Table(table), .. }) = written {
                self.table((*s, *d), name, table, decision);
            }
        }
    }

    fn table(
        &mut self,
        (s, d): (usize, usize),
        name: &str,
        table: &definition::Table,
        decision: &'b Decision,
    ) {
        let rows = decision.rows();
        let hits: Vec<Bdd> = rows.iter().map(|row| self.model.truth(&row.hits, None).yes).collect();
        let reads: Vec<usize> =
            rows.iter().flat_map(|row| [&row.hits, &row.gives]).flat_map(atoms::questions).collect();
        let cone = self.model.cone(reads.iter().copied());
        let single = matches!(
            table.policy,
            HitPolicy::Unique | HitPolicy::Any | HitPolicy::First | HitPolicy::Priority
        );
        if table.default.is_none() && single {
            let asked = self.model.space.constant(true);
            let asked =
                reads.iter().filter_map(|it| self.model.asked.get(*it)).fold(asked, |all, it| all.and(it));
            let gap = hits.iter().fold(asked, |gap, row| gap.and_not(row));
            let message = format!("决策表“{name}”有空档：这样的回答没有一行管");
            let help = "补上缺的一行，或者写“默认”";
            self.claim(&Must::NotExist, &gap, &cone, refuted(GAP, Subject::Decision(s, d), message, help));
        }
        for (r, (row, hit)) in rows.iter().zip(&hits).enumerate() {
            let earlier = rows.iter().zip(&hits).take(r);
            for (e, (other, before)) in earlier.enumerate() {
                let both = match table.policy {
                    HitPolicy::Unique => before.and(hit),
                    HitPolicy::Any => before.and(hit).and(&self.differ(other, row)),
                    _ => continue,
                };
                let message = format!("决策表“{name}”的第 {} 行和第 {} 行会同时命中", e + 1, r + 1);
                let help = "收紧其中一行的“条件”，或者换一种“命中策略”";
                self.claim(
                    &Must::NotExist,
                    &both,
                    &cone,
                    refuted(OVERLAP, Subject::Rule(s, d, r), message, help),
                );
            }
            let decides = match table.policy {
                HitPolicy::First => {
                    hits.iter().take(r).fold(hit.clone(), |left, before| left.and_not(before))
                }
                _ => hit.clone(),
            };
            let message = format!("决策表“{name}”的第 {} 行永远用不上", r + 1);
            let refutation = refuted(VAIN, Subject::Rule(s, d, r), message, "删去这一行，或者放宽“条件”");
            self.claim(&Must::Exist, &decides, &cone, refutation);
        }
    }

    /// When two rows give different values.
    fn differ(&self, one: &DecisionRow, other: &DecisionRow) -> Bdd {
        let mut numbers: Vec<usize> =
            atoms::questions(&one.gives).chain(atoms::questions(&other.gives)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let eval = |env: &[Value]| Value::Boolean(one.gives.eval(env) != other.gives.eval(env));
        self.model.holds(&numbers, &eval, &|value| *value == Value::Boolean(true))
    }
}
