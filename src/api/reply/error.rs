//! Errors as they stand in JSON.

use serde::Serialize;

use super::word::english;
use crate::api::command::json;
use crate::value::Fault;

/// An error: `{"error": {…}}`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorReply<'a> {
    /// What is wrong.
    pub error: ErrorBody<'a>,
}

impl<'a> ErrorReply<'a> {
    /// The error of a fault.
    #[must_use]
    pub fn new(fault: &'a Fault) -> Self {
        Self {
            error: ErrorBody {
                code: fault.code().as_str(),
                path: fault.path(),
                message: english(fault.word()),
            },
        }
    }

    /// The error as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        json(self)
    }
}

/// What is wrong with a request.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ErrorBody<'a> {
    /// One of the codes of the interface.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::schema::codes"))]
    pub code: &'static str,
    /// The place in the request, such as `items[0].demand.mau`.
    pub path: &'a str,
    /// What was wrong and what is accepted.
    pub message: String,
}
