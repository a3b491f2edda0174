//! Asking who sits there.

use crate::auth::Secret;
use crate::dashboard::model::form::{Field, Shown};
use crate::dashboard::model::{Effect, Form, Job, Model};

/// The form that asks who one is.
pub fn form(name: Option<&str>, trouble: Option<String>) -> Form {
    let fields = vec![
        Field::filled("name", name.unwrap_or_default()),
        Field::hidden("beak"),
    ];
    let meaning = |_: &Form| "The beak is not shown. Ctrl-C leaves.".into();
    let mut form = Form::new("Who are you?", fields, meaning, (), log_in);
    form.at = usize::from(name.is_some());
    form.trouble = trouble;
    form.logs_in = true;
    form
}

fn log_in(model: &mut Model, form: &mut Form, (): &()) -> Vec<Effect> {
    let name = form.value("name").trim().to_owned();
    let beak = Secret::given(form.value("beak"));
    // Nothing of it stays behind.
    let hidden = form.fields.iter_mut();
    for field in hidden.filter(|it| it.shown == Shown::Hidden) {
        field.input.reset();
    }
    model.working = Some("logging in");
    vec![Effect::Job(Job::LogIn { name, beak })]
}
