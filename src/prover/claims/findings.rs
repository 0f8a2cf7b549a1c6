//! Findings: they can be confirmed and avoided, and their dates are asked; every route has guidance
//! for everyone; every part of a condition can decide. That each leads to someone who can be
//! reached hangs on no answer: the checker sees to it.

use assessor::definition::{Finding, Kind, Section, SectionKind};
use assessor::{Place, Rulebook};
use biodivine_lib_bdd::Bdd;
use feel::{Program, Value};

use super::{Claims, Must, noted, refuted};
use crate::atoms;
use crate::model::Model;
use crate::proof::Subject;
use crate::space::WIDTH;

impl Claims<'_, '_> {
    pub(super) fn findings(&mut self) {
        for (s, section) in self.rulebook.definition().sections.iter().enumerate() {
            for (f, finding) in section.findings.iter().enumerate() {
                if !self.is_new(finding) {
                    continue;
                }
                self.outcome(section.kind, (s, f), finding);
                self.deadlines((s, f), finding);
                self.parts((s, f));
            }
            let changes = |it: &Finding| {
                it.valid.is_some_and(|it| it.from == Some(self.day) || it.until == Some(self.day))
            };
            if section.kind == SectionKind::Route && (self.all || section.findings.iter().any(changes)) {
                self.guidance(s, section);
            }
        }
    }

    fn outcome(&mut self, kind: SectionKind, at: (usize, usize), finding: &Finding) {
        let place = Place::Finding(at.0, at.1);
        let Some(confirmed) = self.confirmed_at(at).cloned() else { return };
        let cone = self.model.cone_of(at.0, place);
        let message = format!("“{}”永远不会触发：没有一组答案能让它成立", finding.id);
        let help = "看“触发”里的问题在什么时候才问，条件是不是互相矛盾";
        self.claim(&Must::Exist, &confirmed, &cone, refuted("P001", Subject::Text(place), message, help));
        if kind == SectionKind::Domain {
            let avoided = self.model.within(at.0, &confirmed.not());
            let message = format!("“{}”谁都躲不开：不管怎么答都触发", finding.id);
            let help = "风险应当有不触发的答案；给“触发”加上条件";
            self.claim(&Must::Exist, &avoided, &cone, refuted("P002", Subject::Text(place), message, help));
        }
    }

    fn guidance(&mut self, number: usize, section: &Section) {
        let nothing = self.model.space.constant(false);
        let all = self.confirmed.get(number).into_iter().flatten().zip(&section.findings);
        let some = all.filter(|(_, finding)| self.exists(finding)).fold(nothing, |some, (it, _)| some.or(it));
        let alone = self.model.within(number, &some.not());
        let places =
            (0..section.findings.len()).map(|f| self.model.cone_of(number, Place::Finding(number, f)));
        let cone = self.model.cone(places.flatten().collect::<Vec<_>>());
        let message = format!("“{}”有人得不到任何指引", section.title);
        let help = "加一条对所有人都成立的指引（触发: \"true\"），或者补上这种情形的指引";
        let refutation = refuted("P006", Subject::Section(number), message, help);
        self.claim(&Must::NotExist, &alone, &cone, refutation);
    }

    /// Whenever a finding is confirmed, the dates that its deadlines count from are asked.
    fn deadlines(&mut self, at: (usize, usize), finding: &Finding) {
        for (d, deadline) in finding.deadlines.iter().enumerate() {
            let place = Place::Deadline(at.0, at.1, d);
            let (Some(due), Some(confirmed)) = (self.model.program(place), self.confirmed_at(at)) else {
                continue;
            };
            let numbers: Vec<usize> = atoms::questions(due).collect();
            let message = format!("“{}”触发时，期限“{}”有时没有日子，那时不显示", finding.id, deadline.task);
            let help = "如果这种情形下也有这个期限，就让“截止”用到的日期也问（改它的“何时问”）";
            // The report leaves out a deadline whose date is not asked: it is none in that case.
            let refutation = noted("P008", Subject::Text(place), message, help);
            if self.model.space.width(self.model.book, &numbers) > WIDTH {
                self.undecided(refutation);
                continue;
            }
            let dated = self.model.holds(&numbers, &|env| self.due(due, env), &|it| *it != Value::Null);
            let undated = confirmed.and_not(&dated);
            let finding = self.model.cone_of(at.0, Place::Finding(at.0, at.1)).into_iter();
            let cone = if dated.is_true() { Vec::new() } else { self.model.cone(finding.chain(numbers)) };
            self.claim(&Must::NotExist, &undated, &cone, refutation);
        }
    }

    /// The day of a deadline, or null if a date that would make one is not asked. Where there is no
    /// day even with all dates known, the author wants none: that is fine, and `false` here.
    fn due(&self, due: &Program, env: &[Value]) -> Value {
        let found = due.eval(env);
        if matches!(found, Value::Date(_)) {
            return found;
        }
        let mut known = env.to_vec();
        for number in atoms::questions(due) {
            let day =
                self.rulebook.numbered().nth(number).filter(|(.., it)| matches!(it.kind, Kind::Date { .. }));
            if let (Some(_), Some(entry @ Value::Null)) = (day, known.get_mut(Rulebook::place_of(number))) {
                *entry = Value::Date(self.day);
            }
        }
        if matches!(due.eval(&known), Value::Date(_)) { Value::Null } else { Value::Boolean(false) }
    }

    /// Every part of a condition decides for some answers.
    fn parts(&mut self, at: (usize, usize)) {
        let place = Place::Finding(at.0, at.1);
        let Some(program) = self.model.program(place) else { return };
        let atoms = atoms::of(program);
        let sure = self.model.is_exact(&self.model.cone_of(at.0, place));
        for (number, atom) in atoms.iter().enumerate().filter(|(_, it)| !it.reads.is_empty()) {
            let [yes, no] = decisive(&self.model, at, number, atom);
            if !yes.is_false() && !no.is_false() {
                self.proof.proved += 1;
            } else if sure && atoms.len() > 1 && !atom.cased {
                let message = match yes.is_false() {
                    true => "“触发”的这一部分成立与否都不改变结果",
                    false => "“触发”的这一部分总是成立，或者成立与否都不改变结果",
                };
                let help = "删去这一部分结果不变；如果本想表达别的意思，改写它";
                let note = noted("P010", Subject::Part(place, number), message.into(), help);
                self.proof.refutations.push(note);
            }
        }
    }
}

/// The answers for which an atom of a finding decides whether it is confirmed: those for which
/// the atom is true, and the others.
pub(crate) fn decisive(
    model: &Model<'_, '_>,
    (section, finding): (usize, usize),
    number: usize,
    atom: &atoms::Placed<'_>,
) -> [Bdd; 2] {
    let nothing = || model.space.constant(false);
    let Some(program) = model.program(Place::Finding(section, finding)) else {
        return [nothing(), nothing()];
    };
    let held = |value: bool| model.truth(program, Some((number, value))).yes;
    let decides = model.within(section, &held(true).xor(&held(false)));
    let is = model.atom(atom.atom).yes;
    [decides.and(&is), decides.and_not(&is)]
}
