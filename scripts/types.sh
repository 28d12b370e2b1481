#!/usr/bin/env bash
# Writes what is generated from the program: the JSON Schema of rate cards,
# requests and replies in www/schema/, from it pkg/types.d.ts; and about the
# element pkg/element/attributes.js and pkg/custom-elements.json.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh npm
. "$ROOT/scripts/env.sh"
cargo run --locked --quiet --features schema --bin ratecard-schema
node scripts/types.mjs
say "www/schema/, pkg/types.d.ts, pkg/element/attributes.js and pkg/custom-elements.json are current."
