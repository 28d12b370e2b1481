#!/usr/bin/env bash
# Everything that must hold before a change goes in:
#
#   scripts/test.sh         all of it
#   scripts/test.sh lint    only what needs no test to run
#
# Each step runs even if one before it failed. The last line counts the tests.
set -euo pipefail
. "$(dirname "$0")/env.sh"
. "$ROOT/scripts/steps.sh"
cd "$ROOT"

lint() {
  step "Formatting, Rust (rustfmt)" rust_formatting
  step "Formatting, JavaScript (Biome)" biome format .
  step "Types, JavaScript (tsc)" scripts/check-js.sh
  # csr and ssr exclude each other, so there is no --all-features. The default has ssr: the views.
  step "Lints, native (clippy)" cargo clippy --locked --all-targets -- -D warnings
  step "Lints, the schema" cargo clippy --locked --all-targets --features schema -- -D warnings
  step "Lints, the command line without the views" cargo clippy --locked --no-default-features --features cli -- -D warnings
  step "Lints, the engine alone" cargo clippy --locked --lib --no-default-features -- -D warnings
  step "Lints, the engine in WebAssembly" wasm_clippy js
  step "Lints, the widget in WebAssembly" wasm_clippy csr
  step "Lints, the widget in two files" wasm_clippy split
  step "Documentation (rustdoc)" env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps
  if has cargo-deny; then step "Dependencies: licenses and sources (cargo-deny)" scripts/deny.sh; fi
  if has shellcheck; then step "Lints, shell scripts (shellcheck)" shellcheck scripts/*.sh .ci/run; fi
}

rust_formatting() {
  local status=0 manifest
  cargo fmt --check || status=$?
  for manifest in "${RUST_TOOLS[@]}"; do cargo fmt --check --manifest-path "$manifest" || status=$?; done
  return "$status"
}

wasm_clippy() {
  wasm_env cargo clippy --locked --lib --target "$WASM_TARGET" --no-default-features --features "$1" -- -D warnings
}

# All that is no test of WebAssembly is empty there, and built in no time.
wasm_tests() {
  wasm_env wasm-pack --log-level warn test --node --mode no-install "$ROOT" \
    --locked --no-default-features --features js --test wasm
}

files() { find "$@" -not -path '*/node_modules/*' -type f 2>/dev/null; }

# The folder is not given to node as such: from version 22 on it takes it for a module.
javascript() {
  local tests=()
  while read -r file; do tests+=("$file"); done < <(files tests/js -name '*.test.*js' | sort)
  if [ ${#tests[@]} -eq 0 ]; then say "There are no tests in tests/js yet."; return; fi
  node --test --test-reporter=spec "${tests[@]}"
}

browser() {
  if [ -z "$(files tests/browser/specs -name '*.spec.*')" ]; then say "There are no tests in tests/browser/specs yet."; return; fi
  # What they compare the pages with.
  cargo build --locked --quiet --bin ratecard
  cargo build --locked --quiet --example formats
  (cd tests/browser && FORCE_COLOR=0 node_modules/.bin/playwright test)
}

if [ "${1:-}" = lint ]; then
  "$ROOT/scripts/setup.sh" wasm-target npm browser-tests cargo-deny
  . "$ROOT/scripts/env.sh"
  lint
  finish
  exit
fi

"$ROOT/scripts/setup.sh" all
. "$ROOT/scripts/env.sh"
lint
step "Tests, native (cargo test)" cargo test --locked --no-fail-fast --features schema
step "Tests, the JavaScript door in WebAssembly (wasm-pack)" wasm_tests
step "Tests, the view library in Chromium (wasm-bindgen-test)" scripts/test-dom.sh
step "Build, the application of Leptos" scripts/leptos-example.sh build
step "Build, the engine for the browser" scripts/build-wasm.sh engine
step "Build, the demo site with the widget" scripts/site.sh build
step "Sizes of the downloads" node scripts/sizes.mjs --check
step "Tests, JavaScript in Node.js" javascript
step "Tests, the pages in Chromium (Playwright)" browser
finish
