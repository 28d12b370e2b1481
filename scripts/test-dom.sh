#!/usr/bin/env bash
# The tests of the view library (src/widget/dom/page/tests), in Chromium without a window:
#
#   scripts/test-dom.sh [NAME]   all, or those with NAME in their path
#
# They stand in the library, whose view library is private, and are compiled like the example of
# Leptos, so that the two share their dependencies.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

"$ROOT/scripts/setup.sh" wasm-target wasm-bindgen chromium chromedriver
. "$ROOT/scripts/env.sh" # what was just installed

# The same browser as Playwright's. A loaded machine may take long to start it.
mkdir -p target
chromium=$(find_chromium) node -e '
  console.log(JSON.stringify({ "goog:chromeOptions": { binary: process.env.chromium } }));' >target/webdriver.json
export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/target/webdriver.json
export WASM_BINDGEN_TEST_TIMEOUT=120
CHROMEDRIVER=$(find_chromedriver)
export CHROMEDRIVER CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner

wasm_env cargo test --locked --lib --profile dev --target "$WASM_TARGET" \
  --no-default-features --features csr -- "$@"
