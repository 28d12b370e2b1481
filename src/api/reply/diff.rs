//! The reply of `diff`.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::engine::Change;

/// The reply of `diff`.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DiffReply<'a> {
    changes: Vec<ChangeReply<'a>>,
}

impl<'a> DiffReply<'a> {
    /// The reply of what changed.
    #[must_use]
    pub fn new(changes: &'a [Change]) -> Self {
        let changes = changes.iter().map(ChangeReply::new).collect();
        Self { changes }
    }
}

/// A difference between two rate cards: where it stands, and what each of them says there as `card` shows it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeReply<'a> {
    path: &'a str,
    #[cfg_attr(
        feature = "schema",
        schemars(extend("enum" = ["added", "removed", "dearer", "cheaper", "changed"]))
    )]
    kind: &'a str,
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    from: Option<Sorted<'a>>,
    #[cfg_attr(feature = "schema", schemars(with = "Value"))]
    to: Option<Sorted<'a>>,
}

impl<'a> ChangeReply<'a> {
    fn new(change: &'a Change) -> Self {
        Self {
            path: &change.path,
            kind: change.kind.as_str(),
            from: change.from.as_ref().map(Sorted),
            to: change.to.as_ref().map(Sorted),
        }
    }
}

/// A value whose fields are in the order of the alphabet, however this was built: so every door says the same.
#[derive(Debug)]
struct Sorted<'a>(&'a Value);

impl Serialize for Sorted<'_> {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(fields) => {
                let fields = fields.iter().map(|(key, value)| (key, Sorted(value)));
                fields.collect::<BTreeMap<_, _>>().serialize(out)
            }
            Value::Array(entries) => out.collect_seq(entries.iter().map(Sorted)),
            single => single.serialize(out),
        }
    }
}
