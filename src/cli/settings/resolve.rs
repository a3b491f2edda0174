//! One answer out of all layers.

use std::fmt::Display;
use std::path::Path;
use std::str::FromStr;

use crate::cli::logging::LogFormat;
use crate::cli::settings::environment::Environment;
use crate::cli::settings::error::SettingsError;
use crate::cli::settings::layer::{Given, Layer};
use crate::cli::settings::paths::Paths;
use crate::cli::settings::screen::Screen;
use crate::cli::settings::variable::Variable;
use crate::delivery::{MailTarget, PaymentTarget};
use crate::kernel::moment::Moment;
use crate::store::Passwords;

/// Where requests go.
#[derive(Clone, PartialEq, Eq)]
pub enum Where {
    /// To the default store.
    Default,
    /// To a store: a path or an address, which may hold a password.
    Store(String),
    /// Through a running server.
    Server(String),
}

/// What the process is told, each from the highest layer that says it.
#[derive(Clone)]
pub struct Settings {
    /// Where requests go. A layer that names a store beats a lower one that names a server, and
    /// the other way round.
    pub place: Where,
    /// The passwords for a store whose address has none.
    pub passwords: Passwords,
    /// The session to act with.
    pub acting_as: Option<String>,
    /// The token to act with: it beats the session of its layer and of those below.
    pub token: Option<super::Secret>,
    /// The filter for logs.
    pub log: Option<String>,
    /// The form of logs.
    pub log_format: LogFormat,
    /// The instant taken as now; for sandboxes.
    pub clock: Option<Moment>,
    /// The number that choices follow from; for sandboxes.
    pub seed: Option<u64>,
    /// Where mail goes instead.
    pub mail: Option<MailTarget>,
    /// Where payouts go instead.
    pub payments: Option<PaymentTarget>,
    /// What the files say of the dashboard.
    pub screen: Screen,
}

impl Settings {
    /// Out of the flags, the environment and the platform's settings files.
    pub fn resolve(
        flags: Layer,
        environment: &Environment,
        paths: &Paths,
    ) -> Result<Self, SettingsError> {
        let mut layers = vec![flags.checked()?, Layer::of_environment(environment)?];
        for path in paths.settings.iter().rev() {
            layers.push(Layer::of_file(path)?);
        }
        let home = paths.home.as_deref();
        let passwords = environment.passwords(home)?;
        Self::of(&Layers { layers, home }, passwords)
    }

    fn of(layers: &Layers<'_>, passwords: Passwords) -> Result<Self, SettingsError> {
        Ok(Self {
            place: layers.place()?,
            passwords,
            acting_as: layers.text(Variable::As)?,
            token: layers.token()?,
            log: layers.text(Variable::Log)?,
            log_format: layers
                .read(Variable::LogFormat, log_format)?
                .unwrap_or_default(),
            clock: layers.read(Variable::Clock, instant)?,
            seed: layers.read(Variable::Seed, seed)?,
            mail: layers.read(Variable::Mail, target)?,
            payments: layers.read(Variable::Payments, target)?,
            screen: layers.screen(),
        })
    }
}

/// Everything that is said, and whose home `~/` is.
struct Layers<'a> {
    /// Highest first.
    layers: Vec<Layer>,
    home: Option<&'a Path>,
}

impl Layers<'_> {
    fn text(&self, variable: Variable) -> Result<Option<String>, SettingsError> {
        let given = self.find(variable);
        given.map(|it| it.resolved(variable, self.home)).transpose()
    }

    fn read<T>(
        &self,
        variable: Variable,
        read: fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, SettingsError> {
        let Some(given) = self.find(variable) else {
            return Ok(None);
        };
        let text = given.resolved(variable, self.home)?;
        let value = read(text.trim()).map_err(|reason| given.wrong(reason))?;
        Ok(Some(value))
    }

    fn screen(&self) -> Screen {
        let low_first = self.layers.iter().rev().map(|layer| layer.screen.clone());
        low_first.fold(Screen::default(), Screen::under)
    }

    fn place(&self) -> Result<Where, SettingsError> {
        for layer in &self.layers {
            if let Some(store) = layer.get(Variable::Store) {
                return Ok(Where::Store(store.resolved(Variable::Store, self.home)?));
            }
            if let Some(server) = layer.get(Variable::Server) {
                return Ok(Where::Server(server.resolved(Variable::Server, self.home)?));
            }
        }
        Ok(Where::Default)
    }

    /// None where a layer above names a session.
    fn token(&self) -> Result<Option<super::Secret>, SettingsError> {
        let named = |it: &&Layer| it.get(Variable::As).or(it.get(Variable::Token)).is_some();
        let highest = self.layers.iter().find(named);
        let token = highest.and_then(|it| it.get(Variable::Token));
        let token = token.map(|it| it.resolved(Variable::Token, self.home));
        Ok(token.transpose()?.map(super::Secret::new))
    }

    fn find(&self, variable: Variable) -> Option<&Given> {
        self.layers.iter().find_map(|layer| layer.get(variable))
    }
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "json" => Ok(LogFormat::Json),
        "text" => Ok(LogFormat::Text),
        other => Err(format!(
            "'{other}' is no form of logs; there are json and text"
        )),
    }
}

fn instant(text: &str) -> Result<Moment, String> {
    text.parse()
        .map_err(|error: crate::kernel::moment::MomentError| error.to_string())
}

fn target<T: FromStr>(text: &str) -> Result<T, String>
where
    T::Err: Display,
{
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn seed(text: &str) -> Result<u64, String> {
    let wrong = |_| format!("'{text}' is no whole number from 0 to {}", u64::MAX);
    text.parse().map_err(wrong)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;
    use crate::store::Password;

    fn files(texts: &[&str]) -> (TempDir, Vec<PathBuf>) {
        let directory = tempfile::tempdir().expect("a directory");
        let paths = texts.iter().enumerate().map(|(at, text)| {
            let path = directory.path().join(format!("{at}.toml"));
            fs::write(&path, text).expect("a file");
            let private = fs::Permissions::from_mode(0o600);
            fs::set_permissions(&path, private).expect("its mode");
            path
        });
        let paths = paths.collect();
        (directory, paths)
    }

    fn flags(variable: Variable, value: &str) -> Layer {
        let layer = Layer::default().flag(variable, "--flag", Some(value.to_owned()));
        layer.expect("a layer")
    }

    fn settings(
        flags: Layer,
        variables: &[(&str, &str)],
        texts: &[&str],
    ) -> Result<Settings, String> {
        let (_directory, files) = files(texts);
        let environment = Environment::of(variables);
        let paths = Paths {
            settings: files,
            home: Some(PathBuf::from("/home/kesha")),
            ..Paths::default()
        };
        Settings::resolve(flags, &environment, &paths).map_err(|error| error.to_string())
    }

    #[test]
    fn flags_beat_the_environment_and_that_beats_the_files() {
        let texts = [
            "as = 'machine'\nlog = 'error'\nseed = 1\n",
            "as = 'home'\nlog = 'info'\n",
        ];
        let variables = [("POPUG_AS", "kesha")];
        let flags = flags(Variable::As, "gosha");
        let acting_as = |it: Result<Settings, String>| it.expect("settings").acting_as;

        assert_eq!(
            acting_as(settings(flags, &variables, &texts)).as_deref(),
            Some("gosha")
        );
        let found = settings(Layer::default(), &variables, &texts).expect("settings");
        assert_eq!(found.acting_as.as_deref(), Some("kesha"));
        assert_eq!(found.log.as_deref(), Some("info"));
        assert_eq!(found.seed, Some(1));
        let nothing = Layer::default;
        assert_eq!(
            acting_as(settings(nothing(), &[], &texts)).as_deref(),
            Some("home")
        );
        assert_eq!(acting_as(settings(nothing(), &[], &[])), None);
    }

    #[test]
    fn a_store_above_beats_a_server_below() {
        let texts = ["store = '/a.db'", "server = 'unix:/b'"];
        let place = |flags, variables: &[(&str, &str)]| {
            settings(flags, variables, &texts).expect("settings").place
        };
        assert!(place(Layer::default(), &[]) == Where::Server("unix:/b".to_owned()));
        let above = [("POPUG_STORE", "c.db")];
        assert!(place(Layer::default(), &above) == Where::Store("c.db".to_owned()));
        let flag = flags(Variable::Server, "unix:d");
        assert!(place(flag, &above) == Where::Server("unix:d".to_owned()));
        let none = settings(Layer::default(), &[], &[]).expect("settings");
        assert!(none.place == Where::Default);
    }

    #[test]
    fn a_session_above_beats_a_token_below_and_the_other_way_round() {
        let texts = ["as = 'machine'", "token_file = '/nowhere/token'"];
        let token = |flags, variables: &[(&str, &str)]| {
            let found = settings(flags, variables, &texts).expect("settings");
            found.token.map(|it| it.reveal().to_owned())
        };
        let flag = || flags(Variable::As, "gosha");
        let (session, secret) = ([("POPUG_AS", "kesha")], [("POPUG_TOKEN", "x")]);
        assert_eq!(token(flag(), &secret), None);
        assert_eq!(token(Layer::default(), &session), None);
        assert_eq!(token(Layer::default(), &secret).as_deref(), Some("x"));
        assert!(settings(Layer::default(), &[], &texts).is_err());
        assert_eq!(token(flag(), &[]), None);
    }

    #[test]
    fn flags_that_exclude_each_other_are_refused() {
        let both = flags(Variable::Store, "a.db");
        let both = both.flag(Variable::Server, "--server", Some("unix:x".to_owned()));
        let refused = settings(both.expect("a layer"), &[], &[]).err();
        assert_eq!(
            refused.as_deref(),
            Some("--flag and --server are both given, and only one can be meant")
        );
    }

    #[test]
    fn a_secret_is_read_from_its_file_without_the_newline() {
        let (_directory, files) = files(&["s3cret \r\n", ""]);
        let read = |file: &PathBuf| {
            let path = file.to_string_lossy().into_owned();
            settings(Layer::default(), &[("POPUG_TOKEN_FILE", &path)], &[])
        };
        let token = read(&files[0]).expect("settings").token;
        assert_eq!(token.expect("a token").reveal(), "s3cret ");
        assert!(read(&files[1]).is_err());
        assert!(read(&files[1].join("none")).is_err());
    }

    #[test]
    fn an_address_may_stand_in_a_file() {
        let url = "postgres://kesha:seeds@db.example/popug";
        let (_directory, files) = files(&[&format!("{url}\n")]);
        let path = files[0].to_string_lossy().into_owned();
        let found = settings(Layer::default(), &[("POPUG_STORE_FILE", &path)], &[]);
        assert!(found.expect("settings").place == Where::Store(url.to_owned()));
    }

    #[test]
    fn passwords_for_servers_are_read_where_libpq_reads_them() {
        let variables = [("PGPASSWORD", "seeds"), ("PGPASSFILE", "~/pgpass")];
        let found = settings(Layer::default(), &variables, &[]).expect("settings");
        let Passwords { variable, file, .. } = found.passwords;
        assert_eq!(variable, Some(Password::new("seeds".to_owned())));
        assert_eq!(file, Some(PathBuf::from("/home/kesha/pgpass")));
        let none = settings(Layer::default(), &[("PGPASSWORD", "")], &[]).expect("settings");
        assert_eq!(none.passwords.variable, None);
    }

    #[test]
    fn a_secret_that_others_can_read_is_none() {
        let exposed = |variable: &str, text: &str| {
            let (directory, files) = files(&[text, &format!("{variable}_file = '0.toml'")]);
            let others = fs::Permissions::from_mode(0o644);
            fs::set_permissions(&files[0], others).expect("its mode");
            let paths = Paths {
                settings: vec![files[1].clone()],
                ..Paths::default()
            };
            let resolved = Settings::resolve(Layer::default(), &Environment::of(&[]), &paths);
            let refused =
                matches!(resolved, Err(SettingsError::Exposed { path, .. }) if path == files[0]);
            drop(directory);
            refused
        };
        assert!(exposed("token", "s3cret"));
        assert!(exposed("store", "postgres://kesha:seeds@db.example/popug"));
        assert!(!exposed("store", "postgres://kesha@db.example/popug"));
        assert!(!exposed("store", "popug.db"));
    }

    #[test]
    fn a_file_that_is_overruled_is_not_read() {
        let below = ["token_file = '/nowhere/token'"];
        let found = settings(Layer::default(), &[("POPUG_TOKEN", "x")], &below);
        assert_eq!(
            found.expect("settings").token.expect("a token").reveal(),
            "x"
        );
    }

    #[test]
    fn a_wrong_value_is_named_with_its_place() {
        let refused = |name, value| settings(Layer::default(), &[(name, value)], &[]).err();
        assert_eq!(
            refused("POPUG_CLOCK", "noon").as_deref(),
            Some("POPUG_CLOCK: 'noon' is no instant such as 2026-11-23T18:30:00Z")
        );
        assert_eq!(
            refused("POPUG_SEED", "-1").as_deref(),
            Some("POPUG_SEED: '-1' is no whole number from 0 to 18446744073709551615")
        );
        assert_eq!(
            refused("POPUG_LOG_FORMAT", "xml").as_deref(),
            Some("POPUG_LOG_FORMAT: 'xml' is no form of logs; there are json and text")
        );
        assert_eq!(
            refused("POPUG_MAIL", "pigeon").as_deref(),
            Some("POPUG_MAIL: that is no place for letters; say maildir or maildir:PATH")
        );
        assert_eq!(
            refused("POPUG_PAYMENTS", "https://popug:beak@bank.example").as_deref(),
            Some("POPUG_PAYMENTS: payouts go to no gateway so far; say none")
        );
    }
}
