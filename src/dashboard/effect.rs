//! What the dashboard wants done outside of itself: plain values, and the threads that do it.
//!
//! Questions and deeds go to a thread each, so that a long deed keeps nobody from looking around.

mod books;
mod deeds;
mod people;
mod questions;
mod threads;

use crate::accounting::{
    AccountAdjust, AccountEarnings, AccountHistory, AccountReverse, AccountsPage, DaysPage,
    EarnedDay, EarningsRow, LogRow, PageAccounts, PageDays, PageLog,
};
use crate::analytics::{AnalyticsTop, Summary, TopAnswer};
use crate::app::{
    CloseDays, CloseTasks, ClosedDays, ClosedTask, InvoicesPage, PageInvoices, PaidInvoice,
    Retried, StatementText, WeighedParts,
};
use crate::auth::{
    AddUser, ChangedUser, EnrollUser, PageUsers, Secret, SetUser, UserRow, UserView,
};
use crate::dashboard::model::Standing;
use crate::delivery::{LetterState, PaymentState, WaitingDay};
use crate::events::{ConsumerState, DeadLetter, EventDeadDiscard, EventsAround, PageEvents};
use crate::kernel::day::Day;
use crate::kernel::ids::{DeadLetterId, InvoiceId, TaskId};
use crate::kernel::money::Money;
use crate::kernel::name::UserName;
use crate::kernel::page::Paged;
use crate::kernel::range::Period;
use crate::tasks::{
    AddTask, EditTask, PageTasks, Reassigned, TaskView, TaskWithAssignments, TasksPage, Why,
};

#[cfg(test)]
pub use deeds::{act, rehearse};
#[cfg(test)]
pub use questions::{ask, standing};
pub use threads::{Ended, Job, Opening, Threads, Watched};

/// Something that is to be done outside of the model.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Ask the store; the number tells answers apart.
    Ask(u64, Question),
    /// Find out what a deed would do.
    Rehearse(Deed),
    /// Do it.
    Do(Deed),
    /// Log in.
    LogIn {
        /// Who.
        name: String,
        /// What proves it.
        beak: Secret,
    },
    /// Go on with this session.
    Enter(Secret),
    /// Put a text where the terminal keeps what is copied.
    Copy(String),
    /// Leave the terminal to the shell until `fg`.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// End.
    Quit,
}

/// What the store is asked.
#[derive(Clone, Debug)]
pub enum Question {
    /// Who one is, and how one stands.
    Standing,
    /// A page of tasks.
    Tasks(PageTasks),
    /// A task with its assignments.
    Task(TaskId),
    /// Which draw chose the popug.
    Why(TaskId),
    /// A page of an audit log.
    Log(PageLog),
    /// What was earned on the last days.
    History(AccountHistory),
    /// A statement in words.
    Statement(StatementText),
    /// A page of the accounts.
    Accounts(PageAccounts),
    /// What management earned.
    Earnings(AccountEarnings),
    /// A page of the closed days.
    Days(PageDays),
    /// The days with letters and payments that have not arrived.
    Waiting,
    /// A day with a page of its invoices.
    Day(PageInvoices),
    /// The open day in two numbers.
    Summary,
    /// The most expensive closed tasks.
    Top(AnalyticsTop),
    /// Everybody's part in what was drawn.
    Fairness(Period),
    /// A page of the log.
    Events(PageEvents),
    /// How far consumers have heard.
    Consumers,
    /// What could not be heard.
    DeadLetters,
    /// A page of popugs.
    People(PageUsers),
}

/// What the store answers, in the order of the questions.
#[derive(Clone, Debug)]
pub enum Answer {
    /// How one stands.
    Standing(Box<Standing>),
    /// A page of tasks.
    Tasks(TasksPage),
    /// A task.
    Task(Box<TaskWithAssignments>),
    /// A draw.
    Why(Box<Why>),
    /// A page of an audit log.
    Log(Paged<LogRow>),
    /// What was earned on the last days.
    History(Vec<EarnedDay>),
    /// A statement in words.
    Statement(String),
    /// A page of the accounts.
    Accounts(AccountsPage),
    /// What management earned.
    Earnings(Vec<EarningsRow>),
    /// A page of the closed days.
    Days(DaysPage),
    /// The days with letters and payments that have not arrived.
    Waiting(Vec<WaitingDay>),
    /// A day with its invoices.
    Day(Box<InvoicesPage>),
    /// The open day.
    Summary(Summary),
    /// The most expensive closed tasks.
    Top(TopAnswer),
    /// Everybody's part.
    Fairness(WeighedParts),
    /// A page of the log.
    Events(EventsAround),
    /// The consumers.
    Consumers(Vec<ConsumerState>),
    /// The dead letters.
    DeadLetters(Vec<DeadLetter>),
    /// A page of popugs.
    People(Paged<UserRow>),
}

/// What changes the store.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Make a task.
    Add(AddTask),
    /// Edit one.
    Edit(EditTask),
    /// Close some, all or none.
    Close(CloseTasks),
    /// Draw all open ones anew.
    Reassign,
    /// Give or take money.
    Adjust(AccountAdjust),
    /// Take a transaction back.
    Reverse(AccountReverse),
    /// Try letters and payments again.
    Retry(Retry),
    /// Try everything of a day again that has not arrived.
    RetryDay(Day),
    /// Close days, pay and mail.
    CloseDays(CloseDays),
    /// Let a dead letter be heard again.
    HearAgain(DeadLetterId),
    /// Give one up.
    Discard(EventDeadDiscard),
    /// Make a popug.
    AddUser(AddUser),
    /// Change one.
    SetUser(SetUser),
    /// Give one a new code.
    Enroll(EnrollUser),
}

/// Letters and payments that are to be tried again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retry {
    /// The letters.
    pub letters: Vec<InvoiceId>,
    /// The payments.
    pub payments: Vec<InvoiceId>,
}

impl Retry {
    /// Adds what of an invoice has not arrived; what was refused for good is not tried again.
    pub fn add(&mut self, invoice: &PaidInvoice) {
        match invoice.mail {
            Some(LetterState::Pending | LetterState::Dead) => self.letters.push(invoice.id),
            Some(LetterState::Sent) | None => {}
        }
        match invoice.payment {
            Some(PaymentState::Pending) => self.payments.push(invoice.id),
            Some(PaymentState::Processed | PaymentState::Refused) | None => {}
        }
    }
}

/// What a deed would do, told by a rehearsal.
#[derive(Clone, Debug)]
pub enum Rehearsed {
    /// So much would be reassigned.
    Reassign(Reassigned),
    /// This would be posted.
    Adjust(AccountAdjust, Box<LogRow>),
    /// This would be posted.
    Reverse(AccountReverse, Box<LogRow>),
    /// These would be tried again, of which the payments come to so much.
    Retry(Day, Retry, Money),
    /// These would be closed.
    CloseDays(CloseDays, ClosedDays),
    /// So many open tasks would stay with a popug that leaves.
    Leave(SetUser, usize),
}

/// What a deed did.
#[derive(Clone, Debug)]
pub enum Done {
    /// A task was made.
    Added(Box<TaskView>),
    /// A task was edited.
    Edited(Box<TaskView>),
    /// Tasks were closed.
    Closed(Vec<ClosedTask>),
    /// All open tasks were drawn anew.
    Reassigned(Reassigned),
    /// A transaction was posted that mends something.
    Mended(Box<LogRow>),
    /// Letters and payments were tried again.
    Retried(Delivered),
    /// Days were closed.
    ClosedDays(ClosedDays, Delivered),
    /// A dead letter was heard again, or not.
    HeardAgain(Vec<Retried>),
    /// A dead letter was given up.
    Discarded(Box<DeadLetter>),
    /// A popug was made.
    UserAdded(Box<UserView>, Option<Secret>),
    /// A popug was changed; so many open tasks stay with it though it draws none any more.
    UserSet(Box<ChangedUser>, usize),
    /// A popug has a new code.
    Enrolled(UserName, Secret),
}

/// What became of what was due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// So many letters were handed over.
    pub sent: usize,
    /// So many payments were paid out.
    pub paid: usize,
    /// What went wrong with the rest.
    pub trouble: Option<String>,
}

/// Where a session is kept once somebody has logged in.
pub type Keep = Box<dyn Fn(&crate::auth::Session) -> Result<(), String> + Send>;
