//! The foot of every screen: which rules, which law, and what this is not.

use assessor::{Rulebook, words};
use yew::prelude::*;

use crate::model::Route;

/// The foot.
pub fn foot(rulebook: &Rulebook) -> Html {
    let rules = rulebook.definition();
    let links = [(Route::Agencies, "全部电话"), (Route::About, "关于本页"), (Route::Erase, "清除本机数据")];
    html! {
        <footer class="weui-footer lra-foot">
            <nav class="weui-footer__links" aria-label="其他">
                { for links.map(|(to, label)| html! {
                    <a key={label} id={format!("foot-{}", to.link_id())} class="weui-footer__link" href={to.to_string()}>{ label }</a>
                }) }
            </nav>
            <p class="weui-footer__text">{ "回答只在这台设备上，不上传" }</p>
            <p class="weui-footer__text">{ "规则版本 " }{ &rules.version }</p>
            <p class="weui-footer__text">{ "法规截至 " }{ words::date(rules.as_of) }</p>
            <p class="weui-footer__text">{ "仅供参考，不替代律师意见" }</p>
        </footer>
    }
}
