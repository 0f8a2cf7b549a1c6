//! Two modules of one: functions and data go to one or the other, the rest is shared.
//!
//! Both halves use the first one's memory and table. A function of the second half that
//! the first refers to has a slot in the table, which the second fills when it is instantiated;
//! until then the slot traps.

use std::collections::BTreeSet;
use std::ops::Range;

use walrus::{
    ConstExpr, DataKind, ExportItem, FunctionId, FunctionKind, ImportKind, Module, ModuleConfig, ir,
};

use super::reach::Later;
use super::slots::{Slots, constant};
use super::{calls, globals};

/// The module that the second half imports from: the exports of the first, as `boot.js` hands
/// them over.
const FIRST: &str = "first";

/// Reads a module that will be written without names.
pub(super) fn parse(bytes: &[u8]) -> Result<Module, String> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    config.parse(bytes).map_err(|error| format!("{error:#}"))
}

/// Functions of the module with one of these names. What comes from JavaScript is not among them,
/// whoever calls it: the script of the page hands everything to the first half.
fn named(module: &Module, names: &BTreeSet<String>) -> BTreeSet<FunctionId> {
    let functions = module.funcs.iter().filter(|it| matches!(it.kind, FunctionKind::Local(_)));
    let named = functions.filter(|it| it.name.as_ref().is_some_and(|name| names.contains(name)));
    named.map(walrus::Function::id).collect()
}

/// The first half: later functions are gone, doorways call the slots the second half fills.
///
/// # Errors
/// The module is not of the linker's making, or something of the first half is needed and gone.
pub(super) fn first(module: &mut Module, later: &Later, doorways: &BTreeSet<String>) -> Result<(), String> {
    let functions = named(module, &later.functions);
    let doorways = named(module, doorways);
    let mut slots = Slots::read(module)?;
    slots.complete(module, &doorways);
    slots.fill(module, |function| !functions.contains(&function));
    globals::reach_by_calls(module, &functions);
    export(module, &functions);
    doorways.iter().for_each(|doorway| slots.forward(module, *doorway));
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let data = module.data.get_mut(id);
        let DataKind::Active { offset, .. } = &data.kind else { continue };
        let start = constant(offset)?;
        for range in &later.data {
            overlap(start, &mut data.value, range).fill(0);
        }
    }
    walrus::passes::gc::run(module);
    let left = functions.difference(&doorways).find(|id| module.funcs.iter().any(|it| it.id() == **id));
    left.map_or(Ok(()), |id| Err(format!("{:?} is still needed before", module.funcs.get(*id).name)))
}

/// The second half: everything else comes from the first.
///
/// # Errors
/// The module is not of the linker's making.
pub(super) fn second(module: &mut Module, later: &Later, doorways: &BTreeSet<String>) -> Result<(), String> {
    let functions = named(module, &later.functions);
    let mut slots = Slots::read(module)?;
    slots.complete(module, &named(module, doorways));
    slots.fill(module, |function| functions.contains(&function));
    globals::reach_by_calls(module, &functions);
    let names = export(module, &functions);
    let old: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    old.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    take_data(module, later)?;
    for (item, name) in names {
        import(module, item, &name);
    }
    walrus::passes::gc::run(module);
    Ok(())
}

/// Exports everything of the first half that the second may refer to, under the shortest names
/// that are free. Both halves call this, so that they agree.
fn export(module: &mut Module, later: &BTreeSet<FunctionId>) -> Vec<(ExportItem, String)> {
    let used: BTreeSet<FunctionId> = later.iter().flat_map(|it| calls::of(module.funcs.get(*it))).collect();
    let functions = used.difference(later).map(|id| ExportItem::Function(*id));
    let tables = module.tables.iter().map(|it| ExportItem::Table(it.id()));
    let memories = module.memories.iter().map(|it| ExportItem::Memory(it.id()));
    let items: Vec<ExportItem> = functions.chain(tables).chain(memories).collect();
    let taken: BTreeSet<String> = module.exports.iter().map(|export| export.name.clone()).collect();
    let mut free = (0..).map(short_name).filter(|name| !taken.contains(name));
    let names: Vec<_> = items.into_iter().zip(&mut free).collect();
    for (item, name) in &names {
        module.exports.add(name, *item);
    }
    names
}

/// `a` to `z`, then `aa`, `ab`, …
fn short_name(mut number: u32) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'a' + (number % 26) as u8));
        match (number / 26).checked_sub(1) {
            Some(rest) => number = rest,
            None => return name,
        }
    }
}

/// Makes something of the module come from the first half.
fn import(module: &mut Module, item: ExportItem, name: &str) {
    match item {
        ExportItem::Function(id) => {
            let old = module.imports.get_imported_func(id).map(walrus::Import::id);
            old.into_iter().for_each(|old| module.imports.delete(old));
            let import = module.imports.add(FIRST, name, ImportKind::Function(id));
            let ty = module.funcs.get(id).ty();
            module.funcs.get_mut(id).kind = FunctionKind::Import(walrus::ImportedFunction { import, ty });
        }
        ExportItem::Table(id) => {
            module.tables.get_mut(id).import = Some(module.imports.add(FIRST, name, ImportKind::Table(id)));
        }
        ExportItem::Memory(id) => {
            module.memories.get_mut(id).import =
                Some(module.imports.add(FIRST, name, ImportKind::Memory(id)));
        }
        ExportItem::Global(_) | ExportItem::Tag(_) => {}
    }
}

/// Keeps of the data what only the second half needs, a segment for each range.
fn take_data(module: &mut Module, later: &Later) -> Result<(), String> {
    let mut kept = Vec::new();
    let old: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in old {
        let data = module.data.get_mut(id);
        if let DataKind::Active { memory, offset } = &data.kind {
            let (memory, start) = (*memory, constant(offset)?);
            for range in &later.data {
                let bytes = overlap(start, &mut data.value, range).to_vec();
                if bytes.iter().any(|byte| *byte != 0) {
                    kept.push((memory, range.start.max(start), bytes));
                }
            }
            module.memories.get_mut(memory).data_segments.remove(&id);
        }
        module.data.delete(id);
    }
    for (memory, address, bytes) in kept {
        let offset = ConstExpr::Value(ir::Value::I32(address.cast_signed()));
        let id = module.data.add(DataKind::Active { memory, offset }, bytes);
        module.memories.get_mut(memory).data_segments.insert(id);
    }
    Ok(())
}

/// The bytes of a segment that begins at an address which lie in a range of addresses.
fn overlap<'a>(start: u32, bytes: &'a mut [u8], range: &Range<u32>) -> &'a mut [u8] {
    let place = |address: u32| usize::try_from(address.saturating_sub(start)).unwrap_or(usize::MAX);
    let end = place(range.end).min(bytes.len());
    bytes.get_mut(place(range.start).min(end)..end).unwrap_or_default()
}
