//! What comes back through the door: answers, what a deed would do, and what it did.

use crate::app::Refusal;
use crate::app::kind::Kind;
use crate::dashboard::effect::standing::Standing;
use crate::dashboard::model::overlay::Overlay;
use crate::dashboard::model::{Answer, Effect, Model, Notice};
use crate::dashboard::update::{actions, log_in};
use crate::kernel::figures::plural;

/// Takes an answer in. What is no longer waited for is left alone.
pub fn answered(model: &mut Model, number: u64, answer: Result<Answer, Refusal>) -> Vec<Effect> {
    model.answered(number);
    match answer {
        Ok(answer) if model.awaits(number) => answer.apply(model),
        Ok(_) => Vec::new(),
        Err(trouble) if trouble.kind == Kind::Unauthenticated => ask_who(model, &trouble),
        Err(trouble) => model.tell(Notice::bad(trouble.line())),
    }
}

/// What a deed would do is known.
pub fn rehearsed(model: &mut Model, rehearsed: Result<Answer, Refusal>) -> Vec<Effect> {
    model.working = None;
    match rehearsed {
        Ok(rehearsed) => rehearsed.apply(model),
        Err(trouble) => refused(model, &trouble),
    }
}

/// A deed was done, or refused: then whatever was filled in is there again.
pub fn done(model: &mut Model, done: Result<Answer, Refusal>) -> Vec<Effect> {
    model.working = None;
    let done = match done {
        Ok(done) => done,
        Err(trouble) => return refused(model, &trouble),
    };
    if matches!(model.overlay, Some(Overlay::Form(_))) {
        model.overlay = None;
    }
    let mut effects = done.apply(model);
    effects.extend(actions::reload(model));
    effects
}

/// Tells in the form why it was not taken, or below the view.
fn refused(model: &mut Model, trouble: &Refusal) -> Vec<Effect> {
    if trouble.kind == Kind::Unauthenticated {
        return ask_who(model, trouble);
    }
    if !model.refuse(trouble) {
        model.notice = Some(Notice::bad(trouble.line()));
    }
    Vec::new()
}

/// Asks who sits there, over the view that is there.
pub fn ask_who(model: &mut Model, trouble: &Refusal) -> Vec<Effect> {
    // Nobody is answered.
    model.answered(model.asked);
    let name = model.me().map(str::to_owned);
    let asked = log_in::form(name.as_deref(), Some(trouble.message.clone()));
    if let Some(Overlay::Form(form)) = model.overlay.replace(Overlay::Form(asked))
        && !form.logs_in
    {
        model.aside = Some(form);
    }
    Vec::new()
}

/// What others have done to what is mine, between two looks.
pub fn news(model: &Model, before: Option<&Standing>, now: &Standing) -> Option<Notice> {
    let (before, now) = (before?.purse.as_ref()?, now.purse.as_ref()?);
    let moved = now.balance_cents.checked_sub(before.balance_cents)?;
    let tasks = now.open - before.open;
    if tasks == 0 && moved.cents() == 0 {
        return None;
    }
    let many = usize::try_from(tasks.abs()).unwrap_or(usize::MAX);
    let tasks = match tasks {
        0 => None,
        1.. => Some(plural(many, "new task", "new tasks")),
        _ => Some(format!("{} fewer", plural(many, "task", "tasks"))),
    };
    let money = (moved.cents() != 0).then(|| model.locale.currency.show_change(moved));
    let parts: Vec<String> = tasks.into_iter().chain(money).collect();
    Some(Notice::plain(format!("for you: {}", parts.join(", "))))
}
