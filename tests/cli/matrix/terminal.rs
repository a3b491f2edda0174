//! What a terminal changes: nothing of what programs read.

use std::fs::File;
use std::io::{Read, Write};
use std::process::Stdio;
use std::thread;

use nix::pty::openpty;
use nix::sys::termios::{SetArg, cfmakeraw, tcgetattr, tcsetattr};

use super::company::{Companies, Company};
use super::parts;
use crate::support::{BEAK, words};

/// What a command writes where its standard output is a terminal, which passes every byte on.
fn on_a_terminal(company: &Company, line: &str) -> String {
    let (world, line) = company.begin(line);
    let terminal = openpty(None, None).expect("a terminal");
    let mut raw = tcgetattr(&terminal.slave).expect("its settings");
    cfmakeraw(&mut raw);
    tcsetattr(&terminal.slave, SetArg::TCSANOW, &raw).expect("raw");
    let mut command = world.command(&words(&line));
    command.env("TERM", "xterm-256color").env("COLUMNS", "40");
    command.stdin(Stdio::piped()).stderr(Stdio::null());
    command.stdout(File::from(terminal.slave));
    let mut child = command.spawn().expect("popug starts");
    // The child alone holds the terminal now, so that its end is the end of what can be read.
    drop(command);
    let mut stdin = child.stdin.take().expect("a pipe");
    let _ = stdin.write_all(format!("{BEAK}\n{BEAK}\n").as_bytes());
    drop(stdin);
    let mut master = File::from(terminal.master);
    let (mut bytes, mut buffer) = (Vec::new(), [0; 4096]);
    while let Ok(count @ 1..) = master.read(&mut buffer) {
        bytes.extend(&buffer[..count]);
    }
    child.wait().expect("popug ends");
    let text = String::from_utf8(bytes).expect("UTF-8");
    world.named(&text)
}

#[test]
fn json_is_the_same_to_the_byte_on_a_terminal_and_in_a_pipe() {
    thread::scope(|scope| {
        for rows in parts() {
            scope.spawn(move || {
                let companies = Companies::new();
                for row in rows.iter().filter(|row| !row.something.is_empty()) {
                    let company = companies.of(row.command);
                    let line = format!("{} --json", row.something);
                    let piped = company.run(&line);
                    let seen = on_a_terminal(company, &line);
                    assert_eq!(masked(&seen), masked(&piped.stdout), "{line}");
                }
            });
        }
    });
}

/// Without codes and tokens, which no two runs share.
fn masked(text: &str) -> String {
    crate::support::masked(text)
}
