#!/usr/bin/env bash
# Builds a WebAssembly module and puts what it ships into pkg/build/:
#
#   scripts/build-wasm.sh engine|element
#
# `engine` is the calculator alone, for scripts; `element` has the widget, too, and
# with it comes the script around it (scripts/bundle.sh).
# Does nothing if nothing has changed since the last time. With RATECARD_QUICK=1 it
# is built in seconds and three times as large: for those who are at work on it.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

case ${1:-} in
  engine) features=js ;;
  element)
    features=csr
    scripts/bundle.sh
    ;;
  *) die "say what to build: engine or element" ;;
esac
name=ratecard-$1
out=$ROOT/target/wasm/$1
pkg=$ROOT/pkg/build

# Whatever can change the result. Cargo knows its own part of this, but linking
# and wasm-opt take half a minute even if nothing has changed.
inputs() {
  local files=(src build.rs Cargo.toml Cargo.lock scripts/build-wasm.sh scripts/env.sh scripts/versions.env "${WASM_TOOL_SOURCE[@]}" scripts/tools/package-lock.json)
  for dir in cards locales; do if [ -d "$dir" ]; then files+=("$dir"); fi; done
  say "${RATECARD_QUICK:-0}"
  wasm_env rustc -vV
  contents "${files[@]}"
}
stamp=$(inputs | sha256)
if [ "$(cat "$out/inputs.sha256" 2>/dev/null)" = "$stamp" ] &&
  [ -e "$pkg/$name.js" ] && [ -e "$pkg/${name}_bg.wasm" ] &&
  { [ "$1" = engine ] || [ -d "$pkg/locales" ]; }; then
  say "pkg/build/$name is current."
  exit
fi

for tool in wasm-tool wasm-opt esbuild; do
  has "$tool" || die "$tool is missing: run  scripts/setup.sh $tool"
done

# cargo and wasm-bindgen (in wasm-tool) instead of wasm-pack: the package is a library for Rust, too,
# and cargo runs no link-time optimisation on a library of both kinds. Asked for the
# one kind it does, which wasm-pack cannot be told; the module is 6 % smaller for it.
compile() { # profile
  cargo rustc --locked --lib --profile "$1" --target "$WASM_TARGET" \
    --no-default-features --features "$features" --crate-type cdylib \
    --message-format json-render-diagnostics >"$out/messages.json"
}
# The folder in which build.rs has put the languages; cargo alone knows it.
languages() {
  # shellcheck disable=SC2016
  node -e 'const { readFileSync } = require("node:fs");
    const messages = readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
    const ours = ({ reason, package_id }) => reason === "build-script-executed" && /[/#]ratecard[@#]/.test(package_id);
    console.log(`${messages.findLast(ours).out_dir}/locales`);' "$out/messages.json"
}
bind() { # profile
  wasm-tool "$ROOT/target/$WASM_TARGET/$1/ratecard.wasm" "$out" "$name"
}

# A module that has trapped must not be called again, neither by its timers nor when the
# browser collects its closures, and only the glue itself can see to that.
retire() {
  [ "$name" = ratecard-element ] || return 0
  say 'export function retire() { wasm = new Proxy({}, { get: () => () => {} }); }' >>"$out/$name.js"
}

rm -rf "$out"
mkdir -p "$out"
if [ "${RATECARD_QUICK:-0}" = 1 ]; then
  task "Building $name, quickly" wasm_env compile wasm-quick
  bind wasm-quick
  retire
  mv "$out/${name}_bg.wasm" "$out/${name}_bg.opt.wasm"
  cp "$out/$name.js" "$out/$name.min.js"
else
  # The flags name the registry's folder, which has to be there first.
  cargo fetch --quiet --locked --target "$WASM_TARGET"
  task "Compiling $name for the browser" wasm_env compile wasm
  bind wasm
  retire

  # The features that rustc's wasm32 target has on by default since 1.87, and
  # every browser since 2022.
  task "Making $name small" wasm-opt -Oz --strip-debug --strip-producers \
    --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
    --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
    "$out/${name}_bg.wasm" -o "$out/${name}_bg.opt.wasm"
  # The glue comes with comments for its readers; half of it are those.
  esbuild "$out/$name.js" --minify --format=esm --target=es2022 --log-level=warning \
    --outfile="$out/$name.min.js"
fi

mkdir -p "$pkg"
cp "$out/${name}_bg.opt.wasm" "$pkg/${name}_bg.wasm"
cp "$out/$name.min.js" "$pkg/$name.js"
cp "$out/$name.d.ts" "$pkg/$name.d.ts"
if [ "$1" = element ]; then
  # English is in the module; the others are loaded where they are needed.
  rm -rf "$pkg/locales"
  cp -r "$(languages)" "$pkg/locales"
fi
say "$stamp" >"$out/inputs.sha256"
