//! The program's source as the tests of its words and of its house rules need it: the string
//! literals, without comments and without the parts that are compiled only for tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the source.
pub struct Source {
    /// Its path from the root of the project.
    pub path: String,
    /// Its text; comments and test modules are blank.
    pub code: String,
    /// Its string literals.
    pub literals: Vec<Literal>,
}

/// A string literal.
pub struct Literal {
    /// Where it begins in the code.
    pub at: usize,
    /// What it says, escapes as written.
    pub text: String,
}

/// The root of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `src/`.
pub fn all() -> Vec<Source> {
    let mut paths = Vec::new();
    walk(&root().join("src"), &mut paths);
    paths.sort();
    assert!(paths.len() > 20, "the source is not where it should be");
    paths.iter().map(|path| read(path)).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn read(path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    // Tests stand at the end of a file.
    let program = text.split("\n#[cfg(test)]\nmod ").next().unwrap();
    let (code, literals) = scan(program);
    let path = path.strip_prefix(root()).unwrap();
    Source {
        path: path.display().to_string(),
        code,
        literals,
    }
}

/// Blanks the comments and collects the string literals.
fn scan(text: &str) -> (String, Vec<Literal>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    let blank = |code: &mut Vec<u8>, from: usize, to: usize| {
        code[from..to]
            .iter_mut()
            .filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = b' ');
    };
    while at < bytes.len() {
        let rest = &bytes[at..];
        if rest.starts_with(b"//") {
            let end = text[at..].find('\n').map_or(bytes.len(), |end| at + end);
            blank(&mut code, at, end);
            at = end;
        } else if rest.starts_with(b"/*") {
            let end = text[at..].find("*/").expect("a comment ends") + at + 2;
            blank(&mut code, at, end);
            at = end;
        } else if rest.starts_with(b"r\"") || rest.starts_with(b"r#") {
            let hashes = rest[1..].iter().take_while(|byte| **byte == b'#').count();
            if rest.get(1 + hashes) != Some(&b'"') {
                at += 1;
                continue;
            }
            let begin = at + hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = begin + text[begin..].find(&close).expect("a literal ends");
            literals.push(Literal {
                at,
                text: text[begin..end].to_owned(),
            });
            at = end + close.len();
        } else if rest[0] == b'"' {
            let mut end = at + 1;
            while bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            literals.push(Literal {
                at,
                text: text[at + 1..end].to_owned(),
            });
            at = end + 1;
        } else if rest[0] == b'\'' {
            // A character, or the name of a lifetime.
            let character = match rest.get(1) {
                Some(b'\\') => 2 + rest[2..].iter().position(|b| *b == b'\'').unwrap(),
                Some(_) if rest.get(2) == Some(&b'\'') => 2,
                _ => 0,
            };
            at += character + 1;
        } else {
            at += 1;
        }
    }
    (String::from_utf8_lossy(&code).into_owned(), literals)
}
