#!/usr/bin/env bash
# Removes all that was built here. The tools in the cache, which other clones
# share, stay.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"
rm -rf target dist pkg/build pkg/element.{js,css} pkg/LICENSE-* tests/browser/{node_modules,test-results,playwright-report}
