# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_popug_global_optspecs
    string join \n store= demo as= json format= fields= y/yes n/dry-run key= wait= color= q/quiet v/verbose h/help V/version
end

function __fish_popug_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_popug_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_popug_using_subcommand
    set -l cmd (__fish_popug_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c popug -n "__fish_popug_needs_command" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_needs_command" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_needs_command" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_needs_command" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_needs_command" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_needs_command" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_needs_command" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_needs_command" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_needs_command" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_needs_command" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_needs_command" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_needs_command" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_needs_command" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_needs_command" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_needs_command" -f -a "init" -d 'Make a store and its first admin'
complete -c popug -n "__fish_popug_needs_command" -f -a "demo" -d 'Fill a sandbox with a company\'s past days'
complete -c popug -n "__fish_popug_needs_command" -f -a "login" -d 'Log in'
complete -c popug -n "__fish_popug_needs_command" -f -a "logout" -d 'Log out'
complete -c popug -n "__fish_popug_needs_command" -f -a "whoami" -d 'Who you are here, and what you may'
complete -c popug -n "__fish_popug_needs_command" -f -a "enroll" -d 'Set your first beak with your one-time code, and log in'
complete -c popug -n "__fish_popug_needs_command" -f -a "beak" -d 'Change your beak'
complete -c popug -n "__fish_popug_needs_command" -f -a "user" -d 'Popugs: who they are and what they may'
complete -c popug -n "__fish_popug_needs_command" -f -a "token" -d 'Tokens: programs that act for the company, or for a popug'
complete -c popug -n "__fish_popug_needs_command" -f -a "task" -d 'Tasks: make, import, list, show, edit, close, reassign, and why a task fell to whom it fell'
complete -c popug -n "__fish_popug_needs_command" -f -a "add" -d 'Make a task; it lands on a random popug'
complete -c popug -n "__fish_popug_needs_command" -f -a "mine" -d 'Your open tasks'
complete -c popug -n "__fish_popug_needs_command" -f -a "done" -d 'Close tasks of yours, all or none'
complete -c popug -n "__fish_popug_needs_command" -f -a "draw" -d 'Draws: whom chance gave the tasks to, and whether drawing again gives the same'
complete -c popug -n "__fish_popug_needs_command" -f -a "account" -d 'Money: balances, audit logs, statements, and what management earned'
complete -c popug -n "__fish_popug_needs_command" -f -a "day" -d 'Business days: close them, look at them, verify their seals'
complete -c popug -n "__fish_popug_needs_command" -f -a "analytics" -d 'What admins watch: earnings, who is in the red, the most expensive tasks'
complete -c popug -n "__fish_popug_needs_command" -f -a "event" -d 'The log: every event, who hears it, and the schemas'
complete -c popug -n "__fish_popug_needs_command" -f -a "mail" -d 'Letters: who was written to, and what is still to be handed over'
complete -c popug -n "__fish_popug_needs_command" -f -a "payment" -d 'Payments: what became of each payout'
complete -c popug -n "__fish_popug_needs_command" -f -a "export" -d 'Your books elsewhere: the ledger for other programs (accountants and admins)'
complete -c popug -n "__fish_popug_needs_command" -f -a "setting" -d 'Settings of the company: its time zone and currency, prices, letters, payments'
complete -c popug -n "__fish_popug_needs_command" -f -a "doctor" -d 'Examine everything, and name the first bad row'
complete -c popug -n "__fish_popug_needs_command" -f -a "status" -d 'How the store stands: a cheap probe for monitoring'
complete -c popug -n "__fish_popug_needs_command" -f -a "dashboard" -d 'Everything on one screen: tasks, money, and what goes on'
complete -c popug -n "__fish_popug_needs_command" -f -a "prompt" -d 'Your open tasks and your balance in one short line, for a shell prompt or a status bar'
complete -c popug -n "__fish_popug_needs_command" -f -a "worker" -d 'Hear the log and deliver letters and payments, for ever'
complete -c popug -n "__fish_popug_needs_command" -f -a "backup" -d 'Copy the store into one file, while everybody goes on working'
complete -c popug -n "__fish_popug_needs_command" -f -a "restore" -d 'Make a store out of a backup'
complete -c popug -n "__fish_popug_needs_command" -f -a "store" -d 'Upgrade the store, move it, or go on after it has lost something'
complete -c popug -n "__fish_popug_needs_command" -f -a "completions" -d 'A script that lets your shell complete what you type'
complete -c popug -n "__fish_popug_needs_command" -f -a "man" -d 'Pages for man'
complete -c popug -n "__fish_popug_needs_command" -f -a "help" -d 'Help for a command, or about a topic'
complete -c popug -n "__fish_popug_using_subcommand init" -l admin -d 'The first admin\'s name' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l email -d 'Where the admin\'s letters go' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l timezone -d 'Where midnight is [default: this machine\'s time zone]' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l currency -d 'What is paid in, as in ISO 4217' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l group -d 'A group that shares the store: its file gets mode 0660, its directory 2770' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand init" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand init" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand init" -l beak-stdin -d 'Read the beak from standard input, a line'
complete -c popug -n "__fish_popug_using_subcommand init" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand init" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand init" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand init" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand init" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand init" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand demo" -l days -d 'Days before today' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l workers -d 'Popugs that draw tasks, beside the accountant' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l tasks -d 'Tasks over all days' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l seed -d 'The number that the whole past follows from' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand demo" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand demo" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand demo" -l fresh -d 'Replace a store that demo made, where it is a file'
complete -c popug -n "__fish_popug_using_subcommand demo" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand demo" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand demo" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand demo" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand demo" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand demo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand demo" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand login" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand login" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand login" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand login" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand login" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand login" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand login" -l beak-stdin -d 'Read the beak from standard input, a line'
complete -c popug -n "__fish_popug_using_subcommand login" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand login" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand login" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand login" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand login" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand login" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand logout" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand logout" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand logout" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand logout" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand logout" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand logout" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand logout" -l all -d 'End every session of this popug, on other machines too'
complete -c popug -n "__fish_popug_using_subcommand logout" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand logout" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand logout" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand logout" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand logout" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand logout" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand logout" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand whoami" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand whoami" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand whoami" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand whoami" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand whoami" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand whoami" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand whoami" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand whoami" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand whoami" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand whoami" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand whoami" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand whoami" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand enroll" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand enroll" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand enroll" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand enroll" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand enroll" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand enroll" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand enroll" -l beak-stdin -d 'Read the beak from standard input, a line'
complete -c popug -n "__fish_popug_using_subcommand enroll" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand enroll" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand enroll" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand enroll" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand enroll" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand enroll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand enroll" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand beak" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand beak" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand beak" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand beak" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand beak" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand beak" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand beak" -l beak-stdin -d 'Read the old and the new beak from standard input, a line each'
complete -c popug -n "__fish_popug_using_subcommand beak" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand beak" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand beak" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand beak" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand beak" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand beak" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand beak" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "add" -d 'Make a popug'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "list" -d 'Everybody, by name'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "show" -d 'One popug; yourself, or anybody to an admin'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "set" -d 'Change a popug'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "enroll" -d 'Give a popug a new code for its beak'
complete -c popug -n "__fish_popug_using_subcommand user; and not __fish_seen_subcommand_from add list show set enroll import" -f -a "import" -d 'Make popugs from a file, all or none'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l role -d 'admin, manager, accountant or worker' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l email -d 'Where its letters go' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l full-name -d 'Its name in full' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l beak-stdin -d 'Read the beak from standard input, a line'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l role -d 'admin, manager, accountant or worker' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l email -d 'Where its letters go' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l full-name -d 'Its name in full; \'\' clears it' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l active -d 'Whether it takes part' -r -f -a "true\t''
false\t''"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l recover -d 'Without a login, as the owner of the store\'s file'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from enroll" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l type -d 'What it holds; by default what its name or its first character says' -r -f -a "jsonl\t'A JSON object a line'
json\t'A JSON array of objects'
csv\t'Comma-separated values, the first line naming the columns'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand user; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -f -a "create" -d 'Make a token for a program'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -f -a "list" -d 'Every token that was not revoked'
complete -c popug -n "__fish_popug_using_subcommand token; and not __fish_seen_subcommand_from create list revoke" -f -a "revoke" -d 'End a token, at once and for good'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l for -d 'What it may; `popug whoami` lists what there is' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l as -d 'The popug that it acts for; POPUG_AS says who makes it' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l expires -d 'How long it lasts, in days, or never' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from create" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand token; and __fish_seen_subcommand_from revoke" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "add" -d 'Make a task; it lands on a random popug'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "list" -d 'Tasks, narrowed and sorted'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "mine" -d 'Your open tasks'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "show" -d 'One task, and each time that it was assigned'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "edit" -d 'Change what a task says'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "import" -d 'Make many tasks from a file, all or none'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "close" -d 'Close tasks of yours, all or none'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "done" -d 'Close tasks of yours, all or none'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "reassign" -d 'Draw every open task anew (managers and admins)'
complete -c popug -n "__fish_popug_using_subcommand task; and not __fish_seen_subcommand_from add list mine show edit import close done reassign why" -f -a "why" -d 'Why a task fell to whom it fell, drawn again'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l ticket -d 'The ticket, where it does not stand in front of the title' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l description -d 'What else is to be known; - reads it from standard input' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l assignee -d 'Whose' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l author -d 'Who made them' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l ticket -d 'Their ticket' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l search -d 'A text in title, ticket or description' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l sort -d 'By what' -r -f -a "id\t'Newest first'
created\t'Newest first'
assigned\t'Most lately assigned first'
closed\t'Most lately closed first'
fee\t'Highest first'
reward\t'Highest first'
title\t'From a to z'
assignee\t'From a to z'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l open -d 'Those to be done (the default)'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l closed -d 'Those done'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l all -d 'All'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l reverse -d 'The other way round'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from mine" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l title -d 'A new title; a ticket in front is split off as on creation' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l ticket -d 'A new ticket; \'\' clears it' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l description -d 'A new description; \'\' clears it, - reads it from standard input' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l type -d 'What it holds; by default what its name or its first character says' -r -f -a "jsonl\t'A JSON object a line'
json\t'A JSON array of objects'
csv\t'Comma-separated values, the first line naming the columns'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from close" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from done" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from reassign" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l all -d 'Every draw of the task, oldest first, and not only the last'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand task; and __fish_seen_subcommand_from why" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand add" -l ticket -d 'The ticket, where it does not stand in front of the title' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l description -d 'What else is to be known; - reads it from standard input' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand add" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand add" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand add" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand add" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand add" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand add" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand add" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand add" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mine" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand mine" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mine" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mine" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mine" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mine" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mine" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mine" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mine" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mine" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mine" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mine" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mine" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mine" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand done" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand done" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand done" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand done" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand done" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand done" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand done" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand done" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand done" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand done" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand done" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand done" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand done" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand done" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -f -a "list" -d 'Every draw, oldest first'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -f -a "show" -d 'One draw, drawn again'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -f -a "verify" -d 'One draw or all, drawn again'
complete -c popug -n "__fish_popug_using_subcommand draw; and not __fish_seen_subcommand_from list show verify fairness" -f -a "fairness" -d 'Who got how many tasks, against what the dice promise'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week; all where it is left out' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand draw; and __fish_seen_subcommand_from fairness" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "show" -d 'Balance, and what today earned: rewards less fees'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "log" -d 'The audit log: every charge and every credit, in posting order'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "statement" -d 'A day or a period explained line by line; word for word the letter'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "list" -d 'Every popug\'s balance (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "earnings" -d 'What management earned, day by day (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "adjust" -d 'Give or take money, with a reason (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "reverse" -d 'Take a transaction back (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand account; and not __fish_seen_subcommand_from show log statement list earnings adjust reverse bring-back" -f -a "bring-back" -d 'Bring back what a wrong clock has dated ahead (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l date -d 'The day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l date -d 'One day' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l long -d 'With each task\'s description'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from log" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l date -d 'One day' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from statement" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l date -d 'The day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l limit -d 'At most so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l all -d 'With management and bank'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l by -d 'A row for each' -r -f -a "day\t'A day'
week\t'An ISO week'
month\t'A month'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from earnings" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l reason -d 'Why, for the audit log' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l mends -d 'The transaction that it mends' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from adjust" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l reason -d 'Why, for the audit log' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from reverse" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand account; and __fish_seen_subcommand_from bring-back" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -f -a "close" -d 'Close the days that have ended, pay and mail (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -f -a "list" -d 'Closed days, oldest first (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -f -a "show" -d 'One day with its invoices (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -f -a "verify" -d 'Does the seal in my letter still hold?'
complete -c popug -n "__fish_popug_using_subcommand day; and not __fish_seen_subcommand_from close list show verify report" -f -a "report" -d 'A day on one page (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l date -d 'Through which day: YYYY-MM-DD, today, yesterday, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s n -l dry-run -d 'Keep nothing, and say what would be'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from close" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand day; and __fish_seen_subcommand_from report" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -f -a "summary" -d 'What management earned on a day, and how many popugs are in the red'
complete -c popug -n "__fish_popug_using_subcommand analytics; and not __fish_seen_subcommand_from summary top" -f -a "top" -d 'The most expensive closed task of each day, week or month'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l date -d 'The day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from summary" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l by -d 'A row for each' -r -f -a "day\t'A day'
week\t'An ISO week'
month\t'A month'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand analytics; and __fish_seen_subcommand_from top" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "list" -d 'Events, oldest first (admins)'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "show" -d 'One event, in full (admins)'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "consumers" -d 'Who hears the log, and how far each has heard (admins)'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "schema" -d 'The JSON schemas of events'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "dead" -d 'Dead letters: look at them, let them be heard again, or give them up'
complete -c popug -n "__fish_popug_using_subcommand event; and not __fish_seen_subcommand_from list show consumers schema dead rebuild" -f -a "rebuild" -d 'Derive a consumer\'s tables anew from the log (admins)'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l after -d 'Behind this one' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l name -d 'Of this name, such as task.created' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l subject -d 'About this, such as task/12' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s f -l follow -d 'Go on as events are appended, until interrupted'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from consumers" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from schema" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -f -a "list" -d 'Every dead letter, oldest first'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -f -a "show" -d 'One dead letter'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -f -a "retry" -d 'Hear dead letters again, and what waits behind them'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from dead" -f -a "discard" -d 'Give a dead letter up; it is kept with who, when and why'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand event; and __fish_seen_subcommand_from rebuild" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -f -a "list" -d 'Every letter, oldest first (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -f -a "show" -d 'One letter: its envelope, and its text word for word (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -f -a "send" -d 'Hand over what is due (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -f -a "retry" -d 'Let letters that are dead, or wait, be due now; all or none (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand mail; and not __fish_seen_subcommand_from list show send retry discard" -f -a "discard" -d 'Give letters up, all or none; it is kept who did so and when (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from send" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand mail; and __fish_seen_subcommand_from discard" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -f -a "list" -d 'Every payment, oldest first (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -f -a "send" -d 'Pay out what is due (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand payment; and not __fish_seen_subcommand_from list send retry" -f -a "retry" -d 'Let payments that wait be due now; all or none (accountants and admins)'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many; 0 for all' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from send" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand payment; and __fish_seen_subcommand_from retry" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "hledger" -d 'The books as a journal of hledger'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "ledger" -d 'The books as a journal of Ledger'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "beancount" -d 'The books as Beancount takes them'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "csv" -d 'The ledger as CSV: a line for each transaction'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "json" -d 'The ledger as one JSON document: an object for each transaction'
complete -c popug -n "__fish_popug_using_subcommand export; and not __fish_seen_subcommand_from hledger ledger beancount csv json all" -f -a "all" -d 'Everything that is kept, without secrets, as JSON lines (admins)'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s o -l output -d 'Into this new file; else, or where it is -, to standard output' -r -F
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from hledger" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s o -l output -d 'Into this new file; else, or where it is -, to standard output' -r -F
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from ledger" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s o -l output -d 'Into this new file; else, or where it is -, to standard output' -r -F
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from beancount" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s o -l output -d 'Into this new file; else, or where it is -, to standard output' -r -F
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from csv" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l from -d 'First day: YYYY-MM-DD, today, yesterday, open, -3d' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l to -d 'Last day, included' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l period -d '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s o -l output -d 'Into this new file; else, or where it is -, to standard output' -r -F
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from json" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand export; and __fish_seen_subcommand_from all" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -f -a "list" -d 'Every setting, with what a new company starts with'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -f -a "get" -d 'The value of a setting'
complete -c popug -n "__fish_popug_using_subcommand setting; and not __fish_seen_subcommand_from list get set" -f -a "set" -d 'Change a setting (admins)'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from get" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l key -d 'The same key again returns the first answer' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand setting; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand doctor" -l seal -d 'A seal out of a letter, to be compared as well' -r
complete -c popug -n "__fish_popug_using_subcommand doctor" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand doctor" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand doctor" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand doctor" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand doctor" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand doctor" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand doctor" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand doctor" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand doctor" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand doctor" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand doctor" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand status" -l grace -d 'How long after its end a day may still be open' -r
complete -c popug -n "__fish_popug_using_subcommand status" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand status" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand status" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand status" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand status" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand status" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand status" -l check -d 'End with 7 if anything is overdue'
complete -c popug -n "__fish_popug_using_subcommand status" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand status" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand status" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand status" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand status" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand status" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l read-only -d 'Change nothing: for a screen on a wall'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand dashboard" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand prompt" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand prompt" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand prompt" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand prompt" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand prompt" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand prompt" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand prompt" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand prompt" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand prompt" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand prompt" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand prompt" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand prompt" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand prompt" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand worker" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand worker" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand worker" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand worker" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand worker" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand worker" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand worker" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand worker" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand worker" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand worker" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand worker" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand worker" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand worker" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand backup" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand backup" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand backup" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand backup" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand backup" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand backup" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand backup" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand backup" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand backup" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand backup" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand backup" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand backup" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand restore" -l group -d 'A group that shares the store: its file gets mode 0660, its directory 2770' -r
complete -c popug -n "__fish_popug_using_subcommand restore" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand restore" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand restore" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand restore" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand restore" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand restore" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand restore" -l damaged -d 'As it is, whatever is wrong with it: the last resort'
complete -c popug -n "__fish_popug_using_subcommand restore" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand restore" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand restore" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand restore" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand restore" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand restore" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -f -a "upgrade" -d 'Bring a store of an older popug to the schema of this one'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -f -a "copy" -d 'Move the store to another place, from a file to PostgreSQL or back'
complete -c popug -n "__fish_popug_using_subcommand store; and not __fish_seen_subcommand_from upgrade copy accept-loss" -f -a "accept-loss" -d 'Go on without commits that were acknowledged and lost'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from upgrade" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l group -d 'A group that shares a file: TO gets mode 0660, its directory 2770' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l trial -d 'Try it: FROM goes on, and the copy is another store'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from copy" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand store; and __fish_seen_subcommand_from accept-loss" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand completions" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand completions" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand completions" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand completions" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand completions" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand completions" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand completions" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand completions" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand completions" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand completions" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand completions" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand completions" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand man" -l out -d 'Write every command\'s page into this directory; made where it is not there' -r -f -a "(__fish_complete_directories)"
complete -c popug -n "__fish_popug_using_subcommand man" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand man" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand man" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand man" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand man" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand man" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand man" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand man" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand man" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand man" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand man" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand man" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand man" -s V -l version -d 'Print version'
complete -c popug -n "__fish_popug_using_subcommand help" -l store -d 'The store: a file, or postgres://… [env: POPUG_STORE]' -r
complete -c popug -n "__fish_popug_using_subcommand help" -l as -d 'Act with another session kept here [env: POPUG_AS]' -r
complete -c popug -n "__fish_popug_using_subcommand help" -l format -d 'How the answer is written' -r -f -a "table\t'For people: aligned columns, labels, sentences'
json\t'One document'
jsonl\t'One object a line'
csv\t'A header and a line for each row'"
complete -c popug -n "__fish_popug_using_subcommand help" -l fields -d 'Only these fields, in this order, by their JSON keys' -r
complete -c popug -n "__fish_popug_using_subcommand help" -l wait -d 'How long to wait for a busy store [default: 60]' -r
complete -c popug -n "__fish_popug_using_subcommand help" -l color -d 'Whether to use colours' -r -f -a "auto\t'Where there is a terminal that takes it'
always\t'Always'
never\t'Never'"
complete -c popug -n "__fish_popug_using_subcommand help" -l demo -d 'The demo\'s store, as if named with --store'
complete -c popug -n "__fish_popug_using_subcommand help" -l json -d 'The same as --format json'
complete -c popug -n "__fish_popug_using_subcommand help" -s y -l yes -d 'Ask no question'
complete -c popug -n "__fish_popug_using_subcommand help" -s q -l quiet -d 'Less on standard error'
complete -c popug -n "__fish_popug_using_subcommand help" -s v -l verbose -d 'More on standard error; twice for even more'
complete -c popug -n "__fish_popug_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c popug -n "__fish_popug_using_subcommand help" -s V -l version -d 'Print version'
