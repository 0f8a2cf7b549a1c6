//! Decisions: a value with a name that other texts use, given by an expression or by a decision
//! table (DMN 1.5, 6.3.7 and 8).
//!
//! A table is no second language: what it decides is the code that `if … then … else …` over its
//! rows would be, so that unknown inputs, proofs and the page know nothing new. Where a decision
//! is named, its logic is put in the place of the name; a comparison with its result becomes a
//! comparison in every row, and what is constant is decided when it is compiled.
use crate::check::Checker;
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::program::Program;
use crate::scope::Scope;
use crate::syntax::{self, tree::Expr};
use crate::types::Type;
use std::rc::Rc;

/// Most steps of a decision's code: it is put wherever the decision is named.
const MAX_SIZE: usize = 5_000;

/// Deepest nesting of a decision's code: the page reads 600 levels in all.
const MAX_HEIGHT: usize = 300;

/// What a decision says.
#[derive(Clone, Debug, PartialEq)]
pub enum Logic {
    /// A FEEL expression.
    Expression(String),
    /// A decision table.
    Table(Table),
}

/// A decision table (DMN 1.5, 8.2). Every text is FEEL.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What several rules that hit together mean.
    pub policy: HitPolicy,
    /// Its input columns.
    pub inputs: Vec<InputClause>,
    /// Its output columns; the result of several is a context.
    pub outputs: Vec<OutputClause>,
    /// Its rows.
    pub rules: Vec<Rule>,
}

/// What several rules that hit together mean (DMN 1.5, 8.2.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitPolicy {
    /// U: no two rules hit together; the result is null if they do.
    Unique,
    /// A: rules that hit together give the same; the result is null if they do not.
    Any,
    /// P: of what rules give, that which comes first in the list of output values.
    Priority,
    /// F: the first rule.
    First,
    /// R: a list, in the order of the rules.
    RuleOrder,
    /// O: a list, in the order of the output values.
    OutputOrder,
    /// C: a list, or what is made of it.
    Collect(Option<Aggregation>),
}

/// What is made of a collected list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// C+
    Sum,
    /// C<
    Min,
    /// C>
    Max,
    /// C#
    Count,
}

/// An input column.
#[derive(Clone, Debug, PartialEq)]
pub struct InputClause {
    /// The input expression.
    pub expression: String,
    /// Unary tests of what is allowed; a dash in a rule stands for them (10.3.2.10).
    pub allowed: Option<String>,
}

/// An output column.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputClause {
    /// Its name, where there are several.
    pub name: Option<String>,
    /// Unary tests that name the output values, the most important first: `"high", "low"`.
    pub values: Option<String>,
    /// Expression of the result where no rule hits; else it is null.
    pub default: Option<String>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Unary tests, one for each input.
    pub tests: Vec<String>,
    /// Expressions, one for each output.
    pub outputs: Vec<String>,
}

/// One text of a decision's logic, or a part of its table. Counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// The whole.
    Logic,
    /// The hit policy.
    Policy,
    /// The expression of an input column.
    Input(usize),
    /// The allowed values of an input column.
    Allowed(usize),
    /// The output values of an output column.
    Values(usize),
    /// The default of an output column.
    Default(usize),
    /// A whole row.
    Row(usize),
    /// A test: row, column.
    Test(usize, usize),
    /// An output: row, column.
    Output(usize, usize),
}

/// A checked decision.
#[derive(Clone, Debug)]
pub struct Decision {
    pub(crate) parsed: Rc<Parsed>,
    program: Program,
    rows: Vec<DecisionRow>,
}

/// A row of a checked table.
#[derive(Clone, Debug)]
pub struct DecisionRow {
    /// Whether the row hits.
    pub hits: Program,
    /// What it gives.
    pub gives: Program,
}

impl Decision {
    /// Reads and checks a decision's logic. As with [`crate::compile`], all complaints come at
    /// once, each with the text it is about, and there is a decision if every text could be
    /// parsed and every name means something.
    #[must_use]
    pub fn compile(logic: &Logic, scope: &Scope) -> (Option<Decision>, Vec<(Cell, Diagnostic)>) {
        let mut reader = Reader { scope, complaints: Vec::new() };
        let parsed = match logic {
            Logic::Expression(text) => Parsed::Expression(reader.expression(Cell::Logic, text)),
            Logic::Table(table) => Parsed::Table(reader.table(table)),
        };
        let mut complaints = reader.complaints;
        let read = complaints.iter().all(|(_, it)| it.severity < Severity::Error);
        let mut checker = Checker::new(scope);
        let made = checker.decision(&parsed, &mut |cell, it| complaints.push((cell, it)));
        if made.code.outgrows(MAX_SIZE, MAX_HEIGHT) {
            complaints.push((Cell::Logic, Diagnostic::error(Span::default(), Problem::TooLong)));
            return (None, complaints);
        }
        let decision = (read && checker.resolved).then(|| {
            let program = |code: &Rc<Code>, ty: Type| Program::new(Code::Shared(code.clone()), ty);
            let rows = made.rows.iter().map(|row| DecisionRow {
                hits: program(&row.hits, Type::Boolean),
                gives: program(&row.gives, made.ty.clone()),
            });
            let rows = rows.collect();
            Decision { parsed: Rc::new(parsed), program: Program::new(made.code, made.ty), rows }
        });
        (decision, complaints)
    }

    /// What it gives.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The rows of its table; none of an expression.
    #[must_use]
    pub fn rows(&self) -> &[DecisionRow] {
        &self.rows
    }
}

/// Logic that has been read.
#[derive(Debug)]
pub(crate) enum Parsed {
    Expression(Expr),
    Table(ParsedTable),
}

#[derive(Debug)]
pub(crate) struct ParsedTable {
    pub policy: HitPolicy,
    pub inputs: Vec<Expr>,
    pub outputs: Vec<ParsedOutput>,
    pub rules: Vec<ParsedRule>,
}

#[derive(Debug)]
pub(crate) struct ParsedOutput {
    pub name: Rc<str>,
    /// Tests; each is a value.
    pub values: Option<Expr>,
    pub default: Option<Expr>,
}

#[derive(Debug)]
pub(crate) struct ParsedRule {
    /// None for a dash.
    pub tests: Vec<Option<Expr>>,
    pub outputs: Vec<Expr>,
}

struct Reader<'s> {
    scope: &'s Scope,
    complaints: Vec<(Cell, Diagnostic)>,
}

impl Reader<'_> {
    fn expression(&mut self, cell: Cell, text: &str) -> Expr {
        let read = syntax::parse(text, self.scope);
        self.taken(cell, read)
    }

    fn tests(&mut self, cell: Cell, text: &str) -> Expr {
        let read = syntax::parse_tests(text, self.scope);
        self.taken(cell, read)
    }

    fn taken(&mut self, cell: Cell, (tree, complaints): (Expr, Vec<Diagnostic>)) -> Expr {
        self.complaints.extend(complaints.into_iter().map(|it| (cell, it)));
        tree
    }

    fn table(&mut self, table: &Table) -> ParsedTable {
        let inputs = table.inputs.iter().enumerate();
        let inputs = inputs.map(|(c, input)| self.expression(Cell::Input(c), &input.expression)).collect();
        let outputs = table.outputs.iter().enumerate().map(|(c, output)| self.output(c, output)).collect();
        let rules = table.rules.iter().enumerate().map(|(r, rule)| self.rule(table, r, rule)).collect();
        ParsedTable { policy: table.policy, inputs, outputs, rules }
    }

    fn output(&mut self, column: usize, output: &OutputClause) -> ParsedOutput {
        let values = output.values.as_ref().map(|text| self.tests(Cell::Values(column), text));
        let default = output.default.as_ref().map(|text| self.expression(Cell::Default(column), text));
        ParsedOutput { name: output.name.as_deref().unwrap_or_default().into(), values, default }
    }

    fn rule(&mut self, table: &Table, row: usize, rule: &Rule) -> ParsedRule {
        for (expected, found) in
            [(table.inputs.len(), rule.tests.len()), (table.outputs.len(), rule.outputs.len())]
        {
            if expected != found {
                let problem = Problem::Cells { expected, found };
                self.complaints.push((Cell::Row(row), Diagnostic::error(Span::default(), problem)));
            }
        }
        let tests = rule.tests.iter().enumerate().map(|(c, text)| {
            let allowed = table.inputs.get(c).and_then(|input| input.allowed.as_ref());
            match (text.trim(), allowed) {
                ("-", None) => None,
                ("-", Some(allowed)) => Some(self.tests(Cell::Allowed(c), allowed)),
                _ => Some(self.tests(Cell::Test(row, c), text)),
            }
        });
        let tests = tests.collect();
        let outputs = rule.outputs.iter().enumerate();
        let outputs = outputs.map(|(c, text)| self.expression(Cell::Output(row, c), text)).collect();
        ParsedRule { tests, outputs }
    }
}
