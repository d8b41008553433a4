//! What each negotiable value is about, as the list of open points says it.

use super::{Words, words};

/// What the value behind `key` is about; `None` for a key that nothing negotiable has.
pub fn subject(key: &str) -> Option<Words> {
    SUBJECTS.iter().find(|(it, _)| *it == key).map(|(_, words)| *words)
}

/// Keys and what they are about, in the order of the block.
pub const SUBJECTS: &[(&str, Words)] = &[
    ("start", words("Day on which the exchange starts", "Jour de début de l’échange")),
    (
        "expected",
        words(
            "Day by which the provision is in force",
            "Date prévue d’entrée en vigueur de la disposition",
        ),
    ),
    (
        "paper_waiver",
        words(
            "Day from which no paper is asked for",
            "Jour à compter duquel aucun papier n’est exigé",
        ),
    ),
    ("validity", words("Validity of a certificate", "Durée de validité d’un certificat")),
    ("breach_notice", words("Time to notify a breach", "Délai de notification d’une violation")),
    ("period", words("Period of retention", "Durée de conservation")),
    (
        "contact_notice",
        words(
            "Notice of a change of authority or contact",
            "Préavis de changement d’autorité ou de contact",
        ),
    ),
    ("suspension_notice", words("Notice of suspension", "Préavis de suspension")),
    ("effective", words("Day of entry into force", "Date d’entrée en vigueur")),
    ("termination_notice", words("Notice of termination", "Préavis de dénonciation")),
    ("review", words("Interval of review", "Intervalle de réexamen")),
    ("office", words("Office of a contact point", "Service du point de contact")),
    ("reach", words("How a contact point is reached", "Coordonnées du point de contact")),
    ("hours", words("Hours of a contact point", "Heures de service du point de contact")),
    ("name", words("Body that takes the role", "Organisme assumant le rôle")),
    ("within", words("Time from event to message", "Délai entre l’événement et le message")),
    ("tolerance", words("Tolerance of a business rule", "Tolérance d’une règle de gestion")),
    ("every", words("Interval of a periodic process", "Périodicité d’un processus")),
    ("after", words("Time-out of a step", "Délai d’une étape")),
    (
        "acknowledge_within",
        words(
            "Time to acknowledge a verification request",
            "Délai d’accusé de réception d’une demande de contrôle",
        ),
    ),
    (
        "reply_within",
        words(
            "Time to answer a verification request",
            "Délai de réponse à une demande de contrôle",
        ),
    ),
    ("hs_edition", words("Edition of the Harmonized System", "Édition du Système harmonisé")),
    ("time_basis", words("Time basis of dates and times", "Base horaire des dates et heures")),
    ("notice", words("Notice before a breaking change", "Préavis d’une modification incompatible")),
    (
        "parallel_support",
        words("Support of the version before", "Maintien de la version précédente"),
    ),
    ("protocol", words("Transport protocol", "Protocole de transport")),
    ("syntax", words("Syntax of messages", "Syntaxe des messages")),
    ("tls", words("Lowest version of TLS", "Version minimale de TLS")),
    ("mutual_authentication", words("Mutual authentication", "Authentification mutuelle")),
    ("authorisation", words("Authorisation of calls", "Autorisation des appels")),
    (
        "acknowledgement_timeout",
        words("Time to acknowledge a message", "Délai d’accusé de réception d’un message"),
    ),
    ("response_timeout", words("Time to the business response", "Délai de la réponse métier")),
    ("retries", words("Number of repetitions", "Nombre de réémissions")),
    ("retry_interval", words("Interval between repetitions", "Intervalle entre les réémissions")),
    (
        "message_size",
        words(
            "Largest size of a message, in kilobytes",
            "Taille maximale d’un message, en kilooctets",
        ),
    ),
    (
        "attachment_size",
        words(
            "Largest size of an attachment, in kilobytes",
            "Taille maximale d’une pièce jointe, en kilooctets",
        ),
    ),
    ("rate_limit", words("Most messages in one minute", "Nombre maximal de messages par minute")),
    ("topology", words("Topology", "Topologie")),
    ("system", words("System at one end", "Système à une extrémité")),
    ("signature", words("Signature of messages", "Signature des messages")),
    ("encryption", words("Encryption of messages", "Chiffrement des messages")),
    (
        "certificates",
        words(
            "Certification authority and certificate profile",
            "Autorité de certification et profil des certificats",
        ),
    ),
    (
        "renewal",
        words(
            "Renewal of a certificate before expiry",
            "Renouvellement d’un certificat avant son expiration",
        ),
    ),
    (
        "compromise_notice",
        words("Time to report a compromised key", "Délai de signalement d’une clé compromise"),
    ),
    ("availability", words("Availability of the gateway", "Disponibilité de la passerelle")),
    (
        "window",
        words(
            "Window over which availability is measured",
            "Période de mesure de la disponibilité",
        ),
    ),
    (
        "maintenance_notice",
        words("Notice of planned maintenance", "Préavis de maintenance planifiée"),
    ),
    ("response_time", words("Response time of the gateway", "Temps de réponse de la passerelle")),
    (
        "response_share",
        words(
            "Share of calls within the response time",
            "Part des appels respectant le temps de réponse",
        ),
    ),
    (
        "processing_time",
        words(
            "Time from receipt to business response",
            "Délai entre la réception et la réponse métier",
        ),
    ),
    ("recovery_time", words("Longest time to recovery", "Durée maximale de rétablissement")),
    ("recovery_point", words("Longest period of data loss", "Perte de données maximale")),
    (
        "outage_after",
        words(
            "Time after which a system counts as unavailable",
            "Délai après lequel un système est réputé indisponible",
        ),
    ),
    (
        "notify_within",
        words("Time to notify an outage", "Délai de notification d’une indisponibilité"),
    ),
    (
        "queue_retention",
        words("How long unsent messages are kept", "Durée de conservation des messages en attente"),
    ),
    (
        "parallel_from",
        words("First day of the parallel run", "Premier jour de l’exploitation parallèle"),
    ),
    (
        "parallel_until",
        words("Last day of the parallel run", "Dernier jour de l’exploitation parallèle"),
    ),
    ("reconciliation", words("Interval of reconciliation", "Intervalle de rapprochement")),
    (
        "log_retention",
        words("How long the audit log is kept", "Durée de conservation du journal d’audit"),
    ),
];
