#!/bin/sh
# A whole day of a company, from `init` to the letters, in a store of its own that is thrown away.
#
#     sh examples/first-day.sh                     # with popug on the path
#     POPUG=target/debug/popug sh examples/first-day.sh
#
# Nothing of it touches your own store, sessions or settings.
set -eu

popug=${POPUG:-popug}
case $popug in */*) popug=$(cd "$(dirname "$popug")" && pwd)/$(basename "$popug") ;; esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch" XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" \
    XDG_STATE_HOME="$scratch/state" POPUG_STORE="$scratch/company.db"
unset POPUG_AS POPUG_TOKEN POPUG_TOKEN_FILE POPUG_STORE_FILE POPUG_SERVER POPUG_SERVER_FILE \
    POPUG_MAIL POPUG_MAIL_FILE POPUG_CLOCK

# Makes the store a sandbox in which chance runs the same way each time; leave it out for a real one.
export POPUG_SEED=7

# Says what it does, and does it.
run() {
    printf '\n$ popug %s\n' "$*"
    "$popug" "$@"
}

# One beak for everybody; a script gives it on standard input.
beak='sharp and curved'

echo '--- The company: an admin, a manager, an accountant and two workers'
echo "$beak" | run init --admin polly --email polly@uberpopug.example --timezone UTC --beak-stdin -q
for hired in gruff:manager penny:accountant kesha:worker ara:worker; do
    name=${hired%:*}
    echo "$beak" | run user add "$name" --role "${hired#*:}" --email "$name@uberpopug.example" \
        --beak-stdin --as polly
    echo "$beak" | "$popug" login "$name" --beak-stdin >"$scratch/login"
done

echo
echo '--- The day: tasks fall to whom they fall'
run add '[POPUG-1] Oil the perch' --as gruff
run add 'Count the sunflower seeds' --as gruff
run add 'POPUG-2 - Teach the emoji to blink' --as kesha
run task list --as gruff

echo
echo '--- The manager shuffles; what it costs is told first'
run task reassign --dry-run --as gruff
run task reassign --yes --as gruff

echo
echo '--- Everybody closes what is theirs'
for name in penny kesha ara; do
    # A script reads JSON or CSV, never a table.
    tasks=$("$popug" mine -q --as "$name" --format csv --fields id | tail -n +2)
    # $tasks is a list of numbers, so it is not quoted.
    if [ -n "$tasks" ]; then run done $tasks --as "$name"; fi
done

echo
echo '--- The evening: cron would close this day after midnight; here it is closed early'
run day close --date today --yes --as penny
run day list --as penny
run account list --as penny

echo
echo '--- A letter out of the mailbox'
letters="$scratch/company.db-mail/new"
for letter in "$letters"/*; do
    if [ -f "$letter" ]; then
        cat "$letter"
        break
    fi
done

echo
echo '--- Everything, examined'
run doctor
