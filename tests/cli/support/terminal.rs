//! The program in a terminal of its own, in a world.

use std::process::Command;

use super::world::{World, words};
use crate::terminal::{SMALL, Terminal};

impl World {
    /// Starts a command line in a terminal of 80 columns and 24 rows.
    pub fn on_terminal(&self, line: &str) -> Terminal {
        self.on_terminal_with(line, &[], SMALL)
    }

    /// The same with more variables, and another size.
    pub fn on_terminal_with(
        &self,
        line: &str,
        variables: &[(&str, &str)],
        size: (u16, u16),
    ) -> Terminal {
        let mut command = self.command(&words(line));
        command.envs(variables.iter().copied());
        Terminal::start(command, size)
    }

    /// The same below a shell that leads the session: no signal tells the program of its terminal.
    pub fn on_terminal_unsignalled(&self, line: &str) -> Terminal {
        let command = self.command(&words(line));
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", "trap '' HUP; \"$@\"; exit $?", "sh"]);
        shell.arg(command.get_program()).args(command.get_args());
        self.clean(&mut shell);
        Terminal::start(shell, SMALL)
    }
}
