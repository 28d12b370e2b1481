#!/usr/bin/env bash
# Makes what pages load of pkg/element/:
#
#   pkg/element.js      the script: one file, so that it is one request
#   pkg/build/element/  its modules in on-demand/, each a file of its own
#   pkg/element.css     the styles
#
# Does nothing if nothing has changed since the last time. With RATECARD_QUICK=1 all of it stays
# readable. Source maps are not made: they would outweigh what they are for.
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

out=$ROOT/target/bundle
stamp=$({ say "${RATECARD_QUICK:-0}"; contents pkg/element scripts/bundle.sh scripts/tools/package-lock.json; } | sha256)
if [ "$(cat "$out/inputs.sha256" 2>/dev/null)" = "$stamp" ] &&
  [ -e pkg/element.js ] && [ -e pkg/element.css ] && [ -d pkg/build/element ]; then
  say "pkg/element.js is current."
  exit
fi

has esbuild || die "esbuild is missing: run  scripts/setup.sh esbuild"
minify=(--minify)
if [ "${RATECARD_QUICK:-0}" = 1 ]; then minify=(); fi
rm -rf "$out" pkg/build/element
mkdir -p "$out"

# The glue of the module is built apart and keeps its place beside the script.
esbuild element=pkg/element/index.js --bundle --splitting --format=esm --target=es2022 --charset=utf8 \
  ${minify[@]+"${minify[@]}"} --external:./pkg/build/* --log-level=warning \
  --outdir=pkg --chunk-names=build/element/[name]

# Where it minifies, esbuild drops all comments, also those that tell other bundlers to leave an import
# alone whose address is made up at run time.
ignored='/* @vite-ignore */ /* webpackIgnore: true */'
sed "s|import(\`|import($ignored\`|" pkg/element.js >"$out/element.js"
grep -qF 'webpackIgnore: true' "$out/element.js" || die "the import that bundlers must leave alone was not found"
cp "$out/element.js" pkg/element.js

# One sheet of all: a sheet that a script makes may import none. Without a target, nothing that the styles use is
# rewritten for older browsers.
esbuild element=pkg/element/element.css --bundle ${minify[@]+"${minify[@]}"} --log-level=warning --outdir=pkg

say "$stamp" >"$out/inputs.sha256"
