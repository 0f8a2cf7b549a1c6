//! Small rulebooks with random conditions, contradictions among them, and all their answers.

use std::fs;
use std::path::Path;

use assessor::{Answers, Input};

/// Writes a rulebook into a folder. The same seed writes the same rules.
pub fn write(folder: &Path, seed: u64) {
    fs::create_dir_all(folder).expect("a folder");
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1);
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("small");
    for file in ["base.yaml", "rulebook.yaml"] {
        fs::copy(small.join(file), folder.join(file)).expect("a copy");
    }
    let profile = "档案: profile\n名称: 基本\n说明: 先答\n问题:\n  - {id: yes, 名称: 是否题, 问: 是？, 为什么问: 要, 类型: 是否}\n";
    fs::write(folder.join("profile.yaml"), profile).expect("written");
    let domain = format!(
        "领域: labor\n名称: 用工\n说明: 一\n适用: 是否题 = true\n问题:\n\
         \x20 - {{id: letter, 名称: 字母, 问: 哪个？, 为什么问: 要, 类型: 单选, 选项: {{a: 甲, b: 乙, c: 丙}}}}\n\
         \x20 - {{id: count, 名称: 人数, 问: 几个？, 为什么问: 要, 类型: 整数, 最小: 0, 最大: 4, 何时问: '{}'}}\n\
         \x20 - {{id: many, 名称: 多项, 问: 哪些？, 为什么问: 要, 类型: 多选, 选项: {{x: 子, y: 丑}}, 何时问: '{}'}}\n\
         \x20 - {{id: day, 名称: 日子, 问: 哪天？, 为什么问: 要, 类型: 日期, 时间: 过去, 何时问: '{}'}}\n{}风险:\n{}{}{}",
        dice.condition(1, 1),
        dice.condition(2, 1),
        dice.condition(3, 1),
        table(&mut dice),
        finding(&mut dice, "one", "", true),
        finding(&mut dice, "two", "    互斥: [one]\n", false),
        // Something reads every question.
        entry(
            "four",
            "字母 in [\"甲\", \"丙\"] or 人数 >= 0 or count(多项) >= 0 or 日子 <= 评估日期",
            "",
            false
        ),
    );
    fs::write(folder.join("domain.yaml"), domain).expect("written");
    let route =
        format!(
            "路线: claim\n名称: 要钱\n分组: 人\n说明: 二\n问题:\n\
         \x20 - {{id: other, 名称: 另一题, 问: 是？, 为什么问: 要, 类型: 是否}}\n指引:\n{}",
            finding(&mut dice, "three", "", false)
                .replace("    类别: 合同\n    严重程度: 高\n", "")
                .replacen("触发: '", "触发: '(另一题 = true or 另一题 = false) and ", 1),
        );
    fs::write(folder.join("route.yaml"), route).expect("written");
}

/// A decision table on the choice and the number.
fn table(dice: &mut Dice) -> String {
    const LETTERS: [&str; 4] = ["-", "\"甲\"", "\"甲\", \"乙\"", "not(\"甲\")"];
    const COUNTS: [&str; 6] = ["-", "< 2", "[1..3]", "> 2", "0, 4", "not(2)"];
    let policy = ["唯一", "一致", "首个"][dice.roll(3) as usize];
    let mut text = format!(
        "决策:\n  - 名称: 档次\n    说明: 表\n    命中策略: {policy}\n    输入: [字母, 人数]\n    规则:\n"
    );
    for _ in 0..2 + dice.roll(3) {
        let (letter, count) = (LETTERS[dice.roll(4) as usize], COUNTS[dice.roll(6) as usize]);
        text += &format!("      - {{条件: ['{letter}', '{count}'], 结论: {}}}\n", 1 + dice.roll(2));
    }
    if dice.roll(3) == 0 {
        text += "    默认: 3\n";
    }
    text
}

fn finding(dice: &mut Dice, id: &str, extra: &str, dated: bool) -> String {
    entry(id, &dice.condition(4, 2), extra, dated)
}

fn entry(id: &str, condition: &str, extra: &str, dated: bool) -> String {
    let deadline =
        "    期限:\n      - {事项: 办, 截止: '日子 + @\"P10D\"', 规则: 十日, 依据: 《劳动合同法》第十条}\n";
    format!(
        "  - id: {id}\n    名称: 条目{id}\n    触发: '{condition}'\n    类别: 合同\n    严重程度: 高\n    紧急程度: 尽快\n\
         \x20   依据: 《劳动合同法》第十条\n    后果: 有\n    步骤: [做]\n    材料: [有]\n{}{extra}\
         \x20   找谁: [hotline]\n    复核日期: 2027-06-30\n    示例:\n\
         \x20     - {{情形: 是, 回答: {{是否题: 是}}, 结果: 触发}}\n\
         \x20     - {{情形: 否, 回答: {{是否题: 否}}, 结果: 不触发}}\n",
        if dated { deadline } else { "" },
    )
}

/// Every answer that the conditions can tell apart, and more.
pub fn all_answers() -> Vec<Answers> {
    let text = |text: &str| Input::Text(text.into());
    let list = |ids: &[&str]| Input::List(ids.iter().map(|id| (*id).into()).collect());
    let domains: [(&str, Vec<Input>); 6] = [
        ("yes", vec![Input::Boolean(false), Input::Boolean(true)]),
        ("letter", ["a", "b", "c"].map(text).into()),
        ("count", ["0", "1", "2", "3", "4"].map(text).into()),
        ("many", vec![list(&[]), list(&["x"]), list(&["y"]), list(&["x", "y"])]),
        ("day", ["2020-01-01", "2026-10-23", "2026-10-24", "2026-11-22", "2026-11-23"].map(text).into()),
        ("other", vec![Input::Boolean(true)]),
    ];
    let mut all = vec![Answers::default()];
    for (question, inputs) in domains {
        let with = all.iter().flat_map(|answers| {
            inputs.iter().map(|input| {
                let mut answers = answers.clone();
                answers.insert(question, input.clone());
                answers
            })
        });
        all = with.collect();
    }
    all
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) % sides
    }

    /// A condition on the first questions: 1 = the choice, 2 = the number too, and so on.
    fn condition(&mut self, questions: u64, depth: u32) -> String {
        if depth > 0 && self.roll(3) > 0 {
            let (a, b) = (self.condition(questions, depth - 1), self.condition(questions, depth - 1));
            return match self.roll(3) {
                0 => format!("({a} or {b})"),
                1 => format!("not({a})"),
                _ => format!("({a} and {b})"),
            };
        }
        let pick = |options: &[&str], at: u64| options[at as usize % options.len()].to_string();
        let at = self.roll(6);
        match self.roll(questions) {
            0 => pick(&["字母 = \"甲\"", "字母 != \"乙\"", "字母 in [\"甲\", \"丙\"]", "字母 = \"丙\""], at),
            1 => pick(
                &["人数 > 2", "人数 * 3 <= 4", "人数 in [1..3]", "人数 >= 0", "人数 = 0", "档次 in (1, > 2)"],
                at,
            ),
            2 => pick(
                &[
                    "list contains(多项, \"子\")",
                    "count(多项) = 0",
                    "count(多项) > 1",
                    "list contains(多项, \"丑\")",
                ],
                at,
            ),
            _ => pick(
                &[
                    "日子 + @\"P1M\" < 评估日期",
                    "日子 = 评估日期",
                    "日子 >= date(\"2026-10-24\")",
                    "日子 <= 评估日期",
                ],
                at,
            ),
        }
    }
}
