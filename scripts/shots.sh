#!/usr/bin/env bash
# Builds the site and takes pictures of the widget; arguments as in shots.mjs.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh wasm-target wasm-tool wasm-opt trunk chromium browser-tests
. "$ROOT/scripts/env.sh" # what was just installed
scripts/build-wasm.sh engine
scripts/site.sh build
CHROMIUM=$(find_chromium)
export CHROMIUM
node scripts/shots.mjs "$@"
