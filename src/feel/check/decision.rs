//! From a decision to code: a table becomes a chain of cases, row by row (DMN 1.5, 8.2.8).
use super::policy::{is_ranked, result_type};
use super::{Checker, evaluated};
use crate::code::Code;
use crate::decision::{Cell, HitPolicy, Parsed, ParsedTable};
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::syntax::tree::{Expr, Kind};
use crate::types::Type;
use crate::value::Value;
use std::rc::Rc;

/// What a decision became.
pub(crate) struct Made {
    pub code: Code,
    pub ty: Type,
    /// Of a table.
    pub rows: Vec<Row>,
}

/// A row of a table.
pub(crate) struct Row {
    /// Whether it hits.
    pub hits: Rc<Code>,
    pub gives: Rc<Code>,
    /// The places of its outputs among the output values.
    rank: Vec<usize>,
}

/// Takes complaints.
pub(super) type Complain<'c> = &'c mut dyn FnMut(Cell, Diagnostic);

impl Checker<'_> {
    /// The code and type of a decision.
    pub fn decision(&mut self, decision: &Parsed, complain: Complain<'_>) -> Made {
        match decision {
            Parsed::Expression(expr) => {
                let (code, ty) = self.cell(Cell::Logic, complain, |checker| checker.check(expr));
                Made { code, ty, rows: Vec::new() }
            }
            Parsed::Table(table) => self.table(table, complain),
        }
    }

    /// Passes on the complaints about one cell.
    pub(super) fn cell<T>(
        &mut self,
        cell: Cell,
        complain: Complain<'_>,
        check: impl FnOnce(&mut Self) -> T,
    ) -> T {
        let result = check(self);
        self.diagnostics.drain(..).for_each(|it| complain(cell, it));
        result
    }

    fn table(&mut self, table: &ParsedTable, complain: Complain<'_>) -> Made {
        for (c, input) in table.inputs.iter().enumerate() {
            self.cell(Cell::Input(c), complain, |checker| checker.check(input));
        }
        let values = self.values(table, complain);
        let mut rows = Vec::new();
        let mut types = Vec::new();
        for (r, rule) in table.rules.iter().enumerate() {
            let mut tests = Vec::new();
            for (c, (test, input)) in rule.tests.iter().zip(&table.inputs).enumerate() {
                let Some(test) = test else { continue };
                tests.push(self.cell(Cell::Test(r, c), complain, |checker| checker.test_of(input, test)));
            }
            let cells: Vec<&Expr> = rule.outputs.iter().collect();
            let (outputs, ty) = self.outputs(&cells, complain, &|c| Cell::Output(r, c));
            let rank = self.rank(table.policy, &values, &outputs, r, complain);
            rows.push(Row { hits: conjunction(tests).into(), gives: joined(table, outputs).into(), rank });
            types.push(ty);
        }
        let cells: Vec<&Expr> = table.outputs.iter().filter_map(|output| output.default.as_ref()).collect();
        let mut otherwise = Code::Value(Value::Null);
        if !cells.is_empty() {
            let (outputs, ty) = self.outputs(&cells, complain, &Cell::Default);
            otherwise = joined(table, outputs);
            types.push(ty);
        }
        let mut order: Vec<&Row> = rows.iter().collect();
        if is_ranked(table.policy) {
            order.sort_by(|a, b| a.rank.cmp(&b.rank));
        }
        let code = self.result(table.policy, &order, otherwise, complain);
        Made { code, ty: result_type(table.policy, types), rows }
    }

    /// Whether the value of an input passes tests.
    fn test_of(&mut self, input: &Expr, test: &Expr) -> Code {
        let before = self.diagnostics.len();
        let (input, ty) = self.check(input);
        // They were made about the column.
        self.diagnostics.truncate(before);
        self.given(input, ty, |checker| checker.check(test).0)
    }

    /// The code of output cells, and their type. Those of several columns become entries of a
    /// context, of which each has the ones before it as local variables.
    fn outputs(
        &mut self,
        cells: &[&Expr],
        complain: Complain<'_>,
        cell: &dyn Fn(usize) -> Cell,
    ) -> (Vec<Code>, Type) {
        let bottom = self.locals.len();
        let mut codes = Vec::new();
        let mut types = Vec::new();
        for (c, output) in cells.iter().enumerate() {
            let (code, ty) = self.cell(cell(c), complain, |checker| checker.check(output));
            types.push(match constant(&code) {
                Some(Value::String(text)) => Type::choice([&*text]),
                _ => ty,
            });
            codes.push(code);
            if cells.len() > 1 {
                self.bind(&"".into(), Type::Any);
            }
        }
        self.locals.truncate(bottom);
        let ty = if types.len() == 1 { types.pop() } else { None };
        (codes, ty.unwrap_or(Type::Context(Rc::new([]))))
    }

    /// The output values of each column.
    fn values(&mut self, table: &ParsedTable, complain: Complain<'_>) -> Vec<Vec<Value>> {
        let mut columns = Vec::new();
        for (c, output) in table.outputs.iter().enumerate() {
            let mut values = Vec::new();
            let listed = match output.values.as_ref().map(|tests| &tests.kind) {
                Some(Kind::In(_, values)) => &**values,
                _ => &[],
            };
            for value in listed {
                let code = self.cell(Cell::Values(c), complain, |checker| checker.check(value)).0;
                match constant(&code) {
                    Some(value) => values.push(value),
                    None => complain(Cell::Values(c), Diagnostic::error(value.span, Problem::NotConstant)),
                }
            }
            columns.push(values);
        }
        columns
    }

    /// The places of a row's outputs among the output values; complains about outputs that are
    /// none of them, and where the order needs to be known and is not.
    fn rank(
        &self,
        policy: HitPolicy,
        values: &[Vec<Value>],
        outputs: &[Code],
        row: usize,
        complain: Complain<'_>,
    ) -> Vec<usize> {
        let mut rank = Vec::new();
        for (c, (values, output)) in values.iter().zip(outputs).enumerate() {
            let mut wrong =
                |problem| complain(Cell::Output(row, c), Diagnostic::error(Span::default(), problem));
            let place = match constant(output) {
                Some(found) => {
                    let place = values.iter().position(|value| *value == found);
                    if place.is_none() && !values.is_empty() {
                        let values = values.iter().map(|it| it.to_string().into()).collect();
                        wrong(Problem::NotAValue { found: found.to_string().into(), values });
                    }
                    place
                }
                None => {
                    if is_ranked(policy) {
                        wrong(Problem::NotConstant);
                    }
                    None
                }
            };
            rank.push(place.unwrap_or(usize::MAX));
        }
        rank
    }
}

/// The outputs of a row as one value.
fn joined(table: &ParsedTable, mut outputs: Vec<Code>) -> Code {
    if table.outputs.len() < 2 {
        return outputs.pop().unwrap_or(Code::Value(Value::Null));
    }
    Code::Context(table.outputs.iter().map(|output| output.name.clone()).zip(outputs).collect())
}

/// The tests of a row; always a truth value or null, as a case asks for.
fn conjunction(mut tests: Vec<Code>) -> Code {
    tests.retain(|test| *test != Code::Value(Value::Boolean(true)));
    match tests.as_slice() {
        [] => Code::Value(Value::Boolean(true)),
        [Code::And(_) | Code::Or(_) | Code::Compare(..) | Code::Against(..) | Code::Fits(_)] => {
            tests.pop().unwrap_or(Code::Value(Value::Null))
        }
        _ => Code::And(tests.into()),
    }
}

/// The value of a code that reads nothing.
fn constant(code: &Code) -> Option<Value> {
    if let Code::Value(value) = code {
        return Some(value.clone());
    }
    let mut locals = Vec::new();
    code.locals(&mut locals);
    if locals.is_empty() && code.slots().is_empty() { evaluated(code) } else { None }
}
