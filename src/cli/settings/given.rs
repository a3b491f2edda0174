//! What a setting comes to: the value itself, or what the file holds that is named for it.

use std::borrow::Cow;
use std::path::Path;

use crate::cli::settings::error::SettingsError;
use crate::cli::settings::kept_file::KeptFile;
use crate::cli::settings::layer::Given;
use crate::cli::settings::located::Ground;
use crate::cli::settings::variable::{Spelling, Variable};

impl Given {
    /// The value itself, or what its file holds; a path in it as it is meant.
    pub(super) fn resolved(
        &self,
        variable: Variable,
        home: Option<&Path>,
    ) -> Result<String, SettingsError> {
        let ground = Ground::of(&self.origin, home);
        let text = match self.spelling {
            Spelling::Value => Cow::Borrowed(self.text.as_str()),
            Spelling::File => Cow::Owned(self.of_its_file(variable, &ground)?),
        };
        let value = ground.value(variable, &text);
        value.map_err(|error| self.wrong(error.to_string()))
    }

    /// What its file holds but for the newline at the end. The file is read only where no higher
    /// layer says otherwise.
    fn of_its_file(
        &self,
        variable: Variable,
        ground: &Ground<'_>,
    ) -> Result<String, SettingsError> {
        let path = ground.path(&self.text);
        let path = path.map_err(|error| self.wrong(error.to_string()))?;
        let file = KeptFile::read(&path)
            .map_err(|error| self.wrong(format!("{} cannot be read: {error}", path.display())))?;
        let text = file.text.strip_suffix('\n').unwrap_or(&file.text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if text.is_empty() {
            return Err(self.wrong(format!("{} is empty", path.display())));
        }
        if file.is_exposed && variable.holds_secret(text) {
            let origin = self.origin.clone();
            return Err(SettingsError::Exposed { origin, path });
        }
        Ok(text.to_owned())
    }

    pub(super) fn wrong(&self, reason: String) -> SettingsError {
        SettingsError::Value {
            origin: self.origin.clone(),
            reason,
        }
    }
}
