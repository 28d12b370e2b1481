//! The same questions through the Rust interface and the command line give the same bytes;
//! tests/js/doors.test.mjs does the same for the command line and JavaScript.

use std::io::Write as _;
use std::process::{Command as Process, Stdio};
use std::{fs, thread};

use ratecard::api::{Command, ErrorReply, answer_value};
use ratecard::calendar::Date;
use ratecard::value::from_json;
use serde_json::Value;

#[test]
fn the_command_line_replies_with_the_bytes_of_the_rust_interface() {
    let mut files: Vec<_> = fs::read_dir("tests/vectors")
        .expect("the worked examples are there")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    let lines: Vec<String> = files
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            serde_json::from_str::<Vec<Value>>(&text).unwrap()
        })
        .map(|case| serde_json::json!({"command": case["command"], "request": case["request"]}))
        .map(|line| line.to_string())
        .collect();
    assert!(lines.len() > 100, "the worked examples are there");

    // The worked examples name their days; this one stands for the others.
    let today = Date::parse("2026-11-20").unwrap();
    let catalog = ratecard::catalog();
    let by_rust = lines.iter().map(|line| {
        let line = from_json(line).unwrap();
        let name = line.get("command").unwrap().text().unwrap();
        let reply = Command::from_name(name).and_then(|command| {
            answer_value(&catalog, command, line.get("request").unwrap(), today)
        });
        reply.unwrap_or_else(|fault| ErrorReply::new(&fault).to_json())
    });

    let mut child = Process::new(env!("CARGO_BIN_EXE_ratecard"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = lines.join("\n");
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let by_command_line = String::from_utf8(output.stdout).unwrap();
    let by_command_line: Vec<&str> = by_command_line.lines().collect();

    assert_eq!(by_command_line.len(), lines.len());
    for ((question, rust), command_line) in lines.iter().zip(by_rust).zip(by_command_line) {
        assert_eq!(rust, command_line, "{question}");
    }
}
