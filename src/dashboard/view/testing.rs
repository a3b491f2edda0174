//! A dashboard without a terminal: a company in a store of its own, keys that are pressed, and the
//! cells that are drawn. What the threads do is done at once.

mod busy;

use std::collections::BTreeMap;
use std::time::Duration;

use crossterm::event::KeyEvent;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::app::{
    AppError, Caller, Change, Door, Founding, LogIn, Refusal, Terms, World, found, new_id,
};
use crate::auth::{AddUser, Beak, NewUser, Secret};
use crate::dashboard::effect::standing::AskStanding;
use crate::dashboard::keys::Key;
use crate::dashboard::message::Message;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Answer, Call, Effect, Job, Manner, Model};
use crate::dashboard::update::{log_in, update};
use crate::dashboard::view;
use crate::dashboard::views::{self, keymap};
use crate::files::Whose;
use crate::kernel::clock::Clock;
use crate::kernel::day::Zone;
use crate::kernel::dice::Dice;
use crate::kernel::money::Currency;
use crate::kernel::role::Role;
use crate::store::testing::{Site, moment};
use crate::tasks::AddTask;

/// The usual small terminal, and a wide one.
pub const SMALL: (u16, u16) = (80, 24);
/// A wide one.
pub const WIDE: (u16, u16) = (140, 40);

const BEAK: &str = "sharp and curved";
const MONDAY: &str = "2026-11-23T09:00:00Z";

/// A company: an admin, polly; a manager, gosha; an accountant, bert; two workers, kesha and iskra.
pub struct Company {
    site: Site,
    now: std::cell::Cell<&'static str>,
    /// A session of each who was there: a beak is slow to compare.
    tokens: std::cell::RefCell<BTreeMap<String, Secret>>,
}

impl Company {
    /// On a Monday morning, with nothing done yet.
    pub fn found() -> Self {
        let site = Site::new();
        let admin = NewUser::parse("polly", Role::Admin, "polly@uberpopug.example", None);
        let founding = Founding {
            store_id: new_id(&world(MONDAY), "popug.db").expect("an id"),
            admin: admin.expect("an admin"),
            beak: Beak::new(BEAK).expect("a beak"),
            timezone: Zone::UTC,
            currency: Currency::default(),
            whose: Whose::MINE,
            sandbox: true,
        };
        found(site.place(), &world(MONDAY), &founding).expect("founded");
        let company = Self {
            site,
            now: std::cell::Cell::new(MONDAY),
            tokens: std::cell::RefCell::default(),
        };
        for (name, role) in [
            ("gosha", Role::Manager),
            ("bert", Role::Accountant),
            ("kesha", Role::Worker),
            ("iskra", Role::Worker),
        ] {
            company.run(
                "polly",
                AddUser {
                    name: name.to_owned(),
                    role,
                    email: format!("{name}@uberpopug.example"),
                    full_name: None,
                    beak: Some(BEAK.to_owned()),
                    hash: None,
                },
            );
        }
        company
    }

    /// With some tasks, of which kesha closed one.
    pub fn working() -> Self {
        let company = Self::found();
        for title in [
            "[POPUG-1] Oil the perch",
            "[POPUG-2] Count the seeds",
            "Teach the parrot of the neighbours to say good morning",
            "[POPUG-4] Mend the aviary's roof before the rain comes",
            "鸚鵡 learn to whistle 🦜",
            "[POPUG-6] Sweep the cage",
        ] {
            company.add("gosha", title);
        }
        company
    }

    /// Makes a task.
    pub fn add(&self, who: &str, title: &str) {
        self.run(
            who,
            AddTask {
                title: title.to_owned(),
                ticket: None,
                description: None,
            },
        );
    }

    /// From here on it is this time.
    pub fn at(&self, now: &'static str) {
        self.now.set(now);
    }

    /// As somebody else, by another process.
    pub fn run<C>(&self, who: &str, command: C) -> C::Answer
    where
        C: Change,
    {
        let door = self.door();
        let caller = door.known(&self.token(&door, who));
        door.run(&caller, command, &Terms::default()).expect("done")
    }

    /// Somebody who is logged in.
    pub fn caller(&self, door: &Door, who: &str) -> Caller {
        door.known(&self.token(door, who))
    }

    /// A session of somebody.
    pub fn token(&self, door: &Door, who: &str) -> Secret {
        let mut tokens = self.tokens.borrow_mut();
        let session = format!("{who} at {}", self.now.get());
        let token = tokens.entry(session).or_insert_with(|| {
            let session = door
                .enter(&LogIn {
                    name: who.to_owned(),
                    beak: Secret::typed(BEAK),
                })
                .expect("logged in");
            session.token
        });
        token.clone()
    }

    /// An own door.
    pub fn door(&self) -> Door {
        let wait = Duration::from_secs(10);
        Door::open(self.site.place(), wait, world(self.now.get())).expect("opens")
    }
}

fn world(now: &str) -> World {
    World {
        clock: Clock::Fixed(moment(now)),
        dice: Dice::Seeded(7),
    }
}

/// Somebody in front of a dashboard.
pub struct Stage {
    /// The model, to look into.
    pub model: Model,
    door: Door,
    token: Option<Secret>,
    /// What was put where the terminal keeps what is copied.
    pub copied: Vec<String>,
    /// Whether it has ended.
    pub ended: bool,
}

impl Stage {
    /// Whoever is logged in, in front of a terminal of this size.
    pub fn of(company: &Company, who: &str, size: (u16, u16)) -> Self {
        let mut stage = Self::stranger(company, size);
        stage.model.overlay = None;
        let token = company.token(&stage.door, who);
        stage.bring_about(vec![Effect::Job(Job::Enter(token))]);
        stage
    }

    /// Nobody is logged in.
    pub fn stranger(company: &Company, size: (u16, u16)) -> Self {
        let door = company.door();
        let manner = Manner {
            keymap: keymap(&BTreeMap::new()).expect("the usual keys"),
            program: "popug".to_owned(),
            ..Manner::default()
        };
        let mut model = views::begin(manner, size, door.world().clock.now());
        model.overlay = Some(Overlay::Form(log_in::form(None, None)));
        Self {
            model,
            door,
            token: None,
            copied: Vec::new(),
            ended: false,
        }
    }

    /// Presses keys, written as in the table and with spaces between them.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().expect("a key");
            self.tell(Message::Key(key.event()));
        }
        self
    }

    /// Types a text, letter by letter.
    pub fn write(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let code = crossterm::event::KeyCode::Char(c);
            self.tell(Message::Key(KeyEvent::from(code)));
        }
        self
    }

    /// Something happens; whatever follows from it does too.
    pub fn tell(&mut self, message: Message) -> &mut Self {
        let effects = update(&mut self.model, message);
        // Wherever the store is, the screen says the same.
        if let Some(standing) = &mut self.model.standing {
            "/srv/popug/popug.db".clone_into(&mut standing.who.store);
        }
        self.bring_about(effects);
        self
    }

    /// Others have changed the store.
    pub fn look_around(&mut self) -> &mut Self {
        if let Some(token) = self.token.clone() {
            self.bring_about(vec![Effect::Job(Job::Enter(token))]);
        }
        self.tell(Message::Changed)
    }

    /// Brings about what was to be done, and whatever follows from it.
    pub fn bring_about(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            if let Some(message) = self.outcome(effect) {
                self.tell(message);
            }
        }
    }

    fn outcome(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Job(Job::Ask(number, question)) => {
                Some(Message::Answered(number, self.through(question)))
            }
            Effect::Job(Job::Rehearse(deed)) => Some(Message::Rehearsed(self.through(deed))),
            Effect::Job(Job::Do(deed)) => Some(Message::Done(self.through(deed))),
            Effect::Job(Job::LogIn { name, beak }) => {
                let session = self.door.enter(&LogIn { name, beak });
                Some(match session {
                    Ok(session) => Message::LoggedIn(session.token),
                    Err(error) => Message::NotLoggedIn(Refusal::from(error)),
                })
            }
            Effect::Job(Job::Enter(token)) => {
                self.token = Some(token);
                let entered = self.known();
                let entered = entered.and_then(|it| AskStanding.ask(&self.door, &it));
                Some(match entered {
                    Ok(standing) => Message::Entered(Box::new(standing)),
                    Err(error) => Message::Unknown(Refusal::from(error)),
                })
            }
            Effect::Copy(text) => {
                self.copied.push(text);
                None
            }
            Effect::Quit => {
                self.ended = true;
                None
            }
            Effect::Suspend | Effect::Redraw => None,
        }
    }

    fn through(&self, call: Call) -> Result<Answer, Refusal> {
        let caller = self.known()?;
        Ok(call.through(&self.door, &caller)?)
    }

    fn known(&self) -> Result<Caller, AppError> {
        let token = self.token.clone().unwrap_or_else(|| Secret::given(""));
        let caller = Caller::token(&token);
        self.door.authenticate(&caller).map(|_| caller)
    }

    /// What is drawn, as text.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        let rows = rows.map(|row| {
            let text: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
            without_shadows(&text).trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// What is drawn, and below it how: a letter for each cell that is not plain. `b` bold, `d`
    /// dim, `r` reversed; a capital letter for a colour.
    pub fn screen_and_styles(&self) -> String {
        let buffer = self.buffer();
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        let styles = rows.map(|row| {
            let text: String = row.iter().map(letter).collect();
            text.trim_end().to_owned()
        });
        let styles = styles.collect::<Vec<_>>().join("\n");
        format!("{}\n---\n{styles}", self.screen())
    }

    fn buffer(&self) -> Buffer {
        let (columns, rows) = self.model.size;
        let backend = TestBackend::new(columns, rows);
        let mut terminal = Terminal::new(backend).expect("a terminal");
        let drawn = terminal.draw(|frame| view::draw(frame, &self.model));
        drawn.expect("drawn");
        terminal.backend().buffer().clone()
    }
}

/// A wide character takes a second cell, which holds a blank that is not to be seen.
fn without_shadows(row: &str) -> String {
    use unicode_segmentation::UnicodeSegmentation;
    let mut text = String::new();
    let mut skip = 0;
    for grapheme in row.graphemes(true) {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        text.push_str(grapheme);
        skip = crate::kernel::width::width(grapheme).saturating_sub(1);
    }
    text
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the theme has no other colours"
)]
fn letter(cell: &ratatui::buffer::Cell) -> char {
    let colour = match cell.fg {
        Color::Red => Some('R'),
        Color::Green => Some('G'),
        Color::Yellow => Some('Y'),
        Color::Cyan => Some('C'),
        Color::Reset => None,
        _ => Some('?'),
    };
    if cell.modifier.contains(Modifier::REVERSED) {
        return 'r';
    }
    if let Some(colour) = colour {
        return colour;
    }
    if cell.modifier.contains(Modifier::DIM) {
        return 'd';
    }
    if cell.modifier.contains(Modifier::BOLD) {
        return 'b';
    }
    ' '
}
