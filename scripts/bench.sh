#!/usr/bin/env bash
# Runs the benchmarks; arguments are passed on to the native ones. Without any, the
# pack planner is measured in WebAssembly, too, and the widget in Chromium.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

# Of the engine: what the views need is not built for it.
cargo bench --locked --no-default-features "$@"
[ $# -eq 0 ] || exit 0

"$ROOT/scripts/setup.sh" wasm-target
. "$ROOT/scripts/env.sh" # what was just installed
say "Building the pack planner for WebAssembly (about 30 s the first time) …"
wasm_env cargo build --release --locked --quiet --target "$WASM_TARGET" \
  --manifest-path benches/wasm/Cargo.toml --target-dir target/bench-wasm
node benches/wasm/run.mjs

if [ -e "$ROOT/dist/pkg/element.js" ] && [ -d "$ROOT/tests/browser/node_modules" ]; then
  say "Typing into the widget …"
  node tests/browser/bench/input.mjs
else
  say "The widget is not measured: run  scripts/site.sh build  and  scripts/test.sh  once."
fi
