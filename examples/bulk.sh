#!/bin/sh
# What bulk work costs: imports and reassigns of many tasks, the close of a day with many popugs,
# and what comes after them. It prints a line for each command: seconds on the clock, seconds of the
# processor, tasks a second by each, and the most memory that it held.
#
#   cargo build --release
#   POPUG=target/release/popug examples/bulk.sh [TASKS [POPUGS [STORE]]]
#
# Everything happens in a directory of its own, which is removed at the end; STORE is the postgres://
# URL of an empty database, where the store is not to be a file in it. It takes GNU time
# (/usr/bin/time), awk and, for 100,000 tasks, half a GiB of disk.
set -eu

popug=${POPUG:-popug}
case $popug in */*) popug=$(cd "$(dirname "$popug")" && pwd)/$(basename "$popug") ;; esac
tasks=${1:-100000}
popugs=${2:-30}
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" POPUG_STORE="${3:-$home/popug.db}" POPUG_MAIL="maildir:$home/mail"
export XDG_STATE_HOME="$home/state" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
unset POPUG_AS POPUG_CLOCK POPUG_SEED POPUG_TOKEN

# measured COUNT COMMAND…: runs it, and tells what it cost; COUNT is what it works on, 0 for none.
measured() {
    count=$1
    shift
    name=popug$(shift && printf ' %s' "$@" | sed "s|$home/||g")
    if [ ! -x /usr/bin/time ]; then
        "$@" >/dev/null
        echo "$name (no /usr/bin/time here to measure it)"
        return
    fi
    /usr/bin/time -o "$home/time" -f '%e %U %S %M' "$@" >"$home/out" 2>"$home/err" || {
        cat "$home/err" >&2
        exit 1
    }
    awk -v n="$count" -v name="$name" '{
        cpu = $2 + $3
        a = "-"; b = "-"
        if (n > 0 && $1 > 0 && cpu > 0) { a = int(n / $1); b = int(n / cpu) }
        printf "%-40s %8.2f s %8.2f s cpu %9s/s %9s/s cpu %6.1f MiB\n", name, $1, cpu, a, b, $4 / 1024
    }' "$home/time"
}

# What a person does all day, before and after.
daily() {
    echo "$1"
    measured 0 "$popug" task list
    measured 0 "$popug" account show
    measured 0 "$popug" task add 'Oil the perch'
}

echo 'sharp and curved' |
    "$popug" init --admin polly --email polly@popug.example --timezone UTC --beak-stdin --quiet >/dev/null
for n in $(seq 1 "$popugs"); do
    "$popug" user add "w$n" --role worker --email "w$n@popug.example" --quiet >/dev/null
done
awk -v n="$tasks" 'BEGIN {
    for (i = 1; i <= n; i++)
        printf "{\"title\":\"[POPUG-%d] Oil the perch number %d of the aviary\",\"key\":\"k-%d\"}\n", i, i, i
}' >"$home/tasks.jsonl"

daily "before:"
echo "$tasks tasks, $popugs popugs:"
measured "$tasks" "$popug" task import "$home/tasks.jsonl"
measured "$tasks" "$popug" task import "$home/tasks.jsonl"
for _ in 1 2 3; do
    measured "$tasks" "$popug" task reassign --yes
done
measured 0 "$popug" draw verify
measured 0 "$popug" event rebuild analytics
measured 0 "$popug" day close --date today --yes
measured 0 "$popug" doctor
daily "after:"
