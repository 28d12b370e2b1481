#!/usr/bin/env bash
# Runs the benchmarks; arguments are passed on to them.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
cargo bench --locked "$@"
