//! Differences between versions: brute force agrees, and witnesses are reproduced by the engine.

use std::path::{Path, PathBuf};

use assessor::{Answers, assess};
use prover::Difference;
use tests::{assessor, root};

use super::{confirmed, generated, read};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn brute_force_agrees_on_differences() {
    let (mut changed, mut same) = (0, 0);
    for seed in 0..40 {
        let versions = [seed, seed + 1].map(|seed| {
            let folder = folder(&format!("version-{seed}"));
            generated::write(&folder, seed);
            read(&folder).0
        });
        let [old, new] = &versions;
        let day = new.definition().as_of;
        let difference = prover::diff(old, new);
        let reports: Vec<_> = generated::all_answers()
            .iter()
            .map(|answers| [old, new].map(|version| assess(version, answers, day)))
            .collect();
        for id in ["one", "two", "three"] {
            let both = || reports.iter().map(|[a, b]| (confirmed(a, id), confirmed(b, id)));
            let (gained, lost) = (both().any(|it| it == (false, true)), both().any(|it| it == (true, false)));
            let found = difference.outcomes.iter().find(|it| it.id == id);
            assert_eq!(found.is_some(), gained || lost, "seed {seed}: {id}");
            changed += usize::from(gained || lost);
            let Some(found) = found else {
                same += 1;
                continue;
            };
            assert_eq!((found.gained.is_some(), found.lost.is_some()), (gained, lost), "seed {seed}: {id}");
            let stands = |answers: &Answers| [old, new].map(|it| confirmed(&assess(it, answers, day), id));
            assert!(
                found.gained.as_ref().is_none_or(|it| stands(it) == [false, true]),
                "seed {seed}: {found:?} {:?}",
                found.gained.as_ref().map(stands)
            );
            assert!(found.lost.as_ref().is_none_or(|it| stands(it) == [true, false]), "{found:?}");
        }
    }
    assert!(changed > 50 && same > 0, "both were met: {changed}, {same}");
}

#[test]
fn a_rulebook_does_not_differ_from_itself() {
    let (rules, _) = read(&root().join("rules"));
    assert_eq!(prover::diff(&rules, &rules), Difference::default());
}

#[test]
fn differences_are_told_in_chinese_and_in_json() {
    let (old, new) = (root().join("tests/small"), folder("small-new"));
    std::fs::create_dir_all(&new).expect("a folder");
    for (file, from, to) in [
        ("rulebook", "版本: \"1\"", "版本: \"2\""),
        ("base", "", ""),
        ("profile", "food: 餐饮", "food: 餐饮, tea: 茶馆"),
        ("route", "后果: 输了负担重", "后果: 输了负担很重"),
        ("domain", "人数 >= 10", "人数 > 10"),
    ] {
        let name = format!("{file}.yaml");
        let text = std::fs::read_to_string(old.join(&name)).expect("a file");
        std::fs::write(new.join(&name), text.replace(from, to).replace("人数: 10}", "人数: 11}"))
            .expect("written");
    }
    let folders = [old.to_str().expect("UTF-8"), new.to_str().expect("UTF-8")];
    let ran = assessor(&root(), &["diff", folders[0], folders[1]], "");
    let expected = "只改了文字的 1 个：big-claim\n问题“trades”改了问法、范围或选项\n  新增选项：tea\n\
                    “many-or-food”的结果变了\n  原来触发，现在不触发：人数=10人，雇人=是，业态=以上都没有\n";
    assert_eq!(ran.output, expected, "{}", ran.errors);
    let ran = assessor(&root(), &["diff", folders[0], folders[1], "--json"], "");
    let json: serde_json::Value = serde_json::from_str(&ran.output).expect("JSON");
    assert_eq!(json["outcomes"][0]["lost"]["count"], "10", "{json:#}");
    assert_eq!(json["asked"][0]["options"]["added"][0], "tea", "{json:#}");
    assert!(json["outcomes"][0]["gained"].is_null(), "{json:#}");
}
