//! 这里不对: a text about a question or a finding, for whoever maintains the rules. There is no server
//! to send it to; the owner passes it on.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::copy::Copy;
use crate::handout::Feedback;
use crate::model::{Model, Subject};
use crate::pages::Page;
use crate::parts::{note, plain, text};

/// The screen about a question or a finding; none if there is none of that id.
pub fn page(model: &Model, subject: Subject, id: &str) -> Option<Page> {
    let rulebook = model.rulebook();
    let (kind, title) = match subject {
        Subject::Question => ("题目", &rulebook.question(id)?.text),
        Subject::Finding => ("结果", &rulebook.finding(id)?.title),
    };
    let feedback = Feedback::new(rulebook, model.session().on(), kind, id, title);
    let body = html! { <>{ text(format!("{kind}：{title}")) }<Form {feedback} /></> };
    Some(Page::new("这里不对", body))
}

#[derive(Debug, Clone, PartialEq, Properties)]
struct Given {
    feedback: Feedback,
}

/// What the owner writes; forgotten with the screen.
#[derive(Debug)]
struct Form {
    said: String,
}

impl Component for Form {
    type Message = String;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { said: String::new() }
    }

    fn update(&mut self, _: &Context<Self>, said: String) -> bool {
        self.said = said;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let oninput = ctx.link().callback(|event: InputEvent| {
            let field = event.target_dyn_into::<HtmlTextAreaElement>();
            field.map(|it| it.value()).unwrap_or_default()
        });
        let text = ctx.props().feedback.text(&self.said);
        html! {
            <div class="lra-block">
                <label for="said">{ plain("哪里不对？比如：和实际规定不一样，看不懂，不知道怎么选，电话打不通。") }</label>
                <textarea id="said" class="lra-area" rows="4" maxlength="1000" value={self.said.clone()} {oninput} />
                { note("不用写姓名、电话和案情。下面的文字里没有您的回答。") }
                <Copy id="feedback" {text} label="复制这段文字" />
                { plain("复制后，发给您看到这个自测的公众号或网站，维护规则的人凭编号就能找到这一处。") }
            </div>
        }
    }
}
