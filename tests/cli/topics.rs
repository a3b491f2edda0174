//! Help about topics, and pages for man.

use std::process::Command;

use crate::support::{Story, World, leaves, top_level};

#[test]
fn topics_are_told() {
    let world = World::empty();
    insta::assert_snapshot!(Story(vec![
        world.run("help exit-codes"),
        world.run("help environment"),
        world.run("help formats"),
        world.run("help permissions"),
    ]), @r#"
    $ popug help exit-codes
    How a command ended.

        0                   done, nothing to do, or an empty list
        1  failure          failed, or a question was answered with no
        2  usage            bad usage or value
        3  not_found        there is no such thing
        4  unauthenticated  not logged in, or the session or beak does not hold
        4  forbidden        the role does not allow it, or it is not yours
        5  conflict         the state of things does not allow it
        6  unavailable      the store or the mail is missing, busy or broken
        7  check            a check found something wrong
      130                   ended by SIGINT, as by Ctrl-C
      143                   ended by SIGTERM

    The word is the kind of the error object that ends standard error with --json.
    On any failure but a check's standard output is empty.
    $ popug help environment
    Flags beat the environment, which beats the settings files.

      POPUG_STORE*            --store  the store: a file, or postgres://…
      POPUG_SERVER*                    a server to work through; none so far
      POPUG_AS                --as     act with another session kept here
      POPUG_TOKEN*            --as     act with a token; beats sessions
      POPUG_LOG               -q, -v   what is logged, as popug=debug
      POPUG_LOG_FORMAT                 text or json
      POPUG_CLOCK                      the time taken as now, on a sandbox
      POPUG_SEED                       what chance follows from, on a sandbox
      POPUG_MAIL*                      where letters go instead
      POPUG_PAYMENTS*                  where payouts go instead
      POPUG_MAIL_PASSWORD*             for a mail server; none so far
      POPUG_PAYMENTS_TOKEN*            for a gateway; none so far
      NO_COLOR                --color  no colours, where it is not empty
      CLICOLOR_FORCE          --color  colours even in a pipe
      TERM                    --color  no colours, where it is dumb
      PGPASSWORD                       the password, where a postgres:// URL has none
      PGPASSFILE                       such passwords, instead of ~/.pgpass

    * may hold a secret: its twin, with _FILE behind its name, names a file that
      holds the value; others must not be able to read it.

    Settings files, the later ones beat the earlier ones:

      /etc/popug/config.toml
      ~/config/popug/config.toml

    A key in them is a variable without POPUG_, in lower case: as = "kesha".
    A relative path counts from its file, and ~/ is the home, in variables as well.
    $ popug help formats
    How answers are written, by --format.

      table      For people: aligned columns, labels, sentences
      json       One document
      jsonl      One object a line
      csv        A header and a line for each row

    --json is short for --format json. A form is chosen by flags alone: piped or on
    a terminal, the same is written.

      Money      whole cents, in keys that end in _cents; signed from the point of
                 view of the account shown
      Instants   RFC 3339 in UTC; tables show the company's time zone
      Days       YYYY-MM-DD
      Ids        whole numbers, from 1
      Popugs     their user names
      Absent     null, never left out; empty in CSV

    --fields a,b picks and orders, by the keys of JSON. CSV has the keys of JSON,
    with task_id for the id of what is nested; words of a list have blanks between
    them, other lists are JSON. A text that a spreadsheet could take for a formula
    begins with an apostrophe, which imports take off again. What a terminal would
    obey is written as \u{9b}, in JSON as \u009b. Tables show 50 rows, and say so
    on standard error; --limit 0 shows all. The other forms are complete unless
    --limit is given.

    The answer goes to standard output, all else to standard error.
    $ popug help permissions
    Who may do what: w a worker, c an accountant, m a manager, a an admin.

      PERMISSION      w c m a
      task.read       x x x x  see every task, price and draw; verify a seal
      task.create     x x x x  make and import tasks
      task.close      x x x x  close tasks, one's own only
      task.edit       x x x x  edit a task's text, as its author or assignee
      task.edit-any   . . x x  edit any task's text
      task.reassign   . . x x  reassign all open tasks
      self            x x x x  one's own user, beak, session; read settings
      account.own     x x x x  see the own balance, audit log, statement
      account.read    . x . x  see all money, days, letters, payments; export
      account.mend    . x . x  adjust and reverse, not on the own account
      day.close       . x . x  close the day
      analytics.read  . . . x  see analytics
      user.manage     . . . x  see and change users
      token.manage    . . . x  make and revoke tokens
      setting.write   . . . x  change settings
      event.manage    . . . x  the event log and the dead letters

    Workers and accountants draw tasks. Nobody adjusts or reverses on the own account.
    Whoever may not is refused with exit code 4, and nothing changes.
    `popug whoami` shows your own.
    "#);
}

#[test]
fn topics_are_data_as_well() {
    let world = World::empty();
    let codes = world.json("help exit-codes");
    assert_eq!(codes[3]["kind"], "not_found");
    let store = world.json("help environment")[0].clone();
    assert_eq!(store["file"], "POPUG_STORE_FILE");
    insta::assert_snapshot!(Story(vec![
        world.run("help permissions --format csv --fields permission,manager"),
        world.run("help formats --json --fields format"),
    ]), @r#"
    $ popug help permissions --format csv --fields permission,manager
    permission,manager
    task.read,true
    task.create,true
    task.close,true
    task.edit,true
    task.edit-any,true
    task.reassign,true
    self,true
    account.own,true
    account.read,false
    account.mend,false
    day.close,false
    analytics.read,false
    user.manage,false
    token.manage,false
    setting.write,false
    event.manage,false
    $ popug help formats --json --fields format
    [
      {
        "format": "table"
      },
      {
        "format": "json"
      },
      {
        "format": "jsonl"
      },
      {
        "format": "csv"
      }
    ]
    "#);
}

#[test]
fn a_topic_fits_a_screen() {
    let world = World::empty();
    for topic in ["exit-codes", "environment", "formats", "permissions"] {
        let told = world.run(&format!("help {topic}")).must().stdout;
        let widest = told.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(82), "{topic}: {told}");
    }
}

#[test]
fn help_knows_every_command_and_no_other() {
    let world = World::empty();
    for command in leaves() {
        let asked = world.run(&format!("help {command}")).must();
        assert_eq!(asked.stdout, world.run(&format!("{command} --help")).stdout);
    }
    insta::assert_snapshot!(Story(vec![
        world.run("help tsk"),
        world.run("help permissions tasks"),
    ]), @"
    $ popug help tsk
    [stderr]
    error: unrecognized subcommand 'tsk'
    hint: a similar subcommand exists: 'task'
    [exit 2]
    $ popug help permissions tasks
    [stderr]
    error: unrecognized subcommand 'permissions'
    hint: --help tells more
    [exit 2]
    ");
    assert_eq!(world.run("help").stdout, world.run("--help").stdout);
}

#[test]
fn every_command_has_its_page_for_man() {
    let world = World::empty();
    let first = world.run("man").must().stdout;
    for part in [
        ".SH NAME",
        ".SH SYNOPSIS",
        ".SH \"EXIT STATUS\"",
        ".SH ENVIRONMENT",
    ] {
        assert!(first.contains(part), "{part}: {first}");
    }
    world.run("man --out pages").must();
    let pages = world.home().join("pages");
    let page = |command: &str| {
        let name = format!("popug-{}.1", command.replace(' ', "-"));
        std::fs::read_to_string(pages.join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    for command in leaves() {
        let page = page(command);
        assert!(
            page.contains(".SH EXAMPLES\n.EX\npopug "),
            "{command}: {page}"
        );
    }
    for command in top_level(&world) {
        assert!(page(&command).contains(".SH NAME"), "{command}");
    }
    let count = std::fs::read_dir(&pages).expect("pages").count();
    let told = world.run("man --out pages").must().stdout;
    assert_eq!(told, format!("wrote {count} pages into pages\n"));
    let read = std::fs::read_to_string(pages.join("popug.1")).expect("the first page");
    assert_eq!(read, first);
}

#[test]
fn a_page_that_cannot_be_written_is_told() {
    let world = World::empty();
    std::fs::write(world.home().join("pages"), "no directory").expect("a file");
    let ran = world.run("man --out pages").must_fail(1);
    assert!(ran.stderr.contains("cannot write pages"), "{ran}");
}

/// The shells that are here; a machine has one at least.
#[test]
fn the_scripts_for_completion_load() {
    let world = World::empty();
    let here = |shell: &str| {
        let mut command = Command::new(shell);
        command.arg("-c").arg("exit 0");
        command.status().is_ok_and(|status| status.success())
    };
    assert!(here("bash"), "bash is everywhere");
    let lines = [
        (
            "bash",
            "eval \"$(popug completions bash)\"; COMP_WORDS=(popug task re); COMP_CWORD=2; \
             _popug popug re task; echo ${COMPREPLY[@]}",
            "reassign\n",
        ),
        (
            "bash",
            "eval \"$(popug completions bash)\"; COMP_WORDS=(popug user import --dr); COMP_CWORD=3; \
             _popug popug --dr import; echo ${COMPREPLY[@]}",
            "--dry-run\n",
        ),
        (
            "fish",
            "popug completions fish | source; complete -C 'popug task re' | cut -f1",
            "reassign\n",
        ),
        (
            "fish",
            "popug completions fish | source; complete -C 'popug task reassign --dr' | cut -f1",
            "--dry-run\n",
        ),
        (
            "zsh",
            "autoload -U compinit; compinit -u -D; eval \"$(popug completions zsh)\"; \
             echo ${_comps[popug]}",
            "_popug\n",
        ),
    ];
    for (shell, line, expected) in lines.into_iter().filter(|(shell, ..)| here(shell)) {
        let mut command = Command::new(shell);
        command.args(["-c", line]);
        world.clean(&mut command);
        let directory = crate::support::program().parent().expect("a directory");
        command.env("PATH", format!("{}:/usr/bin:/bin", directory.display()));
        let ran = world.finish(line, command, "");
        assert_eq!(
            (&*ran.stdout, &*ran.stderr),
            (expected, ""),
            "{shell}: {ran}"
        );
    }
}
