//! Command lines that somebody is told to type.

use std::borrow::Cow;
use std::path::Path;

/// What a shell takes as it stands, wherever in a word it stands.
const PLAIN: &[u8] = b"%+,-./:=@_";

/// A text as one word of a shell.
pub fn quoted(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || PLAIN.contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("'{}'", text.replace('\'', r"'\''")))
}

/// A path as one word of a shell.
pub fn quoted_path(path: &Path) -> String {
    quoted(&path.display().to_string()).into_owned()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_shell_reads_what_was_quoted() {
        let texts = [
            "/srv/popug.db",
            "postgres://kesha@%2Frun:5432/popug?options=-csearch_path%3Done&sslmode=require",
            "Polly's perch; $(rm) `x` \"y\" \\ *",
            "~/popug.db",
            "",
        ];
        for text in texts {
            let line = format!("printf %s {}", quoted(text));
            let ran = Command::new("sh").args(["-c", &line]).output();
            let said = ran.expect("a shell").stdout;
            assert_eq!(String::from_utf8_lossy(&said), text);
        }
        assert_eq!(quoted(texts[0]), texts[0]);
    }
}
