# shellcheck shell=bash
# Sourced by test.sh: runs steps under a headline each, goes on after a failure,
# and sums what the test runners count.

passed=0 failed=0 failures=()
step_log=$(mktemp)
trap 'rm -f "$step_log"' EXIT

# step HEADLINE COMMAND…
step() {
  local headline=$1 status=0 before=$failed
  shift
  printf '\n== %s\n' "$headline"
  "$@" 2>&1 | tee "$step_log" || status=$?
  count
  if [ $status -ne 0 ]; then
    failures+=("$headline")
    # What fails without counting (a compiler, a linter) is one failure.
    if [ "$failed" = "$before" ]; then failed=$((failed + 1)); fi
  fi
}

# The closing lines of cargo, of node --test and of Playwright, as in
#   test result: ok. 12 passed; 0 failed; …
#   ℹ pass 12        ℹ fail 0
#     12 passed (3.4s)        1 failed
# Colours are stripped first.
count() {
  local sums
  sums=$(sed $'s/\x1b\\[[0-9;]*m//g' "$step_log" | awk '
    /^test result: / { p += $4; f += $6 }
    /^ℹ pass [0-9]+$/ { p += $3 }
    /^ℹ fail [0-9]+$/ { f += $3 }
    /^ℹ cancelled [0-9]+$/ { f += $3 }
    /^  [0-9]+ (passed|flaky)( \(.*\))?$/ { p += $1 }
    /^  [0-9]+ (failed|interrupted|did not run)$/ { f += $1 }
    END { print p + 0, f + 0 }')
  passed=$((passed + ${sums% *}))
  failed=$((failed + ${sums#* }))
}

finish() {
  local name
  printf '\n'
  for name in ${failures[@]+"${failures[@]}"}; do printf 'failed: %s\n' "$name"; done
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ ${#failures[@]} -eq 0 ]
}
