//! TLS towards a server: what is asked of its certificate.
//!
//! The keys and signatures are aws-lc-rs's, named here and not set for the whole process. The system's
//! roots are taken by way of the platform's own verifier, so that what an administrator trusts or
//! forbids there holds for popug as well; on Linux these are the files of OpenSSL, or `SSL_CERT_FILE`.

use std::path::Path;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{verify_server_cert_signed_by_trust_anchor, verify_server_name};
use rustls::crypto::{CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::store::postgres::address::{Roots, Trust};
use crate::store::postgres::refusal::ServerError;

#[cfg(test)]
mod tests;

/// What shakes hands with a server; `None` where nothing is encrypted.
pub(super) fn connector(trust: &Trust) -> Result<Option<MakeRustlsConnect>, ServerError> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let certificate = match trust {
        Trust::Plain => return Ok(None),
        Trust::Preferred | Trust::Encrypted => Certificate::Any,
        Trust::Chain(path) => Certificate::Issued(Authorities::read(path)?),
        Trust::Name(Roots::File(path)) => Certificate::Named(Authorities::read(path)?),
        Trust::Name(Roots::System) => {
            let verifier = rustls_platform_verifier::Verifier::new(Arc::clone(&provider));
            let verifier = verifier.map_err(|error| ServerError::NoRoots(error.to_string()))?;
            return config(provider, Arc::new(verifier)).map(Some);
        }
    };
    let verifier = Verifier {
        provider: Arc::clone(&provider),
        certificate,
    };
    config(provider, Arc::new(verifier)).map(Some)
}

fn config(
    provider: Arc<CryptoProvider>,
    verifier: Arc<dyn ServerCertVerifier>,
) -> Result<MakeRustlsConnect, ServerError> {
    let builder = ClientConfig::builder_with_provider(provider);
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| ServerError::NoRoots(error.to_string()))?;
    let builder = builder
        .dangerous()
        .with_custom_certificate_verifier(verifier);
    Ok(MakeRustlsConnect::new(builder.with_no_client_auth()))
}

/// What a certificate must be.
#[derive(Debug)]
enum Certificate {
    /// Whatever it is: only that the server has its key.
    Any,
    /// Issued by one of these, for whatever name.
    Issued(Authorities),
    /// Issued by one of these, for the name that is connected to.
    Named(Authorities),
}

/// The authorities in a file.
#[derive(Debug)]
struct Authorities {
    listed: Vec<CertificateDer<'static>>,
    roots: RootCertStore,
}

impl Authorities {
    fn read(path: &Path) -> Result<Self, ServerError> {
        let unreadable = |reason: String| ServerError::Roots {
            path: path.to_owned(),
            reason,
        };
        let certificates = CertificateDer::pem_file_iter(path);
        let certificates = certificates.and_then(Iterator::collect);
        let listed: Vec<_> = certificates.map_err(|error| unreadable(error.to_string()))?;
        if listed.is_empty() {
            return Err(unreadable("there is no certificate in it".to_owned()));
        }
        let mut roots = RootCertStore::empty();
        for certificate in &listed {
            let added = roots.add(certificate.clone());
            added.map_err(|error| unreadable(error.to_string()))?;
        }
        Ok(Self { listed, roots })
    }

    /// A certificate that stands in the file itself needs nobody to speak for it: so is one that a
    /// server signed itself as PostgreSQL's manual shows it, which rustls takes for an authority's.
    fn check(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        now: UnixTime,
        provider: &CryptoProvider,
    ) -> Result<(), Error> {
        if self.listed.contains(own) {
            return Ok(());
        }
        verify_server_cert_signed_by_trust_anchor(
            &ParsedCertificate::try_from(own)?,
            &self.roots,
            others,
            now,
            provider.signature_verification_algorithms.all,
        )
    }
}

/// Looks at what a server shows. Its signature is checked in any case: whoever shows a certificate
/// must have the key.
#[derive(Debug)]
struct Verifier {
    provider: Arc<CryptoProvider>,
    certificate: Certificate,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        own: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match &self.certificate {
            Certificate::Any => {}
            Certificate::Issued(by) => by.check(own, others, now, &self.provider)?,
            Certificate::Named(by) => {
                by.check(own, others, now, &self.provider)?;
                verify_server_name(&ParsedCertificate::try_from(own)?, name)?;
            }
        }
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, own, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        own: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, own, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let algorithms = &self.provider.signature_verification_algorithms;
        algorithms.supported_schemes()
    }
}
