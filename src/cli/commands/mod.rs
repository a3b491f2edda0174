//! The commands: one file each, or a folder; the doc comments are the help.

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

use clap::Subcommand;

use crate::cli::args::Global;
use crate::cli::context::{Context, Ending};
use crate::cli::error::CliError;

pub use dashboard::Dashboard;

/// Everything that can be asked for.
#[derive(Subcommand, Debug)]
pub enum Command {
    Init(init::Init),
    Demo(demo::Demo),
    Login(session::Login),
    Logout(session::Logout),
    Whoami(session::Whoami),
    Enroll(session::Enroll),
    Beak(beak::Beak),
    #[command(subcommand)]
    User(user::User),
    #[command(subcommand)]
    Token(token::Token),
    #[command(subcommand)]
    Task(task::Task),
    Add(task::add::Add),
    Mine(task::list::Mine),
    Done(task::close::Close),
    #[command(subcommand)]
    Draw(draw::Draw),
    #[command(subcommand)]
    Account(account::Account),
    #[command(subcommand)]
    Day(day::Day),
    #[command(subcommand)]
    Analytics(analytics::Analytics),
    #[command(subcommand)]
    Event(event::Event),
    #[command(subcommand)]
    Mail(mail::Mail),
    #[command(subcommand)]
    Payment(payment::Payment),
    #[command(subcommand)]
    Export(export::Export),
    #[command(subcommand)]
    Setting(setting::Setting),
    Doctor(doctor::Doctor),
    Status(status::Status),
    #[command(alias = "ui")]
    Dashboard(Dashboard),
    Prompt(prompt::Prompt),
    Worker(worker::Worker),
    Backup(backup::Backup),
    Restore(backup::Restore),
    #[command(subcommand)]
    Store(store::Store),
    Completions(completions::Completions),
    Man(man::Man),
    Help(help::Help),
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

    /// Does it.
    pub fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        match self {
            Self::Init(it) => it.run(context),
            Self::Demo(it) => it.run(context),
            Self::Login(it) => it.run(context),
            Self::Logout(it) => it.run(context),
            Self::Whoami(it) => it.run(context),
            Self::Enroll(it) => it.run(context),
            Self::Beak(it) => it.run(context),
            Self::User(it) => it.run(context),
            Self::Token(it) => it.run(context),
            Self::Task(it) => it.run(context),
            Self::Add(it) => it.run(context),
            Self::Mine(it) => it.run(context),
            Self::Done(it) => it.run(context),
            Self::Draw(it) => it.run(context),
            Self::Account(it) => it.run(context),
            Self::Day(it) => it.run(context),
            Self::Analytics(it) => it.run(context),
            Self::Event(it) => it.run(context),
            Self::Mail(it) => it.run(context),
            Self::Payment(it) => it.run(context),
            Self::Export(it) => it.run(context),
            Self::Setting(it) => it.run(context),
            Self::Doctor(it) => it.run(context),
            Self::Status(it) => it.run(context),
            Self::Dashboard(it) => it.run(context),
            Self::Prompt(it) => it.run(context),
            Self::Worker(it) => it.run(context),
            Self::Backup(it) => it.run(context),
            Self::Restore(it) => it.run(context),
            Self::Store(it) => it.run(context),
            Self::Completions(it) => it.run(context),
            Self::Man(it) => it.run(context),
            Self::Help(it) => it.run(context),
        }
    }
}
