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
pub mod view;

use std::any::TypeId;
use std::collections::BTreeMap;

use crate::app::Refusal;
use crate::dashboard::action::{Action, Binding};
use crate::dashboard::effect;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::keys::{Key, Keymap};
use crate::dashboard::model::account::Account;
use crate::dashboard::model::analytics::Analytics;
use crate::dashboard::model::books::Books;
use crate::dashboard::model::events::Events;
use crate::dashboard::model::overlay::{Confirm, Overlay};
use crate::dashboard::model::people::People;
use crate::dashboard::model::stretch::Stretch;
use crate::dashboard::model::tasks::Tasks;
use crate::dashboard::model::view::Filter;
use crate::dashboard::theme::{Theme, Tone};
use crate::kernel::day::Day;
use crate::kernel::locale::Locale;
use crate::kernel::moment::Moment;
use crate::kernel::money::Currency;
use crate::kernel::permission::Permission;

/// A view of this model.
pub type View = view::View<Model>;
/// A form that is taken into this model.
pub type Form = form::Form<Model>;
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
    /// All views, in the order of their numbers.
    pub views: &'static [&'static View],
    /// The view one is in.
    pub view: &'static View,
    /// The view from which one came to a task, and to which one goes back.
    pub came_from: Option<&'static View>,
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
    pub fn new(
        views: &'static [&'static View],
        view: &'static View,
        manner: Manner,
        size: (u16, u16),
        now: Moment,
    ) -> Self {
        Self {
            manner,
            standing: None,
            locale: Locale {
                zone: crate::kernel::day::Zone::UTC,
                currency: Currency::default(),
                now,
            },
            views,
            view,
            came_from: None,
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
    pub fn open_views(&self) -> impl Iterator<Item = &'static View> {
        let all = self.views.iter().copied();
        all.filter(|view| self.closed_to(view).is_none())
    }

    /// Why one may not see a view; nothing where one may.
    fn closed_to(&self, view: &View) -> Option<String> {
        let needed = view.permission;
        if !self.may(needed) {
            return Some(format!("it needs {needed}"));
        }
        let purse = self.standing.as_ref().and_then(|it| it.purse.as_ref());
        let own = needed == Permission::AccountOwn;
        (own && purse.is_none()).then(|| "you have no account".to_owned())
    }

    /// The open day.
    pub fn open_day(&self) -> Option<Day> {
        self.standing.as_ref().map(|it| it.calendar.open)
    }

    /// The days of one's own statement.
    pub fn stretch(&self) -> Option<Stretch> {
        let open = self.open_day()?;
        Some(self.account.stretch.unwrap_or(Stretch::day(open)))
    }

    /// What an action means here; nothing where it does nothing.
    pub fn binding(&self, action: Action) -> Option<&'static Binding> {
        let mut all = self.view.bindings(self.views);
        all.find(|it| it.action == action)
    }

    /// What a key does here.
    pub fn meant(&self, key: Key) -> Option<Action> {
        let mut of_key = self.manner.keymap.actions(key);
        of_key.find(|action| self.binding(*action).is_some())
    }

    /// The view that an action leads to.
    pub fn destination(&self, action: Action) -> Option<&'static View> {
        let mut all = self.views.iter().copied();
        all.find(|view| view.go.action == action)
    }

    /// The name of whoever sits there.
    pub fn me(&self) -> Option<&str> {
        let standing = self.standing.as_ref()?;
        standing.who.user.as_ref().map(|name| name.as_str())
    }

    /// The filter that is being typed, if one is.
    pub fn typed(&self) -> Option<&Filter> {
        let filter = (self.view.filter.as_ref()?.filter)(self);
        filter.typing.then_some(filter)
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
        let Some(binding) = self.binding(action) else {
            return Some(format!("not in {}", self.view.title));
        };
        if let Some(permission) = binding.permission
            && !self.may(permission)
        {
            return Some(format!("it needs {permission}"));
        }
        if action.changes() && self.manner.hands == Hands::Tied {
            return Some("this dashboard is read-only".to_owned());
        }
        match self.destination(action) {
            Some(view) => self.closed_to(view),
            None => (self.view.obstacle)(self, action),
        }
    }
}
