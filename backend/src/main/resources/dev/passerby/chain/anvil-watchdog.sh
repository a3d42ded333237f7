# Runs the command given as arguments for as long as standard input stays open. The service holds its other end: however
# the service dies, even by SIGKILL, the system closes it, and the command is stopped.
#
# Standard output repeats the command's up to "Listening on"; the rest is read and thrown away here, so that the command
# never meets a full or a broken pipe while it saves its state.

# Ctrl-C reaches the whole foreground group; stopping is the service's business.
trap '' INT HUP
exec 3<&0

{
  "$@" 3<&- </dev/null 2>&1 &
  command=$!

  (
    while read -r _; do :; done
    kill "$command" || exit 0
    for _ in 1 2 3 4 5; do
      sleep 1
      kill -0 "$command" || exit 0
    done
    kill -9 "$command"
  ) <&3 >/dev/null 2>&1 &
  watch=$!

  wait "$command"
  kill "$watch"
} 2>/dev/null | {
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in *"Listening on"*) break ;; esac
  done
  exec >/dev/null
  while IFS= read -r line; do :; done
}
