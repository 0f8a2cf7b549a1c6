//! From the tree to a text with breaks: brackets only where the grammar needs them, and around
//! an `and` among `or`s, because a reader of the law should not have to know which binds tighter.
use super::layout::Doc;
use super::spelling;
use crate::diagnostic::Span;
use crate::name::is_name_char;
use crate::operator::Arithmetic;
use crate::syntax::tree::{Arguments, Expr, Kind, Name, TypeName};

/// How tightly a form binds (grammar of DMN 1.5, 10.3.1.2), loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Forms that go on as far as they can: `if`, `for`, `some`, `every`, `function`.
    Open,
    Or,
    And,
    Comparison,
    Additive,
    Multiplicative,
    Power,
    Negation,
    InstanceOf,
    Postfix,
}

pub(super) struct Printer<'t> {
    /// The text the tree was read from.
    pub source: &'t str,
}

impl Printer<'_> {
    fn written(&self, span: Span) -> &str {
        self.source.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// The cell of unary tests that was read as `? in (…)`.
    pub fn tests(&self, tree: &Expr) -> Doc {
        match &tree.kind {
            Kind::In(_, tests) => match &**tests {
                [Expr { kind: Kind::NoneOf(tests), .. }] => brackets("not(", self.test_list(tests), ")"),
                [first, rest @ ..] => {
                    let first = match self.test(first) {
                        call if call.starts_with("not") => brackets("(", vec![call], ")"),
                        first => first,
                    };
                    Doc::fill(with_commas(
                        std::iter::once(first).chain(rest.iter().map(|it| self.test(it))).collect(),
                    ))
                }
                [] => Doc::text(""),
            },
            // All values pass.
            _ => Doc::text("-"),
        }
    }

    /// An expression where any may stand.
    pub fn expression(&self, expr: &Expr) -> Doc {
        match &expr.kind {
            // Their reader is known only where they are written; nothing is printed of a wrong text.
            Kind::Wrong | Kind::NoneOf(_) => Doc::text(""),
            Kind::Literal(_) => Doc::text(spelling::literal(self.written(expr.span))),
            Kind::Name(name) => Doc::text(&**name),
            Kind::Input => Doc::text("?"),
            Kind::List(items) => brackets("[", self.test_list(items), "]"),
            Kind::Context(entries) => self.context(entries),
            Kind::Range { bounds, start_included, end_included } => {
                let [low, high] = &**bounds;
                let open = if *start_included { "[" } else { "(" };
                let close = if *end_included { "]" } else { ")" };
                Doc::join(vec![Doc::text(open), self.range(low, high), Doc::text(close)])
            }
            Kind::Test(..) => Doc::join(vec![Doc::text("("), self.test(expr), Doc::text(")")]),
            Kind::Negate(operand) => Doc::join(vec![Doc::text("-"), self.at(Level::Negation, operand)]),
            Kind::Arithmetic(operator, sides) => self.arithmetic(*operator, sides),
            Kind::Compare(operator, sides) => {
                let [left, right] = &**sides;
                self.infix(self.at(Level::Comparison, left), operator.sign(), self.at(Level::Additive, right))
            }
            Kind::And(operands) => self.chain("and", Level::Comparison, operands),
            Kind::Or(operands) => self.chain("or", Level::Comparison, operands),
            Kind::Between(parts) => {
                let [value, low, high] = &**parts;
                let range = self.infix(self.at(Level::Additive, low), "and", self.at(Level::Additive, high));
                self.infix(self.at(Level::Comparison, value), "between", range)
            }
            Kind::In(value, tests) => {
                let head = Doc::join(vec![self.at(Level::Comparison, value), Doc::text(" in ")]);
                Doc::join(vec![head, self.in_tests(tests)])
            }
            Kind::InstanceOf(value, ty) => Doc::join(vec![
                self.at(Level::InstanceOf, value),
                Doc::text(format!(" instance of {}", spelling::type_name(self.written(ty.span)))),
            ]),
            Kind::If(_) | Kind::For(..) | Kind::Quantified { .. } | Kind::Function(..) => self.open(expr),
            Kind::Filter(parts) => {
                let [list, condition] = &**parts;
                Doc::join(vec![
                    self.at(Level::Postfix, list),
                    brackets("[", vec![self.expression(condition)], "]"),
                ])
            }
            Kind::Path(value, name) => self.path(value, name),
            Kind::Call(callee, arguments) => self.call(callee, arguments),
        }
    }

    /// An expression where one that binds at least so tightly may stand.
    fn at(&self, level: Level, expr: &Expr) -> Doc {
        let doc = self.expression(expr);
        if level_of(expr) >= level {
            doc
        } else {
            Doc::join(vec![Doc::text("("), doc.nest(), Doc::text(")")]).group()
        }
    }

    /// Forms that start with a keyword.
    fn open(&self, expr: &Expr) -> Doc {
        let clause = |word: &str, body: &Expr| {
            Doc::join(vec![Doc::text(format!("{word} ")), self.expression(body).nest()])
        };
        let clauses = match &expr.kind {
            Kind::If(parts) => {
                let [condition, then, mut otherwise] = parts.each_ref();
                let mut clauses = vec![clause("if", condition), clause("then", then)];
                // A chain of conditions is read from top to bottom, not from left to right.
                while let Kind::If(parts) = &otherwise.kind {
                    let [condition, then, next] = parts.each_ref();
                    clauses.extend([clause("else if", condition), clause("then", then)]);
                    otherwise = next;
                }
                clauses.push(clause("else", otherwise));
                clauses
            }
            Kind::For(domains, body) => vec![self.domains("for ", domains), clause("return", body)],
            Kind::Quantified { every, domains, body } => {
                let word = if *every { "every " } else { "some " };
                vec![self.domains(word, domains), clause("satisfies", body)]
            }
            Kind::Function(params, body) => vec![self.params(params), self.expression(body)],
            _ => Vec::new(),
        };
        let mut parts = Vec::new();
        for clause in clauses {
            if !parts.is_empty() {
                parts.push(Doc::space());
            }
            parts.push(clause);
        }
        Doc::join(parts).group()
    }

    /// `x in a, y in 1..3` after its keyword.
    fn domains(&self, word: &str, domains: &[(Name, Expr)]) -> Doc {
        let domain = |(name, domain): &(Name, Expr)| {
            let values = match &domain.kind {
                Kind::Range { bounds, start_included: true, end_included: true } => {
                    let [low, high] = &**bounds;
                    self.range(low, high)
                }
                _ => self.at(Level::Or, domain),
            };
            Doc::join(vec![Doc::text(format!("{} in ", name.text)), values])
        };
        let domains = Doc::fill(with_commas(domains.iter().map(domain).collect()));
        Doc::join(vec![Doc::text(word), domains.nest()])
    }

    fn params(&self, params: &[(Name, TypeName)]) -> Doc {
        let param = |(name, ty): &(Name, TypeName)| match self.written(ty.span) {
            "" => Doc::text(&*name.text),
            written => Doc::text(format!("{}: {}", name.text, spelling::type_name(written))),
        };
        brackets("function(", params.iter().map(param).collect(), ")")
    }

    fn range(&self, low: &Expr, high: &Expr) -> Doc {
        Doc::join(vec![self.at(Level::Additive, low), Doc::text(".."), self.at(Level::Additive, high)])
    }

    fn infix(&self, left: Doc, sign: &str, right: Doc) -> Doc {
        let right = Doc::join(vec![Doc::space(), Doc::text(format!("{sign} ")), right]);
        Doc::join(vec![left, right.nest()]).group()
    }

    /// Operators of one level associate to the left.
    fn arithmetic(&self, operator: Arithmetic, sides: &[Expr; 2]) -> Doc {
        let (own, tighter) = match operator {
            Arithmetic::Add | Arithmetic::Subtract => (Level::Additive, Level::Multiplicative),
            Arithmetic::Multiply | Arithmetic::Divide => (Level::Multiplicative, Level::Power),
            Arithmetic::Power => (Level::Power, Level::Negation),
        };
        let [left, right] = sides;
        self.infix(self.at(own, left), operator.sign(), self.at(tighter, right))
    }

    /// Conditions stand on one line, or each on its own.
    fn chain(&self, word: &str, level: Level, operands: &[Expr]) -> Doc {
        let mut parts = Vec::new();
        for operand in operands {
            if !parts.is_empty() {
                parts.extend([Doc::space(), Doc::text(format!("{word} "))]);
            }
            parts.push(self.at(level, operand));
        }
        Doc::join(parts).group()
    }

    /// What follows `in`: one test stands without brackets where it reads the same.
    fn in_tests(&self, tests: &[Expr]) -> Doc {
        if let [test] = tests {
            let range = matches!(test.kind, Kind::Range { .. });
            let single = matches!(test.kind, Kind::Test(..)) || level_of(test) >= Level::Additive;
            let doc = self.test(test);
            if range || (single && !doc.starts_with("(")) {
                return doc;
            }
        }
        brackets("(", self.test_list(tests), ")")
    }

    fn test_list(&self, tests: &[Expr]) -> Vec<Doc> {
        tests.iter().map(|test| self.test(test)).collect()
    }

    /// `< 10`, or an expression.
    fn test(&self, expr: &Expr) -> Doc {
        match &expr.kind {
            Kind::Test(operator, bound) => {
                Doc::join(vec![Doc::text(format!("{} ", operator.sign())), self.at(Level::Additive, bound)])
            }
            _ => self.expression(expr),
        }
    }

    /// The number before a dot needs brackets: `1.3` is a number.
    fn path(&self, value: &Expr, name: &Name) -> Doc {
        let number = matches!(&value.kind, Kind::Literal(value) if value.ty() == crate::types::Type::Number);
        let value = if number {
            Doc::join(vec![Doc::text("("), self.expression(value), Doc::text(")")])
        } else {
            self.at(Level::Postfix, value)
        };
        Doc::join(vec![value, Doc::text(format!(".{}", name.text))])
    }

    fn call(&self, callee: &Expr, arguments: &Arguments) -> Doc {
        let arguments = match arguments {
            Arguments::Positional(list) => self.test_list(list),
            Arguments::Named(list) => {
                list.iter().map(|(name, value)| self.entry(&name.text, value)).collect()
            }
        };
        Doc::join(vec![self.at(Level::Postfix, callee), brackets("(", arguments, ")")])
    }

    fn context(&self, entries: &[(Name, Expr)]) -> Doc {
        let key = |name: &Name| {
            let written = self.written(name.span);
            let quoted = written.starts_with('"') || !name.text.chars().all(|c| c == ' ' || is_name_char(c));
            if quoted { written.to_owned() } else { (*name.text).to_owned() }
        };
        brackets("{", entries.iter().map(|(name, value)| self.entry(&key(name), value)).collect(), "}")
    }

    fn entry(&self, key: &str, value: &Expr) -> Doc {
        Doc::join(vec![Doc::text(format!("{key}: ")), self.expression(value)])
    }
}

fn level_of(expr: &Expr) -> Level {
    match &expr.kind {
        Kind::If(_) | Kind::For(..) | Kind::Quantified { .. } | Kind::Function(..) => Level::Open,
        Kind::Or(_) => Level::Or,
        Kind::And(_) => Level::And,
        Kind::Compare(..) | Kind::Between(_) | Kind::In(..) => Level::Comparison,
        Kind::Arithmetic(Arithmetic::Add | Arithmetic::Subtract, _) => Level::Additive,
        Kind::Arithmetic(Arithmetic::Multiply | Arithmetic::Divide, _) => Level::Multiplicative,
        Kind::Arithmetic(Arithmetic::Power, _) => Level::Power,
        Kind::Negate(_) => Level::Negation,
        Kind::InstanceOf(..) => Level::InstanceOf,
        _ => Level::Postfix,
    }
}

/// Parts between brackets, with commas; lines may end after the bracket and after commas.
fn brackets(open: &str, parts: Vec<Doc>, close: &str) -> Doc {
    if parts.is_empty() {
        return Doc::text(format!("{open}{close}"));
    }
    let inner = Doc::join(vec![Doc::line_break(), Doc::fill(with_commas(parts))]).nest();
    Doc::join(vec![Doc::text(open), inner, Doc::line_break(), Doc::text(close)]).group()
}

fn with_commas(parts: Vec<Doc>) -> Vec<Doc> {
    let last = parts.len().saturating_sub(1);
    let comma = |(at, part)| if at == last { part } else { Doc::join(vec![part, Doc::text(",")]) };
    parts.into_iter().enumerate().map(comma).collect()
}
