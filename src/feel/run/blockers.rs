//! Which unknown variables can still change a result: the questions worth asking.
use super::Machine;
use super::binding::Items;
use crate::code::Code;
use crate::slots::{Slot, Slots};
use crate::value::Value;
#[cfg(feature = "full")]
use std::rc::Rc;

/// The unknown variables that the unknown result of `code` can still depend on, sorted. Parts
/// that are decided, or cut off by a decided operand, do not count. Empty if the result is known.
pub(crate) fn blockers(code: &Code, slots: &[Value]) -> Vec<Slot> {
    Search::new(slots).all(code, |search| search.machine.run(code).is_unknown(), Search::visit)
}

/// The same for whether `code` holds as a condition.
pub(crate) fn undecided(code: &Code, slots: &[Value]) -> Vec<Slot> {
    Search::new(slots).all(code, |search| search.machine.holds(code).is_none(), Search::visit_condition)
}

struct Search<'v> {
    machine: Machine<'v>,
    /// For each local variable, the unknown variables its value came from.
    origins: Vec<Slots>,
}

impl<'v> Search<'v> {
    fn new(slots: &'v [Value]) -> Search<'v> {
        Search { machine: Machine::new(slots), origins: Vec::new() }
    }

    /// What `visit` finds if the code is `open`.
    fn all(
        mut self,
        code: &Code,
        open: impl FnOnce(&mut Self) -> bool,
        visit: fn(&mut Self, &Code, &mut Slots),
    ) -> Vec<Slot> {
        if !open(&mut self) && !self.machine.is_spent() {
            return Vec::new();
        }
        let mut found = Slots::default();
        visit(&mut self, code, &mut found);
        if found.is_empty() || self.machine.is_spent() {
            // Hidden behind a function value, or more than can be searched: everything unknown that
            // is read may matter.
            found = code.slots();
            found.retain(|slot| self.is_unknown(*slot));
        }
        found.into_vec()
    }

    /// As [`Search::visit`], for whether a condition holds.
    fn visit_condition(&mut self, code: &Code, found: &mut Slots) {
        if self.machine.holds(code).is_some() {
            return;
        }
        match code {
            Code::And(parts) | Code::Or(parts) => {
                parts.iter().for_each(|part| self.visit_condition(part, found));
            }
            Code::If(parts, true) => {
                let [condition, then, otherwise] = &**parts;
                let holds = self.machine.holds(condition);
                self.visit_condition(condition, found);
                for (part, beside) in [(then, Some(false)), (otherwise, Some(true))] {
                    if holds != beside {
                        self.visit_condition(part, found);
                    }
                }
            }
            Code::Let(parts) => self.bound(parts, found, Search::visit_condition),
            _ => self.visit(code, found),
        }
    }

    fn bound(&mut self, parts: &[Code; 2], found: &mut Slots, visit: fn(&mut Self, &Code, &mut Slots)) {
        let [bound, body] = parts;
        let value = self.machine.run(bound);
        let origins = self.origins_of(bound);
        self.bind(value, origins, |search| visit(search, body, found));
    }

    fn visit(&mut self, code: &Code, found: &mut Slots) {
        let value = self.machine.run(code);
        self.machine.read(&value);
        if !value.has_unknown() {
            return;
        }
        match code {
            Code::Slot(slot) | Code::Against(_, slot, _) => {
                found.insert(*slot);
            }
            Code::Local(at) => found.extend(self.origins.get(*at).into_iter().flatten()),
            Code::If(parts, _) => {
                let [condition, then, otherwise] = &**parts;
                match self.machine.run(condition) {
                    Value::Boolean(true) => self.visit(then, found),
                    Value::Unknown => {
                        [condition, then, otherwise].map(|part| self.visit(part, found)).into_iter().collect()
                    }
                    Value::Boolean(false) | Value::Null => self.visit(otherwise, found),
                    _ => {}
                }
            }
            Code::Let(parts) => self.bound(parts, found, Search::visit),
            #[cfg(feature = "full")]
            Code::Context(entries) => self.context(entries, found),
            #[cfg(feature = "full")]
            Code::For { domains, body, .. } => {
                // What `partial` holds came from the body.
                let partial = body.slots();
                self.combinations(domains, found, &mut |search, found| {
                    search.bind(Value::Unknown, partial.clone(), |search| search.visit(body, found));
                });
            }
            Code::Quantified { domains, body, .. } => {
                self.combinations(domains, found, &mut |search, found| search.visit(body, found));
            }
            Code::Filter(parts) => self.filter(parts, found),
            #[cfg(feature = "full")]
            Code::ItemEntry(at, name, otherwise) => {
                let own = match self.machine.locals.get(*at) {
                    Some(Value::Context(context)) => context.get(name).is_some(),
                    item => item == Some(&Value::Unknown),
                };
                if own {
                    found.extend(self.origins.get(*at).into_iter().flatten());
                } else {
                    self.visit(otherwise, found);
                }
            }
            #[cfg(feature = "full")]
            Code::Function(template) => {
                found.extend(template.slots.iter().filter(|slot| self.is_unknown(**slot)));
                let locals = template.locals.iter().filter_map(|at| self.origins.get(*at));
                found.extend(locals.flatten());
            }
            _ => code.parts(&mut |part| self.visit(part, found)),
        }
    }

    #[cfg(feature = "full")]
    fn context(&mut self, entries: &[(Rc<str>, Code)], found: &mut Slots) {
        let bottom = self.origins.len();
        for (_, entry) in entries {
            // Looked at once: twice at each level would be without end.
            let (value, origins) = (self.machine.run(entry), self.origins_of(entry));
            found.extend(&origins);
            self.machine.locals.push(value);
            self.origins.push(origins);
        }
        self.machine.locals.truncate(bottom);
        self.origins.truncate(bottom);
    }

    fn filter(&mut self, parts: &[Code; 2], found: &mut Slots) {
        let [list, condition] = parts;
        // An empty list is filtered once too: the condition may be a place.
        let value = self.machine.run(list);
        if value == Value::Null || value == Value::list(Vec::new()) {
            return self.bind(Value::Null, Slots::default(), |search| search.visit(condition, found));
        }
        let list = std::slice::from_ref(list);
        self.combinations(list, found, &mut |search, found| search.visit(condition, found));
    }

    fn is_unknown(&self, slot: Slot) -> bool {
        self.machine.slots.get(slot.index()).is_none_or(Value::has_unknown)
    }

    fn origins_of(&mut self, code: &Code) -> Slots {
        let mut origins = Slots::default();
        self.visit(code, &mut origins);
        origins
    }

    fn bind(&mut self, value: Value, origins: Slots, run: impl FnOnce(&mut Self)) {
        self.machine.locals.push(value);
        self.origins.push(origins);
        run(self);
        self.machine.locals.pop();
        self.origins.pop();
    }

    /// Visits the domains, and `visit` for every combination of their items.
    fn combinations(
        &mut self,
        domains: &[Code],
        found: &mut Slots,
        visit: &mut dyn FnMut(&mut Self, &mut Slots),
    ) {
        let Some((domain, inner)) = domains.split_first() else { return visit(self, found) };
        let origins = self.origins_of(domain);
        found.extend(&origins);
        let Ok(mut items) = Items::of(&self.machine.run(domain)) else { return };
        while let Some(item) = items.next() {
            if !self.machine.spend(1) {
                return;
            }
            self.bind(item, origins.clone(), |search| search.combinations(inner, found, visit));
        }
    }
}
