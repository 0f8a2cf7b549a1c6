//! Whom a function of the bound module calls by name.

use std::collections::BTreeSet;

use walrus::{Function, FunctionId, FunctionKind, ir};

/// The functions that a function calls.
pub(super) fn of(function: &Function) -> BTreeSet<FunctionId> {
    let mut calls = Calls(BTreeSet::new());
    if let FunctionKind::Local(local) = &function.kind {
        ir::dfs_in_order(&mut calls, local, local.entry_block());
    }
    calls.0
}

struct Calls(BTreeSet<FunctionId>);

impl<'instr> ir::Visitor<'instr> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(*function);
    }
}
