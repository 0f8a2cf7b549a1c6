//! Operators, from the loosest to the tightest (grammar rule 4 and its order).
use super::super::lexer::Token;
use super::super::tree::{Expr, Kind};
use super::{Parser, above};
use crate::diagnostic::{Expected, Problem, Span};
use crate::operator::{Arithmetic, Compare};

impl Parser<'_> {
    pub(super) fn disjunction(&mut self) -> Expr {
        self.chain("or", Self::conjunction, Kind::Or)
    }

    fn conjunction(&mut self) -> Expr {
        self.chain("and", Self::comparison, Kind::And)
    }

    /// Any number of operands joined by one word, kept as one flat node.
    fn chain(&mut self, word: &str, operand: fn(&mut Self) -> Expr, kind: fn(Vec<Expr>) -> Kind) -> Expr {
        let start = self.span;
        let first = operand(self);
        if !self.is_word(word) {
            return first;
        }
        let mut operands = vec![first];
        while self.take_word(word) {
            operands.push(operand(self));
        }
        let height = above(&operands);
        self.node(start, kind(operands), height)
    }

    fn comparison(&mut self) -> Expr {
        let start = self.span;
        let mut left = self.additive();
        loop {
            left = if let Some(sign) = self.compare_sign() {
                let sign = self.take_sign(sign);
                let right = self.additive();
                self.binary(start, left, right, |sides| Kind::Compare(sign, sides))
            } else if self.take_word("between") {
                let low = self.additive();
                self.expect_word("and");
                let high = self.additive();
                let height = above([&left, &low, &high]);
                self.node(start, Kind::Between(Box::new([left, low, high])), height)
            } else if self.take_word("in") {
                self.in_tests(start, left)
            } else {
                return left;
            };
        }
    }

    /// Goes on after a sign of comparison. `<>` is reported and read as `!=`; as a mark of its own
    /// it would be in the way of `function<>`.
    fn take_sign(&mut self, sign: Compare) -> Compare {
        let start = self.span;
        self.advance();
        if sign != Compare::Less || !self.is_mark(">") || self.span.start != start.end {
            return sign;
        }
        let span = start.to(self.span);
        self.report(span, Problem::Expected { expected: Expected::Text("!="), found: "<>".into() });
        self.advance();
        Compare::NotEqual
    }

    fn compare_sign(&self) -> Option<Compare> {
        match self.token {
            Token::Mark(mark) => Compare::of(mark),
            _ => None,
        }
    }

    fn additive(&mut self) -> Expr {
        let sign = |mark: &str| match mark {
            "+" => Some(Arithmetic::Add),
            "-" => Some(Arithmetic::Subtract),
            _ => None,
        };
        self.left_binary(Self::multiplicative, sign)
    }

    fn multiplicative(&mut self) -> Expr {
        let sign = |mark: &str| match mark {
            "*" => Some(Arithmetic::Multiply),
            "/" => Some(Arithmetic::Divide),
            _ => None,
        };
        self.left_binary(Self::power, sign)
    }

    /// Powers associate to the left (10.3.1.2): `3 ** 4 ** 5` is `(3 ** 4) ** 5`.
    fn power(&mut self) -> Expr {
        self.left_binary(Self::negation, |mark| (mark == "**").then_some(Arithmetic::Power))
    }

    fn left_binary(&mut self, operand: fn(&mut Self) -> Expr, sign: fn(&str) -> Option<Arithmetic>) -> Expr {
        let start = self.span;
        let mut left = operand(self);
        while let Token::Mark(mark) = self.token
            && let Some(operator) = sign(mark)
        {
            self.advance();
            let right = operand(self);
            left = self.binary(start, left, right, |sides| Kind::Arithmetic(operator, sides));
        }
        left
    }

    fn binary(
        &mut self,
        start: Span,
        left: Expr,
        right: Expr,
        kind: impl Fn(Box<[Expr; 2]>) -> Kind,
    ) -> Expr {
        let height = above([&left, &right]);
        self.node(start, kind(Box::new([left, right])), height)
    }

    /// Minus signs; they bind tighter than powers.
    fn negation(&mut self) -> Expr {
        let start = self.span;
        let mut signs = 0;
        while self.take_mark("-") {
            signs += 1;
        }
        let mut operand = self.postfix();
        for _ in 0..signs {
            let height = above([&operand]);
            operand = self.node(start, Kind::Negate(Box::new(operand)), height);
        }
        operand
    }

    /// What follows `in`: one test, a range, or several tests in brackets.
    fn in_tests(&mut self, start: Span, left: Expr) -> Expr {
        let open = self.span;
        let tests = if self.take_mark("(") {
            let mut tests = self.tests();
            match tests.pop() {
                Some(low) if tests.is_empty() && self.is_mark("..") => vec![self.range(open, low, false)],
                last => {
                    tests.extend(last);
                    self.close(")", open);
                    tests
                }
            }
        } else {
            vec![self.single_test()]
        };
        let height = above(tests.iter().chain([&left]));
        self.node(start, Kind::In(Box::new(left), tests), height)
    }

    /// Tests separated by commas.
    fn tests(&mut self) -> Vec<Expr> {
        let mut tests = vec![self.test()];
        while self.take_mark(",") {
            tests.push(self.test());
        }
        tests
    }

    /// One unary test: `< 10`, or an expression.
    pub(super) fn test(&mut self) -> Expr {
        if self.compare_sign().is_some() { self.single_test() } else { self.expression() }
    }

    /// A test that ends where a comparison would: `x in < 5 and y` is `(x in < 5) and y`.
    fn single_test(&mut self) -> Expr {
        let start = self.span;
        let Some(sign) = self.compare_sign() else { return self.additive() };
        self.advance();
        let bound = self.additive();
        let height = above([&bound]);
        self.node(start, Kind::Test(sign, Box::new(bound)), height)
    }

    /// The whole of a cell of unary tests, as `? in (…)`.
    pub(super) fn unary_tests(&mut self) -> Expr {
        let start = self.span;
        if self.is_mark("-") && self.lexer.at_end() {
            self.advance();
            return self.node(start, Kind::Literal(true.into()), 0);
        }
        let tests = if self.is_word("not") && self.lexer.bracket_follows() {
            self.advance();
            let open = self.span;
            self.advance();
            let tests = self.tests();
            self.close(")", open);
            let height = above(&tests);
            vec![self.node(start, Kind::NoneOf(tests), height)]
        } else {
            self.tests()
        };
        let input = Expr { kind: Kind::Input, span: start, height: 0 };
        let height = above(&tests);
        self.node(start, Kind::In(Box::new(input), tests), height)
    }
}
