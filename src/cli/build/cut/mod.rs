//! One program, two modules: what the first question needs, and the rest.
//!
//! The page is one Rust program with doorways in it, functions behind which lies code that
//! nobody needs before the whole rulebook is there. Everything that can be reached only through
//! a doorway, functions and data, goes to a second module, fetched with the rulebook. The first
//! half's doorways call into table slots that are empty until then, so that a call which comes
//! too early is a trap and never a wrong result.
//!
//! | file | does |
//! |---|---|
//! | `links` | reads from cargo's module what refers to what |
//! | `reach` | finds what is reached only through doorways |
//! | `halves` | makes two modules of the bound one |
//! | `slots`, `globals`, `calls` | its table, its globals, who calls whom |
//!
//! Found in cargo's module, before wasm-bindgen, because only there the linker's relocations are
//! true; carried over to the bound module by the names of functions and the addresses of data.

mod calls;
mod globals;
mod halves;
mod links;
mod reach;
mod slots;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use rustc_demangle::demangle;
use walrus::{ExportItem, Module};

use links::Links;

/// The functions behind which code may come later, each with whoever sees to it that it is not
/// called before: `Model::lacks` shows a waiting screen in place of every later one. They are
/// `#[inline(never)]`.
const DOORWAYS: [&str; 1] = ["web::later::page"];

/// Cuts the bound module; `raw` is the module of cargo's that was bound. Gives the first half
/// and the second, without names.
///
/// # Errors
/// A doorway is not in the module, or the module is not as cargo and wasm-bindgen make it.
pub(super) fn halves(raw: &[u8], bound: &[u8]) -> Result<[Vec<u8>; 2], String> {
    let links = links::read(raw)?;
    let doorways = doorways(&links)?;
    let whole = halves::parse(bound)?;
    let mut needed: BTreeSet<String> = exported(&whole);
    let later = loop {
        let later = reach::later(&links, &doorways, &needed);
        let more = called(&whole, &later.functions, &doorways);
        if more.is_subset(&needed) {
            break later;
        }
        needed.extend(more);
    };
    let (mut first, mut second) = (whole, halves::parse(bound)?);
    halves::first(&mut first, &later, &doorways)?;
    halves::second(&mut second, &later, &doorways)?;
    Ok([first.emit_wasm(), second.emit_wasm()])
}

/// The doorways' names in the module.
fn doorways(links: &Links) -> Result<BTreeSet<String>, String> {
    let find = |path: &&str| {
        let is_path = |name: &&String| format!("{:#}", demangle(name)) == **path;
        links.names.values().find(is_path).cloned().ok_or_else(|| format!("it has no function `{path}`"))
    };
    DOORWAYS.iter().map(find).collect()
}

/// The functions that the browser calls, by name.
fn exported(module: &Module) -> BTreeSet<String> {
    let functions = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => module.funcs.get(id).name.clone(),
        _ => None,
    });
    functions.collect()
}

/// Later functions that something of the first half calls all the same: wasm-bindgen writes
/// functions too, which cargo's module knows nothing of.
fn called(module: &Module, later: &BTreeSet<String>, doorways: &BTreeSet<String>) -> BTreeSet<String> {
    let is_later = |name: &Option<String>| name.as_ref().is_some_and(|name| later.contains(name));
    let callers = module.funcs.iter().filter(|function| !is_later(&function.name));
    let callees = callers.flat_map(calls::of);
    let names = callees.filter_map(|id| module.funcs.get(id).name.clone());
    names.filter(|name| later.contains(name) && !doorways.contains(name)).collect()
}
