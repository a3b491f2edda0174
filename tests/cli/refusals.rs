//! Who may do what (A4), as one table of every command and every role; and what a refusal looks
//! like: exit code 4, an error on standard error, nothing on standard output, nothing changed.

mod company;
mod table;

use company::{ROLES, company, deserted_of, task_of};

use crate::support::World;

#[test]
fn a_refusal_names_who_may() {
    let world = company();
    insta::assert_snapshot!(world.run_as("kesha", "task reassign --yes"), @"
    $ popug task reassign --yes --as kesha
    [stderr]
    error: kesha is a worker and may not do this: it needs task.reassign
    hint: admins and managers may
    [exit 4]
    ");
    insta::assert_snapshot!(world.run_as("gruff", "account list"), @"
    $ popug account list --as gruff
    [stderr]
    error: gruff is a manager and may not do this: it needs account.read
    hint: admins and accountants may
    [exit 4]
    ");
    insta::assert_snapshot!(world.run_as("penny", "analytics summary --json"), @r#"
    $ popug analytics summary --json --as penny
    [stderr]
    error: penny is an accountant and may not do this: it needs analytics.read
    hint: admins may
    {"error":{"kind":"forbidden","message":"penny is an accountant and may not do this: it needs analytics.read","hint":"admins may"}}
    [exit 4]
    "#);
    insta::assert_snapshot!(world.run_as("kesha", "account log ara"), @"
    $ popug account log ara --as kesha
    [stderr]
    error: kesha is a worker and may not do this: it needs account.read
    hint: admins and accountants may
    [exit 4]
    ");
}

#[test]
fn a_popug_closes_its_own_tasks_alone() {
    let world = company();
    let theirs = task_of(&world, "ara");
    for (name, _) in ROLES {
        let mine = task_of(&world, name);
        let before = world.head();
        let both = format!("done {mine} {theirs}");
        let refused = world.run_as(name, &both).must_fail(4);
        assert_eq!(
            refused.stderr,
            format!(
                "error: task {theirs} is assigned to ara, not to you\n\
                 hint: `popug mine` lists your own\n"
            )
        );
        assert_eq!(world.head(), before, "all or none");
    }
}

#[test]
fn author_and_assignee_edit_a_task_and_managers_any() {
    let world = company();
    // loro made it, ara has it.
    let edit = format!("task edit {} --title", task_of(&world, "ara"));
    let reads = |name: &str| world.run_as(name, &format!("{edit} 'By {name}'"));
    for name in ["loro", "ara", "gruff", "percy"] {
        let said = reads(name).must().stdout;
        assert!(said.ends_with(&format!("reads: By {name}\n")), "{said}");
    }
    for name in ["kesha", "penny"] {
        reads(name).must_fail(4);
    }
}

#[test]
fn whoever_is_nobody_is_told_to_log_in() {
    let world = deserted_of(World::usual());
    insta::assert_snapshot!(world.run("mine --json"), @r#"
    $ popug mine --json
    [stderr]
    error: nobody is logged in here
    hint: log in: `popug login NAME`
    {"error":{"kind":"unauthenticated","message":"nobody is logged in here","hint":"log in: `popug login NAME`"}}
    [exit 4]
    "#);
    insta::assert_snapshot!(world.run("mine --as kesha"), @"
    $ popug mine --as kesha
    [stderr]
    error: kesha is not logged in here
    hint: log in: `popug login kesha`
    [exit 4]
    ");
    insta::assert_snapshot!(world.run("task import no-such-file.csv"), @"
    $ popug task import no-such-file.csv
    [stderr]
    error: nobody is logged in here
    hint: log in: `popug login NAME`
    [exit 4]
    ");
    insta::assert_snapshot!(World::empty().run("mine"), @"
    $ popug mine
    [stderr]
    error: there is no store at ~/data/popug/popug.db
    hint: make one with `popug init`, look around with `popug demo`, or name another with --store
    [exit 6]
    ");
}
