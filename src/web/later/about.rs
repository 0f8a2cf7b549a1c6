//! What this is, which rules it applies, and what happens to the answers.

use assessor::definition::Commitment;
use assessor::{FORMAT, words};
use yew::prelude::*;

use crate::browser;
use crate::model::Model;
use crate::pages::Page;
use crate::parts::{Send, keep, note, plain, theme_switch};

pub fn page(model: &Model, send: &Send) -> Page {
    let rulebook = model.rulebook();
    let rules = rulebook.definition();
    let short: String = rulebook.sha256().chars().take(12).collect();
    let applied = format!(
        "{}，版本 {}，法规截至 {}，适用地区：{}。",
        rules.title,
        rules.version,
        words::date(rules.as_of),
        rules.region
    );
    let body = html! {
        <div class="lra-block">
            { title("这是什么") }
            { plain("给企业和个体工商户自查法律风险用的。您回答问题，手机按公开的规则算出哪些风险确定存在、哪些可能存在，并给出法律依据、步骤、期限和该找的单位。") }
            { plain("结果仅供参考，不替代律师意见，也不是任何机关的决定。") }
            { title("您的回答") }
            { plain("不问姓名和电话，回答只在这台设备上计算，不上传；您勾选了才会存在本机，随时可以清除。") }
            if browser::is_kept_offline() {
                { plain("为了没有网也能打开，浏览器会把本页的程序和规则存一份，里面没有您的回答；点最下面的“清除本机数据”，会连同回答一起删掉，下次联网打开时再存。") }
            }
            { keep(model.saving(), send) }
            { title("颜色") }
            { theme_switch(model.look(), send) }
            { title("用的是哪些规则") }
            { plain(applied) }
            { note(format!("规则文件校验码（SHA-256 前 12 位）：{short}；格式 {FORMAT}。")) }
            if !rules.deeds.is_empty() {
                { title("本市为企业做了什么") }
                { note("只是公开过的数字和荣誉，供了解；眼下能用的，写在各条结果的步骤里。") }
                <ul class="lra-list">{ for rules.deeds.iter().map(deed) }</ul>
            }
            { title("开放源代码") }
            { note("本页程序按 MIT 或 Apache-2.0 许可证公开；界面样式用了 WeUI（MIT 许可证）。") }
        </div>
    };
    Page::new("关于本页", body)
}

fn deed(deed: &Commitment) -> Html {
    html! { <li>{ &deed.text }<span class="lra-note">{ "（" }{ &deed.source }{ "）" }</span></li> }
}

fn title(words: &'static str) -> Html {
    html! { <h2 class="lra-block__title">{ words }</h2> }
}
