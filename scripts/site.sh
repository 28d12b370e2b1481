#!/usr/bin/env bash
# The demo site in dist/:
#
#   scripts/site.sh build   build it
#   scripts/site.sh demo    build and serve it
#   scripts/site.sh dev     the same with a quick build, and reload the page on every change
#
# PORT is the first port to try (8080).
set -euo pipefail
. "$(dirname "$0")/env.sh"
cd "$ROOT"

# Trunk wants the folders that it is told to watch or to ignore.
mkdir -p cards locales pkg/build
# A failed hook is no crash of trunk's that wants a backtrace.
export TRUNK_OFFLINE=true TRUNK_SKIP_VERSION_CHECK=true RUST_BACKTRACE=0

# Trunk's hook would do this, but trunk serves even if its build has failed, and
# then whatever was there before: so it is built here first, where a failure ends
# the script, and no old site is left to be served or tested.
rm -rf dist
if [ "${1:-}" = dev ]; then export RATECARD_QUICK=1; fi
the_program() {
  task "Building the program that puts prices into the page" node scripts/ratecard.mjs --build
}
the_module() {
  scripts/setup.sh wasm-target wasm-opt
  scripts/build-wasm.sh element
}
# On a machine with nothing on it, time is what is compiled. Built by the profile of the module, the program
# shares with it all that runs at compile time: so one comes after the other.
program_and_module() {
  scripts/setup.sh wasm-target
  the_program
  the_module
}
# What completes the module once it is compiled, and what makes the site of it. They take the processors that
# the rest leaves idle: while it downloads, and at the end of a build.
the_tools() { nice scripts/setup.sh wasm-tool trunk; }
if [ "${1:-}" = demo ]; then
  export RATECARD_PROGRAM_PROFILE=wasm
  together program_and_module the_tools
else
  # The tests and whoever is at work have a debug build of the program.
  together the_module the_tools the_program
fi
. "$ROOT/scripts/env.sh" # what was just installed

free_port() {
  local port
  for ((port = ${PORT:-8080}; port < 65536; port++)); do
    # Something answers: taken.
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { say "$port"; return; }
  done
  die "no free port"
}

serve() {
  local port server url
  port=$(free_port)
  url=http://127.0.0.1:$port/
  trunk serve --address 127.0.0.1 --port "$port" "$@" &
  server=$!
  # shellcheck disable=SC2064
  trap "kill $server 2>/dev/null || true" EXIT
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    kill -0 "$server" 2>/dev/null || die "the site could not be served, see above"
    sleep 0.2
  done
  node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1))' "$url" || die "the site could not be built, see above"
  say ""
  say "    ratecard is at  $url   (stop it with Ctrl-C)"
  say ""
  wait "$server"
}

case ${1:-} in
  build) trunk build --release ;;
  demo) serve --release --no-autoreload ;;
  dev) serve --release ;;
  *) die "say what to do: build, demo or dev" ;;
esac
