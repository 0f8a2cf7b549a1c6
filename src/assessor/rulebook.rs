//! The checked rulebook: the definition beside its programs.
//!
//! Only [`Rulebook::load`] and the checker build one; everything after takes it and cannot fail
//! for reasons already checked. Questions are numbered over the whole rulebook in file order;
//! the FEEL variables of
//! the days come first ([`Rulebook::days`]), then one for each question.

use std::ops::Range;

use feel::{Date, Program, Slot};

use crate::bundle::{Bundle, BundleError, FORMAT};
use crate::calendar::{self, Calendar};
#[cfg(feature = "check")]
use crate::compile::Purpose;
use crate::definition::{Agency, Definition, Finding, Law, Question, Section};
use crate::programs::{Programs, places};
use crate::readers::Readers;

/// How many FEEL variables come before those of the questions.
pub(crate) const DAYS: usize = 2;

/// A rulebook that holds together.
#[derive(Debug)]
pub struct Rulebook {
    definition: Definition,
    sha256: String,
    programs: Programs,
    readers: Readers,
    /// Decisions by section and position there, for tools that reason about rules.
    #[cfg(feature = "check")]
    decisions: Vec<(usize, usize, feel::Decision)>,
    /// Question numbers, sorted by question id.
    by_id: Vec<usize>,
    /// (section, question) positions by question number.
    places: Vec<(usize, usize)>,
}

impl Rulebook {
    /// Takes a bundle apart. The page runs the code of the bundle and reads no FEEL; that the code
    /// is what the texts say is the word of whoever wrote the bundle.
    ///
    /// # Errors
    /// The format is another, or the code is not whole.
    pub fn load(bundle: Bundle) -> Result<Self, BundleError> {
        if bundle.format != FORMAT {
            return Err(BundleError::NewerFormat(bundle.format));
        }
        let mut codes = bundle.code.iter();
        let mut whole = true;
        let programs = Programs::build(&bundle.rulebook, &mut |_, _| {
            let program = codes.next().and_then(|code| Program::decode(code));
            whole &= program.is_some();
            program
        });
        match programs {
            Ok(programs) if whole && codes.next().is_none() => {
                Ok(Self::new(bundle.rulebook, bundle.sha256, programs))
            }
            _ => Err(BundleError::Damaged("code".into())),
        }
    }

    /// Takes a bundle that has no code, and makes it of the texts.
    ///
    /// # Errors
    /// The format is another, or texts do not compile: which, and the first complaint.
    #[cfg(feature = "check")]
    pub fn compile(bundle: Bundle) -> Result<Self, BundleError> {
        if bundle.format != FORMAT {
            return Err(BundleError::NewerFormat(bundle.format));
        }
        let (programs, problems) = crate::compile::compile(&bundle.rulebook, Purpose::Here);
        match (programs, crate::check::complaint(&bundle.rulebook, &problems)) {
            (Some(programs), None) => Ok(Self::new(bundle.rulebook, bundle.sha256, programs)),
            (_, complaint) => Err(complaint.unwrap_or_else(|| BundleError::Damaged("rulebook".into()))),
        }
    }

    /// The bundle of this rulebook, without a hash; nothing if a program of it is not for the page.
    #[cfg(feature = "check")]
    pub fn bundle(&self) -> Option<Bundle> {
        Bundle::with(self.definition.clone(), &self.programs)
    }

    pub(crate) fn new(definition: Definition, sha256: String, programs: Programs) -> Self {
        let places: Vec<(usize, usize)> = places(&definition).collect();
        let readers = Readers::new(&programs);
        let mut rulebook = Self {
            #[cfg(feature = "check")]
            decisions: crate::compile::decisions(&definition),
            definition,
            sha256,
            programs,
            readers,
            by_id: Vec::new(),
            places,
        };
        for number in 0..rulebook.places.len() {
            let at = rulebook.by_id.partition_point(|other| rulebook.id_of(*other) < rulebook.id_of(number));
            rulebook.by_id.insert(at, number);
        }
        rulebook
    }

    fn id_of(&self, number: usize) -> &str {
        self.question_at(number).map_or("", |question| &question.id)
    }

    /// Decisions by section and position there.
    #[cfg(feature = "check")]
    pub fn decisions(&self) -> &[(usize, usize, feel::Decision)] {
        &self.decisions
    }

    /// Everything the rulebook says.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// SHA-256 of the bundled rules and their code, or empty.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.definition.sections.iter().find(|section| section.id == id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.question_at(self.number_of(id)?)
    }

    /// The section that asks this question.
    pub fn section_of(&self, question: &str) -> Option<&Section> {
        let (section, _) = self.places.get(self.number_of(question)?)?;
        self.definition.sections.get(*section)
    }

    /// The finding with this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.definition.sections.iter().flat_map(|s| &s.findings).find(|finding| finding.id == id)
    }

    /// The agency with this id.
    pub fn agency(&self, id: &str) -> Option<&Agency> {
        self.definition.agency(id)
    }

    /// The law with this id.
    pub fn law(&self, id: &str) -> Option<&Law> {
        self.definition.laws.iter().find(|law| law.id == id)
    }

    /// The question id closest to a wrong one, for advice.
    pub fn closest_question(&self, wrong: &str) -> Option<&str> {
        feel::nearest(wrong, self.by_id.iter().map(|number| self.id_of(*number)))
    }

    pub(crate) fn number_of(&self, question: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|number| self.id_of(*number).cmp(question));
        self.by_id.get(found.ok()?).copied()
    }

    pub(crate) fn question_at(&self, number: usize) -> Option<&Question> {
        let &(section, question) = self.places.get(number)?;
        self.definition.sections.get(section)?.questions.get(question)
    }

    #[cfg(feature = "check")]
    pub(crate) fn number_at(&self, section: usize, question: usize) -> Option<usize> {
        self.places.binary_search(&(section, question)).ok()
    }

    pub(crate) fn section_number(&self, question: usize) -> Option<usize> {
        self.places.get(question).map(|&(section, _)| section)
    }

    /// Number of questions.
    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// The numbers of a section's questions.
    pub(crate) fn numbers(&self, section: usize) -> Range<usize> {
        let start = self.places.partition_point(|&(s, _)| s < section);
        start..self.places.partition_point(|&(s, _)| s <= section)
    }

    pub(crate) fn readers(&self) -> &Readers {
        &self.readers
    }

    pub(crate) fn programs(&self) -> &Programs {
        &self.programs
    }

    /// The days that conditions may name: the day of assessment (评估日期) and the last working day
    /// before it (上个工作日). They are the first variables of every environment.
    pub fn days(&self, on: Date) -> [Date; DAYS] {
        [on, self.calendar().before(on)]
    }

    /// All questions on which these depend, sorted: they themselves, those that decide whether they
    /// are asked, and so on.
    pub fn cone(&self, start: Vec<usize>) -> Vec<usize> {
        let (mut seen, mut open) = (Vec::new(), start);
        while let Some(number) = open.pop() {
            if let Err(at) = seen.binary_search(&number) {
                seen.insert(at, number);
                for condition in self.asked_when(number) {
                    open.extend(questions(condition));
                }
            }
        }
        seen
    }

    /// The conditions that decide whether a question is asked: its section's, and its own.
    pub(crate) fn asked_when(&self, number: usize) -> Vec<&Program> {
        let section = self.section_number(number).and_then(|section| self.programs.sections.get(section));
        let own = self.programs.questions.get(number).and_then(Option::as_ref);
        Vec::from_iter(section.and_then(|it| it.when.as_ref()).into_iter().chain(own))
    }

    /// The conditions that decide whether a finding stands: its section's, and its own.
    pub(crate) fn stands_when(&self, finding: usize) -> Vec<&Program> {
        let Some((section, programs)) = self.programs.finding(finding) else { return Vec::new() };
        let section = self.programs.sections.get(section).and_then(|it| it.when.as_ref());
        Vec::from_iter(section.into_iter().chain([&programs.when]))
    }

    /// The finding of a number.
    pub(crate) fn finding_at(&self, number: usize) -> Option<&Finding> {
        let (section, _) = self.programs.finding(number)?;
        let first = self.programs.sections.get(section)?.first;
        self.definition.sections.get(section)?.findings.get(number - first)
    }

    /// The number of the finding with this id.
    pub(crate) fn finding_number(&self, id: &str) -> Option<usize> {
        (0..self.programs.findings()).find(|number| self.finding_at(*number).is_some_and(|it| it.id == id))
    }

    /// The table of holidays; one that covers no day where the rulebook has none.
    pub(crate) fn calendar(&self) -> &Calendar {
        self.definition.calendar.as_ref().unwrap_or(&calendar::NONE)
    }

    /// Where a question's value stands in an environment.
    pub fn place_of(question: usize) -> usize {
        question + DAYS
    }

    /// The FEEL variable of a question.
    pub(crate) fn slot_of(number: usize) -> Option<Slot> {
        u32::try_from(Self::place_of(number)).ok().map(Slot::from)
    }

    /// The question a FEEL variable stands for; none for a day.
    pub fn question_of(slot: Slot) -> Option<usize> {
        slot.index().checked_sub(DAYS)
    }
}

/// The questions a condition reads.
pub fn questions(condition: &Program) -> impl Iterator<Item = usize> + '_ {
    condition.slots().iter().filter_map(|slot| Rulebook::question_of(*slot))
}
