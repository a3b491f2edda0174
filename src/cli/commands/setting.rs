//! `popug setting`.

use clap::Args;

use crate::app::{
    AppError, CheckMail, GetSetting, ListSettings, SetSetting, SettingKey, SettingView,
};
use crate::cli::context::{Context, Ending, Entered, Run, Takes};
use crate::cli::error::CliError;
use crate::cli::output::{Cell, Limit, Table};

group! {
    /// Settings of the company: its time zone and currency, prices, letters, payments.
    Setting {
        List(List),
        Get(Get),
        Set(Set),
    }
}

/// Every setting, with what a new company starts with.
///
/// Example: popug setting list
#[derive(Args, Debug)]
pub struct List {}

impl Run for List {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let settings = context.enter()?.ask(&ListSettings {})?;
        let table = Table::<SettingView>::new()
            .left("key", "KEY", |setting| Cell::text(&setting.key))
            .flexible("value", "VALUE", |setting| Cell::text(&setting.value))
            .flexible("default", "DEFAULT", |setting| Cell::text(&setting.default))
            .flexible("about", "ABOUT", |setting| Cell::text(&setting.about));
        context.list_held(&settings, Limit::ALL, &table)
    }
}

/// The value of a setting.
///
/// Example: popug setting get timezone
#[derive(Args, Debug)]
pub struct Get {
    /// Which, as `setting list` names it
    #[arg(value_name = "KEY")]
    setting: String,
}

impl Run for Get {
    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let setting = context.enter()?.ask(&GetSetting { key: self.setting })?;
        context.out.say(&setting, &setting.value)?;
        Ok(Ending::Done)
    }
}

/// Change a setting (admins).
///
/// It counts from now on: tasks keep their prices, closed days and what was posted their dates.
///
/// Example: popug setting set fee_max 25
#[derive(Args, Debug)]
pub struct Set {
    /// Which, as `setting list` names it
    #[arg(value_name = "KEY")]
    setting: String,

    /// What it is to be; prices are whole units of the currency
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    value: String,
}

impl Run for Set {
    const TAKES: Takes = Takes::of::<SetSetting>();

    fn run(self, context: &mut Context) -> Result<Ending, CliError> {
        let entered = context.enter()?;
        let setting = entered.run(SetSetting {
            key: self.setting,
            value: self.value,
        })?;
        let sentence = format!("{} is {}", setting.key, setting.value);
        context.out.say(&setting, &sentence)?;
        if setting.key == SettingKey::Mail.as_str() {
            warn_of_nowhere(context, &entered)?;
        }
        Ok(Ending::Done)
    }
}

/// It is taken, since another process may be told of a place; this one would send nothing.
fn warn_of_nowhere(context: &mut Context, entered: &Entered) -> Result<(), CliError> {
    match entered.door.ask(&entered.caller, &CheckMail {}) {
        Err(error @ AppError::NowhereForLetters) => {
            let stderr = context.out.stderr();
            stderr.warn(&error.to_string());
            stderr.hint(&error.hint().unwrap_or_default());
            Ok(())
        }
        checked => Ok(checked?),
    }
}
