//! Complaints about a text, as data. Words for people are in `describe`, which only the command
//! line links: the page carries codes and places.
use crate::types::Type;
use std::rc::Rc;

/// A stretch of the text, in bytes from its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From the start of one to the end of the other.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start, end: other.end.max(self.end) }
    }
}

/// How grave a complaint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The text works, but probably not as meant.
    Warning,
    /// The text must be corrected.
    Error,
}

/// How many complaints are made about one text, by the parser and by the checker.
pub(crate) const MAX_COMPLAINTS: usize = 100;

/// One complaint about a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// A second place that belongs to it, such as the other operand.
    pub related: Option<Span>,
    /// What it is.
    pub problem: Problem,
}

impl Diagnostic {
    /// An error at one place.
    #[must_use]
    pub fn error(span: Span, problem: Problem) -> Diagnostic {
        Diagnostic { severity: Severity::Error, span, related: None, problem }
    }

    /// Complaints in the order of their places, each once: the parser may look at a text twice.
    /// Different ones of one place stay in the order they came in.
    pub(crate) fn in_order(complaints: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
        let mut ordered: Vec<Diagnostic> = Vec::new();
        for complaint in complaints {
            let place = ordered.partition_point(|before| before.span <= complaint.span);
            if !ordered
                .iter()
                .take(place)
                .rev()
                .take_while(|it| it.span == complaint.span)
                .any(|it| *it == complaint)
            {
                ordered.insert(place, complaint);
            }
        }
        ordered
    }

    /// The same with a second place.
    pub(crate) fn with(mut self, related: Span) -> Diagnostic {
        self.related = Some(related);
        self
    }
}

/// What is wrong. Owns all that a message needs; candidates for "did you mean" are carried
/// whole, nearness is judged only when a message is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A character that is no part of FEEL; `instead` is what to type.
    Character {
        /// The character.
        found: char,
        /// What to type instead, if that is known.
        instead: Option<&'static str>,
    },
    /// A quote or bracket that is never closed.
    Unclosed {
        /// What would close it.
        expected: &'static str,
    },
    /// `\q` and the like inside a string.
    Escape {
        /// The escape as written.
        found: Box<str>,
    },
    /// A number too large or too small for decimal128.
    NumberTooLarge,
    /// Something else stands where this was expected.
    Expected {
        /// What was expected.
        expected: Expected,
        /// What was found; empty at the end of the text.
        found: Box<str>,
    },
    /// Brackets or operators nested too deeply.
    TooDeep,
    /// A text that is too long to be one expression.
    TooLong,
    /// `@"…"` whose text is no date, time or duration.
    AtLiteral {
        /// The text.
        found: Box<str>,
    },
    /// A name that is not declared.
    UnknownName {
        /// The name.
        name: Box<str>,
        /// All names that were declared.
        declared: Vec<Box<str>>,
    },
    /// A name that is not declared, but is an option of a question: its quotes are missing.
    Unquoted {
        /// The option.
        text: Box<str>,
    },
    /// A function that does not exist.
    UnknownFunction {
        /// The name.
        name: Box<str>,
        /// All functions there are.
        declared: Vec<Box<str>>,
    },
    /// A type that does not exist.
    UnknownType {
        /// The name.
        name: Box<str>,
    },
    /// A context without such an entry, or a value without such a property.
    UnknownEntry {
        /// The name.
        name: Box<str>,
        /// The entries there are.
        declared: Vec<Box<str>>,
    },
    /// The same name twice in one context or one parameter list.
    Duplicate {
        /// The name.
        name: Box<str>,
    },
    /// `now()` and `today()`: an answer must not depend on when it is computed.
    Clock {
        /// The function.
        name: &'static str,
    },
    /// A function, form or type that the page does not have.
    NotOnPage {
        /// The function.
        name: Box<str>,
    },
    /// No signature of the function takes so many arguments.
    Arity {
        /// The function.
        name: Box<str>,
        /// How many were given.
        found: usize,
        /// How its signatures are written.
        signatures: Vec<String>,
    },
    /// No signature of the function has a parameter of that name.
    UnknownParameter {
        /// The function.
        name: Box<str>,
        /// The parameter.
        parameter: Box<str>,
        /// How its signatures are written.
        signatures: Vec<String>,
    },
    /// An argument of the wrong type.
    Argument {
        /// The function.
        name: Box<str>,
        /// The parameter.
        parameter: Box<str>,
        /// The types it takes.
        expected: Vec<Type>,
        /// The type given.
        found: Type,
    },
    /// An operator that is not defined between these types.
    Operands {
        /// The operator.
        operator: &'static str,
        /// Type of the left operand.
        left: Type,
        /// Type of the right operand.
        right: Type,
    },
    /// `2026-01-31` is a subtraction.
    BareDate {
        /// The date as `2026-01-31`.
        date: Box<str>,
    },
    /// The answers of a question with several are compared with a list of options as a whole: equal
    /// only if they are the same ones in the same order.
    WholeList,
    /// `1 < x < 5`: the truth value of the first comparison is compared with the next operand.
    Chain,
    /// An operand or a condition of another type than its place asks for.
    Mismatch {
        /// The type asked for.
        expected: Type,
        /// The type given.
        found: Type,
    },
    /// A string that is none of the options of the question it is compared with.
    NotAnOption {
        /// The string.
        found: Rc<str>,
        /// The options.
        options: Rc<[Box<str>]>,
    },
    /// Calling what is no function.
    NotCallable {
        /// Its type.
        found: Type,
    },
    /// `?` outside a test of an input.
    NoInput,
    /// A row of a decision table with another number of cells than columns.
    Cells {
        /// How many columns there are.
        expected: usize,
        /// How many cells were given.
        found: usize,
    },
    /// A cell of a decision table that must be a constant, because an order is made of it.
    NotConstant,
    /// An output of a decision table that is none of its output values.
    NotAValue {
        /// The output, as FEEL.
        found: Box<str>,
        /// The output values.
        values: Vec<Box<str>>,
    },
    /// The text is right, but its evaluation takes too many steps or too much memory: what
    /// [`crate::Limit`] is in words.
    Limit,
}

/// What the parser would have accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A value: a name, number, text, bracket …
    Value,
    /// An operator or the end of the text.
    Operator,
    /// A name.
    Name,
    /// A type.
    Type,
    /// Exactly this.
    Text(&'static str),
}

impl Problem {
    /// A stable code for documentation and tools.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Character { .. } => "F001",
            Problem::Unclosed { .. } => "F002",
            Problem::Escape { .. } => "F003",
            Problem::NumberTooLarge => "F004",
            Problem::Expected { .. } => "F005",
            Problem::TooDeep => "F006",
            Problem::TooLong => "F007",
            Problem::AtLiteral { .. } => "F008",
            Problem::UnknownName { .. } => "F010",
            Problem::UnknownFunction { .. } => "F011",
            Problem::UnknownType { .. } => "F012",
            Problem::UnknownEntry { .. } => "F013",
            Problem::Duplicate { .. } => "F014",
            Problem::Clock { .. } => "F015",
            Problem::NoInput => "F016",
            Problem::NotOnPage { .. } => "F017",
            Problem::Unquoted { .. } => "F018",
            Problem::Arity { .. } => "F020",
            Problem::UnknownParameter { .. } => "F021",
            Problem::Argument { .. } => "F022",
            Problem::NotCallable { .. } => "F023",
            Problem::Operands { .. } => "F030",
            Problem::Mismatch { .. } => "F031",
            Problem::NotAnOption { .. } => "F032",
            Problem::BareDate { .. } => "F033",
            Problem::Chain => "F034",
            Problem::WholeList => "F035",
            Problem::Cells { .. } => "F036",
            Problem::NotConstant => "F037",
            Problem::NotAValue { .. } => "F038",
            Problem::Limit => "F040",
        }
    }
}
