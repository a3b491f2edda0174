//! Forms: a few lines to fill in.

use tui_input::Input;

use crate::auth::UserView;
use crate::events::DeadLetter;
use crate::kernel::ids::{TaskId, TransactionId};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To log in, over whatever was there.
    LogIn,
    /// To make a task.
    NewTask,
    /// To edit a task.
    EditTask(TaskId),
    /// To give or take money.
    Adjust,
    /// To take a transaction back.
    TakeBack(TransactionId),
    /// To give a dead letter up.
    Discard(Box<DeadLetter>),
    /// To make a popug.
    NewUser,
    /// To change one.
    EditUser(Box<UserView>),
}

/// How a line of a form is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Plain,
    /// As dots.
    Hidden,
}

/// A line of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it asks for.
    pub label: &'static str,
    /// What stands in it.
    pub input: Input,
    /// How it is shown.
    pub shown: Shown,
    /// What may stand in it, where there are few choices.
    pub choices: &'static [&'static str],
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands above it.
    pub title: String,
    /// Its lines.
    pub fields: Vec<Field>,
    /// The line one is in.
    pub at: usize,
    /// Why it was not taken.
    pub trouble: Option<String>,
}

impl Field {
    /// An empty line.
    pub fn empty(label: &'static str) -> Self {
        Self {
            label,
            input: Input::default(),
            shown: Shown::Plain,
            choices: &[],
        }
    }

    /// A line with something in it.
    pub fn filled(label: &'static str, text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
            ..Self::empty(label)
        }
    }

    /// A line that shows nothing of what stands in it.
    pub fn hidden(label: &'static str) -> Self {
        Self {
            shown: Shown::Hidden,
            ..Self::empty(label)
        }
    }

    /// A line with few choices, of which one stands in it.
    pub fn choice(label: &'static str, text: &str, choices: &'static [&'static str]) -> Self {
        Self {
            choices,
            ..Self::filled(label, text)
        }
    }
}

impl Form {
    /// A form whose first line one is in.
    pub fn new(purpose: Purpose, title: impl Into<String>, fields: Vec<Field>) -> Self {
        Self {
            purpose,
            title: title.into(),
            fields,
            at: 0,
            trouble: None,
        }
    }

    /// The form that asks who one is.
    pub fn log_in(name: Option<&str>, trouble: Option<String>) -> Self {
        let fields = vec![
            Field::filled("name", name.unwrap_or_default()),
            Field::hidden("beak"),
        ];
        let mut form = Self::new(Purpose::LogIn, "Who are you?", fields);
        form.at = usize::from(name.is_some());
        form.trouble = trouble;
        form
    }

    /// What stands in a line.
    pub fn value(&self, label: &str) -> &str {
        let field = self.fields.iter().find(|it| it.label == label);
        field.map_or("", |it| it.input.value())
    }

    /// The line one is in.
    pub fn field(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.at)
    }
}
