//! What a checked text becomes: a tree in which every name is a place and every built-in is chosen.
//!
//! The page reads no FEEL: it gets the code, in a text form of its own, beside the FEEL text that
//! people read. In that form a mark says what follows, operands come after their operator,
//! numbers end with `;`, and texts have their length in bytes before them:
//!
//! ```text
//! 用工人数 > 0 and 书面合同 = "部分没签"      &2;>s1;#0;=s2;"12;部分没签
//! ```
mod decode;
#[cfg(feature = "full")]
mod encode;
#[cfg(feature = "full")]
mod page;

use crate::builtins::Builtin;
use crate::operator::{Arithmetic, Compare};
use crate::slots::{Slot, Slots};
#[cfg(feature = "full")]
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

pub(crate) use decode::decode;
#[cfg(feature = "full")]
pub(crate) use encode::encode;
#[cfg(feature = "full")]
pub(crate) use page::lacking;

/// Marks of the comparisons in the text form.
const COMPARISONS: [(char, Compare); 6] = [
    ('=', Compare::Equal),
    ('!', Compare::NotEqual),
    ('<', Compare::Less),
    ('{', Compare::LessOrEqual),
    ('>', Compare::Greater),
    ('}', Compare::GreaterOrEqual),
];

/// Marks of the arithmetic operators in the text form.
const ARITHMETIC: [(char, Arithmetic); 5] = [
    ('+', Arithmetic::Add),
    ('-', Arithmetic::Subtract),
    ('*', Arithmetic::Multiply),
    ('/', Arithmetic::Divide),
    ('^', Arithmetic::Power),
];

/// One step of a program. Local variables lie on a stack; `Local` counts from its bottom, and
/// every binding form pushes in the order in which the checker declared.
#[derive(Debug)]
#[cfg_attr(feature = "full", derive(PartialEq))]
pub(crate) enum Code {
    Value(Value),
    Slot(Slot),
    /// The code of another program.
    #[cfg(feature = "full")]
    Shared(Rc<Code>),
    Local(usize),
    List(Box<[Code]>),
    /// Each entry is a local variable for those after it.
    #[cfg(feature = "full")]
    Context(Box<[(Rc<str>, Code)]>),
    Range {
        bounds: Box<[Code; 2]>,
        start_included: bool,
        end_included: bool,
    },
    /// `(< 10)` as a value.
    Test(Compare, Box<Code>),
    Negate(Box<Code>),
    Arithmetic(Arithmetic, Box<[Code; 2]>),
    Compare(Compare, Box<[Code; 2]>),
    /// A variable compared with a constant, read from the variable's side: what most conditions are
    /// made of, in one piece, so that a rule is read in one go. Made by [`Code::compare`].
    Against(Compare, Slot, Value),
    And(Box<[Code]>),
    Or(Box<[Code]>),
    Between(Box<[Code; 3]>),
    /// Whether the first fits the second: equal to it, within it, or one of it.
    Fits(Box<[Code; 2]>),
    /// Binds the value of the first for the second.
    Let(Box<[Code; 2]>),
    #[cfg(feature = "full")]
    InstanceOf(Box<Code>, Type),
    /// Condition, then, else; and whether the condition can only be a truth value or null.
    If(Box<[Code; 3]>, bool),
    #[cfg(feature = "full")]
    For {
        domains: Box<[Code]>,
        body: Box<Code>,
        partial: bool,
    },
    Quantified {
        every: bool,
        domains: Box<[Code]>,
        body: Box<Code>,
    },
    Filter(Box<[Code; 2]>),
    Entry(Box<Code>, Rc<str>),
    /// The entry of a filtered item if it has one of that name, else what the name means outside.
    #[cfg(feature = "full")]
    ItemEntry(usize, Rc<str>, Box<Code>),
    Builtin(&'static Builtin, Box<[Code]>),
    #[cfg(feature = "full")]
    Call {
        callee: Box<Code>,
        names: Option<Box<[Rc<str>]>>,
        arguments: Box<[Code]>,
    },
    #[cfg(feature = "full")]
    Function(Box<Template>),
}

/// A function before it captures its variables.
#[cfg(feature = "full")]
#[derive(Debug, PartialEq)]
pub(crate) struct Template {
    pub params: Box<[(Rc<str>, Type)]>,
    pub body: Rc<Code>,
    /// What the body gives, as far as it is known.
    pub gives: Type,
    /// Levels of the body.
    pub height: u32,
    /// Declared variables the body reads.
    pub slots: Box<[Slot]>,
    /// Local variables the body reads, its parameters among them.
    pub locals: Box<[usize]>,
}

impl Code {
    /// A comparison.
    pub fn compare(operator: Compare, left: Code, right: Code) -> Code {
        match (left, right) {
            (Code::Slot(slot), Code::Value(value)) => Code::Against(operator, slot, value),
            (Code::Value(value), Code::Slot(slot)) => Code::Against(operator.turned(), slot, value),
            (left, right) => Code::Compare(operator, Box::new([left, right])),
        }
    }

    /// Calls `visit` with each direct part; a comparison in one piece has none.
    pub fn parts<'c>(&'c self, visit: &mut dyn FnMut(&'c Code)) {
        match self {
            Code::Value(_) | Code::Slot(_) | Code::Local(_) | Code::Against(..) => {}
            Code::List(parts) | Code::And(parts) | Code::Or(parts) | Code::Builtin(_, parts) => {
                parts.iter().for_each(visit);
            }
            #[cfg(feature = "full")]
            Code::Context(entries) => entries.iter().for_each(|(_, part)| visit(part)),
            Code::Range { bounds: pair, .. }
            | Code::Arithmetic(_, pair)
            | Code::Compare(_, pair)
            | Code::Fits(pair)
            | Code::Let(pair)
            | Code::Filter(pair) => pair.iter().for_each(visit),
            Code::Between(three) | Code::If(three, _) => three.iter().for_each(visit),
            Code::Test(_, part) | Code::Negate(part) | Code::Entry(part, _) => visit(part),
            Code::Quantified { domains, body, .. } => {
                domains.iter().for_each(&mut *visit);
                visit(body);
            }
            #[cfg(feature = "full")]
            Code::For { domains, body, .. } => {
                domains.iter().for_each(&mut *visit);
                visit(body);
            }
            #[cfg(feature = "full")]
            Code::InstanceOf(part, _) | Code::ItemEntry(_, _, part) => visit(part),
            #[cfg(feature = "full")]
            Code::Shared(code) => visit(code),
            #[cfg(feature = "full")]
            Code::Function(function) => visit(&function.body),
            #[cfg(feature = "full")]
            Code::Call { callee, arguments, .. } => {
                visit(callee);
                arguments.iter().for_each(visit);
            }
        }
    }

    /// Adds the place of every local variable read anywhere inside.
    #[cfg(feature = "full")]
    pub fn locals(&self, found: &mut Vec<usize>) {
        if let Code::Local(at) | Code::ItemEntry(at, ..) = self {
            found.push(*at);
        }
        self.parts(&mut |part| part.locals(found));
    }

    /// Whether this is more than so many steps, or deeper than so many levels.
    #[cfg(feature = "full")]
    pub fn outgrows(&self, steps: usize, levels: usize) -> bool {
        fn within(code: &Code, steps: &mut usize, levels: usize) -> bool {
            let mut fits = *steps > 0 && levels > 0;
            *steps = steps.saturating_sub(1);
            code.parts(&mut |part| fits = fits && within(part, steps, levels - 1));
            fits
        }
        !within(self, &mut { steps }, levels)
    }

    /// Every variable read anywhere inside.
    pub fn slots(&self) -> Slots {
        let mut found = Slots::default();
        self.add_slots(&mut found);
        found
    }

    fn add_slots(&self, found: &mut Slots) {
        if let Code::Slot(slot) | Code::Against(_, slot, _) = self {
            found.insert(*slot);
        }
        self.parts(&mut |part| part.add_slots(found));
    }
}
