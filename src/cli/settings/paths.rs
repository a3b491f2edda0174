//! Where the platform keeps settings, data and state.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs};

/// The settings of the machine.
const OF_THE_MACHINE: &str = "/etc/popug/config.toml";

/// The places of the platform; `XDG_…` is honoured where it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paths {
    /// Whose settings, data and state these are; `None` where there is no home.
    pub home: Option<PathBuf>,
    /// Settings files, lowest first.
    pub settings: Vec<PathBuf>,
    /// The directory of the default store; `None` where there is no home.
    pub data: Option<PathBuf>,
    /// The directory of sessions; `None` where there is no home.
    pub state: Option<PathBuf>,
    /// The passwords for PostgreSQL servers, as `psql` has them; `None` where there is no home.
    pub passwords: Option<PathBuf>,
}

impl Paths {
    /// Those of this platform.
    pub fn of_platform() -> Self {
        let mut settings = vec![PathBuf::from(OF_THE_MACHINE)];
        let Some(project) = ProjectDirs::from("", "", "popug") else {
            return Self {
                settings,
                ..Self::default()
            };
        };
        settings.push(project.config_dir().join("config.toml"));
        let state = project.state_dir().unwrap_or(project.data_local_dir());
        let home = BaseDirs::new().map(|it| it.home_dir().to_owned());
        Self {
            settings,
            data: Some(project.data_dir().to_owned()),
            state: Some(state.to_owned()),
            passwords: home.as_ref().map(|home| home.join(".pgpass")),
            home,
        }
    }

    /// The store that is meant where none is named.
    pub fn default_store(&self) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join("popug.db"))
    }

    /// The store that `demo` makes.
    pub fn demo_store(&self) -> Option<PathBuf> {
        self.data.as_ref().map(|data| data.join("demo.db"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_lives_beside_the_default_store() {
        let paths = Paths {
            data: Some(PathBuf::from("/data")),
            ..Paths::default()
        };
        assert_eq!(paths.default_store(), Some(PathBuf::from("/data/popug.db")));
        assert_eq!(paths.demo_store(), Some(PathBuf::from("/data/demo.db")));
        assert_eq!(Paths::default().default_store(), None);
    }

    #[test]
    fn the_machines_settings_come_first() {
        let settings = Paths::of_platform().settings;
        assert_eq!(settings.first(), Some(&PathBuf::from(OF_THE_MACHINE)));
    }
}
