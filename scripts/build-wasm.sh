#!/usr/bin/env bash
# Builds a WebAssembly module and puts what it ships into pkg/build/:
#
#   scripts/build-wasm.sh engine|element
#
# `engine` is the calculator alone, for scripts; `element` has the widget, too, and
# with it comes the script around it (scripts/bundle.sh). The views that few pages begin
# with are a file of their own, ratecard-element_views.wasm.
# Does nothing if nothing has changed since the last time. With RATECARD_QUICK=1 it
# is built in seconds and three times as large: for those who are at work on it.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

# The part that is split off; nothing where the module is one file.
part=
case ${1:-} in
  engine) features=js ;;
  element)
    features=split
    part=views
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
  local files=(src build.rs Cargo.toml Cargo.lock scripts/build-wasm.sh scripts/env.sh scripts/glue.js scripts/seal.mjs "${BUILD_TOOLS_SOURCE[@]}" scripts/versions.env scripts/tools/package-lock.json)
  for dir in cards locales; do if [ -d "$dir" ]; then files+=("$dir"); fi; done
  say "${RATECARD_QUICK:-0}"
  wasm_env rustc -vV
  contents "${files[@]}"
}
stamp=$(inputs | sha256)
if [ "$(cat "$out/inputs.sha256" 2>/dev/null)" = "$stamp" ] &&
  [ -e "$pkg/$name.js" ] && [ -e "$pkg/${name}_bg.wasm" ] &&
  { [ "$1" = engine ] || { [ -e "$pkg/${name}_views.wasm" ] && [ -d "$pkg/locales" ]; }; }; then
  say "pkg/build/$name is current."
  exit
fi

for tool in wasm-opt esbuild; do
  has "$tool" || die "$tool is missing: run  scripts/setup.sh $tool"
done

# cargo and wasm-bindgen (in wasm-tool) instead of wasm-pack: the package is a library for Rust, too,
# and cargo runs no link-time optimisation on a library of both kinds. Asked for the
# one kind it does, which wasm-pack cannot be told; the module is 6 % smaller for it.
compile() { # profile
  local flags=()
  # wasm-split goes by the names of the functions, and by the places where each is used.
  if [ -n "$part" ]; then flags=(-C strip=none -C link-args=--emit-relocs); fi
  cargo rustc --locked --lib --profile "$1" --target "$WASM_TARGET" \
    --no-default-features --features "$features" --crate-type cdylib \
    --message-format json-render-diagnostics -- ${flags[@]+"${flags[@]}"} >"$out/messages.json"
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
  # It may still be under construction beside this; then this waits for it.
  has wasm-tool || { scripts/setup.sh wasm-tool && . scripts/env.sh; }
  wasm-tool "$ROOT/target/$WASM_TARGET/$1/ratecard.wasm" "$out" "$name" ${part:+"$part"}
  if [ -n "$part" ]; then
    cat "$ROOT/scripts/glue.js" >>"$out/$name.js"
    say "export { __wasm_split_load_$part } from './$name.js';" >"$out/__wasm_split.js"
  fi
}

# One file, so that under another address all of it is another one. wasm-bindgen writes __wasm_split.js as
# a key of the imports once for each function of it.
glue() { # flags…
  esbuild "$out/$name.js" ${part:+--bundle} --format=esm --target=es2022 --log-level=warning \
    --log-override:duplicate-object-key=silent --outfile="$out/$name.min.js" "$@"
}

rm -rf "$out"
mkdir -p "$out"
if [ "${RATECARD_QUICK:-0}" = 1 ]; then
  task "Building $name, quickly" wasm_env compile wasm-quick
  bind wasm-quick
  glue
else
  # The flags name the registry's folder, which has to be there first.
  cargo fetch --quiet --locked --target "$WASM_TARGET"
  task "Compiling $name for the browser" wasm_env compile wasm
  bind wasm
  # The glue comes with comments for its readers; half of it are those.
  glue --minify

  # The features that rustc's wasm32 target has on by default since 1.87, and
  # every browser since 2022.
  make_small() { # FILE
    task "Making ${name}_$1 small" wasm-opt -Oz --strip-debug --strip-producers \
      --enable-bulk-memory --enable-multivalue --enable-mutable-globals \
      --enable-nontrapping-float-to-int --enable-reference-types --enable-sign-ext \
      "$out/${name}_$1.wasm" -o "$out/${name}_$1.wasm"
  }
  make_module_small() { make_small bg; }
  make_part_small() { make_small "$part"; }
  together make_module_small ${part:+make_part_small}
fi
if [ -n "$part" ]; then node scripts/seal.mjs "$out/$name.min.js" "$out/${name}_bg.wasm" "$out/${name}_$part.wasm"; fi

mkdir -p "$pkg"
for file in bg ${part:+"$part"}; do cp "$out/${name}_$file.wasm" "$pkg/"; done
cp "$out/$name.min.js" "$pkg/$name.js"
cp "$out/$name.d.ts" "$pkg/$name.d.ts"
if [ "$1" = element ]; then
  # English is in the module; the others are loaded where they are needed.
  rm -rf "$pkg/locales"
  cp -r "$(languages)" "$pkg/locales"
fi
say "$stamp" >"$out/inputs.sha256"
