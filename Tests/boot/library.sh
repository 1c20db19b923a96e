# In the machine: what scenarios are written with. A scenario is a list of commands; the first that fails fails it.
set -eE -o pipefail
trap 'echo "FAILED: ${BASH_SOURCE[0]##*/}, line $LINENO: $BASH_COMMAND"' ERR
boot=$(cat /boot-test/boot)

# says TEXT COMMAND…: the command succeeds and its output holds TEXT.
says() {
  local text=$1 output
  shift
  output=$("$@" 2>&1) || { printf '%s\n' "$output"; return 1; }
  [[ $output == *"$text"* ]] || { printf 'not said: %s\n%s\n' "$text" "$output"; return 1; }
}

# fails COMMAND…: the command fails.
fails() { if "$@"; then echo "should have failed: $*"; return 1; fi; }

# equals WANTED FOUND
equals() { [ "$1" = "$2" ] || { printf 'wanted: %s\nfound:  %s\n' "$1" "$2"; return 1; }; }

# within SECONDS COMMAND…: the command succeeds before that time is over.
within() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "not in time: $*"; "$@"; return 1; }
    sleep 0.1
  done
}

# The machine is turned off after the scenario and booted once more, with `boot` one higher; a virtual machine then wakes at
# CLOCK (UTC).
boot_again() { # [CLOCK]
  [ -z "${1:-}" ] || echo "$1" >/boot-test/clock
  : >/boot-test/again
}
