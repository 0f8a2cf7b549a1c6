//! Evaluating the atoms of rules takes nothing from the heap: comparisons of choices, numbers,
//! dates and truth values, and what joins them.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a panic in a test is a failing test")]
use feel::{Scope, Type, Value, compile};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counting.
struct Counting;

#[expect(unsafe_code, reason = "an allocator is unsafe by its trait; this one hands everything on")]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        COUNT.set(COUNT.get() + 1);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The names of a small questionnaire, with answers.
fn world() -> (Scope, Vec<Value>) {
    let mut scope = Scope::new();
    let day = |text: &str| Value::Date(text.parse().unwrap());
    let answers = [
        ("合同", Type::choice(["都签了", "部分没签", "都没签"]), Value::string("部分没签")),
        ("人数", Type::Number, Value::from(10)),
        ("工资", Type::Number, Value::Number("1720.50".parse().unwrap())),
        ("社保", Type::Boolean, Value::Boolean(true)),
        ("入职", Type::Date, day("2026-01-31")),
        ("今天", Type::Date, day("2026-03-01")),
        ("问题", Type::list(Type::choice(["欠薪", "欠税"])), Value::list(vec![Value::string("欠薪")])),
        ("未答", Type::Number, Value::Unknown),
    ];
    let mut values = Vec::new();
    for (name, ty, value) in answers {
        scope.declare(name, ty);
        values.push(value);
    }
    (scope, values)
}

/// Allocations of one evaluation.
fn allocations(text: &str) -> usize {
    let (scope, values) = world();
    let (program, complaints) = compile(text, &scope);
    let Some(program) = program.filter(|_| complaints.is_empty()) else { panic!("{text}: {complaints:?}") };
    let before = COUNT.get();
    let value = program.eval(&values);
    let count = COUNT.get() - before;
    assert_ne!(value, Value::Null, "{text}");
    count
}

#[test]
fn atoms_allocate_nothing() {
    let texts = [
        "合同 = \"部分没签\"",
        "合同 != \"都签了\"",
        "社保 = true",
        "not(社保)",
        "人数 > 3",
        "人数 >= 10 and 工资 < 1720.51",
        "工资 * 2 > 3000",
        "人数 between 1 and 20",
        "人数 in [1..20]",
        "合同 in [\"部分没签\", \"都没签\"]",
        "入职 < 今天",
        "入职 + @\"P1M\" < 今天",
        "今天 - @\"P90D\" > 入职",
        "list contains(问题, \"欠薪\")",
        "count(问题) > 0",
        "社保 and 合同 = \"都签了\" or 人数 < 5 and 入职 < 今天",
        "未答 > 3 and 合同 = \"都签了\"",
        "未答 > 3 or 社保 = false",
        "if 社保 then 入职 + @\"P1Y\" else 今天",
    ];
    let guilty: Vec<(&str, usize)> =
        texts.iter().map(|text| (*text, allocations(text))).filter(|(_, count)| *count > 0).collect();
    assert!(guilty.is_empty(), "allocations: {guilty:#?}");
}

#[test]
fn the_count_counts() {
    assert!(allocations("[人数, 人数]") > 0);
}
