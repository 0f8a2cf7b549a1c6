//! assessor
