//! A progress bar on standard error, where that is a terminal and nobody wants it quiet.
//!
//! It is drawn by a thread of its own, so that nothing waits for a terminal inside of a transaction.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::kernel::work::{Seen, Stage, Work};

/// What takes no longer is done without a bar.
const PATIENCE: Duration = Duration::from_millis(600);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(100);

/// Shows how far the work is until it is dropped.
pub struct Bar(Option<(Sender<()>, JoinHandle<()>)>);

impl Bar {
    /// From now on, if there is somebody to see it.
    pub fn watch(work: &Work, quiet: bool) -> Self {
        if quiet || !io::stderr().is_terminal() {
            return Self(None);
        }
        let (end, ended) = mpsc::channel();
        let work = work.clone();
        let drawing = thread::spawn(move || {
            if ended.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            while ended.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                work.seen().inspect(|seen| draw(&bar, *seen));
            }
            bar.finish_and_clear();
        });
        Self(Some((end, drawing)))
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some((end, drawing)) = self.0.take() {
            drop(end);
            // A bar that could not be drawn is no loss.
            let _ = drawing.join();
        }
    }
}

fn draw(bar: &ProgressBar, seen: Seen) {
    let template = match seen.total {
        0 => "{msg} {human_pos}",
        _ => "{msg} [{bar:30}] {human_pos} of {human_len}",
    };
    let style = ProgressStyle::with_template(template);
    bar.set_style(
        style
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .progress_chars("=> "),
    );
    bar.set_message(word(seen.stage));
    bar.set_length(seen.total);
    bar.set_position(seen.done);
    bar.tick();
}

const fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "reading rows",
        Stage::Importing => "importing tasks",
        Stage::Reassigning => "reassigning tasks",
        Stage::Hearing => "hearing events",
        Stage::Rebuilding => "rebuilding from events",
        Stage::Verifying => "drawing again",
        Stage::Paying => "paying popugs",
        Stage::Examining => "examining events",
        Stage::Copying => "copying rows",
        Stage::Comparing => "comparing rows",
    }
}
