//! Functions for which a questionnaire has no use. They exist only with the feature `full`, for
//! the command line: every byte of the page is paid for by its readers.
pub(super) mod clock;
pub(super) mod context;
pub(super) mod conversion;
pub(super) mod identity;
pub(super) mod interval;
pub(super) mod letters;
pub(super) mod lists;
pub(super) mod mathematics;
pub(super) mod order;
pub(super) mod pattern;
pub(super) mod range;
pub(super) mod statistics;
pub(super) mod string;
pub(super) mod temporal;
