#!/usr/bin/env bash
# Lists the commands of the Makefile, each with the comment behind it.
set -euo pipefail
. "$(dirname "$0")/env.sh"
sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' "$ROOT/Makefile" | awk -F'|' '{ printf "%-16s %s\n", $1, $2 }'
