//! Operators: which types they join, and which options a question has.
use super::Checker;
use super::cases::{calculated, compared};
use crate::builtins;
use crate::code::Code;
use crate::diagnostic::{Diagnostic, Problem, Severity, Span};
use crate::operator::{Arithmetic, Compare};
use crate::syntax::tree::{Expr, Kind};
use crate::types::Type;
use crate::value::Value;

impl Checker<'_> {
    pub(super) fn operator(&mut self, expr: &Expr) -> (Code, Type) {
        match &expr.kind {
            Kind::Negate(operand) => {
                let (code, ty) = self.check(operand);
                if !matches!(
                    ty,
                    Type::Any | Type::Null | Type::Number | Type::DaysDuration | Type::YearsDuration
                ) {
                    self.expect(&Type::Number, &ty, operand.span);
                }
                (Code::Negate(Box::new(code)), ty)
            }
            Kind::Arithmetic(operator, sides) => self.arithmetic(*operator, sides),
            Kind::Compare(operator, sides) => self.comparison(*operator, sides),
            Kind::And(operands) => (Code::And(self.booleans(operands)), Type::Boolean),
            Kind::Or(operands) => (Code::Or(self.booleans(operands)), Type::Boolean),
            Kind::Between(parts) => self.between(parts),
            Kind::In(value, tests) => self.in_tests(value, tests),
            Kind::NoneOf(tests) => self.none_of(tests),
            Kind::InstanceOf(value, ty) => {
                let (code, _) = self.check(value);
                (Code::InstanceOf(Box::new(code), ty.ty.clone()), Type::Boolean)
            }
            Kind::If(parts) => {
                let [condition, then, otherwise] = &**parts;
                let (code, ty) = self.check(condition);
                self.expect(&Type::Boolean, &ty, condition.span);
                let ((then, a), (otherwise, b)) = (self.check(then), self.check(otherwise));
                (Code::If(Box::new([code, then, otherwise]), ty == Type::Boolean), Type::join([a, b]))
            }
            // The other kinds do not come here.
            _ => (Code::Value(Value::Null), Type::Any),
        }
    }

    fn booleans(&mut self, operands: &[Expr]) -> Box<[Code]> {
        let mut codes = Vec::new();
        for operand in operands {
            let (code, ty) = self.check(operand);
            self.expect(&Type::Boolean, &ty, operand.span);
            codes.push(code);
        }
        codes.into()
    }

    fn arithmetic(&mut self, operator: Arithmetic, sides: &[Expr; 2]) -> (Code, Type) {
        let [left, right] = sides;
        let ((a, left_type), (b, right_type)) = (self.check(left), self.check(right));
        if let Some((date, span)) = bare_date(operator, sides) {
            let complaint = Diagnostic::error(span, Problem::BareDate { date });
            self.diagnostics.push(Diagnostic { severity: Severity::Warning, ..complaint });
        }
        let ty = result(operator, &left_type, &right_type).unwrap_or_else(|| {
            self.operands(operator.sign(), &left_type, &right_type, sides);
            Type::Any
        });
        let code = self.folded(calculated(operator, a, b));
        if let Code::Arithmetic(..) = code
            && !self.scope.is_extended()
            && !on_page(operator, &left_type, &right_type)
        {
            let name = format!("{left_type} {} {right_type}", operator.sign()).into();
            return self.unresolved(left.span.to(right.span), Problem::NotOnPage { name });
        }
        (code, ty)
    }

    fn comparison(&mut self, operator: Compare, sides: &[Expr; 2]) -> (Code, Type) {
        let [left, right] = sides;
        let ((a, left_type), (b, right_type)) = (self.check(left), self.check(right));
        if matches!(operator, Compare::Equal | Compare::NotEqual) {
            self.equatable(operator.sign(), &left_type, &right_type, sides);
            self.option(&left_type, left, right);
            self.option(&right_type, right, left);
            self.whole(&left_type, right);
            self.whole(&right_type, left);
        } else if is_order(left) && !orderable(&left_type, &right_type) {
            self.report(left.span.to(right.span), Problem::Chain);
        } else {
            self.comparable(operator.sign(), &left_type, &right_type, sides);
        }
        (compared(operator, a, b), Type::Boolean)
    }

    fn between(&mut self, parts: &[Expr; 3]) -> (Code, Type) {
        let [value, low, high] = parts;
        let ((value_code, value_type), (low_code, low_type), (high_code, high_type)) =
            (self.check(value), self.check(low), self.check(high));
        for (bound, ty) in [(low, &low_type), (high, &high_type)] {
            if !orderable(&value_type, ty) {
                self.mismatch(&value_type, ty, bound);
            }
        }
        (Code::Between(Box::new([value_code, low_code, high_code])), Type::Boolean)
    }

    /// `value in (tests)`: a disjunction of tests on the value, which is bound as `?`.
    fn in_tests(&mut self, value: &Expr, tests: &[Expr]) -> (Code, Type) {
        // The input of a cell of unary tests is bound already.
        if let Kind::Input = value.kind {
            self.check(value);
            return (self.any_of(tests, value), Type::Boolean);
        }
        let (code, ty) = self.check(value);
        let before = self.input_read;
        let code = self.given(code, ty, |checker| checker.any_of(tests, value));
        self.input_read = before;
        (code, Type::Boolean)
    }

    fn none_of(&mut self, tests: &[Expr]) -> (Code, Type) {
        let Some(input) = tests.first() else { return (Code::Value(Value::Null), Type::Boolean) };
        let any = self.any_of(tests, input);
        let code = match builtins::rows("not").next() {
            Some(row) => Code::Builtin(row, Box::new([any])),
            None => any,
        };
        (code, Type::Boolean)
    }

    fn any_of(&mut self, tests: &[Expr], value: &Expr) -> Code {
        let mut codes: Vec<Code> = tests.iter().map(|test| self.test(test, value)).collect();
        if codes.len() > 1 { Code::Or(codes.into()) } else { codes.pop().unwrap_or(Code::Value(Value::Null)) }
    }

    /// One test on the input: a comparison, a condition that mentions `?`, or a value to fit.
    fn test(&mut self, test: &Expr, value: &Expr) -> Code {
        if let Kind::NoneOf(tests) = &test.kind {
            return self.none_of(tests).0;
        }
        let (at, ty) = match self.locals.iter().enumerate().rfind(|(_, local)| &*local.name == "?") {
            Some((at, local)) => (at, local.ty.clone()),
            None => return Code::Value(Value::Null),
        };
        if let Kind::Test(operator, bound) = &test.kind {
            let (code, bound_type) = self.check(bound);
            let equality = matches!(operator, Compare::Equal | Compare::NotEqual);
            let fits = if equality { related(&ty, &bound_type) } else { orderable(&ty, &bound_type) };
            if !fits {
                self.mismatch(&ty, &bound_type, bound);
            }
            self.option(&ty, value, bound);
            return compared(*operator, self.place(at), code);
        }
        if let Kind::Range { bounds, start_included, end_included } = &test.kind {
            return self.within(at, &ty, bounds, (*start_included, *end_included));
        }
        let before = std::mem::replace(&mut self.input_read, false);
        let (code, test_type) = self.check(test);
        let read = std::mem::replace(&mut self.input_read, before);
        if read {
            self.expect(&Type::Boolean, &test_type, test.span);
            return code;
        }
        self.fitting(&ty, &test_type, test);
        self.option(&ty, value, test);
        self.whole(&ty, test);
        Code::Fits(Box::new([self.place(at), code]))
    }

    /// Whether the input, the local variable `at`, lies in a range that is written out: two
    /// comparisons.
    fn within(&mut self, at: usize, ty: &Type, bounds: &[Expr; 2], included: (bool, bool)) -> Code {
        let [start, end] = bounds;
        let low = if included.0 { Compare::GreaterOrEqual } else { Compare::Greater };
        let high = if included.1 { Compare::LessOrEqual } else { Compare::Less };
        let mut side = |operator: Compare, bound: &Expr| {
            let (code, found) = self.check(bound);
            if !orderable(ty, &found) {
                self.mismatch(ty, &found, bound);
            }
            (operator, code)
        };
        let sides = [side(low, start), side(high, end)];
        Code::And(sides.map(|(operator, code)| compared(operator, self.place(at), code)).into())
    }

    /// Complains if no value of type `ty` can ever fit a test of type `test`.
    fn fitting(&mut self, ty: &Type, test: &Type, place: &Expr) {
        let item = match test {
            Type::Range(item) => item,
            Type::List(item) => match &**item {
                Type::Range(item) => item,
                _ => item,
            },
            other => other,
        };
        if !related(ty, item) && !related(ty, test) {
            self.mismatch(ty, test, place);
        }
    }

    /// Warns where all answers to a question are compared with a list of some.
    fn whole(&mut self, ty: &Type, answers: &Expr) {
        let several = matches!(ty, Type::List(item) if matches!(**item, Type::Choice(_)));
        if several && matches!(&answers.kind, Kind::List(items) if !items.is_empty()) {
            let complaint = Diagnostic::error(answers.span, Problem::WholeList);
            self.diagnostics.push(Diagnostic { severity: Severity::Warning, ..complaint });
        }
    }

    fn equatable(&mut self, sign: &'static str, left: &Type, right: &Type, sides: &[Expr; 2]) {
        if !related(left, right) {
            self.operands(sign, left, right, sides);
        }
    }

    pub(super) fn comparable(&mut self, sign: &'static str, left: &Type, right: &Type, sides: &[Expr; 2]) {
        if !orderable(left, right) {
            self.operands(sign, left, right, sides);
        }
    }

    fn mismatch(&mut self, expected: &Type, found: &Type, place: &Expr) {
        if !self.is_bare_date(place) {
            self.report(place.span, Problem::Mismatch { expected: expected.clone(), found: found.clone() });
        }
    }

    /// Whether it was warned that this is a subtraction and no date: then that is the mistake.
    fn is_bare_date(&mut self, place: &Expr) -> bool {
        let warned =
            |it: &&mut Diagnostic| it.span == place.span && matches!(it.problem, Problem::BareDate { .. });
        let warning = self.diagnostics.iter_mut().find(warned);
        warning.map(|it| it.severity = Severity::Error).is_some()
    }

    fn operands(&mut self, operator: &'static str, left: &Type, right: &Type, sides: &[Expr; 2]) {
        let [a, b] = sides;
        if self.is_bare_date(a) || self.is_bare_date(b) {
            return;
        }
        let problem = Problem::Operands { operator, left: left.clone(), right: right.clone() };
        self.diagnostics.push(Diagnostic::error(b.span, problem).with(a.span));
    }

    /// Complains about a string that is none of the options of the question beside it.
    pub(super) fn option(&mut self, ty: &Type, question: &Expr, answer: &Expr) {
        let Type::Choice(options) = ty else { return };
        match &answer.kind {
            Kind::Literal(Value::String(text)) if !options.iter().any(|option| **option == **text) => {
                let problem = Problem::NotAnOption { found: text.clone(), options: options.clone() };
                self.diagnostics.push(Diagnostic::error(answer.span, problem).with(question.span));
            }
            Kind::List(items) => items.iter().for_each(|item| self.option(ty, question, item)),
            _ => {}
        }
    }
}

/// Whether this compares by order, so that its value is a truth value.
fn is_order(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        Kind::Compare(Compare::Less | Compare::LessOrEqual | Compare::Greater | Compare::GreaterOrEqual, _)
    )
}

/// A subtraction that is written like a date: `2026-1-31` without any space.
fn bare_date(operator: Arithmetic, sides: &[Expr; 2]) -> Option<(Box<str>, Span)> {
    let [left, day] = sides;
    let Kind::Arithmetic(Arithmetic::Subtract, inner) = &left.kind else { return None };
    let [year, month] = &**inner;
    let close = |a: &Expr, b: &Expr| a.span.end + 1 == b.span.start;
    let digits = |part: &Expr, length: std::ops::RangeInclusive<u32>| match &part.kind {
        Kind::Literal(Value::Number(number)) if length.contains(&(part.span.end - part.span.start)) => {
            number.to_i64()
        }
        _ => None,
    };
    let (y, m, d) = (digits(year, 4..=4)?, digits(month, 1..=2)?, digits(day, 1..=2)?);
    let written = operator == Arithmetic::Subtract && close(year, month) && close(month, day);
    let place = Span { start: year.span.start, end: day.span.end };
    written.then(|| (format!("{y}-{m:02}-{d:02}").into(), place))
}

/// Whether values of the two types can be equal.
fn related(a: &Type, b: &Type) -> bool {
    a.fits(b) || b.fits(a)
}

/// Whether values of the two types can have an order.
fn orderable(a: &Type, b: &Type) -> bool {
    let unordered = |ty: &Type| {
        matches!(ty, Type::Boolean | Type::List(_) | Type::Context(_) | Type::Range(_) | Type::Function(..))
    };
    related(a, b) && !unordered(a) && !unordered(b)
}

/// Whether the page can apply an arithmetic operator to these.
fn on_page(operator: Arithmetic, left: &Type, right: &Type) -> bool {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    use Type::{Date, DaysDuration, Number, YearsDuration};
    matches!(
        (operator, left, right),
        (Add | Subtract | Multiply | Divide, Number, Number)
            | (Add | Subtract, DaysDuration, DaysDuration)
            | (Add | Subtract, YearsDuration, YearsDuration)
            | (Add | Subtract, Date, DaysDuration | YearsDuration)
            | (Add, DaysDuration | YearsDuration, Date)
            | (Subtract, Date, Date)
    )
}

/// The type an arithmetic operator gives (tables 45 to 51); `None` where it is not defined.
fn result(operator: Arithmetic, left: &Type, right: &Type) -> Option<Type> {
    use Arithmetic::{Add, Divide, Multiply, Power, Subtract};
    use Type::{Any, Date, DateTime, DaysDuration, Null, Number, String, Time, YearsDuration};
    let plain = |ty: &Type| if let Type::Choice(_) = ty { String } else { ty.clone() };
    Some(match (operator, plain(left), plain(right)) {
        (_, Any | Null, _) | (_, _, Any | Null) => Any,
        (_, Number, Number) => Number,
        (Add, String, String) => String,
        (Add | Subtract, DaysDuration, DaysDuration) => DaysDuration,
        (Add | Subtract, YearsDuration, YearsDuration) => YearsDuration,
        (Add | Subtract, point @ (Date | DateTime), DaysDuration | YearsDuration) => point,
        (Add | Subtract, Time, DaysDuration) => Time,
        (Add, DaysDuration | YearsDuration, point @ (Date | DateTime)) => point,
        (Add, DaysDuration, Time) => Time,
        (Subtract, Date | DateTime, Date | DateTime) | (Subtract, Time, Time) => DaysDuration,
        (Multiply | Divide, duration @ (DaysDuration | YearsDuration), Number) => duration,
        (Multiply, Number, duration @ (DaysDuration | YearsDuration)) => duration,
        (Divide, DaysDuration, DaysDuration) | (Divide, YearsDuration, YearsDuration) => Number,
        (Power | Add | Subtract | Multiply | Divide, ..) => return None,
    })
}
