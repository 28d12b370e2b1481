#!/usr/bin/env bash
# The second way to compile for wasm32, for machines where rustup can fetch
# nothing: the compiler that Debian builds for its browsers, with the standard
# library compiled here from its source.
#
#   scripts/wasm-toolchain-debian.sh FOLDER
#
# Everything stays in FOLDER: nothing is installed, no root is needed, and /usr
# is not touched. (rustc takes its sysroot from its own real path, so the files
# have to be unpacked here; links to /usr would not do.)
set -euo pipefail
. "$(dirname "$0")/env.sh"

T=${1:?the folder to unpack into}
[ -e "$T/complete" ] && exit
{ has apt-get && has dpkg-deb; } ||
  die "no $WASM_TARGET target: rustup could not add it, and this is no Debian system. Try: rustup target add $WASM_TARGET"

say "Preparing Debian's Rust compiler for $WASM_TARGET, as rustup has none (once, about 2 min and 1 GB) …"
rm -rf "$T"
mkdir -p "$T/apt/lists/partial" "$T/apt/cache/archives/partial" "$T/deb"
log=$T/log
trap 'tail -n 30 "$log" >&2; die "the compiler could not be prepared (log: $log)"' ERR

# Own package lists: current ones without root.
apt=(-qq -o "Dir::State::lists=$T/apt/lists" -o "Dir::Cache=$T/apt/cache" -o APT::Sandbox::User=)
apt-get "${apt[@]}" update >>"$log" 2>&1
# The versions in these packages' names change with every release: follow the dependencies.
depends() { apt-cache "${apt[@]}" depends "$1" | sed -n "s/.*Depends: \($2[^ ]*\)$/\1/p" | head -n 1; }
std=$(depends libstd-rust-web-dev libstd-rust-web-)
llvm=$(depends "$std" libllvm)
(cd "$T/deb" && apt-get "${apt[@]}" download rustc-web "$std" libstd-rust-web-dev rust-web-src "$llvm" rust-web-clippy) >>"$log" 2>&1
for deb in "$T"/deb/*.deb; do dpkg-deb -x "$deb" "$T"; done
rm -rf "$T/apt" "$T/deb"

U=$T/usr
host=$(rustc -vV | sed -n 's/^host: //p')
stock=$(rustc --print sysroot)
# rustup sets the library path to lib/, Debian keeps its libraries one deeper.
ln -sf "$U"/lib/*-linux-gnu/*.so* "$U/lib/"
# The linker for wasm and cargo come with the compiler that is already here.
mkdir -p "$U/lib/rustlib/$host/bin"
ln -sf "$stock/lib/rustlib/$host/bin/rust-lld" "$U/lib/rustlib/$host/bin/"
ln -sf "$stock/bin/cargo" "$U/bin/"

# The standard library, compiled by the way of an empty crate. Bitcode is
# embedded, else link-time optimisation fails later. Paths are remapped as in
# env.sh: the library's own, and those of the crates that it uses.
mkdir -p "$T/std/src"
say '#![no_std]' >"$T/std/src/lib.rs"
cat >"$T/std/Cargo.toml" <<'TOML'
[package]
name = "empty"
edition = "2024"
[profile.release]
opt-level = 3
[workspace]
TOML
(
  cd "$T/std"
  export RUSTUP_TOOLCHAIN=$U RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$T/std/target
  if ! has rustup; then export PATH=$U/bin:$PATH LD_LIBRARY_PATH=$U/lib; fi
  flags=(-Cembed-bitcode=yes "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
    "--remap-path-prefix=$U/lib/rustlib/src/rust=/rustc/std")
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f'; printf '%s' "${flags[*]}")
  export CARGO_ENCODED_RUSTFLAGS
  cargo build --release --target "$WASM_TARGET" \
    -Zbuild-std=core,alloc,std,panic_abort,panic_unwind,test,proc_macro
) >>"$log" 2>&1
mkdir -p "$U/lib/rustlib/$WASM_TARGET/lib"
find "$T/std/target/$WASM_TARGET/release/deps" -name '*.rlib' ! -name 'libempty-*' \
  -exec cp {} "$U/lib/rustlib/$WASM_TARGET/lib/" \;
rm -rf "$T/std"
touch "$T/complete"
