//! Options that no condition tells apart: they may be there to inform, so this is a note.

use std::collections::{BTreeMap, BTreeSet};

use assessor::Rulebook;
use assessor::definition::{Choice, Kind};
use biodivine_lib_bdd::BddVariable;
use feel::Value;

use super::{Claims, noted};
use crate::atoms::{self, Placed};
use crate::proof::Subject;

impl Claims<'_, '_> {
    pub(super) fn options(&mut self) {
        let atoms = atoms::all(self.rulebook);
        let numbered = self.rulebook.numbered().enumerate();
        for (number, (s, q, question)) in numbered {
            let readers: Vec<&Placed<'_>> = atoms.iter().filter(|it| it.reads.contains(&number)).collect();
            if readers.is_empty() || readers.iter().any(|it| it.reads.len() > 1) {
                continue;
            }
            let alike = match &question.kind {
                Kind::Choice { options } => self.alike(number, options, &readers),
                Kind::MultiChoice { options } => self.unread(number, options, &readers),
                _ => continue,
            };
            if alike.is_empty() {
                self.proof.proved += 1;
            }
            for (o, message) in alike {
                let help = "如果只是为了让人有得选，可以不改；否则写出用到它的条件";
                self.proof.refutations.push(noted("P004", Subject::Choice(s, q, o), message, help));
            }
        }
    }

    /// Options of a choice that all conditions treat alike: the later ones, and which they are like.
    fn alike(&self, number: usize, options: &[Choice], readers: &[&Placed<'_>]) -> Vec<(usize, String)> {
        let mut env = self.model.space.bench.blank(self.model.book);
        let mut groups: BTreeMap<Vec<bool>, &str> = BTreeMap::new();
        let mut found = Vec::new();
        for (o, option) in options.iter().enumerate() {
            if let Some(entry) = env.get_mut(Rulebook::place_of(number)) {
                *entry = Value::string(&option.label);
            }
            let signature = readers.iter().map(|it| it.atom.eval(&env) == Value::Boolean(true)).collect();
            match groups.get(&signature) {
                Some(first) => {
                    let message = format!("没有一个条件区分“{}”和“{first}”", option.label);
                    found.push((o, message));
                }
                None => drop(groups.insert(signature, &option.label)),
            }
        }
        found
    }

    /// Options of a multiple choice that no condition depends on.
    fn unread(&self, number: usize, options: &[Choice], readers: &[&Placed<'_>]) -> Vec<(usize, String)> {
        let mut read: BTreeSet<BddVariable> = BTreeSet::new();
        for reader in readers {
            read.extend(self.model.atom(reader.atom).yes.support_set());
        }
        let bits = self.model.space.bits(self.model.book, number).iter();
        let options = options.iter().zip(bits).enumerate().filter(|(_, (_, bit))| !read.contains(bit));
        options.map(|(o, (option, _))| (o, format!("没有一个条件用到选项“{}”", option.label))).collect()
    }
}
