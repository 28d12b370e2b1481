//! Makes of a WebAssembly module what a page can load: JavaScript around it, and, where it is to be
//! loaded in two parts, a file for each.
//!
//! ```text
//! wasm-tool MODULE FOLDER NAME [PART]
//! ```
//!
//! Into `FOLDER` come `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm`, as wasm-bindgen names them. The functions
//! that are marked `#[wasm_split(PART)]`, and what they alone need, are then not in that module, but in
//! `NAME_PART.wasm`; the module imports what loads them from `./__wasm_split.js`, which is for the caller
//! to provide.

use std::error::Error;
use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match *arguments {
        ["--version"] => {
            println!("wasm-tool {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
        [module, folder, name] => bind(Path::new(module), Path::new(folder), name, false),
        [module, folder, name, part] => {
            let (module, folder) = (Path::new(module), Path::new(folder));
            let main = folder.join("main.wasm");
            split(module, &main, folder, name, part)?;
            bind(&main, folder, name, true)?;
            Ok(fs::remove_file(main)?)
        }
        _ => Err("usage: wasm-tool MODULE FOLDER NAME [PART]".into()),
    }
}

/// Writes the JavaScript around a module, and the module as that wants it.
fn bind(module: &Path, folder: &Path, name: &str, is_split: bool) -> Outcome {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).web(true)?;
    // A part shares the module's memory, its table of functions and its stack.
    bindgen.typescript(true).keep_lld_exports(is_split);
    Ok(bindgen.generate(folder)?)
}

/// Takes a part out of a module.
fn split(module: &Path, main: &Path, folder: &Path, name: &str, part: &str) -> Outcome {
    let bytes = fs::read(module)?;
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = main;
    let made = wasm_split_cli_support::transform(options)?;

    // With a second part there would be a third file, of what both need, and a loader that knows of it.
    let file = format!("split_{part}");
    let needed = made.prefetch_map.get(part);
    if made.split_modules.len() != 1 || needed.is_none_or(|needed| *needed != [&*file]) {
        let got = made.prefetch_map;
        return Err(format!("expected {part} to be the one part, in one file; got {got:?}").into());
    }
    // Its loader goes by the address of the JavaScript, which is another one after a trap.
    let loader = folder.join("__wasm_split.js");
    let exports = fs::read_to_string(&loader)?;
    let exports: Vec<&str> = exports
        .lines()
        .filter(|line| line.starts_with("export "))
        .collect();
    let load = format!("export const __wasm_split_load_{part} = ");
    if !matches!(*exports, [export] if export.starts_with(&load)) {
        return Err(
            format!("expected a loader that exports {load:?} alone; got {exports:?}").into(),
        );
    }
    fs::remove_file(loader)?;
    Ok(fs::rename(
        folder.join(file).with_extension("wasm"),
        folder.join(format!("{name}_{part}.wasm")),
    )?)
}
