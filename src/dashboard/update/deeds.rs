//! Deeds: one at a time.

use crate::dashboard::model::{Call, Effect, Job, Model, Notice};

/// Begins a deed, unless another one is under way.
pub fn begin(model: &mut Model, doing: &'static str, deed: Call) -> Vec<Effect> {
    give(model, doing, Job::Do(deed))
}

/// Finds out what a deed would do, to ask for it then.
pub fn rehearse(model: &mut Model, deed: Call) -> Vec<Effect> {
    give(model, "looking what that would do", Job::Rehearse(deed))
}

fn give(model: &mut Model, doing: &'static str, job: Job) -> Vec<Effect> {
    if let Some(doing) = model.working {
        return model.tell(Notice::bad(format!("still {doing}")));
    }
    model.working = Some(doing);
    vec![Effect::Job(job)]
}
