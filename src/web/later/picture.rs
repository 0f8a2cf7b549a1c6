//! The picture to save: painted once the screen is there, and shown as an image of its own, since a
//! long press saves images and nothing else.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::pass::Pass;
use crate::browser::{self, Easel, Parcel};
use crate::handout::{self, Poster, Summary};
use crate::parts::{DEFAULT, button, plain};

/// The name of the file.
const FILE: &str = "result.png";

/// Said where the device cannot draw.
const NONE: &str = "这台设备画不出图片。请截屏，或者复制下面的文字。";

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
        return plain(NONE);
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
    /// Set while it is being waited for.
    waiting: Option<Timeout>,
    /// The address of the image, or that there is none.
    image: Option<Result<String, ()>>,
}

/// Milliseconds before painting starts. A large PNG keeps a slow phone busy for a second, and
/// nothing else of the screen is to wait for that.
const PAUSE: u32 = 50;

impl Component for Picture {
    /// It is time to paint.
    type Message = ();
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        Self { waiting: Some(Self::soon(ctx)), image: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Given) -> bool {
        self.waiting = Some(Self::soon(ctx));
        false
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.waiting = None;
        self.image = Some(Easel::new().and_then(|easel| easel.paint(&ctx.props().poster)).ok_or(()));
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Given { name, file, .. } = ctx.props();
        match &self.image {
            None => plain("正在画图……"),
            Some(Err(())) => plain(NONE),
            Some(Ok(image)) => html! {
                <>
                    <img id="picture" class="lra-picture" src={image.clone()} alt={name.clone()} />
                    <Pass parcel={Parcel::Picture(image.clone(), FILE)} label="转发图片" />
                    if browser::framed() {
                        { apart(image, name) }
                    }
                    if *file {
                        <a class="weui-btn weui-btn_default" href={image.clone()} download={FILE}>{ "保存图片" }</a>
                    }
                </>
            },
        }
    }
}

impl Picture {
    fn soon(ctx: &Context<Self>) -> Timeout {
        let link = ctx.link().clone();
        Timeout::new(PAUSE, move || link.send_message(()))
    }
}

fn apart(image: &str, name: &str) -> Html {
    let (image, name) = (image.to_owned(), name.to_owned());
    button(DEFAULT, "在新页面打开图片", Callback::from(move |_| browser::show_apart(&image, &name)))
}
