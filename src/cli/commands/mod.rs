//! The commands: one file each, or a folder; the doc comments are the help.

#[macro_use]
mod group;

mod account;
mod analytics;
mod backup;
mod beak;
mod bring_back;
mod completions;
mod dashboard;
mod day;
mod dead;
mod demo;
mod directory;
mod doctor;
mod draw;
mod event;
mod everything;
mod export;
mod fairness;
mod help;
mod init;
mod mail;
mod man;
mod mend;
mod payment;
mod prompt;
mod report;
mod session;
mod setting;
mod status;
mod store;
mod task;
mod token;
mod user;
mod worker;

use crate::cli::args::Global;

pub use dashboard::Dashboard;

group! {
    /// Everything that can be asked for.
    Command {
        Init(init::Init),
        Demo(demo::Demo),
        Login(session::Login),
        Logout(session::Logout),
        Whoami(session::Whoami),
        Enroll(session::Enroll),
        Beak(beak::Beak),
        User = subcommand user::User,
        Token = subcommand token::Token,
        Task = subcommand task::Task,
        Add(task::add::Add),
        Mine(task::list::Mine),
        Done(task::close::Close),
        Draw = subcommand draw::Draw,
        Account = subcommand account::Account,
        Day = subcommand day::Day,
        Analytics = subcommand analytics::Analytics,
        Event = subcommand event::Event,
        Mail = subcommand mail::Mail,
        Payment = subcommand payment::Payment,
        Export = subcommand export::Export,
        Setting = subcommand setting::Setting,
        Doctor(doctor::Doctor),
        Status(status::Status),
        #[command(alias = "ui")]
        Dashboard(Dashboard),
        Prompt(prompt::Prompt),
        Worker(worker::Worker),
        Backup(backup::Backup),
        Restore(backup::Restore),
        Store = subcommand store::Store,
        Completions(completions::Completions),
        Man(man::Man),
        Help(help::Help),
    }
}

impl Command {
    /// Takes for itself what means something else to it than to all others.
    pub fn claim(&self, global: &mut Global) {
        if let Self::Token(token::Token::Create(_)) = self {
            global.user = None;
        }
    }

    /// Whether it keeps silent whatever goes wrong, as what stands in a prompt does.
    pub const fn is_silent(&self) -> bool {
        matches!(self, Self::Prompt(_))
    }
}
