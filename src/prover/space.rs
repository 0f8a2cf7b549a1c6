//! All answer sets of one or several rulebooks as assignments of bits: the classes of each block
//! are numbered in binary, an option of a multiple choice is a bit of its own.
//!
//! A number beyond the last class means the last class, so that every assignment is an answer
//! set and no constraint has to be carried along.

use assessor::{Answers, Input, Rulebook};
use biodivine_lib_bdd::{Bdd, BddValuation, BddVariable, BddVariableSet};
use feel::{Atom, Date, Shape, Value};

use crate::atoms::{self, Placed};
use crate::block::{Bench, Classes, Domain, Member, Reader, classes};

/// At most so many bits are gone through code by code.
pub(crate) const WIDTH: usize = 16;

/// The answer sets of rulebooks.
pub(crate) struct Space<'b> {
    pub bench: Bench<'b>,
    pub variables: BddVariableSet,
    blocks: Vec<Block>,
    /// By rulebook and question number: its block and its place there.
    homes: Vec<Vec<(usize, usize)>>,
}

struct Block {
    members: usize,
    classes: Classes,
    bits: Vec<BddVariable>,
    /// Whether the classes are known to be all.
    exact: bool,
}

impl<'b> Space<'b> {
    /// The answer sets on a day. Questions of the same id are one question where their answers
    /// have something in common; only that is then an answer.
    pub fn new(books: Vec<&'b Rulebook>, day: Date) -> Self {
        let questions = books.iter().map(|book| book.numbered().map(|(_, _, it)| it).collect()).collect();
        let bench = Bench { books, questions, day };
        let members = members(&bench);
        let readers: Vec<Reader<'b>> = readers(&bench);
        let groups = groups(&members, &readers);
        let mut homes: Vec<Vec<(usize, usize)>> =
            bench.questions.iter().map(|questions| vec![(0, 0); questions.len()]).collect();
        let mut blocks = Vec::new();
        let mut next = 0;
        for group in groups {
            for (place, member) in group.iter().enumerate() {
                let numbers = member.numbers.iter().zip(&mut homes);
                for (number, homes) in numbers.filter_map(|(number, homes)| Some(((*number)?, homes))) {
                    if let Some(home) = homes.get_mut(number) {
                        *home = (blocks.len(), place);
                    }
                }
            }
            let own: Vec<Reader<'b>> = readers.iter().filter(|it| reads(it, &group)).cloned().collect();
            let classes = classes(&bench, &group, &own);
            let width = classes.width();
            let bits = (next..next + width).map(|bit| BddVariable::from_index(bit.into())).collect();
            next = next.saturating_add(width);
            blocks.push(Block { members: group.len(), classes, bits, exact: group.len() == 1 });
        }
        Self { bench, variables: BddVariableSet::new_anonymous(next), blocks, homes }
    }

    fn block(&self, book: usize, number: usize) -> Option<(&Block, usize)> {
        let &(block, place) = self.homes.get(book)?.get(number)?;
        Some((self.blocks.get(block)?, place))
    }

    /// Whether all answers of a question are known to be among its classes.
    pub fn is_exact(&self, book: usize, number: usize) -> bool {
        self.block(book, number).is_some_and(|(block, _)| block.exact)
    }

    /// How many classes there are over all questions.
    pub fn classes(&self) -> usize {
        self.blocks.iter().map(|block| block.classes.count()).sum()
    }

    /// The bits of a question's block.
    pub fn bits(&self, book: usize, number: usize) -> &[BddVariable] {
        self.block(book, number).map_or(&[], |(block, _)| &block.bits)
    }

    /// How many bits tell the classes of these questions apart.
    pub fn width(&self, book: usize, numbers: &[usize]) -> usize {
        self.homes_of(book, numbers)
            .iter()
            .filter_map(|home| self.blocks.get(*home))
            .map(|it| it.bits.len())
            .sum()
    }

    /// The blocks of these questions.
    fn homes_of(&self, book: usize, numbers: &[usize]) -> Vec<usize> {
        let homes = numbers.iter().filter_map(|number| Some(self.homes.get(book)?.get(*number)?.0));
        let mut homes: Vec<usize> = homes.collect();
        homes.sort_unstable();
        homes.dedup();
        homes
    }

    /// The assignments in which the values of these questions pass; `holds` gets them in the same
    /// order. Every class of every block is tried beside those of the others.
    pub fn table(&self, book: usize, numbers: &[usize], holds: &mut dyn FnMut(&[Value]) -> bool) -> Bdd {
        let homes = self.homes_of(book, numbers);
        self.block_by_block(&homes, &mut Vec::new(), &mut |codes| {
            let value = |number: &usize| {
                let &(home, place) = self.homes.get(book)?.get(*number)?;
                let code = *codes.get(homes.iter().position(|it| *it == home)?)?;
                self.bench.value(book, *number, &self.input(self.blocks.get(home)?, place, code)?)
            };
            let values: Vec<Value> = numbers.iter().map(|it| value(it).unwrap_or(Value::Unknown)).collect();
            holds(&values)
        })
    }

    fn block_by_block(
        &self,
        homes: &[usize],
        codes: &mut Vec<usize>,
        holds: &mut dyn FnMut(&[usize]) -> bool,
    ) -> Bdd {
        let Some(block) = homes.get(codes.len()).and_then(|home| self.blocks.get(*home)) else {
            return self.constant(holds(codes));
        };
        self.split(&block.bits, 0, &mut |code| {
            codes.push(code);
            let found = self.block_by_block(homes, codes, holds);
            codes.pop();
            found
        })
    }

    /// Goes through the codes of bits, the first bit being the highest.
    fn split(&self, bits: &[BddVariable], code: usize, of: &mut dyn FnMut(usize) -> Bdd) -> Bdd {
        let Some((first, rest)) = bits.split_first() else { return of(code) };
        let low = self.split(rest, code << 1, of);
        let high = self.split(rest, code << 1 | 1, of);
        if low == high { low } else { Bdd::if_then_else(&self.variables.mk_var(*first), &high, &low) }
    }

    /// The answer that a code of a block means for the member at a place.
    fn input(&self, block: &Block, place: usize, code: usize) -> Option<Input> {
        match &block.classes {
            Classes::Table(rows) => rows.get(code.min(rows.len().checked_sub(1)?))?.get(place).cloned(),
            Classes::Subsets(options) => {
                let last = options.len().checked_sub(1)?;
                let chosen = options.iter().enumerate().filter(|(place, _)| code >> (last - place) & 1 == 1);
                Some(Input::List(chosen.map(|(_, id)| id.clone()).collect()))
            }
        }
    }

    /// The assignments in which an atom that reads one multiple choice finds an option chosen.
    pub fn option(&self, book: usize, atom: Atom<'_>) -> Option<Bdd> {
        let Shape::Has(slot, Value::String(label)) = atom.shape() else { return None };
        let number = Rulebook::question_of(slot)?;
        let (block, _) = self.block(book, number)?;
        let Classes::Subsets(ids) = &block.classes else { return None };
        let question = self.bench.questions.get(book)?.get(number)?;
        let assessor::definition::Kind::MultiChoice { options } = &question.kind else { return None };
        let id = &options.iter().find(|option| *option.label == **label)?.id;
        let bit = block.bits.get(ids.iter().position(|it| it == id)?)?;
        Some(self.variables.mk_var(*bit))
    }

    /// Always or never.
    pub fn constant(&self, value: bool) -> Bdd {
        if value { self.variables.mk_true() } else { self.variables.mk_false() }
    }

    /// The answer of an assignment to a question.
    pub fn answer(&self, book: usize, number: usize, valuation: &BddValuation) -> Option<Input> {
        let (block, place) = self.block(book, number)?;
        let code = block.bits.iter().fold(0, |code, bit| code << 1 | usize::from(valuation.value(*bit)));
        self.input(block, place, code)
    }

    /// An assignment's answers to these questions.
    pub fn answers(&self, book: usize, numbers: &[usize], valuation: &BddValuation) -> Answers {
        let id = |number: usize| Some(self.bench.questions.get(book)?.get(number)?.id.as_str());
        numbers.iter().filter_map(|it| Some((id(*it)?, self.answer(book, *it, valuation)?))).collect()
    }

    /// Blocks of several questions: how many classes each has, by the ids of the questions.
    pub fn joint(&self) -> Vec<(Vec<&str>, usize)> {
        let mut found = Vec::new();
        for (number, block) in self.blocks.iter().enumerate().filter(|(_, block)| block.members > 1) {
            let homes =
                self.homes.iter().zip(&self.bench.questions).flat_map(|(homes, them)| homes.iter().zip(them));
            let ids: Vec<&str> =
                homes.filter(|(home, _)| home.0 == number).map(|(_, it)| it.id.as_str()).collect();
            found.push((ids, block.classes.count()));
        }
        found
    }
}

impl Classes {
    fn count(&self) -> usize {
        match self {
            Self::Table(rows) => rows.len(),
            Self::Subsets(options) => 1 << options.len(),
        }
    }

    /// How many bits number them.
    fn width(&self) -> u16 {
        let bits = match self {
            Self::Table(rows) => rows.len().max(1).next_power_of_two().trailing_zeros() as usize,
            Self::Subsets(options) => options.len(),
        };
        u16::try_from(bits).unwrap_or(u16::MAX)
    }
}

/// The questions of all rulebooks, in an order in which each comes after those that decide
/// whether it is asked: neighbours in conditions are then neighbours in diagrams.
fn members(bench: &Bench<'_>) -> Vec<Member> {
    let mut members: Vec<(&str, Member)> = Vec::new();
    for (book, (rulebook, questions)) in bench.books.iter().zip(&bench.questions).enumerate() {
        for number in rulebook.question_order() {
            let Some(question) = questions.get(*number) else { continue };
            let domain = Domain::of(question, bench.day);
            let mut numbers = vec![None; bench.books.len()];
            if let Some(entry) = numbers.get_mut(book) {
                *entry = Some(*number);
            }
            let twin = members.iter_mut().find(|(id, _)| *id == question.id && book > 0);
            let common = twin.and_then(|(_, twin)| Some((twin.domain.common(&domain)?, twin)));
            match common {
                Some((common, twin)) => {
                    twin.domain = common;
                    if let Some(entry) = twin.numbers.get_mut(book) {
                        *entry = Some(*number);
                    }
                }
                None => members.push((&question.id, Member { numbers, domain })),
            }
        }
    }
    members.into_iter().map(|(_, member)| member).collect()
}

fn readers<'b>(bench: &Bench<'b>) -> Vec<Reader<'b>> {
    let atoms = bench.books.iter().enumerate().flat_map(|(book, rulebook)| {
        atoms::all(rulebook).into_iter().map(move |Placed { atom, reads, .. }| (book, atom, reads))
    });
    atoms.filter(|(_, _, reads)| !reads.is_empty()).collect()
}

fn reads((book, _, numbers): &Reader<'_>, members: &[Member]) -> bool {
    let read = |member: &Member| {
        member.numbers.get(*book).copied().flatten().is_some_and(|number| numbers.contains(&number))
    };
    members.iter().any(read)
}

/// Questions that some atom reads together, with all that hang on them.
fn groups(members: &[Member], readers: &[Reader<'_>]) -> Vec<Vec<Member>> {
    let mut groups: Vec<Vec<Member>> = members.iter().map(|member| vec![member.clone()]).collect();
    for reader in readers.iter().filter(|(_, _, numbers)| numbers.len() > 1) {
        let mut joined: Vec<Member> = Vec::new();
        let mut at = None;
        for (place, group) in groups.iter_mut().enumerate() {
            if reads(reader, group) {
                joined.append(group);
                at = at.or(Some(place));
            }
        }
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            *group = joined;
        }
        groups.retain(|group| !group.is_empty());
    }
    groups
}
