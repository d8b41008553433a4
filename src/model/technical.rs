//! Component group 3: service interface, communication, architecture, and what keeps them working.

use crate::model::scalar::{Count, Date, Duration, Flag, Line, Name, Percent, Version};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// How the systems of the Parties connect.
    #[fr = "Comment les systèmes des Parties se raccordent."]
    pub struct TechnicalInteroperability {
        /// Component 9: what the gateways offer.
        #[fr = "Composante 9 : ce qu’offrent les passerelles."]
        service_interface: Option<ServiceInterface>,
        /// Component 10: how messages travel.
        #[fr = "Composante 10 : comment circulent les messages."]
        communication: Option<Communication>,
        /// Component 11: how the systems are arranged.
        #[fr = "Composante 11 : comment les systèmes sont agencés."]
        architecture: Option<Architecture>,
        /// How messages and systems are protected.
        #[fr = "Comment les messages et les systèmes sont protégés."]
        security: Option<Security>,
        /// What service is promised.
        #[fr = "Le niveau de service promis."]
        service_levels: Option<ServiceLevels>,
        /// What happens when a system is not available.
        #[fr = "Ce qui se passe lorsqu’un système est indisponible."]
        contingency: Option<Contingency>,
        /// How the exchange is tested and taken into use.
        #[fr = "Comment l’échange est testé et mis en service."]
        testing: Option<Testing>,
        /// How the exchange is watched.
        #[fr = "Comment l’échange est suivi."]
        monitoring: Option<Monitoring>,
    }

    /// What the gateways offer.
    #[fr = "Ce qu’offrent les passerelles."]
    pub struct ServiceInterface {
        /// Version of the interface.
        #[fr = "Version de l’interface."]
        version: Option<Spanned<Version>>,
        /// The header that every message carries.
        #[fr = "L’en-tête que porte chaque message."]
        header: Option<Header>,
        /// The operations.
        #[fr = "Les opérations."]
        operations: Vec<Operation>,
        /// The codes that a negative answer may carry.
        #[fr = "Les codes que peut porter une réponse négative."]
        errors: Vec<ErrorCode>,
        /// How versions follow one another.
        #[fr = "Comment les versions se succèdent."]
        versioning: Option<Versioning>,
        /// How lists of issuing bodies, offices and codes are exchanged.
        #[fr = "Comment sont échangées les listes d’organismes de délivrance, de bureaux et de codes."]
        reference_data: Option<Text>,
    }

    /// The header of a message.
    #[fr = "L’en-tête d’un message."]
    pub struct Header {
        /// Agency that is responsible for the customised message.
        #[fr = "Organisme responsable du message adapté."]
        agency: Option<Text>,
        /// Country that is responsible for it (ISO 3166-1 alpha-2).
        #[fr = "Pays qui en est responsable (ISO 3166-1 alpha-2)."]
        country: Option<Spanned<Name>>,
        /// Code of the customisation.
        #[fr = "Code de l’adaptation."]
        customization: Option<Spanned<Name>>,
        /// Version of the customisation.
        #[fr = "Version de l’adaptation."]
        customization_version: Option<Spanned<Name>>,
        /// How a message is identified.
        #[fr = "Comment un message est identifié."]
        message_id: Option<Text>,
        /// How an answer refers to its message.
        #[fr = "Comment une réponse renvoie à son message."]
        correlation_id: Option<Text>,
    }

    /// An operation of a gateway.
    #[fr = "Une opération d’une passerelle."]
    pub struct Operation {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the message that it takes.
        #[fr = "Identifiant du message qu’elle reçoit."]
        message: Option<Spanned<Name>>,
        /// Identifier of the entity whose gateway offers it.
        #[fr = "Identifiant de l’entité dont la passerelle l’offre."]
        gateway: Option<Spanned<Name>>,
        /// Path below the address of the gateway.
        #[fr = "Chemin sous l’adresse de la passerelle."]
        path: Option<Spanned<Line>>,
        /// Version of the operation.
        #[fr = "Version de l’opération."]
        version: Option<Spanned<Version>>,
        /// What it does.
        #[fr = "Ce qu’elle fait."]
        summary: Option<Text>,
    }

    /// A code that a negative answer may carry.
    #[fr = "Un code que peut porter une réponse négative."]
    pub struct ErrorCode {
        /// The code.
        #[fr = "Le code."]
        [required] code: Option<Spanned<Name>>,
        /// What kind of fault it is.
        #[fr = "De quel type de faute il s’agit."]
        category: Option<Spanned<ErrorCategory>>,
        /// What is wrong.
        #[fr = "Ce qui ne va pas."]
        meaning: Option<Text>,
        /// What the sender has to do.
        #[fr = "Ce que l’expéditeur doit faire."]
        action: Option<Text>,
    }

    /// How versions of messages and interface follow one another.
    #[fr = "Comment se succèdent les versions des messages et de l’interface."]
    pub struct Versioning {
        /// What counts as compatible and what as breaking.
        #[fr = "Ce qui est tenu pour compatible et ce qui constitue une rupture."]
        policy: Option<Text>,
        /// Notice before a breaking change.
        #[fr = "Préavis avant un changement incompatible."]
        notice: Option<Negotiable<Spanned<Duration>>>,
        /// For how long the version before stays supported.
        #[fr = "Pendant combien de temps la version précédente reste prise en charge."]
        parallel_support: Option<Negotiable<Spanned<Duration>>>,
    }

    /// How messages travel.
    #[fr = "Comment circulent les messages."]
    pub struct Communication {
        /// Transport protocol; one profile for each direction unless stated for both.
        #[fr = "Protocole de transport ; un profil pour chaque sens, sauf s’il est indiqué pour les deux."]
        protocol: Option<Negotiable<Spanned<Protocol>>>,
        /// Syntaxes in which messages are accepted.
        #[fr = "Syntaxes dans lesquelles les messages sont acceptés."]
        syntax: Option<Negotiable<Spanned<Syntax>>>,
        /// Character set.
        #[fr = "Jeu de caractères."]
        character_set: Option<Spanned<Line>>,
        /// Language of free text (ISO 639-1).
        #[fr = "Langue du texte libre (ISO 639-1)."]
        text_languages: Vec<Spanned<Name>>,
        /// Lowest version of Transport Layer Security.
        #[fr = "Version minimale de Transport Layer Security."]
        tls: Option<Negotiable<Spanned<TlsVersion>>>,
        /// Whether both ends show a certificate.
        #[fr = "Si les deux extrémités présentent un certificat."]
        mutual_authentication: Option<Negotiable<Spanned<Flag>>>,
        /// What takes the place of mutual TLS, when it is not used.
        #[fr = "Ce qui remplace le TLS mutuel, lorsqu’il n’est pas employé."]
        equivalent_security: Option<Text>,
        /// Further authorisation of calls.
        #[fr = "Autorisation supplémentaire des appels."]
        authorisation: Option<Negotiable<Spanned<Authorisation>>>,
        /// Time within which a message is acknowledged.
        #[fr = "Délai dans lequel il est accusé réception d’un message."]
        acknowledgement_timeout: Option<Negotiable<Spanned<Duration>>>,
        /// Time within which the business response follows.
        #[fr = "Délai dans lequel suit la réponse métier."]
        response_timeout: Option<Negotiable<Spanned<Duration>>>,
        /// How often a message is sent again.
        #[fr = "Combien de fois un message est renvoyé."]
        retries: Option<Negotiable<Spanned<Count>>>,
        /// Time between two attempts.
        #[fr = "Délai entre deux tentatives."]
        retry_interval: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the contact point that is told when all attempts failed.
        #[fr = "Identifiant du point de contact alerté lorsque toutes les tentatives ont échoué."]
        escalation: Option<Spanned<Name>>,
        /// What the receiver does with a message that it has already received.
        #[fr = "Ce que fait le destinataire d’un message qu’il a déjà reçu."]
        duplicates: Option<Text>,
        /// Largest size of a message, in kilobytes of 1,000 bytes.
        #[fr = "Taille maximale d’un message, en kilooctets de 1 000 octets."]
        message_size: Option<Negotiable<Spanned<Count>>>,
        /// Largest size of an attachment, in kilobytes of 1,000 bytes.
        #[fr = "Taille maximale d’une pièce jointe, en kilooctets de 1 000 octets."]
        attachment_size: Option<Negotiable<Spanned<Count>>>,
        /// Most messages in one minute.
        #[fr = "Nombre maximal de messages par minute."]
        rate_limit: Option<Negotiable<Spanned<Count>>>,
    }

    /// How the systems are arranged.
    #[fr = "Comment les systèmes sont agencés."]
    pub struct Architecture {
        /// Topology.
        #[fr = "Topologie."]
        topology: Option<Negotiable<Spanned<Topology>>>,
        /// The system at each end.
        #[fr = "Le système à chaque extrémité."]
        ends: Vec<SystemEnd>,
        /// The arrangement, in words.
        #[fr = "L’agencement, décrit en clair."]
        description: Option<Text>,
    }

    /// The system at one end.
    #[fr = "Le système à une extrémité."]
    pub struct SystemEnd {
        /// Identifier of the Party, or of its role in a framework block.
        #[fr = "Identifiant de la Partie, ou de son rôle dans un bloc cadre."]
        party: Option<Spanned<Name>>,
        /// Kind of system.
        #[fr = "Type de système."]
        system: Option<Negotiable<Spanned<SystemKind>>>,
        /// Name or description.
        #[fr = "Nom ou description."]
        name: Option<Text>,
    }

    /// How messages and systems are protected.
    #[fr = "Comment les messages et les systèmes sont protégés."]
    pub struct Security {
        /// Signature of messages: algorithm, canonicalisation, profile.
        #[fr = "Signature des messages : algorithme, mise sous forme canonique, profil."]
        signature: Option<Negotiable<Text>>,
        /// Encryption of messages, where they pass a third party.
        #[fr = "Chiffrement des messages, lorsqu’ils passent par un tiers."]
        encryption: Option<Negotiable<Text>>,
        /// Certification authority and certificate profile.
        #[fr = "Autorité de certification et profil des certificats."]
        certificates: Option<Negotiable<Text>>,
        /// How certificates are exchanged and revoked.
        #[fr = "Comment les certificats sont échangés et révoqués."]
        exchange: Option<Text>,
        /// How long before expiry a certificate is renewed.
        #[fr = "Combien de temps avant son expiration un certificat est renouvelé."]
        renewal: Option<Negotiable<Spanned<Duration>>>,
        /// By when a compromised key is reported.
        #[fr = "Dans quel délai une clé compromise est signalée."]
        compromise_notice: Option<Negotiable<Spanned<Duration>>>,
    }

    /// What service is promised.
    #[fr = "Le niveau de service promis."]
    pub struct ServiceLevels {
        /// Share of the window in which the gateway answers.
        #[fr = "Part de la période de mesure pendant laquelle la passerelle répond."]
        availability: Option<Negotiable<Spanned<Percent>>>,
        /// Window over which availability is measured.
        #[fr = "Période sur laquelle la disponibilité est mesurée."]
        window: Option<Negotiable<Spanned<Duration>>>,
        /// Notice of planned maintenance.
        #[fr = "Préavis d’une maintenance planifiée."]
        maintenance_notice: Option<Negotiable<Spanned<Duration>>>,
        /// Response time of the gateway.
        #[fr = "Temps de réponse de la passerelle."]
        response_time: Option<Negotiable<Spanned<Duration>>>,
        /// Share of calls that keep the response time.
        #[fr = "Part des appels qui respectent le temps de réponse."]
        response_share: Option<Negotiable<Spanned<Percent>>>,
        /// Time from receipt to business response.
        #[fr = "Délai entre la réception et la réponse métier."]
        processing_time: Option<Negotiable<Spanned<Duration>>>,
        /// Longest time to recovery.
        #[fr = "Durée maximale de rétablissement."]
        recovery_time: Option<Negotiable<Spanned<Duration>>>,
        /// Longest period whose data may be lost.
        #[fr = "Période maximale dont les données peuvent être perdues."]
        recovery_point: Option<Negotiable<Spanned<Duration>>>,
        /// How the levels are measured and reported.
        #[fr = "Comment les niveaux sont mesurés et communiqués."]
        measurement: Option<Text>,
    }

    /// What happens when a system is not available.
    #[fr = "Ce qui se passe lorsqu’un système est indisponible."]
    pub struct Contingency {
        /// After what time without answer a system counts as not available.
        #[fr = "Délai sans réponse au bout duquel un système est tenu pour indisponible."]
        outage_after: Option<Negotiable<Spanned<Duration>>>,
        /// By when the other Party is told.
        #[fr = "Dans quel délai l’autre Partie est avertie."]
        notify_within: Option<Negotiable<Spanned<Duration>>>,
        /// How it is told.
        #[fr = "Comment elle est avertie."]
        channel: Option<Text>,
        /// What takes the place of the exchange.
        #[fr = "Ce qui remplace l’échange."]
        fallback: Option<Text>,
        /// How long messages that could not be sent are kept.
        #[fr = "Combien de temps sont conservés les messages qui n’ont pu être transmis."]
        queue_retention: Option<Negotiable<Spanned<Duration>>>,
        /// In what order they are sent afterwards.
        #[fr = "Dans quel ordre ils sont transmis par la suite."]
        resend_order: Option<Text>,
        /// How the end of the outage is confirmed.
        #[fr = "Comment la fin de l’indisponibilité est confirmée."]
        recovery: Option<Text>,
    }

    /// How the exchange is tested and taken into use.
    #[fr = "Comment l’échange est testé et mis en service."]
    pub struct Testing {
        /// The phases.
        #[fr = "Les phases."]
        phases: Vec<TestPhase>,
        /// The test environment and its data.
        #[fr = "L’environnement d’essai et ses données."]
        environment: Option<Text>,
        /// When the exchange may go live.
        #[fr = "Quand l’échange peut être mis en service."]
        exit_criteria: Option<Text>,
        /// First day of the parallel run with paper.
        #[fr = "Premier jour de l’exploitation parallèle avec le papier."]
        parallel_from: Option<Negotiable<Spanned<Date>>>,
        /// Last day of the parallel run with paper.
        #[fr = "Dernier jour de l’exploitation parallèle avec le papier."]
        parallel_until: Option<Negotiable<Spanned<Date>>>,
    }

    /// A phase of testing.
    #[fr = "Une phase d’essai."]
    pub struct TestPhase {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// What is tested.
        #[fr = "Ce qui est testé."]
        kind: Option<Spanned<TestKind>>,
        /// How, and when it is passed.
        #[fr = "Comment, et quand elle est réussie."]
        description: Option<Text>,
        /// The business rules, error codes and processes that it tests, by their names;
        /// `business-rules`, `error-codes` and `processes` stand for all of them.
        #[fr = "Les règles de gestion, codes d’erreur et processus qu’elle teste, par leur nom ; `business-rules`, `error-codes` et `processes` les désignent tous."]
        covers: Vec<Spanned<Name>>,
    }

    /// How the exchange is watched.
    #[fr = "Comment l’échange est suivi."]
    pub struct Monitoring {
        /// What is counted.
        #[fr = "Ce qui est compté."]
        indicators: Vec<Indicator>,
        /// How often the counts of both sides are compared.
        #[fr = "À quelle fréquence les décomptes des deux côtés sont rapprochés."]
        reconciliation: Option<Negotiable<Spanned<Duration>>>,
        /// Who writes the report, and for whom.
        #[fr = "Qui établit le rapport, et pour qui."]
        report: Option<Text>,
        /// What the audit log holds, and how clocks are kept.
        #[fr = "Ce que contient le journal d’audit, et comment les horloges sont tenues à l’heure."]
        audit_log: Option<Text>,
        /// How long the audit log is kept.
        #[fr = "Combien de temps le journal d’audit est conservé."]
        log_retention: Option<Negotiable<Spanned<Duration>>>,
    }

    /// Something that is counted.
    #[fr = "Ce que l’on compte."]
    pub struct Indicator {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// What is counted.
        #[fr = "Ce qui est compté."]
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
