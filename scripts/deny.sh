#!/usr/bin/env bash
# Checks the dependencies against deny.toml:
#
#   scripts/deny.sh             licenses, sources, and what is banned
#   scripts/deny.sh advisories  known vulnerabilities, whose list it fetches
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

has cargo-deny || { scripts/setup.sh cargo-deny; . "$ROOT/scripts/env.sh"; }
has cargo-deny || die "cargo-deny is missing: cargo install cargo-deny"
# What ships, and the tools that make it ready for the browser.
for manifest in Cargo.toml scripts/build-tools/Cargo.toml; do
  deny=(cargo-deny --config deny.toml --manifest-path "$manifest" --locked check)
  if [ "${1:-}" = advisories ]; then
    "${deny[@]}" advisories
  else
    "${deny[@]}" licenses bans sources
  fi
done
