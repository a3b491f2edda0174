//! E-mail addresses: one reading for whoever takes one and for whoever writes to one.

use lettre::Address;
use lettre::message::Mailbox;

use crate::kernel::text::{is_hostile, is_ignorable, one_line};

/// Octets of an address (RFC 5321, 4.5.3.1.3, less the brackets).
const MOST: usize = 254;
/// Octets before its `@` (RFC 5321, 4.5.3.1.1).
const MOST_LOCAL: usize = 64;

/// An address as mail carries it: nothing in it that a header could be forged with, nothing that
/// cannot be seen, and a domain by the rules of names on the internet.
pub fn address(text: &str) -> Option<Address> {
    let text = text.trim();
    let odd = |c: char| {
        c.is_whitespace() || is_hostile(c) || is_ignorable(c) || "<>,;:\"()[]\\".contains(c)
    };
    if text.len() > MOST || text.contains(odd) {
        return None;
    }
    let address: Address = text.parse().ok()?;
    let fits = address.user().len() <= MOST_LOCAL && is_domain(address.domain());
    fits.then_some(address)
}

/// An address, perhaps with a name before it: `UberPopug Inc <popug@example.com>`.
pub fn mailbox(text: &str) -> Option<Mailbox> {
    let mailbox: Mailbox = text.parse().ok()?;
    let name = mailbox.name.as_deref().unwrap_or("nobody");
    let fits = one_line("the name", name, MOST).is_ok();
    (fits && address(mailbox.email.as_ref()).is_some()).then_some(mailbox)
}

fn is_domain(domain: &str) -> bool {
    let ascii = idna::domain_to_ascii_strict(domain);
    ascii.is_ok_and(|it| it.parse::<std::net::IpAddr>().is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_that_a_letter_reaches() {
        let long = format!("{}@c.example", "a".repeat(65));
        for wrong in [
            "",
            "kesha",
            "@b",
            "a@",
            "a@b@c",
            "a b@c",
            "a@b\nBcc: x@y",
            "<a@b>",
            "a@b,c@d",
            "a..b@c.example",
            ".a@c.example",
            "a.@c.example",
            "a@-c.example",
            "a@c-.example",
            "a@c..example",
            "a@c.example.",
            "a@.example",
            "a@c_d.example",
            "a@127.0.0.1",
            "a@[127.0.0.1]",
            "\"a b\"@c.example",
            "a\u{3164}@c.example",
            "a@\u{3164}.example",
            "a(b)@c.example",
            "a@b\u{202e}c.example",
            &long,
        ] {
            assert_eq!(address(wrong), None, "{wrong:?}");
        }
        for right in [
            "a@localhost",
            "a+b.c_d@c-d.example",
            "кеша@попуг.example",
            "a@xn--e1afmkfd.example",
        ] {
            assert_eq!(
                address(&format!(" {right} ")).expect(right).to_string(),
                right
            );
        }
    }

    #[test]
    fn a_sender_may_have_a_name() {
        for right in [
            "a@c.example",
            "UberPopug Inc <a@c.example>",
            "\"A, B\" <a@c.example>",
        ] {
            assert!(mailbox(right).is_some(), "{right}");
        }
        for wrong in [
            "",
            "popug",
            "A <a..b@c.example>",
            "A <a@c.example> b",
            "\u{3164} <a@c.example>",
            "a@c.example, b@c.example",
            "a@c.example b",
        ] {
            assert_eq!(mailbox(wrong), None, "{wrong}");
        }
    }
}
