#!/usr/bin/env bash
# The application of Leptos in examples/leptos:
#
#   scripts/leptos-example.sh build   build it into target/leptos-example, where a browser test finds it
#   scripts/leptos-example.sh serve   build it, serve it, and build it again on every change
set -euo pipefail
. "$(dirname "$0")/env.sh"

"$ROOT/scripts/setup.sh" wasm-target wasm-bindgen trunk
. "$ROOT/scripts/env.sh" # what was just installed

export TRUNK_OFFLINE=true TRUNK_SKIP_VERSION_CHECK=true
cd "$ROOT/examples/leptos"
case ${1:-} in
  build) wasm_env trunk build --locked --dist "$ROOT/target/leptos-example" ;;
  serve) wasm_env trunk serve --locked --dist "$ROOT/target/leptos-example" ;;
  *) die "say what to do: build or serve" ;;
esac
