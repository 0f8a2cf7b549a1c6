//! Globals of the first half, the stack pointer above all, as the second one reaches them.
//!
//! A module of before Chrome 74 can have globals that change, and cannot share them. So the
//! second half calls two functions of the first for each.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Call, Instr, InstrLocId, VisitorMut, dfs_pre_order_mut};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, GlobalId, Module};

/// Makes functions that read and write each global, and the `later` functions call them.
pub(super) fn reach_by_calls(module: &mut Module, later: &BTreeSet<FunctionId>) {
    let globals: Vec<_> =
        module.globals.iter().map(|global| (global.id(), global.ty, global.mutable)).collect();
    let mut calls = Calls::default();
    for (global, ty, mutable) in globals {
        let mut read = FunctionBuilder::new(&mut module.types, &[], &[ty]);
        read.func_body().global_get(global);
        calls.reads.insert(global, read.finish(vec![], &mut module.funcs));
        if mutable {
            let value = module.locals.add(ty);
            let mut write = FunctionBuilder::new(&mut module.types, &[ty], &[]);
            write.func_body().local_get(value).global_set(global);
            calls.writes.insert(global, write.finish(vec![value], &mut module.funcs));
        }
    }
    for function in later {
        if let FunctionKind::Local(local) = &mut module.funcs.get_mut(*function).kind {
            let entry = local.entry_block();
            dfs_pre_order_mut(&mut calls, local, entry);
        }
    }
}

/// The functions that stand for reading and for writing.
#[derive(Default)]
struct Calls {
    reads: BTreeMap<GlobalId, FunctionId>,
    writes: BTreeMap<GlobalId, FunctionId>,
}

impl VisitorMut for Calls {
    fn visit_instr_mut(&mut self, instruction: &mut Instr, _: &mut InstrLocId) {
        let function = match instruction {
            Instr::GlobalGet(read) => self.reads.get(&read.global),
            Instr::GlobalSet(write) => self.writes.get(&write.global),
            _ => None,
        };
        if let Some(func) = function {
            *instruction = Instr::Call(Call { func: *func });
        }
    }
}
