//! The flags that a command declares: it takes them, and no other command does or shows them.

use super::company::{Companies, Company};
use super::parts;
use super::rows::Row;
use crate::support::{World, leaves};

/// A flag as it is typed and as help shows it, and how it is refused.
const FLAGS: [(&str, &str, &str); 2] = [
    (
        "--dry-run",
        " -n, --dry-run ",
        "error: this command has no dry run; leave --dry-run out\n",
    ),
    (
        "--key morning",
        " --key <TEXT> ",
        "error: this command takes no key; leave --key out\n",
    ),
];

fn line(row: &Row) -> &str {
    let lines = [row.something, row.nothing, row.refused];
    lines
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or(row.command)
}

#[test]
fn a_flag_that_is_not_in_the_help_of_a_command_is_refused() {
    let tried = |row: &Row, companies: &Companies| {
        let company = companies.of(row.command);
        let help = company
            .run(&format!("{} --help", row.command))
            .must()
            .stdout;
        let line = line(row);
        for (flag, shown, refusal) in FLAGS {
            for typed in [format!("{line} {flag}"), format!("{flag} {line}")] {
                let (world, typed) = company.begin(&typed);
                let ran = Company::type_in(&world, &typed);
                let refused = ran.stderr == refusal;
                assert_eq!(refused, !help.contains(shown), "{ran}");
                assert!(!refused || ran.code == 2 && ran.stdout.is_empty(), "{ran}");
            }
        }
    };
    std::thread::scope(|scope| {
        for rows in parts() {
            scope.spawn(move || {
                let companies = Companies::new();
                rows.iter().for_each(|row| tried(row, &companies));
            });
        }
    });
}

#[test]
fn which_commands_take_a_key_or_try_without_keeping_anything() {
    let world = World::empty();
    let of = |command: &String| {
        let help = world.run(&format!("{command} --help")).must().stdout;
        FLAGS.map(|(_, shown, _)| help.contains(shown))
    };
    let all = leaves().iter().map(|command| (command, of(command)));
    let rows = all.filter(|(_, takes)| takes.contains(&true));
    let rows = rows.map(|(command, [dry_run, key])| {
        let mark = |takes, mark| if takes { mark } else { "" };
        let row = format!(
            "{command:<20}{:<4}{}",
            mark(dry_run, "-n"),
            mark(key, "--key")
        );
        row.trim_end().to_owned() + "\n"
    });
    insta::assert_snapshot!(rows.collect::<String>(), @r"
    add                     --key
    done                    --key
    task add                --key
    task edit               --key
    task import         -n  --key
    task close              --key
    task reassign       -n  --key
    user set                --key
    user import         -n
    account adjust      -n  --key
    account reverse     -n  --key
    account bring-back  -n  --key
    day close           -n  --key
    setting set             --key
    mail send               --key
    mail retry              --key
    mail discard            --key
    payment send            --key
    payment retry           --key
    token revoke            --key
    event dead retry        --key
    event dead discard      --key
    event rebuild           --key
    ");
}
