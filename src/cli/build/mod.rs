//! From sources to the deployable site: hashed names, integrity hashes, precompressed, measured.
//!
//! | stage | in | out |
//! |---|---|---|
//! | `compile` | `src/web` and what it uses | cargo's module for wasm32, MVP code |
//! | `bindgen` | cargo's module | the bound module, and its script ("glue") |
//! | `cut` | the bound module | what the first question needs, and the rest |
//! | `optimise` | each half | MVP only, small |
//! | `without_wasm` | the bound module | the program as a script, for browsers without WebAssembly |
//! | `assets` | glue, `www/boot.js`, style sheets | minified for the oldest WebViews |
//! | `embed` | `www/embed`, glue and loader | the kit for other pages |
//! | `offline` | `www/sw.js`, every file of a visit | the service worker |
//! | `article` | `www/article.html`, the site's address | an article that leads to the page, and a QR code |
//! | `card` | WeChat's JS-SDK, `www/card.js` | what a chat shows of the page, where there is a signing service |
//! | `page`, `template` | `www/index.html`, `www/directory.html`, the [`Intro`] | the static pages, filled |
//! | `licenses` | cargo's graph, `www/NOTICE.md` | the licences that go with every copy |
//! | `publish` | all of it | files in the folder, with `.br` and `.gz` beside |
//! | `package` | `src/js` | the npm package, instead of all after `bindgen` |
//! | `sizes` | what was published | the table, held against `www/budget.json` |
//!
//! Every stage is a function of its inputs, so two builds give the same bytes; `stages`
//! remembers results by the hash of those inputs, so an edit of the rules costs no compilation.

mod article;
mod assets;
mod bindgen;
mod card;
mod compile;
mod cut;
mod digest;
mod embed;
mod error;
mod licenses;
mod mvp;
mod offline;
mod optimise;
mod package;
mod page;
mod publish;
mod sections;
mod sizes;
mod stages;
mod template;
mod without_wasm;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

pub use bindgen::Bound;
use bindgen::Names;
pub use card::Card;
pub use compile::Profile;
pub use error::BuildError;
pub use package::package;
pub use page::{Contact, Domain, Hotline, Intro};
pub(crate) use publish::is_hashed;
pub use sizes::{Size, Sizes};

use crate::process;
use crate::setup::{self, Need};
use stages::Stages;

/// How much work goes into the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// The site as deployed: optimised, proved to be MVP wasm, held against the budget.
    Shipped,
    /// Seconds after an edit: for a browser of today, on this machine.
    Preview,
}

/// What the rules give to the page.
#[derive(Debug, Clone)]
pub struct Content {
    /// What the page begins with: a bundle, JSON in UTF-8.
    pub opening: Vec<u8>,
    /// The checked rulebook as the page loads it: a bundle, JSON in UTF-8.
    pub bundle: Vec<u8>,
    /// What the static page says before any script has run.
    pub intro: Intro,
}

/// What to build, beside the sources under the workspace's root.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder the site goes to; files of an earlier build in it are replaced, others kept.
    pub out: PathBuf,
    /// What the rules give to it.
    pub content: Content,
    /// Where it will be served, with a slash at the end: `https://example.org/law/`. Only tags to
    /// paste and the article page name it; the site works anywhere.
    pub url: Option<String>,
    /// What a chat shows when the page is passed on, where there is a service that signs it.
    pub card: Option<Card>,
    /// Whether phones may keep the page for visits without a network.
    pub offline: bool,
    /// How much work goes into the module.
    pub effort: Effort,
}

/// Builds the site. `root` is the workspace; `log` gets a line per step that takes time.
///
/// URLs in the page are relative, so the folder works under any base path.
///
/// # Errors
/// Something is missing and cannot be installed, the sources do not compile, a tool fails, a
/// file cannot be read or written, the module uses a feature old phones lack, or the site is
/// larger than the budget.
pub fn site(root: &Path, options: &Options, log: &mut dyn FnMut(&str)) -> Result<Sizes, BuildError> {
    let tools = setup::ensure(root, Need::Page, log)?;
    let place = root.join("target/page").join(tools.std.name());
    let _turn = take_turn(&place)?;
    let profile = match options.effort {
        Effort::Shipped => Profile::Small,
        Effort::Preview => Profile::Preview,
    };
    let raw = compile::module(root, &place, PAGE, tools.std, profile, log)?;
    let mut stages = Stages::open(place.join(match options.effort {
        Effort::Shipped => "stages",
        Effort::Preview => "stages-preview",
    }))?;
    let module = match options.effort {
        Effort::Shipped => shipped(root, &raw, &mut stages, log)?,
        Effort::Preview => {
            let bound = bindgen::bind(&raw, Names::Dropped, &mut stages, log)?;
            Modules { first: bound.module, later: None, script: None, glue: bound.glue }
        }
    };
    let boot = read(&root.join("www/boot.js"))?;
    let boot = assets::script(root, "boot.js", &boot, assets::BOOT_TARGET, &mut stages)?;
    let app = assets::script(root, "app.js", &module.glue, assets::APP_TARGET, &mut stages)?;
    let kit = embed::kit(root, &mut stages)?;
    let files = publish::Files {
        program: embed::program(&kit, &boot, &app),
        kit,
        app,
        boot,
        offline: offline(root, options, &mut stages)?,
        style: assets::style(root, &mut stages)?,
        icon: read(&root.join("www/icon.svg"))?,
        licenses: licenses::collect(root, &mut stages)?,
        module: module.first,
        later: module.later,
        engine: module.script,
        opening: options.content.opening.clone(),
        rulebook: options.content.bundle.clone(),
        card: options.card.as_ref().map(|card| card::files(root, card, &mut stages)).transpose()?,
    };
    let sizes = publish::publish(root, files, options, &mut stages, log)?;
    stages.close()?;
    match options.effort {
        Effort::Shipped => sizes.within_budget(&root.join("www/budget.json")),
        Effort::Preview => Ok(sizes),
    }
}

/// What has the page kept, where it may be.
fn offline(root: &Path, options: &Options, stages: &mut Stages) -> Result<Option<Vec<u8>>, BuildError> {
    let source = read(&root.join("www/offline.js"))?;
    let script = || assets::script(root, "offline.js", &source, assets::APP_TARGET, stages);
    options.offline.then(script).transpose()
}

/// The page's program, in as many modules as it is shipped in, and the script that binds it.
struct Modules {
    first: Vec<u8>,
    later: Option<Vec<u8>>,
    /// The whole of it, for browsers without WebAssembly.
    script: Option<Vec<u8>>,
    glue: Vec<u8>,
}

/// Cargo's module as phones get it.
fn shipped(
    root: &Path,
    raw: &[u8],
    stages: &mut Stages,
    log: &mut dyn FnMut(&str),
) -> Result<Modules, BuildError> {
    let bound = bindgen::bind(raw, Names::Kept, stages, log)?;
    let failed = |error| BuildError::Module(format!("the module cannot be cut in two: {error}"));
    // Half a second, and a function of this program too: not worth remembering.
    let [first, later] = process::timed(log, "cut", |_| cut::halves(raw, &bound.module).map_err(failed))?;
    let first = optimise::shrink(root, &first, stages, log)?;
    let later = optimise::shrink(root, &later, stages, log)?;
    let script = without_wasm::script(root, &bound.module, stages, log)?;
    Ok(Modules { first, later: Some(later), script: Some(script), glue: bound.glue })
}

/// The package that is the page.
const PAGE: &str = "web";

/// A module bound for a classic script, and that script: the page's own way from Rust to the
/// browser, for another package of the workspace. `log` gets a line per step that takes time.
///
/// # Errors
/// As for [`site`], as far as it goes.
pub fn module(
    root: &Path,
    package: &str,
    profile: Profile,
    log: &mut dyn FnMut(&str),
) -> Result<Bound, BuildError> {
    bound(root, package, profile, log, |bound, _, _| Ok(bound))
}

/// As [`module`], but the module is a script for browsers without WebAssembly: it puts a stand-in
/// in the place of WebAssembly.
///
/// # Errors
/// As for [`site`], as far as it goes.
pub fn module_without_wasm(
    root: &Path,
    package: &str,
    log: &mut dyn FnMut(&str),
) -> Result<Vec<u8>, BuildError> {
    bound(root, package, Profile::Small, log, |bound, stages, log| {
        without_wasm::script(root, &bound.module, stages, log)
    })
}

/// Compiles and binds a package, and goes on from there.
fn bound<T>(
    root: &Path,
    package: &str,
    profile: Profile,
    log: &mut dyn FnMut(&str),
    go_on: impl FnOnce(Bound, &mut Stages, &mut dyn FnMut(&str)) -> Result<T, BuildError>,
) -> Result<T, BuildError> {
    let tools = setup::ensure(root, Need::Page, log)?;
    let place = root.join("target/page").join(tools.std.name());
    let _turn = take_turn(&place)?;
    let raw = compile::module(root, &place, package, tools.std, profile, log)?;
    let mut stages = Stages::open(place.join(format!("stages-{package}")))?;
    let bound = bindgen::bind(&raw, Names::Dropped, &mut stages, log)?;
    let result = go_on(bound, &mut stages, log)?;
    stages.close()?;
    Ok(result)
}

/// Holds the folder of nested builds until the file is dropped: two test programs may want the site at once.
fn take_turn(place: &Path) -> Result<File, BuildError> {
    let path = place.join("build.lock");
    let lock = || {
        fs::create_dir_all(place)?;
        let file = File::create(&path)?;
        file.lock()?;
        Ok(file)
    };
    lock().map_err(|error| BuildError::file(&path, error))
}

fn read(path: &Path) -> Result<Vec<u8>, BuildError> {
    fs::read(path).map_err(|error| BuildError::file(path, error))
}
