//! What the dashboard knows, and where one is in it. It is drawn as it is, and `update` alone
//! changes it.

pub mod account;
pub mod analytics;
pub mod books;
pub mod events;
pub mod form;
pub mod held;
pub mod listing;
pub mod overlay;
pub mod people;
pub mod stretch;
pub mod tasks;

use std::any::TypeId;
use std::collections::BTreeMap;

use tui_input::Input;

use crate::app::Refusal;
use crate::dashboard::action::{Action, View};
use crate::dashboard::effect;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::keys::Keymap;
use crate::dashboard::model::account::Account;
use crate::dashboard::model::analytics::Analytics;
use crate::dashboard::model::books::Books;
use crate::dashboard::model::events::Events;
use crate::dashboard::model::form::Form;
use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::people::People;
use crate::dashboard::model::tasks::Tasks;
use crate::dashboard::theme::{Theme, Tone};
use crate::kernel::locale::Locale;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;
use crate::kernel::permission::Permission;

/// What is to be done outside of the model.
pub type Effect = effect::Effect<Model>;
/// What the threads are told to do.
pub type Job = effect::Job<Model>;
/// A request, and what takes its answer into the model.
pub type Call = effect::Call<Model>;
/// An answer, and what takes it into the model.
pub type Answer = effect::Answer<Model>;

/// The smallest terminal that everything fits on: columns and rows.
pub const SMALLEST: (u16, u16) = (80, 24);

/// A short line that tells what has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub text: String,
    /// Good, bad, or neither.
    pub tone: Tone,
}

impl Notice {
    /// Something that went well.
    pub fn good(text: impl Into<String>) -> Self {
        Self::of(text, Tone::Good)
    }

    /// Something that did not.
    pub fn bad(text: impl Into<String>) -> Self {
        Self::of(text, Tone::Bad)
    }

    /// Something to know.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(text, Tone::Plain)
    }

    fn of(text: impl Into<String>, tone: Tone) -> Self {
        let text = text.into();
        Self { text, tone }
    }
}

/// Whether one may change anything here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hands {
    /// What one's role allows.
    #[default]
    Free,
    /// Nothing: a screen on a wall.
    Tied,
}

/// What does not change while the dashboard runs.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// What keys do.
    pub keymap: Keymap,
    /// How tones look.
    pub theme: Theme,
    /// Whether one may change anything.
    pub hands: Hands,
    /// The program, as it was called, in front of the commands that can be copied.
    pub program: String,
}

/// Everything.
#[derive(Debug)]
pub struct Model {
    /// What does not change.
    pub manner: Manner,
    /// Who one is; nobody before a login.
    pub standing: Option<Standing>,
    /// The zone, the currency and the moment in which things are shown.
    pub locale: Locale,
    /// The view one is in.
    pub view: View,
    /// The tasks.
    pub tasks: Tasks,
    /// One's own account.
    pub account: Account,
    /// Everybody's accounts.
    pub books: Books,
    /// What admins watch.
    pub analytics: Analytics,
    /// The log.
    pub events: Events,
    /// Who is who.
    pub people: People,
    /// What lies over the view.
    pub overlay: Option<Overlay<Self>>,
    /// What was being filled in when the session ended.
    pub aside: Option<Form>,
    /// What has happened last.
    pub notice: Option<Notice>,
    /// The deed that is being done.
    pub working: Option<&'static str>,
    /// What is not as it should be with that.
    pub warning: Option<String>,
    /// Whether it ends as soon as that is done.
    pub leaves: bool,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The number of the last question.
    pub asked: u64,
    /// The last question of each kind: only its answer is wanted.
    pub newest: BTreeMap<TypeId, u64>,
    /// The number of the last question that was answered.
    pub answered: u64,
    /// Whether an answer takes so long that one wonders.
    pub late: bool,
}

impl Model {
    /// With nothing known yet.
    pub fn new(manner: Manner, size: (u16, u16), now: Moment) -> Self {
        Self {
            manner,
            standing: None,
            locale: Locale {
                zone: crate::kernel::day::Zone::UTC,
                currency: Currency::default(),
                now,
            },
            view: View::default(),
            tasks: Tasks::default(),
            account: Account::default(),
            books: Books::default(),
            analytics: Analytics::default(),
            events: Events::default(),
            people: People::default(),
            overlay: None,
            aside: None,
            notice: None,
            working: None,
            warning: None,
            leaves: false,
            size,
            asked: 0,
            newest: BTreeMap::new(),
            answered: 0,
            late: false,
        }
    }

    /// Whether one's role allows it.
    pub fn may(&self, permission: Permission) -> bool {
        let standing = self.standing.as_ref();
        standing.is_some_and(|it| it.who.permissions.contains(&permission))
    }

    /// The views that one may see.
    pub fn views(&self) -> impl Iterator<Item = View> {
        let all = View::ALL.into_iter();
        all.filter(|view| self.closed_to(*view).is_none())
    }

    /// Why one may not see a view; nothing where one may.
    fn closed_to(&self, view: View) -> Option<String> {
        let needed = view.permission();
        if !self.may(needed) {
            return Some(format!("it needs {needed}"));
        }
        let purse = self.standing.as_ref().and_then(|it| it.purse.as_ref());
        (view == View::Account && purse.is_none()).then(|| "you have no account".to_owned())
    }

    /// The name of whoever sits there.
    pub fn me(&self) -> Option<&str> {
        let standing = self.standing.as_ref()?;
        standing.who.user.as_ref().map(|name| name.as_str())
    }

    /// Whether an action belongs to another pane of the view than the one that is shown.
    pub fn is_elsewhere(&self, action: Action) -> bool {
        self.view == View::Events && self.events.is_elsewhere(action)
    }

    /// The filter that is being typed, if one is.
    pub const fn typed(&self) -> Option<&Input> {
        match self.view {
            View::Tasks if self.tasks.typing => Some(&self.tasks.filter),
            View::Events if self.events.typing => Some(&self.events.filter),
            View::People if self.people.typing => Some(&self.people.filter),
            View::Tasks
            | View::Account
            | View::Books
            | View::Analytics
            | View::Events
            | View::People => None,
        }
    }

    /// Asks the store. Of the questions of one kind only the newest is answered.
    pub fn ask(&mut self, question: Call) -> Vec<Effect> {
        self.asked += 1;
        self.newest.insert(question.kind(), self.asked);
        vec![Effect::Job(Job::Ask(self.asked, question))]
    }

    /// Whether an answer is to the newest question of its kind.
    pub fn awaits(&self, number: u64) -> bool {
        self.newest.values().any(|it| *it == number)
    }

    /// Asks whether a deed shall be done, which is `doing` then.
    pub fn confirm(&mut self, question: String, doing: &'static str, deed: Call) -> Vec<Effect> {
        self.overlay = Some(Overlay::Confirm(Confirm {
            question,
            deed,
            doing,
            word: None,
        }));
        Vec::new()
    }

    /// Opens a form.
    pub fn fill_in(&mut self, form: Form) -> Vec<Effect> {
        self.overlay = Some(Overlay::Form(form));
        Vec::new()
    }

    /// Shows in the form that is open why it was not taken; whether there is one.
    pub fn refuse(&mut self, trouble: &Refusal) -> bool {
        let Some(Overlay::Form(form)) = &mut self.overlay else {
            return false;
        };
        form.trouble = Some(trouble.line());
        true
    }

    /// Tells what has happened.
    pub fn tell(&mut self, notice: Notice) -> Vec<Effect> {
        self.notice = Some(notice);
        Vec::new()
    }

    /// Copies a text, and tells so.
    pub fn copy(&mut self, text: String) -> Vec<Effect> {
        self.notice = Some(Notice::plain(format!("copied: {text}")));
        vec![Effect::Copy(text)]
    }

    /// Tells of something that is not as it should be: beside what is being done, else at once.
    pub fn warn(&mut self, warning: String) {
        if self.working.is_some() {
            self.warning = Some(warning);
        } else {
            self.notice = Some(Notice::bad(warning));
        }
    }

    /// What a deed warned of stays there behind what became of it.
    pub fn keep_warning(&mut self) {
        let Some(warning) = self.warning.take_if(|_| self.working.is_none()) else {
            return;
        };
        match &mut self.notice {
            Some(notice) => notice.text = format!("{}; {warning}", notice.text),
            none => *none = Some(Notice::bad(warning)),
        }
    }

    /// Whether the store has not answered everything yet.
    pub const fn is_waiting(&self) -> bool {
        self.answered < self.asked
    }

    /// Notes that a question was answered; those before it were, or need no answer any more.
    pub fn answered(&mut self, number: u64) {
        self.answered = self.answered.max(number);
        self.late = self.late && self.is_waiting();
    }

    /// Why an action cannot be done here and now; nothing where it can.
    pub fn obstacle(&self, action: Action) -> Option<String> {
        let Some(binding) = action.binding(self.view) else {
            return Some(format!("not in {}", self.view.title()));
        };
        if let Some(permission) = binding.permission
            && !self.may(permission)
        {
            return Some(format!("it needs {permission}"));
        }
        if action.changes() && self.manner.hands == Hands::Tied {
            return Some("this dashboard is read-only".to_owned());
        }
        if let Some(closed) = action.destination().and_then(|it| self.closed_to(it)) {
            return Some(closed);
        }
        match self.view {
            View::Tasks => self.tasks.obstacle(action, self.me()),
            View::Account => self.account.obstacle(action),
            View::Books => self.books.obstacle(action),
            View::Analytics => self.analytics.obstacle(action),
            View::Events => self.events.obstacle(action),
            View::People => self.people.obstacle(action),
        }
    }
}
