//! A small program with one doorway, cut; what it is made of stands beside each test.

use walrus::ir::{self, BinaryOp, LoadKind, MemArg};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, FunctionBuilder, Module, ModuleConfig, RefType, ValType,
};

use super::super::mvp;
use super::reach::Later;
use super::*;

/// `start` calls `shared` and `page`; `page` calls `shared`, adds what stands at 1032 and a global,
/// and calls `click`, which has the second of two slots, by the table. `log` comes from JavaScript.
fn program() -> Vec<u8> {
    let mut module = Module::with_config(ModuleConfig::new());
    let signature = [ValType::I32];
    let ty = module.types.add(&signature, &signature);
    let memory = module.memories.add_local(false, false, 1, None, None);
    let table = module.tables.add_local(false, 3, Some(3), RefType::FUNCREF);
    let number = |value| ConstExpr::Value(ir::Value::I32(value));
    let pointer = module.globals.add_local(ValType::I32, true, false, number(7));
    let (log, _) = module.add_import_func("browser", "log", ty);
    module.funcs.get_mut(log).name = Some("log".to_owned());
    let mut function = |name: &str, body: &dyn Fn(&mut walrus::InstrSeqBuilder)| {
        let mut builder = FunctionBuilder::new(&mut module.types, &signature, &signature);
        let argument = module.locals.add(ValType::I32);
        let mut code = builder.name(name.to_owned()).func_body();
        code.local_get(argument);
        body(&mut code);
        builder.finish(vec![argument], &mut module.funcs)
    };
    let shared = function("shared", &|code| {
        code.i32_const(1).binop(BinaryOp::I32Add);
    });
    let click = function("click", &|code| {
        code.call(log);
    });
    let page = function("page", &|code| {
        let place = MemArg { align: 4, offset: 0 };
        code.call(shared).i32_const(1032).load(memory, LoadKind::I32 { atomic: false }, place);
        code.binop(BinaryOp::I32Add)
            .global_get(pointer)
            .binop(BinaryOp::I32Add)
            .i32_const(2)
            .call_indirect(ty, table);
    });
    let start = function("start", &|code| {
        code.call(shared).call(page);
    });
    module.exports.add("start", start);
    let slot = |at| ElementKind::Active { table, offset: number(at) };
    let element = module.elements.add(slot(1), ElementItems::Functions(vec![shared, click]));
    module.tables.get_mut(table).elem_segments.insert(element);
    let data =
        module.data.add(DataKind::Active { memory, offset: number(1024) }, b"first...later...".to_vec());
    module.memories.get_mut(memory).data_segments.insert(data);
    module.emit_wasm()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn cut() -> [Vec<u8>; 2] {
    let (mut first, mut second) = (halves::parse(&program()).unwrap(), halves::parse(&program()).unwrap());
    let later = Later { functions: names(&["page", "click", "log"]), data: vec![1032..1040, 2000..2004] };
    halves::first(&mut first, &later, &names(&["page"])).unwrap();
    halves::second(&mut second, &later, &names(&["page"])).unwrap();
    [first.emit_wasm(), second.emit_wasm()]
}

fn has(module: &[u8], text: &str) -> bool {
    module.windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

#[test]
fn each_half_is_for_old_phones_and_holds_its_own_data() {
    let [first, second] = cut();
    assert_eq!((mvp::validate(&first), mvp::validate(&second)), (Ok(()), Ok(())));
    assert!(has(&first, "first...") && !has(&first, "later"));
    assert!(has(&second, "later...") && !has(&second, "first..."));
}

#[test]
fn the_second_half_imports_what_the_first_exports_and_nothing_else() {
    let [first, second] = cut().map(|half| Module::from_buffer(&half).unwrap());
    let exported: BTreeSet<_> = first.exports.iter().map(|export| export.name.as_str()).collect();
    let imported: BTreeSet<_> = second.imports.iter().map(|import| import.name.as_str()).collect();
    assert!(imported.is_subset(&exported), "{imported:?} of {exported:?}");
    assert_eq!(imported.len(), 5, "memory, table, `shared`, `log`, the global's value: {imported:?}");
    assert!(second.imports.iter().all(|import| import.module == "first"));
    assert_eq!(first.imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["log"]);
    assert_eq!(second.exports.iter().count(), 0);
}

/// Slots 1 and 2 as before, and a third for the doorway, which had none.
#[test]
fn later_functions_are_empty_slots_until_the_second_half_fills_them() {
    let slots = |module: &Module| {
        let segments = module.elements.iter().map(|element| match (&element.kind, &element.items) {
            (
                ElementKind::Active { offset: ConstExpr::Value(ir::Value::I32(at)), .. },
                ElementItems::Functions(functions),
            ) => (*at, functions.len()),
            _ => (0, 0),
        });
        segments.collect::<Vec<_>>()
    };
    let [first, second] = cut().map(|half| Module::from_buffer(&half).unwrap());
    assert_eq!((slots(&first), slots(&second)), (vec![(1, 1)], vec![(2, 2)]));
    assert_eq!(
        first.funcs.iter_local().count(),
        4,
        "`start`, `shared`, `page` that calls its slot, the global"
    );
    assert_eq!(second.funcs.iter_local().count(), 2, "`page` and `click`");
    assert!(first.tables.iter().all(|table| (table.initial, table.maximum) == (4, Some(4))));
}

#[test]
fn a_module_without_relocations_or_doorway_is_refused() {
    let refused = super::halves(&program(), &program()).unwrap_err();
    assert!(refused.contains("no relocations"), "{refused}");
    let links = Links { names: [(0, "main".to_owned())].into(), ..Links::default() };
    assert!(doorways(&links).unwrap_err().contains("web::later::page"));
}
