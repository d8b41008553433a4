//! Component group 3: service interface, communication, architecture, and what keeps them working.

use crate::model::scalar::{Count, Date, Duration, Flag, Line, Name, Percent, Version};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// How the systems of the Parties connect.
    pub struct TechnicalInteroperability {
        /// Component 9: what the gateways offer.
        service_interface: Option<ServiceInterface>,
        /// Component 10: how messages travel.
        communication: Option<Communication>,
        /// Component 11: how the systems are arranged.
        architecture: Option<Architecture>,
        /// How messages and systems are protected.
        security: Option<Security>,
        /// What service is promised.
        service_levels: Option<ServiceLevels>,
        /// What happens when a system is not available.
        contingency: Option<Contingency>,
        /// How the exchange is tested and taken into use.
        testing: Option<Testing>,
        /// How the exchange is watched.
        monitoring: Option<Monitoring>,
    }

    /// What the gateways offer.
    pub struct ServiceInterface {
        /// Version of the interface.
        version: Option<Spanned<Version>>,
        /// The header that every message carries.
        header: Option<Header>,
        /// The operations.
        operations: Vec<Operation>,
        /// The codes that a negative answer may carry.
        errors: Vec<ErrorCode>,
        /// How versions follow one another.
        versioning: Option<Versioning>,
        /// How lists of issuing bodies, offices and codes are exchanged.
        reference_data: Option<Text>,
    }

    /// The header of a message.
    pub struct Header {
        /// Agency that is responsible for the customised message.
        agency: Option<Text>,
        /// Country that is responsible for it (ISO 3166-1 alpha-2).
        country: Option<Spanned<Name>>,
        /// Code of the customisation.
        customization: Option<Spanned<Name>>,
        /// Version of the customisation.
        customization_version: Option<Spanned<Name>>,
        /// How a message is identified.
        message_id: Option<Text>,
        /// How an answer refers to its message.
        correlation_id: Option<Text>,
    }

    /// An operation of a gateway.
    pub struct Operation {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the message that it takes.
        message: Option<Spanned<Name>>,
        /// Identifier of the entity whose gateway offers it.
        gateway: Option<Spanned<Name>>,
        /// Path below the address of the gateway.
        path: Option<Spanned<Line>>,
        /// Version of the operation.
        version: Option<Spanned<Version>>,
        /// What it does.
        summary: Option<Text>,
    }

    /// A code that a negative answer may carry.
    pub struct ErrorCode {
        /// The code.
        [required] code: Option<Spanned<Name>>,
        /// What kind of fault it is.
        category: Option<Spanned<ErrorCategory>>,
        /// What is wrong.
        meaning: Option<Text>,
        /// What the sender has to do.
        action: Option<Text>,
    }

    /// How versions of messages and interface follow one another.
    pub struct Versioning {
        /// What counts as compatible and what as breaking.
        policy: Option<Text>,
        /// Notice before a breaking change.
        notice: Option<Negotiable<Spanned<Duration>>>,
        /// For how long the version before stays supported.
        parallel_support: Option<Negotiable<Spanned<Duration>>>,
    }

    /// How messages travel.
    pub struct Communication {
        /// Transport protocol; one profile for each direction unless stated for both.
        protocol: Option<Negotiable<Spanned<Protocol>>>,
        /// Syntaxes in which messages are accepted.
        syntax: Option<Negotiable<Spanned<Syntax>>>,
        /// Character set.
        character_set: Option<Spanned<Line>>,
        /// Language of free text (ISO 639-1).
        text_languages: Vec<Spanned<Name>>,
        /// Lowest version of Transport Layer Security.
        tls: Option<Negotiable<Spanned<TlsVersion>>>,
        /// Whether both ends show a certificate.
        mutual_authentication: Option<Negotiable<Spanned<Flag>>>,
        /// What takes the place of mutual TLS, when it is not used.
        equivalent_security: Option<Text>,
        /// Further authorisation of calls.
        authorisation: Option<Negotiable<Spanned<Authorisation>>>,
        /// Time within which a message is acknowledged.
        acknowledgement_timeout: Option<Negotiable<Spanned<Duration>>>,
        /// Time within which the business response follows.
        response_timeout: Option<Negotiable<Spanned<Duration>>>,
        /// How often a message is sent again.
        retries: Option<Negotiable<Spanned<Count>>>,
        /// Time between two attempts.
        retry_interval: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the contact point that is told when all attempts failed.
        escalation: Option<Spanned<Name>>,
        /// What the receiver does with a message that it has already received.
        duplicates: Option<Text>,
        /// Largest size of a message, in kilobytes of 1,000 bytes.
        message_size: Option<Negotiable<Spanned<Count>>>,
        /// Largest size of an attachment, in kilobytes of 1,000 bytes.
        attachment_size: Option<Negotiable<Spanned<Count>>>,
        /// Most messages in one minute.
        rate_limit: Option<Negotiable<Spanned<Count>>>,
    }

    /// How the systems are arranged.
    pub struct Architecture {
        /// Topology.
        topology: Option<Negotiable<Spanned<Topology>>>,
        /// The system at each end.
        ends: Vec<SystemEnd>,
        /// The arrangement, in words.
        description: Option<Text>,
    }

    /// The system at one end.
    pub struct SystemEnd {
        /// Identifier of the Party, or of its role in a framework block.
        party: Option<Spanned<Name>>,
        /// Kind of system.
        system: Option<Negotiable<Spanned<SystemKind>>>,
        /// Name or description.
        name: Option<Text>,
    }

    /// How messages and systems are protected.
    pub struct Security {
        /// Signature of messages: algorithm, canonicalisation, profile.
        signature: Option<Negotiable<Text>>,
        /// Encryption of messages, where they pass a third party.
        encryption: Option<Negotiable<Text>>,
        /// Certification authority and certificate profile.
        certificates: Option<Negotiable<Text>>,
        /// How certificates are exchanged and revoked.
        exchange: Option<Text>,
        /// How long before expiry a certificate is renewed.
        renewal: Option<Negotiable<Spanned<Duration>>>,
        /// By when a compromised key is reported.
        compromise_notice: Option<Negotiable<Spanned<Duration>>>,
    }

    /// What service is promised.
    pub struct ServiceLevels {
        /// Share of the window in which the gateway answers.
        availability: Option<Negotiable<Spanned<Percent>>>,
        /// Window over which availability is measured.
        window: Option<Negotiable<Spanned<Duration>>>,
        /// Notice of planned maintenance.
        maintenance_notice: Option<Negotiable<Spanned<Duration>>>,
        /// Response time of the gateway.
        response_time: Option<Negotiable<Spanned<Duration>>>,
        /// Share of calls that keep the response time.
        response_share: Option<Negotiable<Spanned<Percent>>>,
        /// Time from receipt to business response.
        processing_time: Option<Negotiable<Spanned<Duration>>>,
        /// Longest time to recovery.
        recovery_time: Option<Negotiable<Spanned<Duration>>>,
        /// Longest period whose data may be lost.
        recovery_point: Option<Negotiable<Spanned<Duration>>>,
        /// How the levels are measured and reported.
        measurement: Option<Text>,
    }

    /// What happens when a system is not available.
    pub struct Contingency {
        /// After what time without answer a system counts as not available.
        outage_after: Option<Negotiable<Spanned<Duration>>>,
        /// By when the other Party is told.
        notify_within: Option<Negotiable<Spanned<Duration>>>,
        /// How it is told.
        channel: Option<Text>,
        /// What takes the place of the exchange.
        fallback: Option<Text>,
        /// How long messages that could not be sent are kept.
        queue_retention: Option<Negotiable<Spanned<Duration>>>,
        /// In what order they are sent afterwards.
        resend_order: Option<Text>,
        /// How the end of the outage is confirmed.
        recovery: Option<Text>,
    }

    /// How the exchange is tested and taken into use.
    pub struct Testing {
        /// The phases.
        phases: Vec<TestPhase>,
        /// The test environment and its data.
        environment: Option<Text>,
        /// When the exchange may go live.
        exit_criteria: Option<Text>,
        /// First day of the parallel run with paper.
        parallel_from: Option<Negotiable<Spanned<Date>>>,
        /// Last day of the parallel run with paper.
        parallel_until: Option<Negotiable<Spanned<Date>>>,
    }

    /// A phase of testing.
    pub struct TestPhase {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// What is tested.
        kind: Option<Spanned<TestKind>>,
        /// How, and when it is passed.
        description: Option<Text>,
        /// The business rules, error codes and processes that it tests, by their names;
        /// `business-rules`, `error-codes` and `processes` stand for all of them.
        covers: Vec<Spanned<Name>>,
    }

    /// How the exchange is watched.
    pub struct Monitoring {
        /// What is counted.
        indicators: Vec<Indicator>,
        /// How often the counts of both sides are compared.
        reconciliation: Option<Negotiable<Spanned<Duration>>>,
        /// Who writes the report, and for whom.
        report: Option<Text>,
        /// What the audit log holds, and how clocks are kept.
        audit_log: Option<Text>,
        /// How long the audit log is kept.
        log_retention: Option<Negotiable<Spanned<Duration>>>,
    }

    /// Something that is counted.
    pub struct Indicator {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// What is counted.
        name: Option<Text>,
    }
}

choice! {
    /// Everything of a kind that a phase of testing covers.
    pub enum Covered {
        /// Every business rule: one message that observes it, one that does not.
        BusinessRules = "business-rules", "every business rule", "toutes les règles de gestion";
        /// Every error code, provoked at least once.
        ErrorCodes = "error-codes", "every error code", "tous les codes d’erreur";
        /// Every process, each of its ways taken at least once.
        Processes = "processes", "every process", "tous les processus";
    }

    /// The kind of a fault.
    pub enum ErrorCategory {
        /// The message did not arrive.
        Transport = "transport", "transport", "transport";
        /// Authentication, authorisation, signature.
        Security = "security", "security", "sécurité";
        /// The message does not fit the schema.
        Schema = "schema", "schema", "schéma";
        /// A business rule does not hold.
        BusinessRule = "business-rule", "business rule", "règle de gestion";
        /// The message refers to something that is not known.
        UnknownReference = "unknown-reference", "unknown reference", "référence inconnue";
        /// The message was received before with other content.
        Duplicate = "duplicate", "duplicate", "doublon";
        /// The service is not available.
        Unavailable = "unavailable", "unavailable", "indisponible";
    }

    /// A transport protocol.
    pub enum Protocol {
        /// HTTPS with resources.
        RestHttps = "rest-https", "REST over HTTPS", "REST sur HTTPS";
        /// SOAP over HTTPS.
        SoapHttps = "soap-https", "SOAP over HTTPS", "SOAP sur HTTPS";
        /// OASIS AS4.
        As4 = "as4", "AS4", "AS4";
        /// SFTP.
        Sftp = "sftp", "SFTP", "SFTP";
    }

    /// A syntax of messages.
    pub enum Syntax {
        /// XML.
        Xml = "xml", "XML", "XML";
        /// JSON.
        Json = "json", "JSON", "JSON";
        /// Both, at the choice of the sender.
        XmlAndJson = "xml-and-json", "XML and JSON", "XML et JSON";
    }

    /// A version of Transport Layer Security.
    pub enum TlsVersion {
        /// TLS 1.0.
        V10 = "1.0", "TLS 1.0", "TLS 1.0";
        /// TLS 1.1.
        V11 = "1.1", "TLS 1.1", "TLS 1.1";
        /// TLS 1.2.
        V12 = "1.2", "TLS 1.2", "TLS 1.2";
        /// TLS 1.3.
        V13 = "1.3", "TLS 1.3", "TLS 1.3";
    }

    /// How a call is authorised, beside the certificates.
    pub enum Authorisation {
        /// OAuth 2.0, client credentials.
        OAuth2 = "oauth2-client-credentials", "OAuth 2.0 client credentials", "OAuth 2.0 (client credentials)";
        /// The certificates suffice.
        CertificateOnly = "certificate-only", "by certificate only", "par certificat seul";
    }

    /// A topology.
    pub enum Topology {
        /// Each Party connects to each other Party.
        PointToPoint = "point-to-point", "point-to-point", "point à point";
        /// Parties connect through a gateway of their region.
        RegionalGateway = "regional-gateway", "regional gateway", "passerelle régionale";
        /// Parties connect through a hub.
        Hub = "hub", "hub", "plateforme centrale";
    }

    /// The kind of a system.
    pub enum SystemKind {
        /// A customs clearance system.
        Customs = "customs", "customs system", "système douanier";
        /// A single window.
        SingleWindow = "single-window", "single window", "guichet unique";
        /// The system of an issuing authority.
        IssuingAuthority = "issuing-authority", "system of the issuing authority", "système de l’autorité de délivrance";
        /// Another system.
        Other = "other", "other system", "autre système";
    }

    /// What a phase of testing is about.
    pub enum TestKind {
        /// Connection.
        Connectivity = "connectivity", "connectivity", "connexion";
        /// Security.
        Security = "security", "security", "sécurité";
        /// Schemas.
        Schema = "schema", "schema conformance", "conformité aux schémas";
        /// Business scenarios.
        Scenario = "scenario", "business scenarios", "scénarios métier";
        /// Faulty messages.
        Negative = "negative", "negative tests", "tests négatifs";
        /// Volume.
        Volume = "volume", "volume", "volume";
        /// Failure and recovery.
        Failover = "failover", "failure and recovery", "panne et reprise";
        /// Live data beside paper.
        ParallelRun = "parallel-run", "parallel run", "exploitation parallèle";
    }
}
