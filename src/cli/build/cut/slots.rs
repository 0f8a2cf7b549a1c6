//! The table of functions: through it the first half calls what the second one brings.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{CallIndirect, LocalGet};
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, Module, TableId,
    ValType, ir,
};

/// The table of functions, and the function of each slot.
pub(super) struct Slots {
    table: TableId,
    functions: BTreeMap<u32, FunctionId>,
}

impl Slots {
    pub(super) fn read(module: &Module) -> Result<Slots, String> {
        let table = module.tables.main_function_table().map_err(|error| format!("{error:#}"))?;
        let table = table.ok_or("it has no table of functions")?;
        let mut functions = BTreeMap::new();
        for element in module.elements.iter() {
            let (ElementKind::Active { offset, .. }, ElementItems::Functions(items)) =
                (&element.kind, &element.items)
            else {
                return Err("its table is not filled the way the linker does".to_owned());
            };
            functions.extend((constant(offset)?..).zip(items.iter().copied()));
        }
        Ok(Slots { table, functions })
    }

    /// Gives each function a slot that has none.
    pub(super) fn complete(&mut self, module: &mut Module, functions: &BTreeSet<FunctionId>) {
        let table = module.tables.get_mut(self.table);
        for function in functions {
            if !self.functions.values().any(|it| it == function) {
                self.functions.insert(u32::try_from(table.initial).unwrap_or(u32::MAX), *function);
                table.initial += 1;
            }
        }
        table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
    }

    /// Replaces the module's own segments by ones that fill the slots of `wanted` functions.
    pub(super) fn fill(&self, module: &mut Module, wanted: impl Fn(FunctionId) -> bool) {
        let old: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
        for id in old {
            module.elements.delete(id);
            module.tables.get_mut(self.table).elem_segments.remove(&id);
        }
        let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
        for (slot, function) in self.functions.iter().filter(|(_, function)| wanted(**function)) {
            match runs.last_mut() {
                Some((start, run)) if u32::try_from(run.len()).is_ok_and(|len| *start + len == *slot) => {
                    run.push(*function);
                }
                _ => runs.push((*slot, vec![*function])),
            }
        }
        for (start, run) in runs {
            let offset = ConstExpr::Value(ir::Value::I32(start.cast_signed()));
            let kind = ElementKind::Active { table: self.table, offset };
            let id = module.elements.add(kind, ElementItems::Functions(run));
            module.tables.get_mut(self.table).elem_segments.insert(id);
        }
    }

    /// Makes the function call a slot of the table instead of doing its work.
    pub(super) fn forward(&self, module: &mut Module, function: FunctionId) {
        let slot = self.functions.iter().find(|(_, it)| **it == function).map(|(slot, _)| *slot);
        let Some(slot) = slot else { return };
        let ty = module.funcs.get(function).ty();
        let (params, results) = module.types.params_results(ty);
        let (params, results): (Vec<ValType>, Vec<ValType>) = (params.to_vec(), results.to_vec());
        let arguments: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        let mut body = builder.func_body();
        for local in &arguments {
            body.instr(LocalGet { local: *local });
        }
        body.i32_const(slot.cast_signed()).instr(CallIndirect { ty, table: self.table });
        module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
    }
}

/// A constant that a segment begins at.
pub(super) fn constant(expression: &ConstExpr) -> Result<u32, String> {
    match expression {
        ConstExpr::Value(ir::Value::I32(value)) => Ok(value.cast_unsigned()),
        _ => Err("a segment does not begin at a constant".to_owned()),
    }
}
