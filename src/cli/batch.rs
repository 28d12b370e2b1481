//! `ratecard batch`: one request a line in, one reply a line out, in the same order.

use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};

use super::Stop;
use crate::api::{Command, ErrorReply, answer_value};
use crate::calendar::Date;
use crate::card::Catalog;
use crate::value::budget::too_long;
use crate::value::limits::{MAX_BYTES, MAX_ID};
use crate::value::{Code, Fault, Field, Shape, Value, from_json};
use crate::word::Word;

/// The structure of a line.
static LINE: Shape = Shape::Object(&[
    Field::needed("command", &Shape::String(MAX_ID)),
    Field::optional("request", &Shape::Any),
]);

/// Answers every line. A bad line is answered by an error and never ends the run.
///
/// Streams: no more than a line and its reply are held at a time.
pub(super) fn run(
    catalog: &Catalog,
    today: Date,
    input: impl io::Read,
    output: impl Write,
) -> Result<(), Stop> {
    let mut input = BufReader::new(input);
    let mut output = BufWriter::new(output);
    let mut line = Vec::new();
    loop {
        line.clear();
        let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
        let limit = limit.saturating_add(1);
        if input.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let ended = line.pop_if(|last| *last == b'\n').is_some();
        let reply = if !ended && line.len() > MAX_BYTES {
            skip_line(&mut input)?;
            Err(too_long())
        } else {
            answer_line(catalog, today, &line)
        };
        let reply = reply.unwrap_or_else(|fault| ErrorReply::new(&fault).to_json());
        writeln!(output, "{reply}")?;
        // Whoever waits for a reply before sending the next line must get it.
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
    }
    Ok(output.flush()?)
}

/// Reads past the end of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let ahead = input.fill_buf()?;
        if ahead.is_empty() {
            return Ok(());
        }
        match ahead.iter().position(|&byte| byte == b'\n') {
            Some(end) => {
                input.consume(end.saturating_add(1));
                return Ok(());
            }
            None => {
                let length = ahead.len();
                input.consume(length);
            }
        }
    }
}

/// A fault that was found while the line was read, seen from the request in it: every other one is.
fn in_request(fault: Fault) -> Fault {
    let inner = fault.path().strip_prefix("request").map(|path| {
        let path = path.strip_prefix('.').unwrap_or(path);
        String::from(path)
    });
    match inner {
        Some(path) => fault.placed(&path),
        None => fault,
    }
}

fn answer_line(catalog: &Catalog, today: Date, line: &[u8]) -> Result<String, Fault> {
    let text = core::str::from_utf8(line)
        .map_err(|_| Fault::new(Code::BadJson, Word::new("json-not-utf8")))?;
    if text.trim().is_empty() {
        return Err(Fault::new(Code::BadJson, Word::new("json-blank")));
    }
    let line = from_json(text).map_err(in_request)?;
    LINE.check(&line)?;
    let name = line
        .get("command")
        .and_then(Value::text)
        .unwrap_or_default();
    let command = Command::from_name(name)?;
    match line.get("request") {
        Some(request) => answer_value(catalog, command, request, today),
        None => answer_value(catalog, command, &from_json("{}")?, today),
    }
}
