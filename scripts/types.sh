#!/usr/bin/env bash
# Writes what is generated from the program's types: the JSON Schema of rate
# cards, requests and replies in www/schema/, and from it pkg/types.d.ts.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh npm
. "$ROOT/scripts/env.sh"
cargo run --locked --quiet --no-default-features --features schema --bin ratecard-schema
node scripts/types.mjs
say "www/schema/ and pkg/types.d.ts are current."
