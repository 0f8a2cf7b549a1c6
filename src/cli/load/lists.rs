//! The lists of a rule file that is no section and no person, read straight into the document: any
//! of them may stand in any file.

use assessor::Diagnostic;
use assessor::document::{
    Agency, Calendar, Commitment, Companion, Document, Law, Practice, Programme, Renumbered, Repealed,
    Saying, Stated, Stiff, Text, Uncitable,
};
use serde_json::Value;

use super::node::Node;
use super::reader::{Fields, Pairs};
use super::schema::{Form, Shapes};

/// Makes the two functions that go through the table of lists: `key => place in the document: what
/// is read there`.
macro_rules! lists {
    ($what:literal { $($key:literal => $($place:ident).+: $type:ty),* $(,)? }) => {
        /// Adds the lists of a file to the document.
        pub fn read(document: &mut Document, node: &Node, complaints: &mut Vec<Diagnostic>) {
            let mut fields = Fields::of(node, $what, complaints);
            $(document.$($place).+.gather(fields.take::<$type>($key, complaints));)*
            fields.finish(complaints);
        }

        /// The JSON Schema of such a file.
        pub fn shape(_: &Value, shapes: &mut Shapes) -> Value {
            shapes.record("Lists", $what, |shapes| vec![$(shapes.key::<$type>($key, Form::Any)),*])
        }
    };
}

/// A place that several files add to.
trait Gather<R> {
    /// Adds what one file has.
    fn gather(&mut self, read: R);
}

impl<T, R: IntoIterator<Item = T>> Gather<R> for Vec<T> {
    fn gather(&mut self, read: R) {
        self.extend(read);
    }
}

/// The last file that has it counts.
impl<T> Gather<Option<T>> for Option<T> {
    fn gather(&mut self, read: Option<T>) {
        *self = read.or(self.take());
    }
}

lists!("规则文件" {
    "法律" => laws: Vec<Law>,
    "日历" => calendar: Option<Calendar>,
    "废止" => repealed: Vec<Repealed>,
    "地区" => regions: Option<Text>,
    "角色" => roles: Pairs,
    "机构" => agencies: Vec<Agency>,
    "本地做法" => practices: Vec<Practice>,
    "为企业做的" => deeds: Vec<Commitment>,
    "项目" => programmes: Vec<Programme>,
    "错误说法" => wording.wrong: Vec<Saying>,
    "旧条号" => wording.renumbered: Vec<Renumbered>,
    "不能引" => wording.uncitable: Vec<Uncitable>,
    "同引" => wording.companions: Vec<Companion>,
    "引了要写" => wording.stated: Vec<Stated>,
    "官话" => wording.official: Vec<Stiff>,
    "要解释的词" => wording.terms: Vec<Text>,
    "不逼问的词" => wording.crimes: Vec<Text>,
});
