//! The ends of lines.

use std::io::{self, BufRead, Read};

/// Input whose every line ends with one newline, whichever way it was ended (LF, CR LF, or CR
/// alone as on old Macs), and the last one too.
pub struct LineEnds<R> {
    input: R,
    /// The last byte that was read ended a line as a carriage return.
    returned: bool,
    /// Whether the last byte given was a newline.
    ended: bool,
}

impl<R: BufRead> LineEnds<R> {
    /// Of this input.
    pub const fn of(input: R) -> Self {
        Self {
            input,
            returned: false,
            ended: true,
        }
    }

    /// The next byte that is given.
    fn next(&mut self) -> io::Result<Option<u8>> {
        loop {
            let Some(byte) = self.input.fill_buf()?.first().copied() else {
                return Ok((!self.ended).then_some(b'\n'));
            };
            self.input.consume(1);
            let returned = std::mem::replace(&mut self.returned, byte == b'\r');
            match byte {
                b'\n' if returned => {}
                b'\r' => return Ok(Some(b'\n')),
                byte => return Ok(Some(byte)),
            }
        }
    }
}

impl<R: BufRead> Read for LineEnds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut read = 0;
        for place in buffer {
            let Some(byte) = self.next()? else {
                break;
            };
            self.ended = byte == b'\n';
            *place = byte;
            read += 1;
            // Whoever types waits for no more than a line.
            if self.ended {
                break;
            }
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_a_newline_wherever_they_were_written() {
        for (text, lines) in [
            ("a\nb", "a\nb\n"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("a\rb\r", "a\nb\n"),
            ("a\r\r\nb\n\r", "a\n\nb\n\n"),
            ("", ""),
        ] {
            let mut read = String::new();
            let mut ends = LineEnds::of(text.as_bytes());
            ends.read_to_string(&mut read).expect("text");
            assert_eq!(read, lines, "{text:?}");
        }
    }
}
