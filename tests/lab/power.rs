//! A power cut at any moment: what was acknowledged is there, and what is there is whole.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::chance::Chance;
use crate::disk::{Disk, Kept, Step, steps};
use crate::kills::check;
use crate::plan::{self, Plan};
use crate::support::{World, short_or_long};

/// A company's day and its close, as the disk saw them.
struct Story {
    world: World,
    before: Disk,
    steps: Vec<Step>,
    /// Where the log ended whenever something was answered: place and hash.
    acknowledged: Vec<(i64, String)>,
    letters: BTreeMap<PathBuf, Vec<u8>>,
}

impl Story {
    fn tell(mut world: World) -> Self {
        let before = Disk::holding(&plan::directory(&world));
        let record = world.home().join("record");
        let rows = world.home().join("rows.jsonl");
        let row = |n| format!("{{\"title\":\"Row {n}\",\"key\":\"row-{n}\"}}\n");
        fs::write(&rows, (0..40).map(row).collect::<String>()).expect("rows");
        let own = world.json_as("gruff", "task show 1")["assignee"].clone();
        let lines = [
            "add 'Mind the egg' --as gruff".to_owned(),
            format!("done 1 --as {}", own.as_str().expect("a name")),
            "task reassign --yes --as gruff".to_owned(),
            format!("task import {} --as gruff", rows.display()),
            "account adjust ara +12.50 --reason 'a nut' --yes --as penny".to_owned(),
            "user set ara --role manager --as polly".to_owned(),
            "day close --as penny".to_owned(),
            "add 'The day after' --as gruff".to_owned(),
        ];
        let plan = Plan::recorded(record.clone());
        let mut acknowledged = Vec::new();
        for line in lines {
            if line.starts_with("day") {
                world.at("2026-11-03T00:05:00Z");
            }
            plan.run(&world, &line).must();
            let head = world.head();
            acknowledged.push((head.seq, head.hash));
        }
        let steps = steps(&record);
        let answers = steps.iter().filter(|step| step.is_answer());
        assert_eq!(answers.count(), acknowledged.len());
        let letters = letters(&world);
        assert!(!letters.is_empty(), "nobody was paid");
        Self {
            world,
            before,
            steps,
            acknowledged,
            letters,
        }
    }

    /// A world whose disk was cut off after so many steps, and how many answers were given by then.
    fn cut(&self, count: usize, kept: Kept, synced: bool, chance: &mut Chance) -> (World, usize) {
        let mut disk = self.before.clone();
        let happened = &self.steps[..count];
        for step in happened.iter().filter(|step| synced || !step.is_sync()) {
            disk.take(step);
        }
        let world = self.world.copy();
        let (from, to) = (plan::directory(&self.world), plan::directory(&world));
        fs::remove_dir_all(&to).expect("emptied");
        for (path, bytes) in disk.after_a_cut(kept, chance) {
            let path = to.join(path.strip_prefix(&from).expect("below it"));
            let parent = path.parent().expect("a directory");
            fs::create_dir_all(parent).expect("a directory");
            fs::set_permissions(parent, PermissionsExt::from_mode(0o700)).expect("its owner's");
            fs::write(&path, bytes).expect("a file");
            fs::set_permissions(&path, PermissionsExt::from_mode(0o600)).expect("its owner's");
        }
        let answered = happened.iter().filter(|step| step.is_answer()).count();
        (world, answered)
    }

    /// Whether what was acknowledged last is in the log.
    fn remembers(&self, world: &World, answered: usize) -> bool {
        let Some(last) = answered.checked_sub(1) else {
            return true;
        };
        let (seq, hash) = &self.acknowledged[last];
        let found = format!("SELECT hash FROM events_log WHERE seq = {seq}");
        world.raw().texts(&found) == [hash.clone()]
    }

    /// Whether every letter that counts as sent lies there, and all that lie there are whole.
    fn letters_are_whole(&self, world: &World) -> bool {
        let sent = world.number("SELECT count(*) FROM delivery_letter WHERE state = 'sent'");
        let there = letters(world);
        let whole = there
            .iter()
            .all(|(name, text)| self.letters.get(name) == Some(text));
        whole && there.len() >= usize::try_from(sent).expect("a count")
    }
}

/// The letters that lie in the maildir, by their names.
fn letters(world: &World) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(world.mailbox().join("new"));
    let files = files.into_iter().flatten().map(|file| {
        let path = file.expect("a letter").path();
        let text = fs::read(&path).expect("a letter");
        (path.file_name().expect("a name").into(), text)
    });
    files.collect()
}

#[test]
fn a_power_cut_takes_nothing_that_was_acknowledged() {
    let Some(company) = plan::company() else {
        return;
    };
    let story = Story::tell(company);
    let mut chance = Chance::new(7);
    for _ in 0..short_or_long(40, 2_000) {
        let (count, kept) = (chance.below(story.steps.len() + 1), Kept::any(&mut chance));
        let (world, answered) = story.cut(count, kept, true, &mut chance);
        let what = format!("cut after {count} of {}, {kept:?}", story.steps.len());
        check(&world, &what);
        assert!(story.remembers(&world, answered), "{what}: lost");
        assert!(story.letters_are_whole(&world), "{what}: letters");
        if chance.one_in(5) {
            world.run("add 'Back again' --as gruff").must();
            check(&world, &what);
        }
    }
}

/// The test above would see what it looks for.
#[test]
fn without_syncs_a_power_cut_takes_what_was_acknowledged() {
    let Some(company) = plan::company() else {
        return;
    };
    let story = Story::tell(company);
    let mut chance = Chance::new(7);
    let count = story.steps.len();
    let (world, answered) = story.cut(count, Kept::Nothing, false, &mut chance);
    assert!(!story.remembers(&world, answered));
}
