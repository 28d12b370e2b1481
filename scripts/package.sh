#!/usr/bin/env bash
# Completes the npm package in pkg/: builds both modules and the element's script next
# to the files written by hand, and lists what npm would publish.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh wasm-target wasm-tool wasm-opt
scripts/build-wasm.sh engine
scripts/build-wasm.sh element
if [ -e pkg/package.json ]; then (cd pkg && npm pack --dry-run); fi
