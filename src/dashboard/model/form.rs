//! Forms: a few lines to fill in.

use std::borrow::Cow;
use std::fmt::Debug;
use std::rc::Rc;

use tui_input::Input;

use crate::dashboard::effect::Effect;

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

/// A form, and what takes it into the model `M` when it is handed in.
#[derive(Debug)]
pub struct Form<M> {
    /// What stands above it.
    pub title: String,
    /// Its lines.
    pub fields: Vec<Field>,
    /// The line one is in.
    pub at: usize,
    /// Why it was not taken.
    pub trouble: Option<String>,
    /// What it says of what stands in it.
    pub meaning: Meaning<M>,
    /// Whether it asks who one is: then one cannot leave it.
    pub logs_in: bool,
    submit: Rc<dyn Submit<M>>,
}

/// What a form says of what stands in it.
pub type Meaning<M> = fn(&Form<M>) -> Cow<'static, str>;

/// What is done with a form that is handed in, and with what it is about.
pub type Take<M, A> = fn(&mut M, &mut Form<M>, &A) -> Vec<Effect<M>>;

trait Submit<M>: Debug {
    fn submit(&self, model: &mut M, form: &mut Form<M>) -> Vec<Effect<M>>;
}

#[derive(Debug)]
struct About<M, A> {
    about: A,
    take: Take<M, A>,
}

impl<M: Debug, A: Debug> Submit<M> for About<M, A> {
    fn submit(&self, model: &mut M, form: &mut Form<M>) -> Vec<Effect<M>> {
        (self.take)(model, form, &self.about)
    }
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

impl<M: Debug + 'static> Form<M> {
    /// A form whose first line one is in.
    pub fn new<A: Debug + 'static>(
        title: impl Into<String>,
        fields: Vec<Field>,
        meaning: Meaning<M>,
        about: A,
        take: Take<M, A>,
    ) -> Self {
        Self {
            title: title.into(),
            fields,
            at: 0,
            trouble: None,
            meaning,
            logs_in: false,
            submit: Rc::new(About { about, take }),
        }
    }

    /// Hands it in.
    pub fn submit(&mut self, model: &mut M) -> Vec<Effect<M>> {
        self.trouble = None;
        Rc::clone(&self.submit).submit(model, self)
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
