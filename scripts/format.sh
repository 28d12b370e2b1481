#!/usr/bin/env bash
# Writes Rust and JavaScript as `make lint` wants them.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh npm
. "$ROOT/scripts/env.sh" # what was just installed
cargo fmt
for manifest in "${RUST_TOOLS[@]}"; do cargo fmt --manifest-path "$manifest"; done
biome format --write .
