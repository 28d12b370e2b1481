//! The command line: exit codes, streams, files, batches, and `check`.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::support::source::root;
use crate::support::{list, parts};
use serde_json::{Value, json};

const REQUEST: &str = r#"{"as_of":"2026-11-20","items":[{"product":"chat","edition":"standard","demand":{"mau":25000}}]}"#;

fn ratecard(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ratecard"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program with some bytes on its standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = ratecard(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may end before it has read everything.
    let feed = thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The reply of a run that went well: nothing on standard error, one line on standard output.
fn reply(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", err(output));
    assert_eq!(err(output), "");
    let text = out(output);
    assert_eq!(text.matches('\n').count(), 1);
    serde_json::from_str(&text).unwrap()
}

/// Code and path of a run that ended with an error: nothing on standard output.
fn error(output: &Output) -> (String, String) {
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(output), "");
    let (code, path, message) = parts(&err(output));
    assert!(!message.is_empty());
    (code, path)
}

/// A file that is gone when the test is.
struct File(PathBuf);

impl File {
    fn new(name: &str, text: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn a_request_comes_from_standard_input_or_a_file() {
    let file = File::new("request.json", REQUEST);
    let given = reply(&run(&["estimate"], REQUEST.as_bytes()));
    assert_eq!(given["totals"]["USD"], "624");
    let dash = run(&["estimate", "--request", "-"], REQUEST.as_bytes());
    let named = run(&["estimate", "--request", file.path()], b"");
    assert_eq!(reply(&dash), given);
    assert_eq!(reply(&named), given);
    assert_eq!(out(&dash), out(&named));
}

#[test]
fn every_command_answers() {
    let compare = r#"{"as_of":"2026-11-20","items":[{"product":"chat"}]}"#;
    let afford =
        r#"{"as_of":"2026-11-20","items":[{"product":"chat"}],"dimension":"mau","budget":"500"}"#;
    assert_eq!(
        list(&reply(&run(&["afford"], afford.as_bytes())), "editions").len(),
        3
    );
    let lifecycle = r#"{"product":"chat","edition":"standard","purchased":"2026-01-31T10:00"}"#;
    let refund = r#"{"product":"chat","edition":"standard","purchased":"2026-03-10","refund_on":"2026-03-10"}"#;
    assert_eq!(
        list(&reply(&run(&["compare"], compare.as_bytes())), "editions").len(),
        3
    );
    assert!(!list(&reply(&run(&["lifecycle"], lifecycle.as_bytes())), "events").is_empty());
    assert_eq!(
        reply(&run(&["refund"], refund.as_bytes()))["status"],
        "none"
    );
    assert!(reply(&run(&["cards"], b"")).is_array());
}

#[test]
fn a_card_is_named_or_asked_for() {
    let named = run(&["card", "chat/2024-07-22"], b"");
    let asked = run(&["card"], br#"{"id": "chat/2024-07-22"}"#);
    assert_eq!(reply(&named)["product"], "chat");
    assert_eq!(out(&named), out(&asked));
    let unknown = run(&["card", "chat/1999-01-01"], b"");
    assert_eq!(error(&unknown), ("unknown_rate_card".into(), "id".into()));
    let quoted = run(&["card", "\"}"], b"");
    assert_eq!(error(&quoted).0, "unknown_rate_card");
}

#[test]
fn an_error_is_json_on_standard_error() {
    let missing = run(&["estimate"], b"{}");
    assert_eq!(error(&missing), ("missing_field".into(), "items".into()));
    let broken = run(&["estimate"], b"{");
    assert_eq!(error(&broken).0, "bad_json");
    let empty = run(&["estimate"], b"");
    assert_eq!(error(&empty).0, "bad_json");
    let bytes = run(&["estimate"], b"{\"items\": \"\xff\"}");
    assert_eq!(error(&bytes), ("bad_json".into(), String::new()));
    let unknown = run(&["haggle"], b"{}");
    assert_eq!(
        error(&unknown),
        ("unknown_command".into(), "command".into())
    );
}

#[test]
fn what_cannot_be_read_or_understood_is_json_too() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    for (arguments, code, said) in [
        (
            &["estimate", "--request", "/no/such/file"][..],
            "io",
            "/no/such/file",
        ),
        (&["estimate", "--request", folder], "io", folder),
        (
            &["cards", "--cards", "/no/such/file"],
            "io",
            "/no/such/file",
        ),
        (
            &["estimate", "--no-such-option"],
            "usage",
            "--no-such-option",
        ),
        (&["estimate", "--request"], "usage", "--request"),
        (&["estimate", "extra"], "usage", "extra"),
        (
            &["card", "chat/2024-07-22", "--request", "-"],
            "usage",
            "--request",
        ),
        (&[], "usage", "estimate, compare"),
        (&["haggle"], "unknown_command", "batch, check, prerender"),
    ] {
        let output = run(arguments, b"{}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "", "{arguments:?}");
        let (found, _, message) = parts(&err(&output));
        assert_eq!(found, code, "{arguments:?}: {message}");
        assert!(message.contains(said), "{arguments:?}: {message}");
        assert!(!message.contains('\n'), "{message}");
    }
}

#[test]
fn a_full_disk_is_an_error() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full");
    if full().is_err() {
        // There is no such device.
        return;
    }
    for arguments in [&["estimate"][..], &["cards"], &["batch"]] {
        let mut child = ratecard(arguments)
            .stdout(full().unwrap())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(REQUEST.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(parts(&err(&output)).0, "io");
    }
}

#[test]
fn nothing_is_told_as_nothing() {
    for input in ["", " \n"] {
        let output = run(&["estimate"], input.as_bytes());
        let (code, _, message) = parts(&err(&output));
        assert_eq!(
            (code.as_str(), message.as_str()),
            ("bad_json", "there is nothing; expected JSON")
        );
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let given = reply(&run(&["estimate"], REQUEST.as_bytes()));
    assert_eq!(
        reply(&run(&["estimate"], marked(REQUEST).as_bytes())),
        given
    );
    let file = File::new("marked.json", &marked(REQUEST));
    assert_eq!(
        reply(&run(&["estimate", "--request", file.path()], b"")),
        given
    );
    let request: Value = serde_json::from_str(REQUEST).unwrap();
    let answered = batch(marked(&line("estimate", &request)).as_bytes());
    assert_eq!(answered, [given]);
    let card = out(&run(&["card", "chat/2024-07-22"], b""));
    let card = File::new("marked-card.json", &marked(&card));
    assert_eq!(run(&["check", card.path()], b"").status.code(), Some(0));
    assert!(reply(&run(&["cards", "--cards", card.path()], b"")).is_array());
    // Its three bytes count where a place is told.
    let plain = run(&["estimate"], b"\n{\"months\": x}");
    let broken = run(&["estimate"], marked("\n{\"months\": x}").as_bytes());
    assert_eq!(err(&broken), err(&plain), "the place is the same");
    let twice = run(&["estimate"], marked(&marked(REQUEST)).as_bytes());
    assert_eq!(error(&twice).0, "bad_json");
}

#[test]
fn a_place_is_the_same_whenever_it_is_found() {
    let twice =
        r#"{"command":"estimate","request":{"items":[{"product":"chat","product":"chat"}]}}"#;
    let unknown =
        r#"{"command":"estimate","request":{"items":[{"product":"chat","prodct":"chat"}]}}"#;
    let answers = batch(format!("{twice}\n{unknown}\n").as_bytes());
    assert_eq!(answers[0]["error"]["path"], "items[0].product");
    assert_eq!(answers[1]["error"]["path"], "items[0].prodct");
}

#[test]
fn a_folder_has_files_of_its_own() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("folder-of-cards");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir(&folder).unwrap();
    let card = out(&run(&["card", "chat/2024-07-22"], b""));
    fs::write(folder.join("ours.json"), &card).unwrap();
    for (name, text) in [
        ("._ours.json", "\0\u{5}\u{16}"),
        (".hidden.toml", "="),
        ("README.md", "#"),
        (".DS_Store", "x"),
    ] {
        fs::write(folder.join(name), text).unwrap();
    }
    let path = folder.to_str().unwrap();
    assert!(reply(&run(&["cards", "--cards", path], b"")).is_array());
    let checked = run(&["check", path], b"");
    assert_eq!(
        (checked.status.code(), err(&checked)),
        (Some(0), String::new())
    );
    assert_eq!(out(&checked).lines().count(), 1);
    fs::remove_file(folder.join("ours.json")).unwrap();
    assert_eq!(
        run(&["check", path], b"").status.code(),
        Some(2),
        "nothing was checked"
    );
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_document_may_be_a_list_of_cards_and_come_from_standard_input() {
    let chat = out(&run(&["card", "chat/2024-07-22"], b""));
    let desk = out(&run(&["card", "desk/2024-07-22"], b""));
    let list = File::new("all.json", &format!("[{chat},{desk}]"));
    let checked = run(&["check", list.path()], b"");
    assert_eq!(
        (out(&checked).lines().count(), err(&checked)),
        (2, String::new())
    );
    assert!(reply(&run(&["cards", "--cards", list.path()], b"")).is_array());

    for input in [
        chat.clone(),
        format!(" [ {chat} ]"),
        fs::read_to_string(root().join("cards/chat-2024-07-22.toml")).unwrap(),
    ] {
        let checked = run(&["check", "-"], input.as_bytes());
        assert_eq!(
            (checked.status.code(), err(&checked)),
            (Some(0), String::new())
        );
    }

    let broken = File::new("broken.json", &format!("[{},\n{{}}]", chat.trim_end()));
    let checked = run(&["check", broken.path()], b"");
    assert_eq!(checked.status.code(), Some(2));
    assert!(
        err(&checked).contains("broken.json:2:1: [1].id: "),
        "{}",
        err(&checked)
    );
    assert_eq!(
        out(&checked).lines().count(),
        1,
        "the first one is told to be good"
    );
    let empty = File::new("empty.json", "[]");
    assert_eq!(run(&["check", empty.path()], b"").status.code(), Some(2));
}

#[test]
fn wrong_arguments_end_with_2_and_help_with_0() {
    for arguments in [
        &[][..],
        &["--no-such-option"],
        &["estimate", "--no-such-option"],
        &["estimate", "--request"],
        &["estimate", "--request", "/no/such/file"],
        &["check"],
        &["check", "/no/such/file.toml"],
        &["card", "chat/2024-07-22", "--request", "-"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(out(&output), "", "{arguments:?}");
        assert!(!err(&output).is_empty(), "{arguments:?}");
    }
    for arguments in [
        &["--help"][..],
        &["--version"],
        &["estimate", "--help"],
        &["help"],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(!out(&output).is_empty(), "{arguments:?}");
    }
}

/// One line for the batch.
fn line(command: &str, request: &Value) -> String {
    json!({"command": command, "request": request}).to_string()
}

fn batch(input: &[u8]) -> Vec<Value> {
    let output = run(&["batch"], input);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(err(&output), "");
    let text = out(&output);
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_batch_answers_line_by_line_in_order() {
    let estimate: Value = serde_json::from_str(REQUEST).unwrap();
    let lines = [
        line("estimate", &estimate),
        line("estimate", &json!({})),
        line("card", &json!({"id": "chat/2024-07-22"})),
        line("haggle", &json!({})),
        r#"{"command": "cards"}"#.to_owned(),
        line("cards", &Value::Null),
    ];
    // The last line needs no end, and either kind of line end is taken.
    for separator in ["\n", "\r\n"] {
        let replies = batch(lines.join(separator).as_bytes());
        assert_eq!(replies.len(), lines.len());
        assert_eq!(replies[0], reply(&run(&["estimate"], REQUEST.as_bytes())));
        assert_eq!(replies[1]["error"]["code"], "missing_field");
        assert_eq!(replies[2]["id"], "chat/2024-07-22");
        assert_eq!(replies[3]["error"]["code"], "unknown_command");
        assert_eq!(replies[3]["error"]["path"], "command");
        let cards = replies[4].as_array().unwrap();
        assert!(cards.iter().any(|card| card["id"] == "chat/2024-07-22"));
        assert_eq!(replies[5], replies[4]);
    }
    assert!(batch(b"").is_empty());
}

#[test]
fn a_bad_line_is_answered_and_ends_nothing() {
    let good = line("cards", &json!({}));
    for (bad, code, path) in [
        (&b""[..], "bad_json", ""),
        (b"   \t", "bad_json", ""),
        (b"\xff\xfe", "bad_json", ""),
        (b"{\"command\": \"\xc3\"}", "bad_json", ""),
        (b"{", "bad_json", ""),
        (b"estimate", "bad_json", ""),
        (b"{} {}", "bad_json", ""),
        (b"[]", "bad_type", ""),
        (b"null", "bad_type", ""),
        (b"{}", "missing_field", "command"),
        (br#"{"command": 1}"#, "bad_type", "command"),
        (
            br#"{"command": "cards", "reqest": {}}"#,
            "unknown_field",
            "reqest",
        ),
        (
            br#"{"command": "cards", "command": "cards"}"#,
            "bad_json",
            "command",
        ),
        (br#"{"command": "estimate", "request": []}"#, "bad_type", ""),
        (
            br#"{"command": "estimate", "request": {"items": [{}]}}"#,
            "missing_field",
            "items[0].product",
        ),
        (
            br#"{"command": "batch", "request": {}}"#,
            "unknown_command",
            "command",
        ),
    ] {
        let input = [good.as_bytes(), b"\n", bad, b"\n", good.as_bytes()].concat();
        let replies = batch(&input);
        let shown = String::from_utf8_lossy(bad);
        assert_eq!(replies.len(), 3, "{shown}");
        assert_eq!(replies[1]["error"]["code"], code, "{shown}");
        assert_eq!(replies[1]["error"]["path"], path, "{shown}");
        assert!(replies[0].is_array() && replies[2].is_array(), "{shown}");
    }
}

#[test]
fn a_line_may_have_16_mib_and_no_byte_more() {
    const LONGEST: usize = 16 * 1024 * 1024;
    let good = line("cards", &json!({}));
    let padded = |length: usize| {
        let mut line = good.clone().into_bytes();
        line.resize(length, b' ');
        line
    };
    let long = padded(LONGEST);
    let longer = padded(LONGEST + 1);
    let longest = padded(2 * LONGEST + 7);
    let input = [
        &long[..],
        &longer,
        good.as_bytes(),
        &longest,
        &long,
        &longer,
    ]
    .join(&b'\n');
    let replies = batch(&input);
    let codes: Vec<_> = replies
        .iter()
        .map(|r| r["error"]["code"].as_str())
        .collect();
    let bad = Some("bad_json");
    assert_eq!(codes, [None, bad, None, bad, None, bad]);
}

#[test]
fn a_reply_comes_before_the_next_line_is_sent() {
    let mut child = ratecard(&["batch"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut replies = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..3 {
        for (bytes, expected) in [
            (line("cards", &json!({})), "[{\"id\""),
            (String::new(), "{\"error\""),
        ] {
            writeln!(input, "{bytes}").unwrap();
            input.flush().unwrap();
            let mut reply = String::new();
            replies.read_line(&mut reply).unwrap();
            assert!(reply.starts_with(expected), "{reply}");
        }
    }
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_batch_whose_reader_leaves_ends_quietly() {
    let mut child = ratecard(&["batch"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    let lines = format!("{}\n", line("cards", &json!({}))).repeat(1_000);
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(err(&output), "");
}

#[test]
fn the_projects_cards_pass_the_check_in_toml_and_in_json() {
    for entry in fs::read_dir(root().join("cards")).unwrap() {
        let path = entry.unwrap().path();
        let output = run(&["check", path.to_str().unwrap()], b"");
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert!(out(&output).contains(" is a rate card: "));
    }
    for card in reply(&run(&["cards"], b"")).as_array().unwrap() {
        let id = card["id"].as_str().unwrap();
        let json = out(&run(&["card", id], b""));
        let file = File::new(&format!("{}.json", id.replace('/', "-")), &json);
        let output = run(&["check", file.path()], b"");
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    }
}

#[test]
fn check_tells_file_and_line_of_every_kind_of_fault() {
    let good = fs::read_to_string(root().join("cards/chat-2024-07-22.toml")).unwrap();
    for (name, from, to, place, says) in [
        (
            "syntax",
            "currency = \"USD\"",
            "currency = ",
            "",
            "not TOML",
        ),
        (
            "float",
            "standard = \"0.015\"",
            "standard = 0.015",
            "price.standard: ",
            "amount as a text",
        ),
        (
            "date",
            "effective = \"2024-07-22\"",
            "effective = 2024-07-22T10:00:00",
            "effective: ",
            "a day that exists",
        ),
        (
            "key",
            "kind = \"payg\"",
            "kimd = \"payg\"",
            "charges[mau_overage].kimd: ",
            "no field \"kimd\"",
        ),
        (
            "price",
            "standard = \"0.015\"",
            "standard = \"0,015\"",
            "charges[mau_overage].price.standard: ",
            "0,015",
        ),
        (
            "reference",
            "dimension = \"mau\"",
            "dimension = \"mua\"",
            "charges[mau_overage].dimension: ",
            "no dimension \"mua\"",
        ),
        (
            "currency",
            "currency = \"USD\"",
            "currency = \"dollars\"",
            "currency: ",
            "three capital letters",
        ),
        (
            "unknown-currency",
            "currency = \"USD\"",
            "currency = \"XXQ\"",
            "currency: ",
            "no currency of ISO 4217 has the code XXQ",
        ),
    ] {
        assert!(good.contains(from), "{name}");
        let text = good.replacen(from, to, 1);
        let changed = text
            .lines()
            .zip(good.lines())
            .position(|(a, b)| a != b)
            .unwrap()
            + 1;
        let file = File::new(&format!("check-{name}.toml"), &text);
        let output = run(&["check", file.path()], b"");
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(out(&output), "", "{name}");
        let said = err(&output);
        let begins = format!("{}:{changed}:", file.path());
        assert!(
            said.starts_with(&begins),
            "{name}: {said} does not begin with {begins}"
        );
        assert!(
            said.contains(place) && said.contains(says),
            "{name}: {said}"
        );
    }
}

#[test]
fn check_looks_at_every_file() {
    let bad = File::new("check-several.toml", "id = 1\n");
    let good = root().join("cards/chat-2024-07-22.toml");
    let good = good.to_str().unwrap();
    let output = run(&["check", bad.path(), good, "/no/such/file.toml"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(out(&output).contains("is a rate card"));
    let said = err(&output);
    assert!(
        said.contains(bad.path()) && said.contains("/no/such/file.toml"),
        "{said}"
    );
    assert!(!said.contains(good), "{said}");
}
