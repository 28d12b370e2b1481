# shellcheck shell=bash
# Sourced by env.sh: what is shown of steps that take long.
#
# Each writes one line, with the time that it took, when it is done. Until then a line at the foot of the
# terminal counts the seconds, and the crates where cargo is at work.

# Where the line goes if this script is one of several that run side by side (together).
progress_file=${RATECARD_PROGRESS:-}

# Draws the line.
progress() { # TEXT
  if [ -n "$progress_file" ]; then
    printf '%s' "$1" >"$progress_file"
  elif [ -t 2 ]; then
    clear_line
    printf '%.*s' "$((${COLUMNS:-80} - 1))" "$1" >&2
  fi
}
clear_line() { if [ -t 2 ]; then printf '\r\033[K' >&2; fi; }

duration() { # SECONDS
  if [ "$1" -lt 60 ]; then say "$1 s"; else say "$(($1 / 60)) min $(($1 % 60)) s"; fi
}

# How far cargo has come, by what it has written into a log: " 17/203 crates,".
crates() { # LOG
  tail -c 4096 "$1" | tr '\r' '\n' | sed -n 's|.*Building \[[^]]*\] \([0-9]*/[0-9]*\).*| \1 crates,|p' | tail -n 1
}

# task LABEL COMMAND…: runs a command. What it writes is kept for the case of failure.
task() {
  local label=$1 began=$SECONDS log ticker='' status=0
  shift
  log=$(mktemp)
  if [ -n "$progress_file" ] || [ -t 2 ]; then
    # It ends with the script, should that be killed.
    while kill -0 $$ 2>/dev/null; do
      progress "${label%%,*}:$(crates "$log") $(duration $((SECONDS - began)))"
      sleep 1
    done &
    ticker=$!
  fi
  # Told to, cargo counts where it writes into a file, too.
  CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=80 "$@" >"$log" 2>&1 || status=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    progress ''
  fi
  clear_line
  if [ "$status" = 0 ]; then
    say "$label: $(duration $((SECONDS - began)))"
  else
    tr '\r' '\n' <"$log" | grep -v '^ *Building \[' | tail -n 40 >&2 || true
  fi
  rm -f "$log"
  return "$status"
}

# together FUNCTION…: runs functions side by side, with one line for what all of them are at. Where one
# fails, the others are ended.
together() {
  local folder function pids=() running=() still=() pid status=0
  folder=$(mktemp -d)
  # Each gets a process group of its own, so that it can be ended with all that it has started.
  set -m
  for function in "$@"; do
    (
      set +m
      export RATECARD_PROGRESS=$folder/$function
      progress_file=$RATECARD_PROGRESS
      "$function"
    ) &
    pids+=($!)
  done
  set +m
  # shellcheck disable=SC2064
  trap "end ${pids[*]}; exit 130" INT TERM
  running=("${pids[@]}")
  while [ ${#running[@]} -gt 0 ] && [ "$status" = 0 ]; do
    progress "$(awk 'NF { printf "%s%s", gap, $0; gap = " · " }' "$folder"/* 2>/dev/null || true)"
    sleep 1
    still=()
    for pid in "${running[@]}"; do
      if kill -0 "$pid" 2>/dev/null; then still+=("$pid"); else wait "$pid" || status=$?; fi
    done
    running=(${still[@]+"${still[@]}"})
  done
  if [ "$status" != 0 ]; then end "${pids[@]}"; fi
  trap - INT TERM
  clear_line
  rm -rf "$folder"
  return "$status"
}
end() { for pid in "$@"; do kill -- "-$pid" 2>/dev/null || true; done; }
