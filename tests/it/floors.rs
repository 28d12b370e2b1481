//! The floors of the house: no file takes anything from a floor above its own, no files go round in
//! a circle, and no charge model is left to a catch-all.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::source::{self, Source};

/// What stands on what, from the ground up: folders and files of `src/`. Neighbours on a floor do not
/// take from each other either. What is named on none of them stands above all.
const FLOORS: &[&[&str]] = &[
    &["money", "calendar", "text", "sort"],
    &["word"],
    &["value", "packs"],
    &["card"],
    &["engine", "locale"],
    &["embedded"],
    &["message"],
    &["api"],
    &["lib", "clock"],
    &["widget"],
];

/// Where files may know each other. A rate card is read and checked as one: a charge against the card
/// that it stands in.
const TOGETHER: &[&str] = &["src/card/"];

type Path = Vec<String>;

/// A word or a sign of the program; `::` and `=>` are one sign each.
type Token = String;

struct File {
    path: String,
    /// The module that it is.
    module: Path,
    uses: Vec<Use>,
    /// Paths that stand outside of imports, as they are written.
    paths: BTreeSet<Path>,
}

/// A name that an import brings into a file.
struct Use {
    name: String,
    path: Path,
    /// Whether it is there for others.
    is_public: bool,
}

/// The program's text as words and signs, without literals.
fn tokens(source: &Source) -> Vec<Token> {
    let mut code = source.code.clone().into_bytes();
    for literal in &source.literals {
        let end = (literal.at + literal.text.len() + 2).min(code.len());
        let begin = code[literal.at..].iter().position(|&byte| byte == b'"');
        let begin = literal.at + begin.unwrap();
        code[begin..end.max(begin)].fill(b' ');
    }
    let code: Vec<char> = String::from_utf8_lossy(&code).chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let begin = at;
        let word = code[at..].iter().take_while(|letter| is_letter(**letter));
        at += word.count();
        if at > begin {
            tokens.push(code[begin..at].iter().collect());
            continue;
        }
        // A character; what has no second quote is the name of a lifetime.
        let character = match code[at..] {
            ['\'', '\\', _, ..] => code[at + 3..]
                .iter()
                .position(|c| *c == '\'')
                .map(|end| end + 4),
            ['\'', _, '\'', ..] => Some(3),
            _ => None,
        };
        let sign = match code[at..] {
            [':', ':', ..] => "::".to_owned(),
            ['=', '>', ..] => "=>".to_owned(),
            _ => code[at].to_string(),
        };
        at += character.unwrap_or(sign.len());
        if character.is_none() && !sign.trim().is_empty() {
            tokens.push(sign);
        }
    }
    tokens
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The names of an import from `at` on, behind a path; returns where it ends.
fn tree(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(String, Path)>,
) -> usize {
    let mut path = before.to_vec();
    loop {
        match tokens[at].as_str() {
            "::" => at += 1,
            "{" => {
                at += 1;
                while tokens[at] != "}" {
                    at = tree(tokens, at, &path, found);
                    if tokens[at] == "," {
                        at += 1;
                    }
                }
                return at + 1;
            }
            "as" => {
                found.push((tokens[at + 1].clone(), path));
                return at + 2;
            }
            "," | ";" | "}" => {
                if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
                    path.pop();
                }
                found.push((path.last().unwrap().clone(), path));
                return at;
            }
            name => {
                path.push(name.to_owned());
                at += 1;
            }
        }
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(is_letter)
}

fn file(source: &Source) -> File {
    let tokens = tokens(source);
    let place = source.path.strip_prefix("src/").unwrap();
    let place = place.strip_suffix(".rs").unwrap();
    let mut module: Path = place.split('/').map(str::to_owned).collect();
    if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
        module.pop();
    }
    let (mut uses, mut paths) = (Vec::new(), BTreeSet::new());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" && tokens.get(at + 1).is_some_and(|next| is_name(next)) {
            let is_public = at > 0 && ["pub", ")"].contains(&tokens[at - 1].as_str());
            let mut found = Vec::new();
            at = tree(&tokens, at + 1, &[], &mut found);
            uses.extend(found.into_iter().map(|(name, path)| Use {
                name,
                path,
                is_public,
            }));
        } else if is_name(&tokens[at])
            && (at == 0 || ![".", "mod"].contains(&tokens[at - 1].as_str()))
        {
            let mut path = vec![tokens[at].clone()];
            while tokens.get(at + 1).is_some_and(|next| next == "::")
                && tokens.get(at + 2).is_some_and(|next| is_name(next))
            {
                path.push(tokens[at + 2].clone());
                at += 2;
            }
            paths.insert(path);
        }
        at += 1;
    }
    File {
        path: source.path.clone(),
        module,
        uses,
        paths,
    }
}

struct House {
    files: Vec<File>,
    by_module: BTreeMap<Path, usize>,
}

impl House {
    fn new(sources: &[Source]) -> Self {
        let files: Vec<File> = sources
            .iter()
            .filter(|source| !source.path.starts_with("src/bin/"))
            .map(file)
            .collect();
        let modules = files.iter().enumerate();
        let by_module = modules
            .map(|(index, file)| (file.module.clone(), index))
            .collect();
        Self { files, by_module }
    }

    /// A path from the root of the crate; `None` for another crate's or a name of the file's own.
    fn absolute(&self, file: &File, path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let mut full = match first.as_str() {
            "crate" => Vec::new(),
            "self" => file.module.clone(),
            "super" => {
                let mut above = file.module.clone();
                above.pop();
                above
            }
            name => {
                let child = [&file.module[..], &[name.to_owned()]].concat();
                let known = file
                    .uses
                    .iter()
                    .find(|known| known.name == *name && known.path[0] != *name);
                if self.by_module.contains_key(&child) {
                    child
                } else {
                    self.absolute(file, &known?.path)?
                }
            }
        };
        for segment in rest {
            match segment.as_str() {
                "super" => drop(full.pop()),
                name => full.push(name.to_owned()),
            }
        }
        Some(full)
    }

    /// The file in which something is defined, whoever passes it on; `None` for a module itself.
    fn defining(&self, path: &[String], steps: usize) -> Option<usize> {
        assert!(steps < 30, "{path:?} leads nowhere");
        let depth = (0..=path.len())
            .rev()
            .find(|&depth| self.by_module.contains_key(&path[..depth]))?;
        let module = self.by_module[&path[..depth]];
        let (name, rest) = path[depth..].split_first()?;
        let file = &self.files[module];
        let passed_on = file.uses.iter().find(|known| known.name == *name);
        match passed_on.and_then(|known| self.absolute(file, &known.path)) {
            Some(elsewhere) => self.defining(&[elsewhere, rest.to_vec()].concat(), steps + 1),
            None => Some(module),
        }
    }

    /// The files from which a file takes something.
    fn taken_by(&self, index: usize) -> BTreeSet<usize> {
        let file = &self.files[index];
        // What is passed on and not used belongs to whoever takes it.
        let is_used =
            |known: &&Use| !known.is_public || file.paths.iter().any(|path| path[0] == known.name);
        let imported = file.uses.iter().filter(is_used).map(|known| &known.path);
        let paths = imported.chain(file.paths.iter().filter(|path| path.len() > 1));
        let full = paths.filter_map(|path| self.absolute(file, path));
        let taken = full.filter_map(|path| self.defining(&path, 0));
        taken.filter(|&other| other != index).collect()
    }

    fn arrows(&self) -> Vec<BTreeSet<usize>> {
        (0..self.files.len())
            .map(|index| self.taken_by(index))
            .collect()
    }
}

fn floor(file: &File) -> Option<usize> {
    let folder = file.module.first().map_or("lib", String::as_str);
    FLOORS.iter().position(|floor| floor.contains(&folder))
}

#[test]
fn nothing_is_taken_from_a_floor_above() {
    let house = House::new(&source::all());
    let mut up = Vec::new();
    let mut arrows = 0;
    for (file, taken) in house.files.iter().zip(house.arrows()) {
        arrows += taken.len();
        for other in taken.into_iter().map(|other| &house.files[other]) {
            let is_up = match (floor(file), floor(other)) {
                (Some(own), Some(floor)) => {
                    floor > own || (floor == own && file.module.first() != other.module.first())
                }
                // What is on no floor stands above all of them.
                (Some(_), None) => true,
                (None, _) => false,
            };
            if is_up {
                up.push(format!("{} takes from {}", file.path, other.path));
            }
        }
    }
    // That the test can see: there are more arrows than files.
    assert!(arrows > house.files.len(), "{arrows} arrows");
    assert!(up.is_empty(), "{}", up.join("\n"));
}

/// The arrows between files that could be apart: none from a file to the module that it is a part of,
/// which keeps what its parts share.
fn between(house: &House) -> Vec<BTreeSet<usize>> {
    let mut arrows = house.arrows();
    for (file, taken) in house.files.iter().zip(&mut arrows) {
        taken.retain(|other| !file.module.starts_with(&house.files[*other].module));
    }
    arrows
}

/// The files that go round in circles, each circle by itself.
fn circles(arrows: &[BTreeSet<usize>]) -> Vec<BTreeSet<usize>> {
    let reached = |from: usize| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<usize> = arrows[from].iter().copied().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file) {
                next.extend(&arrows[file]);
            }
        }
        reached
    };
    let reached: Vec<BTreeSet<usize>> = (0..arrows.len()).map(reached).collect();
    let circle = |file: usize| -> BTreeSet<usize> {
        let others = reached[file].iter().copied();
        others
            .filter(|&other| reached[other].contains(&file))
            .collect()
    };
    let circles: BTreeSet<_> = (0..arrows.len()).map(circle).collect();
    circles
        .into_iter()
        .filter(|circle| !circle.is_empty())
        .collect()
}

#[test]
fn no_files_go_round_in_a_circle() {
    let house = House::new(&source::all());
    let arrows = between(&house);
    let path = |file: &usize| house.files[*file].path.as_str();
    let mut circles = circles(&arrows);
    circles.retain(|circle| {
        let all_in = |folder: &&str| circle.iter().all(|file| path(file).starts_with(folder));
        !TOGETHER.iter().any(all_in)
    });
    let told = circles.into_iter().map(|circle| {
        let arrow = |file: &usize| {
            let taken = arrows[*file].iter().filter(|other| circle.contains(other));
            let taken: Vec<&str> = taken.map(path).collect();
            format!("{} takes from {}", path(file), taken.join(", "))
        };
        circle.iter().map(arrow).collect::<Vec<_>>().join("\n")
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

/// The patterns of a match that begins at its first brace, each with what its arm begins with.
fn arms(tokens: &[Token]) -> Vec<(&[Token], &str)> {
    let mut arms = Vec::new();
    let (mut depth, mut begin, mut at) = (0_usize, 1, 0);
    let mut is_pattern = true;
    while at < tokens.len() {
        match tokens[at].as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
                // An arm that is a block needs no comma.
                if depth == 1 && tokens[at] == "}" && !is_pattern {
                    (is_pattern, begin) = (true, at + 1);
                }
            }
            "=>" if depth == 1 => {
                arms.push((&tokens[begin..at], tokens[at + 1].as_str()));
                is_pattern = false;
            }
            "," if depth == 1 && !is_pattern => (is_pattern, begin) = (true, at + 1),
            _ => {}
        }
        at += 1;
    }
    arms
}

fn names_model(tokens: &[Token]) -> bool {
    tokens
        .windows(2)
        .any(|pair| pair[0] == "Model" && pair[1] == "::")
}

/// What asks for some charge models and leaves the others to a catch-all.
fn catch_alls(tokens: &[Token]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let rest = &tokens[at + 1..];
        match token.as_str() {
            "match" => {
                let Some(brace) = rest.iter().position(|token| token == "{") else {
                    continue;
                };
                let arms = arms(&rest[brace..]);
                let is_about_models = arms
                    .iter()
                    .any(|(pattern, body)| names_model(pattern) || *body == "Model");
                let is_left = |pattern: &[Token]| {
                    let pattern: Vec<&str> = pattern.iter().map(String::as_str).collect();
                    matches!(pattern[..], ["_", ..] | ["(", "_", ..])
                };
                if is_about_models && arms.iter().any(|(pattern, _)| is_left(pattern)) {
                    found.push(format!("match {}", rest[..brace].concat()));
                }
            }
            "let" => {
                let end = rest
                    .iter()
                    .position(|token| ["=", ";"].contains(&token.as_str()));
                let pattern = &rest[..end.unwrap_or_default()];
                if names_model(pattern) {
                    found.push(format!("let {}", pattern.concat()));
                }
            }
            "matches" => {
                let end = rest
                    .iter()
                    .position(|token| token == ";")
                    .unwrap_or(rest.len());
                if rest[0] == "!" && names_model(&rest[..end]) {
                    found.push(format!("matches{}", rest[..end].concat()));
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_charge_model_is_left_to_a_catch_all() {
    let mut matches = 0;
    for source in source::all() {
        let tokens = tokens(&source);
        matches += tokens.iter().filter(|token| *token == "match").count();
        let found = catch_alls(&tokens);
        assert!(found.is_empty(), "{}: {found:?}", source.path);
    }
    // That the test can see.
    assert!(matches > 100, "{matches} matches");
}

#[test]
fn a_catch_all_is_seen() {
    let seen = |code: &str| {
        let source = Source {
            path: String::new(),
            code: code.to_owned(),
            literals: Vec::new(),
        };
        !catch_alls(&tokens(&source)).is_empty()
    };
    assert!(seen("match &charge.model { Model::Flat(_) => 1, _ => 2 }"));
    assert!(seen(
        "match model { Model::Flat(flat) => { flat.price } _ if late => 2, }"
    ));
    assert!(seen(
        "match (&charge.model, kind) { (Model::Flat(_), _) => 1, (_, Some(kind)) => 2 }"
    ));
    assert!(seen(
        "match name { first => Model::Flat(first), _ => Model::Pack(last) }"
    ));
    assert!(seen(
        "let Model::Pack(pack) = &charge.model else { return None; };"
    ));
    assert!(seen("matches!(charge.model, Model::Pack(_))"));
    assert!(!seen(
        "match model { Model::Flat(_) => 1, Model::Pack(_) => { match kind { A => 2, _ => 3 } } }"
    ));
    assert!(!seen("match kind { A => 1, _ => 2 }"));
}
