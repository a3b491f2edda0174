//! A program in a terminal of its own: keys go in, cells come out, and what it leaves behind is
//! seen.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::num::NonZeroU16;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::fcntl::OFlag;
use nix::libc;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::pty::{Winsize, grantpt, posix_openpt, ptsname_r, unlockpt};
use nix::sys::signal::{Signal, kill, killpg};
use nix::sys::termios::{Termios, tcgetattr};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::{Pid, setsid};
use vt100::{MouseProtocolMode, Parser, Screen};

nix::ioctl_write_int_bad!(take_as_controlling, libc::TIOCSCTTY);
nix::ioctl_write_ptr_bad!(set_size, libc::TIOCSWINSZ, Winsize);

/// No screen takes so long, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it is listened to before it is looked whether the program still runs.
const GLANCE: Duration = Duration::from_millis(20);

/// A terminal of 80 columns and 24 rows.
pub const SMALL: (u16, u16) = (80, 24);

/// A program in a terminal, whose session it leads.
pub struct Terminal {
    child: Child,
    /// The side of the person; nothing once they are gone.
    person: Option<File>,
    parser: Parser,
    bytes: Vec<u8>,
    before: Termios,
    ended: Option<WaitStatus>,
}

impl Terminal {
    /// Starts it in a terminal of so many columns and rows.
    #[expect(
        unsafe_code,
        reason = "a child takes its terminal between fork and exec, where little is allowed; \
                  setsid and ioctl are"
    )]
    pub fn start(mut command: Command, (columns, rows): (u16, u16)) -> Self {
        let (person, program) = pair();
        resize(&person, columns, rows);
        let before = tcgetattr(&program).expect("its settings");
        let programs = || program.try_clone().expect("the same terminal");
        command.stdin(programs()).stdout(programs());
        command.stderr(programs()).env("TERM", "xterm-256color");
        // SAFETY: both are async-signal-safe, and the descriptor is the child's standard input.
        unsafe {
            command.pre_exec(|| {
                setsid().map_err(io::Error::from)?;
                take_as_controlling(libc::STDIN_FILENO, 0).map_err(io::Error::from)?;
                Ok(())
            });
        }
        let child = command.spawn().expect("it starts");
        // The program alone holds its side now, so that its end is the end of what can be read.
        drop(command);
        Self {
            child,
            person: Some(person),
            parser: Parser::new(nonzero(rows), nonzero(columns), 0),
            bytes: Vec::new(),
            before,
            ended: None,
        }
    }

    /// Its process.
    pub fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).expect("a process id"))
    }

    /// Types something; control characters as they are.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        let mut person = self.person.as_ref().expect("somebody sits there");
        person.write_all(keys.as_bytes()).expect("typed");
        self
    }

    /// Sends a signal.
    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill(self.pid(), signal).expect("it runs");
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        let person = self.person.as_ref().expect("somebody sits there");
        resize(person, columns, rows);
        self.parser
            .screen_mut()
            .set_size(nonzero(rows), nonzero(columns));
        self
    }

    /// What is on the screen.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// What is on the screen, as text.
    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// All that the program wrote so far.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Takes in what the program writes next, at most until then; whether there was something.
    pub fn listen(&mut self, until: Instant) -> Heard {
        let Some(person) = &mut self.person else {
            return Heard::End;
        };
        let left = until.saturating_duration_since(Instant::now());
        let left = PollTimeout::try_from(left).unwrap_or(PollTimeout::MAX);
        let mut wanted = [PollFd::new(person.as_fd(), PollFlags::POLLIN)];
        match poll(&mut wanted, left) {
            Ok(0) | Err(Errno::EINTR) => return Heard::Nothing,
            Ok(_) => {}
            Err(error) => panic!("the terminal cannot be read: {error}"),
        }
        let mut buffer = [0; 65_536];
        // Where nobody holds the program's side any more, reading fails.
        let Ok(count @ 1..) = person.read(&mut buffer) else {
            return Heard::End;
        };
        let (new, _) = buffer.split_at(count);
        self.parser.process(new);
        self.bytes.extend_from_slice(new);
        Heard::Something
    }

    /// Waits until the screen is so.
    #[track_caller]
    pub fn until(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !is_so(self.screen()) {
            let heard = self.listen(deadline);
            let late = Instant::now() >= deadline;
            if heard == Heard::End || late {
                let end = if late { "" } else { ", and it has ended" };
                panic!("not seen: {what}{end}\n{}\n---", self.text());
            }
        }
        self
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contents().contains(text))
    }

    /// Waits until the screen shows a text no more.
    #[track_caller]
    pub fn hides(&mut self, text: &str) -> &mut Self {
        let gone = format!("the end of {text}");
        self.until(&gone, |screen| !screen.contents().contains(text))
    }

    /// Waits until the program has stopped, to be continued.
    #[track_caller]
    pub fn stops(&mut self) -> &mut Self {
        let flags = WaitPidFlag::WUNTRACED;
        let status = self.waits_for(flags);
        assert!(matches!(status, WaitStatus::Stopped(..)), "{status:?}");
        self
    }

    /// Waits until the program has ended; its exit code, or minus the signal that ended it.
    #[track_caller]
    pub fn ends(&mut self) -> i32 {
        let status = match self.ended {
            Some(status) => status,
            None => self.waits_for(WaitPidFlag::empty()),
        };
        // What it wrote at the end is still there.
        while self.listen(Instant::now()) == Heard::Something {}
        if let WaitStatus::Signaled(_, signal, _) = status {
            return -(signal as i32);
        }
        let WaitStatus::Exited(_, code) = status else {
            panic!("it has not ended: {status:?}");
        };
        code
    }

    /// Takes in what is written until the program has ended or, where that is asked for, stopped.
    #[track_caller]
    fn waits_for(&mut self, flags: WaitPidFlag) -> WaitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let status = waitpid(self.pid(), Some(flags | WaitPidFlag::WNOHANG));
            let status = status.expect("it is waited for");
            if let WaitStatus::Exited(..) | WaitStatus::Signaled(..) = status {
                self.ended = Some(status);
            }
            if status != WaitStatus::StillAlive {
                return status;
            }
            let late = Instant::now() >= deadline;
            assert!(!late, "it goes on\n{}\n---", self.text());
            if self.listen(Instant::now() + GLANCE) == Heard::End {
                // Its end cannot be far.
                std::thread::yield_now();
            }
        }
    }

    /// The person closes the terminal.
    pub fn hang_up(&mut self) -> &mut Self {
        self.person = None;
        self
    }

    /// Fails the test unless a shell can go on here: as it was before, with a cursor, on the screen
    /// that it knows.
    #[track_caller]
    pub fn is_as_before(&self) {
        let person = self.person.as_ref().expect("somebody sits there");
        let now = tcgetattr(person).expect("its settings");
        assert_eq!(now, self.before, "another mode");
        assert!(has(&self.bytes, b"\x1b[?1049l"), "never left the screen");
        assert!(has(&self.bytes, b"\x1b[?25h"), "never showed the cursor");
        let screen = self.screen();
        assert!(!screen.alternate_screen(), "another screen");
        assert!(!screen.hide_cursor(), "no cursor");
        assert!(!screen.bracketed_paste(), "pastes in brackets");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    }

    /// Whether its mode is the one that it had.
    pub fn is_in_its_mode(&self) -> bool {
        let person = self.person.as_ref().expect("somebody sits there");
        tcgetattr(person).expect("its settings") == self.before
    }

    /// Whether it is taken over: raw, on a screen of its own.
    pub fn is_taken(&self) -> bool {
        let person = self.person.as_ref().expect("somebody sits there");
        let now = tcgetattr(person).expect("its settings");
        now != self.before && self.screen().alternate_screen()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.ended.is_none() {
            // A test that fails leaves nothing running.
            let _ = killpg(self.pid(), Signal::SIGKILL);
            let _ = self.child.wait();
        }
    }
}

/// What was heard of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It wrote something.
    Something,
    /// It wrote nothing.
    Nothing,
    /// It will never write again.
    End,
}

/// Both sides of a terminal. No other program that is started meanwhile gets hold of them: then the
/// terminal would stay open when it is closed here.
fn pair() -> (File, File) {
    let person = posix_openpt(OFlag::O_RDWR | OFlag::O_NOCTTY | OFlag::O_CLOEXEC);
    let person = person.expect("a terminal");
    grantpt(&person).expect("its other side");
    unlockpt(&person).expect("its other side");
    let name = ptsname_r(&person).expect("its name");
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    let program = options.custom_flags(OFlag::O_NOCTTY.bits()).open(name);
    let person = File::from(OwnedFd::from(person));
    (person, program.expect("its other side"))
}

#[expect(unsafe_code, reason = "nix has no safe function for this ioctl")]
fn resize(terminal: &File, columns: u16, rows: u16) {
    let size = Winsize {
        ws_row: rows,
        ws_col: columns,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    // SAFETY: the descriptor is open, and the size outlives the call.
    unsafe { set_size(terminal.as_raw_fd(), &size) }.expect("another size");
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size")
}

/// Whether some bytes are among others.
pub fn has(bytes: &[u8], some: &[u8]) -> bool {
    bytes.windows(some.len()).any(|it| it == some)
}
