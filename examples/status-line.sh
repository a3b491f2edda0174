#!/bin/sh
# One short line for a status bar or a shell prompt: open tasks and the balance.
#
#     tmux:  set -g status-right '#(sh /path/to/status-line.sh)'
#     bash:  PS1='$(sh /path/to/status-line.sh) \$ '
#
# It prints `3 open, $17.00` (whole cents are made an amount here), and nothing at all where nobody
# is logged in or there is no store: a prompt is no place for errors.
set -u

popug=${POPUG:-popug}

open=$("$popug" mine --format csv --fields id 2>/dev/null) || exit 0
cents=$("$popug" account show --format csv --fields balance_cents 2>/dev/null) || exit 0

# The first line of CSV names the columns.
open=$(printf '%s\n' "$open" | tail -n +2 | grep -c .)
cents=$(printf '%s\n' "$cents" | tail -n 1)

sign=
if [ "$cents" -lt 0 ]; then
    sign=-
    cents=$((-cents))
fi
printf '%d open, %s$%d.%02d\n' "$open" "$sign" $((cents / 100)) $((cents % 100))
