
use builtin;
use str;

set edit:completion:arg-completer[popug] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'popug'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'popug'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand init 'Make a store and its first admin'
            cand demo 'Fill a sandbox with a company''s past days'
            cand login 'Log in'
            cand logout 'Log out'
            cand whoami 'Who you are here, and what you may'
            cand enroll 'Set your first beak with your one-time code, and log in'
            cand beak 'Change your beak'
            cand user 'Popugs: who they are and what they may'
            cand token 'Tokens: programs that act for the company, or for a popug'
            cand task 'Tasks: make, list, show, edit, close, reassign, and why a task fell to whom it fell'
            cand add 'Make a task; it lands on a random popug'
            cand mine 'Your open tasks'
            cand done 'Close tasks of yours, all or none'
            cand draw 'Draws: whom chance gave the tasks to, and whether drawing again gives the same'
            cand account 'Money: balances, audit logs, statements, and what management earned'
            cand day 'Business days: close them, look at them, verify their seals'
            cand analytics 'What admins watch: earnings, who is in the red, the most expensive tasks'
            cand event 'The log: every event, who hears it, and the schemas'
            cand mail 'Letters: who was written to, and what is still to be handed over'
            cand payment 'Payments: what became of each payout'
            cand doctor 'Examine everything, and name the first bad row'
            cand completions 'A script that lets your shell complete what you type'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;init'= {
            cand --admin 'The first admin''s name'
            cand --email 'Where the admin''s letters go'
            cand --timezone 'Where midnight is [default: this machine''s time zone]'
            cand --currency 'What is paid in, as in ISO 4217'
            cand --group 'A group that shares the store: its file gets mode 0660, its directory 2770'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --beak-stdin 'Read the beak from standard input, a line'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;demo'= {
            cand --days 'Days before today'
            cand --workers 'Popugs that draw tasks, beside the accountant'
            cand --tasks 'Tasks over all days'
            cand --seed 'The number that the whole past follows from'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --fresh 'Replace a store that demo made'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;login'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --beak-stdin 'Read the beak from standard input, a line'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;logout'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --all 'End every session of this popug, on other machines too'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;whoami'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;enroll'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --beak-stdin 'Read the beak from standard input, a line'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;beak'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --beak-stdin 'Read the old and the new beak from standard input, a line each'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Make a popug'
            cand list 'Everybody, by name'
            cand show 'One popug; yourself, or anybody to an admin'
            cand set 'Change a popug'
            cand enroll 'Give a popug a new code for its beak'
            cand import 'Make popugs from a file, all or none'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;user;add'= {
            cand --role 'admin, manager, accountant or worker'
            cand --email 'Where its letters go'
            cand --full-name 'Its name in full'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --beak-stdin 'Read the beak from standard input, a line'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;list'= {
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;set'= {
            cand --role 'admin, manager, accountant or worker'
            cand --email 'Where its letters go'
            cand --full-name 'Its name in full; '''' clears it'
            cand --active 'Whether it takes part'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;enroll'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --recover 'Without a login, as the owner of the store''s file'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;import'= {
            cand --type 'Its form, where neither its name nor its beginning tells'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;user;help'= {
            cand add 'Make a popug'
            cand list 'Everybody, by name'
            cand show 'One popug; yourself, or anybody to an admin'
            cand set 'Change a popug'
            cand enroll 'Give a popug a new code for its beak'
            cand import 'Make popugs from a file, all or none'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;user;help;add'= {
        }
        &'popug;user;help;list'= {
        }
        &'popug;user;help;show'= {
        }
        &'popug;user;help;set'= {
        }
        &'popug;user;help;enroll'= {
        }
        &'popug;user;help;import'= {
        }
        &'popug;user;help;help'= {
        }
        &'popug;token'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand create 'Make a token for a program'
            cand list 'Every token that was not revoked'
            cand revoke 'End a token, at once and for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;token;create'= {
            cand --for 'What it may; `popug whoami` lists what there is'
            cand --as 'The popug that it acts for; POPUG_AS says who makes it'
            cand --expires 'How long it lasts, in days, or never'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;token;list'= {
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;token;revoke'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;token;help'= {
            cand create 'Make a token for a program'
            cand list 'Every token that was not revoked'
            cand revoke 'End a token, at once and for good'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;token;help;create'= {
        }
        &'popug;token;help;list'= {
        }
        &'popug;token;help;revoke'= {
        }
        &'popug;token;help;help'= {
        }
        &'popug;task'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Make a task; it lands on a random popug'
            cand list 'Tasks, narrowed and sorted'
            cand mine 'Your open tasks'
            cand show 'One task, and each time that it was assigned'
            cand edit 'Change what a task says'
            cand close 'Close tasks of yours, all or none'
            cand done 'Close tasks of yours, all or none'
            cand reassign 'Draw every open task anew (managers and admins)'
            cand why 'Why a task fell to whom it fell, drawn again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;task;add'= {
            cand --ticket 'The ticket, where it does not stand in front of the title'
            cand --description 'What else is to be known; - reads it from standard input'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;list'= {
            cand --assignee 'Whose'
            cand --author 'Who made them'
            cand --ticket 'Their ticket'
            cand --search 'A text in title, ticket or description'
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --sort 'By what'
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --open 'Those to be done (the default)'
            cand --closed 'Those done'
            cand --all 'All'
            cand --reverse 'The other way round'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;mine'= {
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;edit'= {
            cand --title 'A new title; a ticket in front is split off as on creation'
            cand --ticket 'A new ticket; '''' clears it'
            cand --description 'A new description; '''' clears it'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;close'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;done'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;reassign'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;why'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --all 'Every draw of the task, oldest first, and not only the last'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;task;help'= {
            cand add 'Make a task; it lands on a random popug'
            cand list 'Tasks, narrowed and sorted'
            cand mine 'Your open tasks'
            cand show 'One task, and each time that it was assigned'
            cand edit 'Change what a task says'
            cand close 'Close tasks of yours, all or none'
            cand reassign 'Draw every open task anew (managers and admins)'
            cand why 'Why a task fell to whom it fell, drawn again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;task;help;add'= {
        }
        &'popug;task;help;list'= {
        }
        &'popug;task;help;mine'= {
        }
        &'popug;task;help;show'= {
        }
        &'popug;task;help;edit'= {
        }
        &'popug;task;help;close'= {
        }
        &'popug;task;help;reassign'= {
        }
        &'popug;task;help;why'= {
        }
        &'popug;task;help;help'= {
        }
        &'popug;add'= {
            cand --ticket 'The ticket, where it does not stand in front of the title'
            cand --description 'What else is to be known; - reads it from standard input'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;mine'= {
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;done'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;draw'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every draw, oldest first'
            cand show 'One draw, drawn again'
            cand verify 'One draw or all, drawn again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;draw;list'= {
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;draw;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;draw;verify'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;draw;help'= {
            cand list 'Every draw, oldest first'
            cand show 'One draw, drawn again'
            cand verify 'One draw or all, drawn again'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;draw;help;list'= {
        }
        &'popug;draw;help;show'= {
        }
        &'popug;draw;help;verify'= {
        }
        &'popug;draw;help;help'= {
        }
        &'popug;account'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Balance, and what today earned: rewards less fees'
            cand log 'The audit log: every charge and every credit, in posting order'
            cand statement 'A day or a period explained line by line; word for word the letter'
            cand list 'Every popug''s balance (accountants and admins)'
            cand earnings 'What management earned, day by day (accountants and admins)'
            cand adjust 'Give or take money, with a reason (accountants and admins)'
            cand reverse 'Take a transaction back (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;account;show'= {
            cand --date 'The day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;log'= {
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --date 'One day'
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;statement'= {
            cand --date 'One day'
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;list'= {
            cand --date 'The day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --limit 'At most so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --all 'With management and bank'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;earnings'= {
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --by 'A row for each'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;adjust'= {
            cand --reason 'Why, for the audit log'
            cand --mends 'The transaction that it mends'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;reverse'= {
            cand --reason 'Why, for the audit log'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;account;help'= {
            cand show 'Balance, and what today earned: rewards less fees'
            cand log 'The audit log: every charge and every credit, in posting order'
            cand statement 'A day or a period explained line by line; word for word the letter'
            cand list 'Every popug''s balance (accountants and admins)'
            cand earnings 'What management earned, day by day (accountants and admins)'
            cand adjust 'Give or take money, with a reason (accountants and admins)'
            cand reverse 'Take a transaction back (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;account;help;show'= {
        }
        &'popug;account;help;log'= {
        }
        &'popug;account;help;statement'= {
        }
        &'popug;account;help;list'= {
        }
        &'popug;account;help;earnings'= {
        }
        &'popug;account;help;adjust'= {
        }
        &'popug;account;help;reverse'= {
        }
        &'popug;account;help;help'= {
        }
        &'popug;day'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand close 'Close the days that have ended, pay and mail (accountants and admins)'
            cand list 'Closed days, oldest first (accountants and admins)'
            cand show 'One day with its invoices (accountants and admins)'
            cand verify 'Does the seal in my letter still hold?'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;day;close'= {
            cand --date 'Through which day: YYYY-MM-DD, today, yesterday, -3d'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;day;list'= {
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;day;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;day;verify'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;day;help'= {
            cand close 'Close the days that have ended, pay and mail (accountants and admins)'
            cand list 'Closed days, oldest first (accountants and admins)'
            cand show 'One day with its invoices (accountants and admins)'
            cand verify 'Does the seal in my letter still hold?'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;day;help;close'= {
        }
        &'popug;day;help;list'= {
        }
        &'popug;day;help;show'= {
        }
        &'popug;day;help;verify'= {
        }
        &'popug;day;help;help'= {
        }
        &'popug;analytics'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand summary 'What management earned on a day, and how many popugs are in the red'
            cand top 'The most expensive closed task of each day, week or month'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;analytics;summary'= {
            cand --date 'The day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;analytics;top'= {
            cand --by 'A row for each'
            cand --from 'First day: YYYY-MM-DD, today, yesterday, open, -3d'
            cand --to 'Last day, included'
            cand --period '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;analytics;help'= {
            cand summary 'What management earned on a day, and how many popugs are in the red'
            cand top 'The most expensive closed task of each day, week or month'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;analytics;help;summary'= {
        }
        &'popug;analytics;help;top'= {
        }
        &'popug;analytics;help;help'= {
        }
        &'popug;event'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Events, oldest first (admins)'
            cand show 'One event, in full (admins)'
            cand consumers 'Who hears the log, and how far each has heard (admins)'
            cand schema 'The JSON schemas of events'
            cand dead 'Dead letters: look at them, let them be heard again, or give them up'
            cand rebuild 'Derive a consumer''s tables anew from the log (admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;event;list'= {
            cand --after 'Behind this one'
            cand --name 'Of this name, such as task.created'
            cand --subject 'About this, such as task/12'
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand -f 'Go on as events are appended, until interrupted'
            cand --follow 'Go on as events are appended, until interrupted'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;consumers'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;schema'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;dead'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every dead letter, oldest first'
            cand show 'One dead letter'
            cand retry 'Hear dead letters again, and what waits behind them'
            cand discard 'Give a dead letter up; it is kept with who, when and why'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;event;dead;list'= {
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;dead;show'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;dead;retry'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --all 'All of them'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;dead;discard'= {
            cand --reason 'Why'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;dead;help'= {
            cand list 'Every dead letter, oldest first'
            cand show 'One dead letter'
            cand retry 'Hear dead letters again, and what waits behind them'
            cand discard 'Give a dead letter up; it is kept with who, when and why'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;event;dead;help;list'= {
        }
        &'popug;event;dead;help;show'= {
        }
        &'popug;event;dead;help;retry'= {
        }
        &'popug;event;dead;help;discard'= {
        }
        &'popug;event;dead;help;help'= {
        }
        &'popug;event;rebuild'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;event;help'= {
            cand list 'Events, oldest first (admins)'
            cand show 'One event, in full (admins)'
            cand consumers 'Who hears the log, and how far each has heard (admins)'
            cand schema 'The JSON schemas of events'
            cand dead 'Dead letters: look at them, let them be heard again, or give them up'
            cand rebuild 'Derive a consumer''s tables anew from the log (admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;event;help;list'= {
        }
        &'popug;event;help;show'= {
        }
        &'popug;event;help;consumers'= {
        }
        &'popug;event;help;schema'= {
        }
        &'popug;event;help;dead'= {
            cand list 'Every dead letter, oldest first'
            cand show 'One dead letter'
            cand retry 'Hear dead letters again, and what waits behind them'
            cand discard 'Give a dead letter up; it is kept with who, when and why'
        }
        &'popug;event;help;dead;list'= {
        }
        &'popug;event;help;dead;show'= {
        }
        &'popug;event;help;dead;retry'= {
        }
        &'popug;event;help;dead;discard'= {
        }
        &'popug;event;help;rebuild'= {
        }
        &'popug;event;help;help'= {
        }
        &'popug;mail'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every letter, oldest first (accountants and admins)'
            cand send 'Hand over what is due (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;mail;list'= {
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;mail;send'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;mail;help'= {
            cand list 'Every letter, oldest first (accountants and admins)'
            cand send 'Hand over what is due (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;mail;help;list'= {
        }
        &'popug;mail;help;send'= {
        }
        &'popug;mail;help;help'= {
        }
        &'popug;payment'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'Every payment, oldest first (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;payment;list'= {
            cand --limit 'The newest so many; 0 for all'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;payment;help'= {
            cand list 'Every payment, oldest first (accountants and admins)'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;payment;help;list'= {
        }
        &'popug;payment;help;help'= {
        }
        &'popug;doctor'= {
            cand --seal 'A seal out of a letter, to be compared as well'
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;completions'= {
            cand --store 'The store''s file [env: POPUG_STORE]'
            cand --as 'Act with another session kept here [env: POPUG_AS]'
            cand --format 'How the answer is written'
            cand --fields 'Only these fields, in this order, by their JSON keys'
            cand --key 'The same key again returns the first answer'
            cand --wait 'How long to wait for a busy store [default: 60]'
            cand --color 'Whether to use colours'
            cand --demo 'The demo''s store, as if named with --store'
            cand --json 'The same as --format json'
            cand -y 'Ask no question'
            cand --yes 'Ask no question'
            cand -n 'Keep nothing, and say what would be'
            cand --dry-run 'Keep nothing, and say what would be'
            cand -q 'Less on standard error'
            cand --quiet 'Less on standard error'
            cand -v 'More on standard error; twice for even more'
            cand --verbose 'More on standard error; twice for even more'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'popug;help'= {
            cand init 'Make a store and its first admin'
            cand demo 'Fill a sandbox with a company''s past days'
            cand login 'Log in'
            cand logout 'Log out'
            cand whoami 'Who you are here, and what you may'
            cand enroll 'Set your first beak with your one-time code, and log in'
            cand beak 'Change your beak'
            cand user 'Popugs: who they are and what they may'
            cand token 'Tokens: programs that act for the company, or for a popug'
            cand task 'Tasks: make, list, show, edit, close, reassign, and why a task fell to whom it fell'
            cand add 'Make a task; it lands on a random popug'
            cand mine 'Your open tasks'
            cand done 'Close tasks of yours, all or none'
            cand draw 'Draws: whom chance gave the tasks to, and whether drawing again gives the same'
            cand account 'Money: balances, audit logs, statements, and what management earned'
            cand day 'Business days: close them, look at them, verify their seals'
            cand analytics 'What admins watch: earnings, who is in the red, the most expensive tasks'
            cand event 'The log: every event, who hears it, and the schemas'
            cand mail 'Letters: who was written to, and what is still to be handed over'
            cand payment 'Payments: what became of each payout'
            cand doctor 'Examine everything, and name the first bad row'
            cand completions 'A script that lets your shell complete what you type'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'popug;help;init'= {
        }
        &'popug;help;demo'= {
        }
        &'popug;help;login'= {
        }
        &'popug;help;logout'= {
        }
        &'popug;help;whoami'= {
        }
        &'popug;help;enroll'= {
        }
        &'popug;help;beak'= {
        }
        &'popug;help;user'= {
            cand add 'Make a popug'
            cand list 'Everybody, by name'
            cand show 'One popug; yourself, or anybody to an admin'
            cand set 'Change a popug'
            cand enroll 'Give a popug a new code for its beak'
            cand import 'Make popugs from a file, all or none'
        }
        &'popug;help;user;add'= {
        }
        &'popug;help;user;list'= {
        }
        &'popug;help;user;show'= {
        }
        &'popug;help;user;set'= {
        }
        &'popug;help;user;enroll'= {
        }
        &'popug;help;user;import'= {
        }
        &'popug;help;token'= {
            cand create 'Make a token for a program'
            cand list 'Every token that was not revoked'
            cand revoke 'End a token, at once and for good'
        }
        &'popug;help;token;create'= {
        }
        &'popug;help;token;list'= {
        }
        &'popug;help;token;revoke'= {
        }
        &'popug;help;task'= {
            cand add 'Make a task; it lands on a random popug'
            cand list 'Tasks, narrowed and sorted'
            cand mine 'Your open tasks'
            cand show 'One task, and each time that it was assigned'
            cand edit 'Change what a task says'
            cand close 'Close tasks of yours, all or none'
            cand reassign 'Draw every open task anew (managers and admins)'
            cand why 'Why a task fell to whom it fell, drawn again'
        }
        &'popug;help;task;add'= {
        }
        &'popug;help;task;list'= {
        }
        &'popug;help;task;mine'= {
        }
        &'popug;help;task;show'= {
        }
        &'popug;help;task;edit'= {
        }
        &'popug;help;task;close'= {
        }
        &'popug;help;task;reassign'= {
        }
        &'popug;help;task;why'= {
        }
        &'popug;help;add'= {
        }
        &'popug;help;mine'= {
        }
        &'popug;help;done'= {
        }
        &'popug;help;draw'= {
            cand list 'Every draw, oldest first'
            cand show 'One draw, drawn again'
            cand verify 'One draw or all, drawn again'
        }
        &'popug;help;draw;list'= {
        }
        &'popug;help;draw;show'= {
        }
        &'popug;help;draw;verify'= {
        }
        &'popug;help;account'= {
            cand show 'Balance, and what today earned: rewards less fees'
            cand log 'The audit log: every charge and every credit, in posting order'
            cand statement 'A day or a period explained line by line; word for word the letter'
            cand list 'Every popug''s balance (accountants and admins)'
            cand earnings 'What management earned, day by day (accountants and admins)'
            cand adjust 'Give or take money, with a reason (accountants and admins)'
            cand reverse 'Take a transaction back (accountants and admins)'
        }
        &'popug;help;account;show'= {
        }
        &'popug;help;account;log'= {
        }
        &'popug;help;account;statement'= {
        }
        &'popug;help;account;list'= {
        }
        &'popug;help;account;earnings'= {
        }
        &'popug;help;account;adjust'= {
        }
        &'popug;help;account;reverse'= {
        }
        &'popug;help;day'= {
            cand close 'Close the days that have ended, pay and mail (accountants and admins)'
            cand list 'Closed days, oldest first (accountants and admins)'
            cand show 'One day with its invoices (accountants and admins)'
            cand verify 'Does the seal in my letter still hold?'
        }
        &'popug;help;day;close'= {
        }
        &'popug;help;day;list'= {
        }
        &'popug;help;day;show'= {
        }
        &'popug;help;day;verify'= {
        }
        &'popug;help;analytics'= {
            cand summary 'What management earned on a day, and how many popugs are in the red'
            cand top 'The most expensive closed task of each day, week or month'
        }
        &'popug;help;analytics;summary'= {
        }
        &'popug;help;analytics;top'= {
        }
        &'popug;help;event'= {
            cand list 'Events, oldest first (admins)'
            cand show 'One event, in full (admins)'
            cand consumers 'Who hears the log, and how far each has heard (admins)'
            cand schema 'The JSON schemas of events'
            cand dead 'Dead letters: look at them, let them be heard again, or give them up'
            cand rebuild 'Derive a consumer''s tables anew from the log (admins)'
        }
        &'popug;help;event;list'= {
        }
        &'popug;help;event;show'= {
        }
        &'popug;help;event;consumers'= {
        }
        &'popug;help;event;schema'= {
        }
        &'popug;help;event;dead'= {
            cand list 'Every dead letter, oldest first'
            cand show 'One dead letter'
            cand retry 'Hear dead letters again, and what waits behind them'
            cand discard 'Give a dead letter up; it is kept with who, when and why'
        }
        &'popug;help;event;dead;list'= {
        }
        &'popug;help;event;dead;show'= {
        }
        &'popug;help;event;dead;retry'= {
        }
        &'popug;help;event;dead;discard'= {
        }
        &'popug;help;event;rebuild'= {
        }
        &'popug;help;mail'= {
            cand list 'Every letter, oldest first (accountants and admins)'
            cand send 'Hand over what is due (accountants and admins)'
        }
        &'popug;help;mail;list'= {
        }
        &'popug;help;mail;send'= {
        }
        &'popug;help;payment'= {
            cand list 'Every payment, oldest first (accountants and admins)'
        }
        &'popug;help;payment;list'= {
        }
        &'popug;help;doctor'= {
        }
        &'popug;help;completions'= {
        }
        &'popug;help;help'= {
        }
    ]
    $completions[$command]
}
