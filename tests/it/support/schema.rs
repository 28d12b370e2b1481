//! Holding values against the schema of the interface.

use jsonschema::Validator;
use ratecard::schema::api;
use serde_json::{Value, json};

/// A schema in which an object has no property beside those listed: the reply of a release may have
/// more, but this one says all that it has.
pub fn strict(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") && fields.get("type") == Some(&json!("object")) {
                fields.entry("additionalProperties").or_insert(json!(false));
            }
            fields.values_mut().for_each(strict);
        }
        Value::Array(entries) => entries.iter_mut().for_each(strict),
        _ => {}
    }
}

/// The validator of a part of the schema of the interface.
pub fn part(pointer: &str) -> Validator {
    let mut schema = api();
    strict(&mut schema);
    let part = schema
        .pointer(pointer)
        .unwrap_or_else(|| panic!("{pointer}"));
    let part = json!({"$schema": schema["$schema"], "allOf": [part], "$defs": schema["$defs"]});
    jsonschema::validator_for(&part).unwrap()
}

/// What of a value is not as a schema says.
pub fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    let errors = validator.iter_errors(value);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// Checks that a value is as a schema says.
#[track_caller]
pub fn holds(validator: &Validator, value: &Value, name: &str) {
    let faults = faults(validator, value);
    assert!(faults.is_empty(), "{name}: {faults:#?}\n{value:#}");
}
