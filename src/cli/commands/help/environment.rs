//! `popug help environment`.

use serde::{Deserialize, Serialize};

use crate::cli::commands::help::prose;
use crate::cli::context::Context;
use crate::cli::error::CliError;
use crate::cli::output::Listing;
use crate::cli::settings::{OTHERS, Variable};

/// A variable.
#[derive(Debug, Serialize, Deserialize)]
struct Row {
    variable: String,
    /// The flag that beats it.
    flag: Option<String>,
    /// Its key in a settings file.
    key: Option<String>,
    /// Its twin, which names a file that holds the value.
    file: Option<String>,
    about: String,
}

impl Row {
    fn of(variable: Variable) -> Self {
        let name = variable.name();
        Self {
            flag: variable.flag().map(str::to_owned),
            key: Some(variable.key().to_owned()),
            file: variable.may_be_secret().then(|| format!("{name}_FILE")),
            about: variable.about().to_owned(),
            variable: name,
        }
    }
}

/// Every variable, and where settings files are.
pub fn tell(context: &mut Context) -> Result<(), CliError> {
    let mut rows: Vec<Row> = Variable::ALL.into_iter().map(Row::of).collect();
    rows.extend(OTHERS.iter().map(|(name, flag, about)| Row {
        variable: (*name).to_owned(),
        flag: flag.map(str::to_owned),
        key: None,
        file: None,
        about: (*about).to_owned(),
    }));
    prose(
        context,
        "Flags beat the environment, which beats the settings files.\n\n",
    )?;
    let listing = Listing::of(&rows);
    context.out.lines(&listing, |it, _| {
        let twin = if it.file.is_some() { "*" } else { "" };
        let name = format!("{}{twin}", it.variable);
        let flag = it.flag.as_deref().unwrap_or_default();
        format!("  {name:22}  {flag:7}  {}", it.about)
    })?;
    let files = context.paths.settings.iter();
    let files: Vec<String> = files.map(|it| format!("  {}\n", it.display())).collect();
    prose(
        context,
        &format!(
            "\n* may hold a secret: its twin, with _FILE behind its name, names a file that\n  \
             holds the value; others must not be able to read it.\n\n\
             Settings files, the later ones beat the earlier ones:\n\n{}\n\
             A key in them is a variable without POPUG_, in lower case: as = \"kesha\".\n\
             A relative path counts from its file, and ~/ is the home, in variables as well.\n",
            files.concat()
        ),
    )
}
