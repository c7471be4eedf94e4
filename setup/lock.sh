# One setup at a time. The lock is a symbolic link to the owner's process id: a link is made in one step together with what it says,
# so that there is no moment at which the lock has no owner.

lock() {
  announced=
  acquire artifacts/setup/lock
  trap 'rm -f artifacts/setup/lock' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  wait_for_orphan
}

acquire() {
  attempts=0
  until ln -s "$$" "$1" 2>/dev/null; do
    if ! owner=$(readlink "$1"); then
      # It has just been released, unless it cannot be made at all.
      attempts=$((attempts + 1))
      [ "$attempts" -lt 100 ] || fail "$1 cannot be made: artifacts/ must be writable and able to hold symbolic links"
    elif is_running "$owner" 'setup\.sh'; then
      wait_for "$owner" "another setup"
    else
      remove_lock "$1" "$owner"
    fi
  done
}

# Several may find the same owner dead. The one that holds the lock on the removal removes; any other, whose look at the owner is older,
# would remove the lock of the next owner.
remove_lock() (
  acquire "$1.$2"
  [ "$(readlink "$1")" != "$2" ] || rm -f "$1"
  rm -f "$1.$2"
)

# Runs a program so that a later setup can find it, should this setup be killed and the program go on.
run() {
  status=0
  sh -c 'echo "$$" >artifacts/setup/step && exec "$@"' run "$@" || status=$?
  rm -f artifacts/setup/step
  return "$status"
}

wait_for_orphan() {
  [ -s artifacts/setup/step ] || return 0
  read -r orphan <artifacts/setup/step
  while is_running "$orphan" 'dotnet|node|npm'; do
    wait_for "$orphan" "what a killed setup left running"
  done
  rm -f artifacts/setup/step
}

wait_for() {
  if [ -z "$announced" ]; then
    say "waiting for $2 (process $1)"
    announced=yes
  fi
  sleep 1
}

# The command line is looked at since a process id may come again, the state since a dead process (Z) may still be listed. Where ps cannot
# tell, the existence of the process must do.
is_running() {
  [ "$1" != "$$" ] || return 1
  if command_line=$(ps -o stat= -o args= -p "$1" 2>/dev/null); then
    printf '%s\n' "$command_line" | grep -Eq "^[^Z].*($2)"
  else
    kill -0 "$1" 2>/dev/null
  fi
}
