//! What happens to the dashboard: plain values, which `update` alone answers.

use crossterm::event::{KeyEvent, MouseEvent};

use crate::app::Refusal;
use crate::auth::Secret;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::model::Answer;
use crate::kernel::moment::Moment;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Paste(String),
    /// The mouse was clicked or its wheel turned.
    Mouse(MouseEvent),
    /// The terminal has another size now: columns and rows.
    Resized(u16, u16),
    /// Somebody is known by its session: at the beginning, and whenever what it may has changed.
    Entered(Box<Standing>),
    /// A session does not hold, or no longer.
    Unknown(Refusal),
    /// A login went well; this is the session's token.
    LoggedIn(Secret),
    /// A login was refused.
    NotLoggedIn(Refusal),
    /// A question was answered; the number is the question's.
    Answered(u64, Result<Answer, Refusal>),
    /// A deed was rehearsed, and can be asked about now.
    Rehearsed(Result<Answer, Refusal>),
    /// A deed was done or refused.
    Done(Result<Answer, Refusal>),
    /// The store does not answer; it is asked again.
    Unheard(Refusal),
    /// Something is not as it should be, or takes long.
    Warned(String),
    /// The store has changed.
    Changed,
    /// Time has passed.
    Tick(Moment),
    /// The store takes its time to answer.
    Late,
    /// The shell wants the terminal.
    Suspend,
    /// The terminal may have been drawn on by others.
    Redraw,
    /// Somebody asks the program to end: a signal, or a terminal that is gone.
    Stop,
    /// A thread has ended before its time.
    Broken,
}
