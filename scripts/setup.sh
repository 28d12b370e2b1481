#!/usr/bin/env bash
# Installs what is missing, and nothing twice:
#
#   scripts/setup.sh WHAT…
#
# WHAT: wasm-target wasm-tool wasm-bindgen wasm-pack trunk wasm-opt esbuild types chromium
#       chromedriver browser-tests all
#
# Tools go to a cache of this user ($RATECARD_TOOLS, by default
# ~/.cache/ratecard), in folders named after their version, so that a second
# clone has them at once. A matching version on PATH is used as it is.
set -euo pipefail
. "$(dirname "$0")/env.sh"

has cargo || die "Rust is missing: install it from https://rustup.rs, then run this again"
has node || die "Node.js 20 or newer is missing: install it from https://nodejs.org, then run this again"
mkdir -p "$TOOLS"

# Two clones share the cache: the second one waits, then finds the tools there.
# macOS has no flock; there each builds for itself.
if has flock; then
  exec 9>"$TOOLS/lock"
  flock -n 9 || { say "Waiting for another set-up to finish …"; flock 9; . "$ROOT/scripts/env.sh"; }
fi

build=$TOOLS/build-$$
log=$build.log
trap 'rm -rf "$build" "$log" "$TOOLS"/*.part-$$' EXIT
# Compilers are chatty: keep the words for the case of failure.
quietly() { "$@" >"$log" 2>&1 || { tail -n 40 "$log" >&2; return 1; }; }

# Tools run for seconds and are built for minutes, so they are compiled lightly.
# One target folder for all of them lets them share what they have in common.
cargo_install() {
  CARGO_TARGET_DIR=$build \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_STRIP=symbols CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL=0 \
    quietly cargo install "$@"
}

# cargo_tool CRATE VERSION PROGRAM MINUTES WHY [FLAGS…]
cargo_tool() {
  local crate=$1 version=$2 program=$3 minutes=$4 why=$5 dir
  shift 5
  has_version "$program" "$version" && return
  dir=$TOOLS/$crate-$version
  say "Building $crate $version, $why (once, about $minutes min on two cores) …"
  rm -rf "$dir.part-$$"
  # --locked is the tested set of dependencies; a mirror of the registry may lag
  # behind and lack one of them. Without it cargo takes the newest that fit.
  cargo_install "$crate" --version "$version" --root "$dir.part-$$" --locked "$@" 2>/dev/null ||
    cargo_install "$crate" --version "$version" --root "$dir.part-$$" "$@" ||
    die "$crate $version could not be built, see above"
  rm -rf "$dir"
  mv "$dir.part-$$" "$dir"
  PATH=$dir/bin:$PATH
}

wasm_tool() {
  [ -d "$WASM_TOOL/bin" ] && return
  say "Building wasm-tool, which writes the JavaScript side of the module and divides it (once, about 1 min on two cores) …"
  rm -rf "$WASM_TOOL.part-$$"
  cargo_install --path "$ROOT/scripts/wasm-tool" --root "$WASM_TOOL.part-$$" --locked ||
    die "wasm-tool could not be built, see above"
  mv "$WASM_TOOL.part-$$" "$WASM_TOOL"
  PATH=$WASM_TOOL/bin:$PATH
}

npm_version() { sed -n "s/.*\"$1\": \"\([0-9.]*\)\".*/\1/p" "$ROOT/scripts/tools/package.json"; }
has_shrinkers() {
  local binaryen
  binaryen=$(npm_version binaryen)
  has_version wasm-opt "${binaryen%%.*}" && has_version esbuild "$(npm_version esbuild)"
}
npm_tools() {
  [ -e "$NPM_TOOLS/complete" ] && return
  say "Fetching build tools from npm: wasm-opt, esbuild, marked, and what makes and checks types (once, about 20 s) …"
  rm -rf "$NPM_TOOLS"
  mkdir -p "$NPM_TOOLS"
  cp "$ROOT"/scripts/tools/{package.json,package-lock.json,.npmrc} "$NPM_TOOLS/"
  (cd "$NPM_TOOLS" && quietly npm ci) || die "npm could not install the build tools, see above"
  touch "$NPM_TOOLS/complete"
  PATH=$NPM_TOOLS/node_modules/.bin:$PATH
}

wasm_target() {
  [ -n "$WASM_RUSTUP_TOOLCHAIN" ] && return
  if [ "${RATECARD_WASM_FALLBACK:-0}" != 1 ]; then
    has_wasm_target && return
    if has rustup; then
      say "Adding Rust's $WASM_TARGET target (once, about 20 s) …"
      quietly rustup target add "$WASM_TARGET" && return
    fi
  fi
  "$ROOT/scripts/wasm-toolchain-debian.sh" "$WASM_FALLBACK"
}

browser_and_fonts() {
  local missing=()
  find_chromium >/dev/null || missing+=(chromium)
  # The pages are tested in Chinese and Japanese too. Only Debian's packages are
  # known by name here; elsewhere a system has its fonts or the glyphs are boxes.
  if has dpkg-query && ! dpkg-query -W -f '${Status}' fonts-noto-cjk 2>/dev/null | grep -q 'ok installed'; then
    missing+=(fonts-noto-cjk)
  fi
  [ ${#missing[@]} -eq 0 ] && return
  has apt-get || die "Chromium is missing: install it, or set CHROMIUM to the path of a Chrome or Chromium"
  distribution_packages "the browser and fonts of the tests" "${missing[@]}"
}

chromedriver() {
  find_chromedriver >/dev/null && return
  has apt-get || die "chromedriver is missing: install the one of your Chrome's version, or set CHROMEDRIVER to its path"
  distribution_packages "which drives the browser for the tests of the view library" chromium-driver
}

# distribution_packages WHY PACKAGE…
distribution_packages() {
  local why=$1 install
  shift
  install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" = 0 ] || die "system packages are missing; run this, then start again:  sudo $install"
  say "Installing $* from the distribution, $why (once, about 1 min) …"
  export DEBIAN_FRONTEND=noninteractive
  # Lists that are missing or out of date point to packages that are gone.
  # shellcheck disable=SC2086
  quietly $install || { quietly apt-get update && quietly $install; } || die "apt-get could not install them, see above"
}

browser_tests() {
  local dir=$ROOT/tests/browser stamp
  stamp=$(sha256 <"$dir/package-lock.json")
  [ "$(cat "$dir/node_modules/.ratecard" 2>/dev/null)" = "$stamp" ] && return
  say "Fetching Playwright and axe from npm, which drive the browser tests (once a clone, about 10 s) …"
  # The tests use the system's browser.
  (cd "$dir" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 quietly npm ci) || die "npm could not install the browser tests' tools, see above"
  say "$stamp" >"$dir/node_modules/.ratecard"
}

setup() {
  case $1 in
    wasm-target) wasm_target ;;
    wasm-tool) wasm_tool ;;
    wasm-bindgen)
      # Its default feature is TLS for WebDriver at a distance, not needed here.
      cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen 2 \
        "which runs the tests in WebAssembly" --no-default-features ;;
    wasm-pack) cargo_tool wasm-pack "$WASM_PACK_VERSION" wasm-pack 1 "which runs the tests in WebAssembly" ;;
    trunk)
      # Its default features are TLS and a look for newer versions, not needed here.
      cargo_tool trunk "$TRUNK_VERSION" trunk 5 "which builds and serves the demo site" --no-default-features ;;
    wasm-opt | esbuild) has_shrinkers || npm_tools ;;
    types) npm_tools ;;
    chromium) browser_and_fonts ;;
    chromedriver) chromedriver ;;
    browser-tests) browser_tests ;;
    all) for what in wasm-target wasm-tool wasm-bindgen wasm-pack trunk wasm-opt types chromium chromedriver browser-tests; do setup "$what"; done ;;
    *) die "unknown: $1 (see the head of scripts/setup.sh)" ;;
  esac
}

[ $# -gt 0 ] || die "say what to set up: $(sed -n 's/^# WHAT: //p' "$0") …"
for what in "$@"; do setup "$what"; done
