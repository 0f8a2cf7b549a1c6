//! The picture to save: painted once the screen is there, and shown as an image of its own, since a
//! long press saves images and nothing else.

use yew::prelude::*;

use crate::browser::Easel;
use crate::handout::{self, Poster, Summary};
use crate::parts::plain;

/// What is to be painted.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Given {
    /// The picture.
    pub poster: Poster,
    /// What is on it, for those who cannot see it.
    pub name: String,
    /// Whether files can be saved, so that there is a link for that too.
    pub file: bool,
}

/// The picture of a summary; none where the device cannot draw.
pub fn picture(summary: &Summary<'_>, address: &str, file: bool) -> Html {
    let Some(easel) = Easel::new() else {
        return plain("这台设备画不出图片。请截屏，或者复制下面的文字。");
    };
    let code = handout::code(address);
    let poster = handout::poster(summary, code.as_deref(), |words, font| easel.width(words, font));
    let level = summary.level.as_ref().map(|(_, sentence)| sentence.as_str()).unwrap_or_default();
    let name = format!("结果图片：{level}内容和下面的文字一样，还有自测网址的二维码。");
    html! { <Picture {poster} {name} {file} /> }
}

/// The painted picture.
#[derive(Debug)]
struct Picture {
    /// The address of the image; none before it is painted.
    image: Option<String>,
    failed: bool,
}

impl Component for Picture {
    type Message = Option<String>;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { image: None, failed: false }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Given) -> bool {
        Self::paint(ctx);
        false
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            Self::paint(ctx);
        }
    }

    fn update(&mut self, _: &Context<Self>, image: Option<String>) -> bool {
        self.failed = image.is_none();
        self.image = image;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Given { name, file, .. } = ctx.props();
        if self.failed {
            return plain("这台设备画不出图片。请截屏，或者复制下面的文字。");
        }
        let Some(image) = &self.image else { return plain("正在画图……") };
        html! {
            <>
                <img id="picture" class="lra-picture" src={image.clone()} alt={name.clone()} />
                if *file {
                    <a class="weui-btn weui-btn_default" href={image.clone()} download="result.png">{ "保存图片" }</a>
                }
            </>
        }
    }
}

impl Picture {
    fn paint(ctx: &Context<Self>) {
        ctx.link().send_message(Easel::new().and_then(|easel| easel.paint(&ctx.props().poster)));
    }
}
