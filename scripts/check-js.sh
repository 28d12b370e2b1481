#!/usr/bin/env bash
# Checks the types of all JavaScript, by what JSDoc says and what follows from it.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

scripts/setup.sh npm browser-tests bundlers
. "$ROOT/scripts/env.sh" # what was just installed
# The types of Node.js are among the tools, which lie outside of the project.
types=$NPM_TOOLS/node_modules/@types
tsc --project pkg --typeRoots "$types"
tsc --project . --typeRoots "$types"
tsc --project tests/browser --typeRoots "$types"
