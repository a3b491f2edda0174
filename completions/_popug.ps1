
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'popug' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'popug'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'popug' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make a store and its first admin')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Fill a sandbox with a company''s past days')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Log out')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Who you are here, and what you may')
            [CompletionResult]::new('enroll', 'enroll', [CompletionResultType]::ParameterValue, 'Set your first beak with your one-time code, and log in')
            [CompletionResult]::new('beak', 'beak', [CompletionResultType]::ParameterValue, 'Change your beak')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Popugs: who they are and what they may')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Tokens: programs that act for the company, or for a popug')
            [CompletionResult]::new('task', 'task', [CompletionResultType]::ParameterValue, 'Tasks: make, list, show, edit, close, reassign, and why a task fell to whom it fell')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a task; it lands on a random popug')
            [CompletionResult]::new('mine', 'mine', [CompletionResultType]::ParameterValue, 'Your open tasks')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('draw', 'draw', [CompletionResultType]::ParameterValue, 'Draws: whom chance gave the tasks to, and whether drawing again gives the same')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Money: balances, audit logs, statements, and what management earned')
            [CompletionResult]::new('day', 'day', [CompletionResultType]::ParameterValue, 'Business days: close them, look at them, verify their seals')
            [CompletionResult]::new('analytics', 'analytics', [CompletionResultType]::ParameterValue, 'What admins watch: earnings, who is in the red, the most expensive tasks')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'The log: every event, who hears it, and the schemas')
            [CompletionResult]::new('mail', 'mail', [CompletionResultType]::ParameterValue, 'Letters: who was written to, and what is still to be handed over')
            [CompletionResult]::new('payment', 'payment', [CompletionResultType]::ParameterValue, 'Payments: what became of each payout')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Your books elsewhere: the ledger for other programs (accountants and admins)')
            [CompletionResult]::new('setting', 'setting', [CompletionResultType]::ParameterValue, 'Settings of the company: its time zone and currency, prices, letters, payments')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Examine everything, and name the first bad row')
            [CompletionResult]::new('worker', 'worker', [CompletionResultType]::ParameterValue, 'Hear the log and deliver letters and payments, for ever')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy the store into one file, while everybody goes on working')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make a store out of a backup')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Upgrade the store, or go on after it has lost something')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'A script that lets your shell complete what you type')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;init' {
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'The first admin''s name')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Where the admin''s letters go')
            [CompletionResult]::new('--timezone', '--timezone', [CompletionResultType]::ParameterName, 'Where midnight is [default: this machine''s time zone]')
            [CompletionResult]::new('--currency', '--currency', [CompletionResultType]::ParameterName, 'What is paid in, as in ISO 4217')
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'A group that shares the store: its file gets mode 0660, its directory 2770')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--beak-stdin', '--beak-stdin', [CompletionResultType]::ParameterName, 'Read the beak from standard input, a line')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;demo' {
            [CompletionResult]::new('--days', '--days', [CompletionResultType]::ParameterName, 'Days before today')
            [CompletionResult]::new('--workers', '--workers', [CompletionResultType]::ParameterName, 'Popugs that draw tasks, beside the accountant')
            [CompletionResult]::new('--tasks', '--tasks', [CompletionResultType]::ParameterName, 'Tasks over all days')
            [CompletionResult]::new('--seed', '--seed', [CompletionResultType]::ParameterName, 'The number that the whole past follows from')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--fresh', '--fresh', [CompletionResultType]::ParameterName, 'Replace a store that demo made')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;login' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--beak-stdin', '--beak-stdin', [CompletionResultType]::ParameterName, 'Read the beak from standard input, a line')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;logout' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'End every session of this popug, on other machines too')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;whoami' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;enroll' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--beak-stdin', '--beak-stdin', [CompletionResultType]::ParameterName, 'Read the beak from standard input, a line')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;beak' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--beak-stdin', '--beak-stdin', [CompletionResultType]::ParameterName, 'Read the old and the new beak from standard input, a line each')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Everybody, by name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One popug; yourself, or anybody to an admin')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a popug')
            [CompletionResult]::new('enroll', 'enroll', [CompletionResultType]::ParameterValue, 'Give a popug a new code for its beak')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make popugs from a file, all or none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;user;add' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'admin, manager, accountant or worker')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Where its letters go')
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Its name in full')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--beak-stdin', '--beak-stdin', [CompletionResultType]::ParameterName, 'Read the beak from standard input, a line')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;set' {
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'admin, manager, accountant or worker')
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'Where its letters go')
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Its name in full; '''' clears it')
            [CompletionResult]::new('--active', '--active', [CompletionResultType]::ParameterName, 'Whether it takes part')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;enroll' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--recover', '--recover', [CompletionResultType]::ParameterName, 'Without a login, as the owner of the store''s file')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;import' {
            [CompletionResult]::new('--type', '--type', [CompletionResultType]::ParameterName, 'Its form, where neither its name nor its beginning tells')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;user;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Everybody, by name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One popug; yourself, or anybody to an admin')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a popug')
            [CompletionResult]::new('enroll', 'enroll', [CompletionResultType]::ParameterValue, 'Give a popug a new code for its beak')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make popugs from a file, all or none')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;user;help;add' {
            break
        }
        'popug;user;help;list' {
            break
        }
        'popug;user;help;show' {
            break
        }
        'popug;user;help;set' {
            break
        }
        'popug;user;help;enroll' {
            break
        }
        'popug;user;help;import' {
            break
        }
        'popug;user;help;help' {
            break
        }
        'popug;token' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token for a program')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every token that was not revoked')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End a token, at once and for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;token;create' {
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'What it may; `popug whoami` lists what there is')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'The popug that it acts for; POPUG_AS says who makes it')
            [CompletionResult]::new('--expires', '--expires', [CompletionResultType]::ParameterName, 'How long it lasts, in days, or never')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;token;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;token;revoke' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;token;help' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token for a program')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every token that was not revoked')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End a token, at once and for good')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;token;help;create' {
            break
        }
        'popug;token;help;list' {
            break
        }
        'popug;token;help;revoke' {
            break
        }
        'popug;token;help;help' {
            break
        }
        'popug;task' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a task; it lands on a random popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Tasks, narrowed and sorted')
            [CompletionResult]::new('mine', 'mine', [CompletionResultType]::ParameterValue, 'Your open tasks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One task, and each time that it was assigned')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a task says')
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('reassign', 'reassign', [CompletionResultType]::ParameterValue, 'Draw every open task anew (managers and admins)')
            [CompletionResult]::new('why', 'why', [CompletionResultType]::ParameterValue, 'Why a task fell to whom it fell, drawn again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;task;add' {
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The ticket, where it does not stand in front of the title')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What else is to be known; - reads it from standard input')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;list' {
            [CompletionResult]::new('--assignee', '--assignee', [CompletionResultType]::ParameterName, 'Whose')
            [CompletionResult]::new('--author', '--author', [CompletionResultType]::ParameterName, 'Who made them')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'Their ticket')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'A text in title, ticket or description')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--sort', '--sort', [CompletionResultType]::ParameterName, 'By what')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--open', '--open', [CompletionResultType]::ParameterName, 'Those to be done (the default)')
            [CompletionResult]::new('--closed', '--closed', [CompletionResultType]::ParameterName, 'Those done')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All')
            [CompletionResult]::new('--reverse', '--reverse', [CompletionResultType]::ParameterName, 'The other way round')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;mine' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;edit' {
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'A new title; a ticket in front is split off as on creation')
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'A new ticket; '''' clears it')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'A new description; '''' clears it')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;close' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;done' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;reassign' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;why' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Every draw of the task, oldest first, and not only the last')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;task;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a task; it lands on a random popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Tasks, narrowed and sorted')
            [CompletionResult]::new('mine', 'mine', [CompletionResultType]::ParameterValue, 'Your open tasks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One task, and each time that it was assigned')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a task says')
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('reassign', 'reassign', [CompletionResultType]::ParameterValue, 'Draw every open task anew (managers and admins)')
            [CompletionResult]::new('why', 'why', [CompletionResultType]::ParameterValue, 'Why a task fell to whom it fell, drawn again')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;task;help;add' {
            break
        }
        'popug;task;help;list' {
            break
        }
        'popug;task;help;mine' {
            break
        }
        'popug;task;help;show' {
            break
        }
        'popug;task;help;edit' {
            break
        }
        'popug;task;help;close' {
            break
        }
        'popug;task;help;reassign' {
            break
        }
        'popug;task;help;why' {
            break
        }
        'popug;task;help;help' {
            break
        }
        'popug;add' {
            [CompletionResult]::new('--ticket', '--ticket', [CompletionResultType]::ParameterName, 'The ticket, where it does not stand in front of the title')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What else is to be known; - reads it from standard input')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mine' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;done' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;draw' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every draw, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One draw, drawn again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'One draw or all, drawn again')
            [CompletionResult]::new('fairness', 'fairness', [CompletionResultType]::ParameterValue, 'Who got how many tasks, against what the dice promise')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;draw;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;draw;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;draw;verify' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;draw;fairness' {
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week; all where it is left out')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;draw;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every draw, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One draw, drawn again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'One draw or all, drawn again')
            [CompletionResult]::new('fairness', 'fairness', [CompletionResultType]::ParameterValue, 'Who got how many tasks, against what the dice promise')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;draw;help;list' {
            break
        }
        'popug;draw;help;show' {
            break
        }
        'popug;draw;help;verify' {
            break
        }
        'popug;draw;help;fairness' {
            break
        }
        'popug;draw;help;help' {
            break
        }
        'popug;account' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Balance, and what today earned: rewards less fees')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'The audit log: every charge and every credit, in posting order')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'A day or a period explained line by line; word for word the letter')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every popug''s balance (accountants and admins)')
            [CompletionResult]::new('earnings', 'earnings', [CompletionResultType]::ParameterValue, 'What management earned, day by day (accountants and admins)')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Give or take money, with a reason (accountants and admins)')
            [CompletionResult]::new('reverse', 'reverse', [CompletionResultType]::ParameterValue, 'Take a transaction back (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;account;show' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'The day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;log' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'One day')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;statement' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'One day')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;list' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'The day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'With management and bank')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;earnings' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'A row for each')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;adjust' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit log')
            [CompletionResult]::new('--mends', '--mends', [CompletionResultType]::ParameterName, 'The transaction that it mends')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;reverse' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit log')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;account;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Balance, and what today earned: rewards less fees')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'The audit log: every charge and every credit, in posting order')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'A day or a period explained line by line; word for word the letter')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every popug''s balance (accountants and admins)')
            [CompletionResult]::new('earnings', 'earnings', [CompletionResultType]::ParameterValue, 'What management earned, day by day (accountants and admins)')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Give or take money, with a reason (accountants and admins)')
            [CompletionResult]::new('reverse', 'reverse', [CompletionResultType]::ParameterValue, 'Take a transaction back (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;account;help;show' {
            break
        }
        'popug;account;help;log' {
            break
        }
        'popug;account;help;statement' {
            break
        }
        'popug;account;help;list' {
            break
        }
        'popug;account;help;earnings' {
            break
        }
        'popug;account;help;adjust' {
            break
        }
        'popug;account;help;reverse' {
            break
        }
        'popug;account;help;help' {
            break
        }
        'popug;day' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close the days that have ended, pay and mail (accountants and admins)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Closed days, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One day with its invoices (accountants and admins)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Does the seal in my letter still hold?')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'A day on one page (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;day;close' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'Through which day: YYYY-MM-DD, today, yesterday, -3d')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;day;list' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;day;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;day;verify' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;day;report' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;day;help' {
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close the days that have ended, pay and mail (accountants and admins)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Closed days, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One day with its invoices (accountants and admins)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Does the seal in my letter still hold?')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'A day on one page (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;day;help;close' {
            break
        }
        'popug;day;help;list' {
            break
        }
        'popug;day;help;show' {
            break
        }
        'popug;day;help;verify' {
            break
        }
        'popug;day;help;report' {
            break
        }
        'popug;day;help;help' {
            break
        }
        'popug;analytics' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('summary', 'summary', [CompletionResultType]::ParameterValue, 'What management earned on a day, and how many popugs are in the red')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The most expensive closed task of each day, week or month')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;analytics;summary' {
            [CompletionResult]::new('--date', '--date', [CompletionResultType]::ParameterName, 'The day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;analytics;top' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'A row for each')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;analytics;help' {
            [CompletionResult]::new('summary', 'summary', [CompletionResultType]::ParameterValue, 'What management earned on a day, and how many popugs are in the red')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The most expensive closed task of each day, week or month')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;analytics;help;summary' {
            break
        }
        'popug;analytics;help;top' {
            break
        }
        'popug;analytics;help;help' {
            break
        }
        'popug;event' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Events, oldest first (admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One event, in full (admins)')
            [CompletionResult]::new('consumers', 'consumers', [CompletionResultType]::ParameterValue, 'Who hears the log, and how far each has heard (admins)')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'The JSON schemas of events')
            [CompletionResult]::new('dead', 'dead', [CompletionResultType]::ParameterValue, 'Dead letters: look at them, let them be heard again, or give them up')
            [CompletionResult]::new('rebuild', 'rebuild', [CompletionResultType]::ParameterValue, 'Derive a consumer''s tables anew from the log (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;event;list' {
            [CompletionResult]::new('--after', '--after', [CompletionResultType]::ParameterName, 'Behind this one')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Of this name, such as task.created')
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'About this, such as task/12')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('-f', '-f', [CompletionResultType]::ParameterName, 'Go on as events are appended, until interrupted')
            [CompletionResult]::new('--follow', '--follow', [CompletionResultType]::ParameterName, 'Go on as events are appended, until interrupted')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;consumers' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;schema' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;dead' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every dead letter, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One dead letter')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Hear dead letters again, and what waits behind them')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give a dead letter up; it is kept with who, when and why')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;event;dead;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;dead;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;dead;retry' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All of them')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;dead;discard' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;dead;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every dead letter, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One dead letter')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Hear dead letters again, and what waits behind them')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give a dead letter up; it is kept with who, when and why')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;event;dead;help;list' {
            break
        }
        'popug;event;dead;help;show' {
            break
        }
        'popug;event;dead;help;retry' {
            break
        }
        'popug;event;dead;help;discard' {
            break
        }
        'popug;event;dead;help;help' {
            break
        }
        'popug;event;rebuild' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;event;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Events, oldest first (admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One event, in full (admins)')
            [CompletionResult]::new('consumers', 'consumers', [CompletionResultType]::ParameterValue, 'Who hears the log, and how far each has heard (admins)')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'The JSON schemas of events')
            [CompletionResult]::new('dead', 'dead', [CompletionResultType]::ParameterValue, 'Dead letters: look at them, let them be heard again, or give them up')
            [CompletionResult]::new('rebuild', 'rebuild', [CompletionResultType]::ParameterValue, 'Derive a consumer''s tables anew from the log (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;event;help;list' {
            break
        }
        'popug;event;help;show' {
            break
        }
        'popug;event;help;consumers' {
            break
        }
        'popug;event;help;schema' {
            break
        }
        'popug;event;help;dead' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every dead letter, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One dead letter')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Hear dead letters again, and what waits behind them')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give a dead letter up; it is kept with who, when and why')
            break
        }
        'popug;event;help;dead;list' {
            break
        }
        'popug;event;help;dead;show' {
            break
        }
        'popug;event;help;dead;retry' {
            break
        }
        'popug;event;help;dead;discard' {
            break
        }
        'popug;event;help;rebuild' {
            break
        }
        'popug;event;help;help' {
            break
        }
        'popug;mail' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every letter, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One letter: its envelope, and its text word for word (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Hand over what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let letters that are dead, or wait, be due now; all or none (accountants and admins)')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give letters up, all or none; it is kept who did so and when (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;mail;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mail;show' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mail;send' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mail;retry' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mail;discard' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;mail;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every letter, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One letter: its envelope, and its text word for word (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Hand over what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let letters that are dead, or wait, be due now; all or none (accountants and admins)')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give letters up, all or none; it is kept who did so and when (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;mail;help;list' {
            break
        }
        'popug;mail;help;show' {
            break
        }
        'popug;mail;help;send' {
            break
        }
        'popug;mail;help;retry' {
            break
        }
        'popug;mail;help;discard' {
            break
        }
        'popug;mail;help;help' {
            break
        }
        'popug;payment' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every payment, oldest first (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Pay out what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let payments that wait be due now; all or none (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;payment;list' {
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many; 0 for all')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;payment;send' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;payment;retry' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;payment;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every payment, oldest first (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Pay out what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let payments that wait be due now; all or none (accountants and admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;payment;help;list' {
            break
        }
        'popug;payment;help;send' {
            break
        }
        'popug;payment;help;retry' {
            break
        }
        'popug;payment;help;help' {
            break
        }
        'popug;export' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('hledger', 'hledger', [CompletionResultType]::ParameterValue, 'The books as a journal of hledger')
            [CompletionResult]::new('ledger', 'ledger', [CompletionResultType]::ParameterValue, 'The books as a journal of Ledger')
            [CompletionResult]::new('beancount', 'beancount', [CompletionResultType]::ParameterValue, 'The books as Beancount takes them')
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'The ledger as CSV: a line for each transaction')
            [CompletionResult]::new('json', 'json', [CompletionResultType]::ParameterValue, 'The ledger as one JSON document: an object for each transaction')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Everything that is kept, without secrets, as JSON lines (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;export;hledger' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;ledger' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;beancount' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;csv' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;json' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'First day: YYYY-MM-DD, today, yesterday, open, -3d')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Last day, included')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, '2026-11, 2026-W47, 2026, this-month, last-month, this-week, last-week')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Into this file, which must not be there yet; else to standard output')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;all' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;export;help' {
            [CompletionResult]::new('hledger', 'hledger', [CompletionResultType]::ParameterValue, 'The books as a journal of hledger')
            [CompletionResult]::new('ledger', 'ledger', [CompletionResultType]::ParameterValue, 'The books as a journal of Ledger')
            [CompletionResult]::new('beancount', 'beancount', [CompletionResultType]::ParameterValue, 'The books as Beancount takes them')
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'The ledger as CSV: a line for each transaction')
            [CompletionResult]::new('json', 'json', [CompletionResultType]::ParameterValue, 'The ledger as one JSON document: an object for each transaction')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Everything that is kept, without secrets, as JSON lines (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;export;help;hledger' {
            break
        }
        'popug;export;help;ledger' {
            break
        }
        'popug;export;help;beancount' {
            break
        }
        'popug;export;help;csv' {
            break
        }
        'popug;export;help;json' {
            break
        }
        'popug;export;help;all' {
            break
        }
        'popug;export;help;help' {
            break
        }
        'popug;setting' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every setting, with what a new company starts with')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'The value of a setting')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;setting;list' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;setting;get' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;setting;set' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;setting;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every setting, with what a new company starts with')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'The value of a setting')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting (admins)')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;setting;help;list' {
            break
        }
        'popug;setting;help;get' {
            break
        }
        'popug;setting;help;set' {
            break
        }
        'popug;setting;help;help' {
            break
        }
        'popug;doctor' {
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'A seal out of a letter, to be compared as well')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;worker' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;backup' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;restore' {
            [CompletionResult]::new('--group', '--group', [CompletionResultType]::ParameterName, 'A group that shares the store: its file gets mode 0660, its directory 2770')
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;store' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('upgrade', 'upgrade', [CompletionResultType]::ParameterValue, 'Bring a store of an older popug to the schema of this one')
            [CompletionResult]::new('accept-loss', 'accept-loss', [CompletionResultType]::ParameterValue, 'Go on without commits that were acknowledged and lost')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;store;upgrade' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;store;accept-loss' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;store;help' {
            [CompletionResult]::new('upgrade', 'upgrade', [CompletionResultType]::ParameterValue, 'Bring a store of an older popug to the schema of this one')
            [CompletionResult]::new('accept-loss', 'accept-loss', [CompletionResultType]::ParameterValue, 'Go on without commits that were acknowledged and lost')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;store;help;upgrade' {
            break
        }
        'popug;store;help;accept-loss' {
            break
        }
        'popug;store;help;help' {
            break
        }
        'popug;completions' {
            [CompletionResult]::new('--store', '--store', [CompletionResultType]::ParameterName, 'The store''s file [env: POPUG_STORE]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Act with another session kept here [env: POPUG_AS]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'How the answer is written')
            [CompletionResult]::new('--fields', '--fields', [CompletionResultType]::ParameterName, 'Only these fields, in this order, by their JSON keys')
            [CompletionResult]::new('--key', '--key', [CompletionResultType]::ParameterName, 'The same key again returns the first answer')
            [CompletionResult]::new('--wait', '--wait', [CompletionResultType]::ParameterName, 'How long to wait for a busy store [default: 60]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Whether to use colours')
            [CompletionResult]::new('--demo', '--demo', [CompletionResultType]::ParameterName, 'The demo''s store, as if named with --store')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'The same as --format json')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Ask no question')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Keep nothing, and say what would be')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Less on standard error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'More on standard error; twice for even more')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'popug;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Make a store and its first admin')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Fill a sandbox with a company''s past days')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Log in')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'Log out')
            [CompletionResult]::new('whoami', 'whoami', [CompletionResultType]::ParameterValue, 'Who you are here, and what you may')
            [CompletionResult]::new('enroll', 'enroll', [CompletionResultType]::ParameterValue, 'Set your first beak with your one-time code, and log in')
            [CompletionResult]::new('beak', 'beak', [CompletionResultType]::ParameterValue, 'Change your beak')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Popugs: who they are and what they may')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Tokens: programs that act for the company, or for a popug')
            [CompletionResult]::new('task', 'task', [CompletionResultType]::ParameterValue, 'Tasks: make, list, show, edit, close, reassign, and why a task fell to whom it fell')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a task; it lands on a random popug')
            [CompletionResult]::new('mine', 'mine', [CompletionResultType]::ParameterValue, 'Your open tasks')
            [CompletionResult]::new('done', 'done', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('draw', 'draw', [CompletionResultType]::ParameterValue, 'Draws: whom chance gave the tasks to, and whether drawing again gives the same')
            [CompletionResult]::new('account', 'account', [CompletionResultType]::ParameterValue, 'Money: balances, audit logs, statements, and what management earned')
            [CompletionResult]::new('day', 'day', [CompletionResultType]::ParameterValue, 'Business days: close them, look at them, verify their seals')
            [CompletionResult]::new('analytics', 'analytics', [CompletionResultType]::ParameterValue, 'What admins watch: earnings, who is in the red, the most expensive tasks')
            [CompletionResult]::new('event', 'event', [CompletionResultType]::ParameterValue, 'The log: every event, who hears it, and the schemas')
            [CompletionResult]::new('mail', 'mail', [CompletionResultType]::ParameterValue, 'Letters: who was written to, and what is still to be handed over')
            [CompletionResult]::new('payment', 'payment', [CompletionResultType]::ParameterValue, 'Payments: what became of each payout')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Your books elsewhere: the ledger for other programs (accountants and admins)')
            [CompletionResult]::new('setting', 'setting', [CompletionResultType]::ParameterValue, 'Settings of the company: its time zone and currency, prices, letters, payments')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Examine everything, and name the first bad row')
            [CompletionResult]::new('worker', 'worker', [CompletionResultType]::ParameterValue, 'Hear the log and deliver letters and payments, for ever')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Copy the store into one file, while everybody goes on working')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Make a store out of a backup')
            [CompletionResult]::new('store', 'store', [CompletionResultType]::ParameterValue, 'Upgrade the store, or go on after it has lost something')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'A script that lets your shell complete what you type')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'popug;help;init' {
            break
        }
        'popug;help;demo' {
            break
        }
        'popug;help;login' {
            break
        }
        'popug;help;logout' {
            break
        }
        'popug;help;whoami' {
            break
        }
        'popug;help;enroll' {
            break
        }
        'popug;help;beak' {
            break
        }
        'popug;help;user' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Everybody, by name')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One popug; yourself, or anybody to an admin')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a popug')
            [CompletionResult]::new('enroll', 'enroll', [CompletionResultType]::ParameterValue, 'Give a popug a new code for its beak')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Make popugs from a file, all or none')
            break
        }
        'popug;help;user;add' {
            break
        }
        'popug;help;user;list' {
            break
        }
        'popug;help;user;show' {
            break
        }
        'popug;help;user;set' {
            break
        }
        'popug;help;user;enroll' {
            break
        }
        'popug;help;user;import' {
            break
        }
        'popug;help;token' {
            [CompletionResult]::new('create', 'create', [CompletionResultType]::ParameterValue, 'Make a token for a program')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every token that was not revoked')
            [CompletionResult]::new('revoke', 'revoke', [CompletionResultType]::ParameterValue, 'End a token, at once and for good')
            break
        }
        'popug;help;token;create' {
            break
        }
        'popug;help;token;list' {
            break
        }
        'popug;help;token;revoke' {
            break
        }
        'popug;help;task' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Make a task; it lands on a random popug')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Tasks, narrowed and sorted')
            [CompletionResult]::new('mine', 'mine', [CompletionResultType]::ParameterValue, 'Your open tasks')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One task, and each time that it was assigned')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change what a task says')
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close tasks of yours, all or none')
            [CompletionResult]::new('reassign', 'reassign', [CompletionResultType]::ParameterValue, 'Draw every open task anew (managers and admins)')
            [CompletionResult]::new('why', 'why', [CompletionResultType]::ParameterValue, 'Why a task fell to whom it fell, drawn again')
            break
        }
        'popug;help;task;add' {
            break
        }
        'popug;help;task;list' {
            break
        }
        'popug;help;task;mine' {
            break
        }
        'popug;help;task;show' {
            break
        }
        'popug;help;task;edit' {
            break
        }
        'popug;help;task;close' {
            break
        }
        'popug;help;task;reassign' {
            break
        }
        'popug;help;task;why' {
            break
        }
        'popug;help;add' {
            break
        }
        'popug;help;mine' {
            break
        }
        'popug;help;done' {
            break
        }
        'popug;help;draw' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every draw, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One draw, drawn again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'One draw or all, drawn again')
            [CompletionResult]::new('fairness', 'fairness', [CompletionResultType]::ParameterValue, 'Who got how many tasks, against what the dice promise')
            break
        }
        'popug;help;draw;list' {
            break
        }
        'popug;help;draw;show' {
            break
        }
        'popug;help;draw;verify' {
            break
        }
        'popug;help;draw;fairness' {
            break
        }
        'popug;help;account' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Balance, and what today earned: rewards less fees')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'The audit log: every charge and every credit, in posting order')
            [CompletionResult]::new('statement', 'statement', [CompletionResultType]::ParameterValue, 'A day or a period explained line by line; word for word the letter')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every popug''s balance (accountants and admins)')
            [CompletionResult]::new('earnings', 'earnings', [CompletionResultType]::ParameterValue, 'What management earned, day by day (accountants and admins)')
            [CompletionResult]::new('adjust', 'adjust', [CompletionResultType]::ParameterValue, 'Give or take money, with a reason (accountants and admins)')
            [CompletionResult]::new('reverse', 'reverse', [CompletionResultType]::ParameterValue, 'Take a transaction back (accountants and admins)')
            break
        }
        'popug;help;account;show' {
            break
        }
        'popug;help;account;log' {
            break
        }
        'popug;help;account;statement' {
            break
        }
        'popug;help;account;list' {
            break
        }
        'popug;help;account;earnings' {
            break
        }
        'popug;help;account;adjust' {
            break
        }
        'popug;help;account;reverse' {
            break
        }
        'popug;help;day' {
            [CompletionResult]::new('close', 'close', [CompletionResultType]::ParameterValue, 'Close the days that have ended, pay and mail (accountants and admins)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Closed days, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One day with its invoices (accountants and admins)')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Does the seal in my letter still hold?')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'A day on one page (accountants and admins)')
            break
        }
        'popug;help;day;close' {
            break
        }
        'popug;help;day;list' {
            break
        }
        'popug;help;day;show' {
            break
        }
        'popug;help;day;verify' {
            break
        }
        'popug;help;day;report' {
            break
        }
        'popug;help;analytics' {
            [CompletionResult]::new('summary', 'summary', [CompletionResultType]::ParameterValue, 'What management earned on a day, and how many popugs are in the red')
            [CompletionResult]::new('top', 'top', [CompletionResultType]::ParameterValue, 'The most expensive closed task of each day, week or month')
            break
        }
        'popug;help;analytics;summary' {
            break
        }
        'popug;help;analytics;top' {
            break
        }
        'popug;help;event' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Events, oldest first (admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One event, in full (admins)')
            [CompletionResult]::new('consumers', 'consumers', [CompletionResultType]::ParameterValue, 'Who hears the log, and how far each has heard (admins)')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'The JSON schemas of events')
            [CompletionResult]::new('dead', 'dead', [CompletionResultType]::ParameterValue, 'Dead letters: look at them, let them be heard again, or give them up')
            [CompletionResult]::new('rebuild', 'rebuild', [CompletionResultType]::ParameterValue, 'Derive a consumer''s tables anew from the log (admins)')
            break
        }
        'popug;help;event;list' {
            break
        }
        'popug;help;event;show' {
            break
        }
        'popug;help;event;consumers' {
            break
        }
        'popug;help;event;schema' {
            break
        }
        'popug;help;event;dead' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every dead letter, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One dead letter')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Hear dead letters again, and what waits behind them')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give a dead letter up; it is kept with who, when and why')
            break
        }
        'popug;help;event;dead;list' {
            break
        }
        'popug;help;event;dead;show' {
            break
        }
        'popug;help;event;dead;retry' {
            break
        }
        'popug;help;event;dead;discard' {
            break
        }
        'popug;help;event;rebuild' {
            break
        }
        'popug;help;mail' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every letter, oldest first (accountants and admins)')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'One letter: its envelope, and its text word for word (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Hand over what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let letters that are dead, or wait, be due now; all or none (accountants and admins)')
            [CompletionResult]::new('discard', 'discard', [CompletionResultType]::ParameterValue, 'Give letters up, all or none; it is kept who did so and when (accountants and admins)')
            break
        }
        'popug;help;mail;list' {
            break
        }
        'popug;help;mail;show' {
            break
        }
        'popug;help;mail;send' {
            break
        }
        'popug;help;mail;retry' {
            break
        }
        'popug;help;mail;discard' {
            break
        }
        'popug;help;payment' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every payment, oldest first (accountants and admins)')
            [CompletionResult]::new('send', 'send', [CompletionResultType]::ParameterValue, 'Pay out what is due (accountants and admins)')
            [CompletionResult]::new('retry', 'retry', [CompletionResultType]::ParameterValue, 'Let payments that wait be due now; all or none (accountants and admins)')
            break
        }
        'popug;help;payment;list' {
            break
        }
        'popug;help;payment;send' {
            break
        }
        'popug;help;payment;retry' {
            break
        }
        'popug;help;export' {
            [CompletionResult]::new('hledger', 'hledger', [CompletionResultType]::ParameterValue, 'The books as a journal of hledger')
            [CompletionResult]::new('ledger', 'ledger', [CompletionResultType]::ParameterValue, 'The books as a journal of Ledger')
            [CompletionResult]::new('beancount', 'beancount', [CompletionResultType]::ParameterValue, 'The books as Beancount takes them')
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'The ledger as CSV: a line for each transaction')
            [CompletionResult]::new('json', 'json', [CompletionResultType]::ParameterValue, 'The ledger as one JSON document: an object for each transaction')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Everything that is kept, without secrets, as JSON lines (admins)')
            break
        }
        'popug;help;export;hledger' {
            break
        }
        'popug;help;export;ledger' {
            break
        }
        'popug;help;export;beancount' {
            break
        }
        'popug;help;export;csv' {
            break
        }
        'popug;help;export;json' {
            break
        }
        'popug;help;export;all' {
            break
        }
        'popug;help;setting' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'Every setting, with what a new company starts with')
            [CompletionResult]::new('get', 'get', [CompletionResultType]::ParameterValue, 'The value of a setting')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting (admins)')
            break
        }
        'popug;help;setting;list' {
            break
        }
        'popug;help;setting;get' {
            break
        }
        'popug;help;setting;set' {
            break
        }
        'popug;help;doctor' {
            break
        }
        'popug;help;worker' {
            break
        }
        'popug;help;backup' {
            break
        }
        'popug;help;restore' {
            break
        }
        'popug;help;store' {
            [CompletionResult]::new('upgrade', 'upgrade', [CompletionResultType]::ParameterValue, 'Bring a store of an older popug to the schema of this one')
            [CompletionResult]::new('accept-loss', 'accept-loss', [CompletionResultType]::ParameterValue, 'Go on without commits that were acknowledged and lost')
            break
        }
        'popug;help;store;upgrade' {
            break
        }
        'popug;help;store;accept-loss' {
            break
        }
        'popug;help;completions' {
            break
        }
        'popug;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
