//! Whom to trust.

use std::path::PathBuf;

use rustls::CertificateError;

use super::*;

/// The directory of the certificates that the test servers have, and of others.
fn certificate(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"));
    directory.join("tests/cluster/certificates").join(name)
}

fn read(name: &str) -> CertificateDer<'static> {
    CertificateDer::from_pem_file(certificate(name)).expect(name)
}

/// What becomes of a certificate that a server shows under a name, seconds after the epoch.
fn shown(
    wanted: fn(Authorities) -> Certificate,
    authority: &str,
    own: &str,
    name: &str,
    now: u64,
) -> Result<(), CertificateError> {
    let authorities = Authorities::read(&certificate(authority)).expect(authority);
    let verifier = Verifier {
        provider: Arc::new(aws_lc_rs::default_provider()),
        certificate: wanted(authorities),
    };
    let name = ServerName::try_from(name).expect("a name");
    let now = UnixTime::since_unix_epoch(std::time::Duration::from_secs(now));
    match verifier.verify_server_cert(&read(own), &[], &name, &[], now) {
        Ok(_) => Ok(()),
        Err(Error::InvalidCertificate(error)) => Err(error),
        Err(error) => panic!("{error}"),
    }
}

const IN_2026: u64 = 1_780_000_000;
const IN_2121: u64 = 4_770_000_000;
const IN_2019: u64 = 1_550_000_000;

#[test]
fn a_certificate_is_believed_for_as_long_as_it_says() {
    for wanted in [Certificate::Issued, Certificate::Named] {
        let at = |now| shown(wanted, "authority.pem", "server.pem", "localhost", now);
        assert_eq!(at(IN_2026), Ok(()));
        assert!(matches!(
            at(IN_2121),
            Err(CertificateError::ExpiredContext { .. })
        ));
        assert!(matches!(
            at(IN_2019),
            Err(CertificateError::NotValidYetContext { .. })
        ));
    }
}

#[test]
fn the_name_counts_only_where_it_is_asked_for() {
    let under = |wanted, name| shown(wanted, "authority.pem", "server.pem", name, IN_2026);
    assert_eq!(under(Certificate::Issued, "db.example"), Ok(()));
    assert_eq!(under(Certificate::Named, "127.0.0.1"), Ok(()));
    for other in ["db.example", "127.0.0.2", "localhost.example"] {
        let refused = under(Certificate::Named, other);
        let expected = matches!(
            refused,
            Err(CertificateError::NotValidForNameContext { .. })
        );
        assert!(expected, "{other}: {refused:?}");
    }
}

#[test]
fn nobody_else_speaks_for_a_server() {
    for wanted in [Certificate::Issued, Certificate::Named] {
        for other in ["other-authority.pem", "self-signed.pem"] {
            let refused = shown(wanted, other, "server.pem", "localhost", IN_2026);
            assert_eq!(refused, Err(CertificateError::UnknownIssuer), "{other}");
        }
    }
}

/// As PostgreSQL's manual makes one, with an authority's mark and a name that only people read.
#[test]
fn a_server_that_speaks_for_itself_is_believed_where_its_own_certificate_is_given() {
    let own = |wanted| {
        shown(
            wanted,
            "self-signed.pem",
            "self-signed.pem",
            "db.example",
            IN_2026,
        )
    };
    assert_eq!(own(Certificate::Issued), Ok(()));
    assert!(matches!(
        own(Certificate::Named),
        Err(CertificateError::NotValidForNameContext { .. })
    ));
    let stranger = "self-signed.pem";
    let refused = shown(
        Certificate::Issued,
        "authority.pem",
        stranger,
        "db.example",
        IN_2026,
    );
    assert!(refused.is_err());
}

#[test]
fn a_file_without_certificates_is_refused() {
    let refused = |name: &str| match Authorities::read(&certificate(name)) {
        Err(ServerError::Roots { reason, .. }) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("server.key"), "there is no certificate in it");
    assert!(
        refused("none.pem").contains("No such file"),
        "{}",
        refused("none.pem")
    );
}

/// As long as any machine has authorities at all.
#[test]
fn the_roots_of_the_system_are_read() {
    match connector(&Trust::Name(Roots::System)) {
        Ok(connector) => assert!(connector.is_some()),
        Err(error) => assert!(matches!(error, ServerError::NoRoots(_)), "{error}"),
    }
}
