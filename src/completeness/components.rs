//! The eleven components of a Utility Block and what goes with them: what each has to say, and from
//! which maturity.
//!
//! Every row names the rule that asks for it; a test takes each key away from the example block and
//! expects that rule, at that maturity and not before.

use crate::model::Maturity;
use crate::words::{Words, words};

/// A component, or what goes with the components of one group.
#[derive(Debug)]
pub struct Component {
    /// Its number among the eleven; `None` for what goes with a group.
    pub number: Option<u8>,
    /// Stable name, for machines.
    pub id: &'static str,
    /// What people call it.
    pub title: Words,
    /// The key of its component group.
    pub group: &'static str,
    /// The keys below the group that belong to it.
    pub keys: &'static [&'static str],
    /// What it has to say.
    pub asks: &'static [Ask],
}

/// Keys of one part that are asked for together.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// The part, as a path of keys; `[]` behind a key stands for each item of that list.
    pub part: &'static str,
    /// The keys.
    pub keys: &'static [&'static str],
    /// The maturity from which they are asked for.
    pub from: Maturity,
    /// The rule that asks.
    pub rule: &'static str,
    /// The kind of block that it is asked of; `None` for every kind.
    pub kind: Option<&'static str>,
}

const CASE: &str = "business_case";
const ALIGNMENT: &str = "process_alignment";
const TECHNICAL: &str = "technical_interoperability";
const ORIGIN: Option<&str> = Some("certificate-of-origin");

const fn ask(
    part: &'static str,
    keys: &'static [&'static str],
    from: Maturity,
    rule: &'static str,
) -> Ask {
    Ask { part, keys, from, rule, kind: None }
}

const fn ask_origin(
    part: &'static str,
    keys: &'static [&'static str],
    from: Maturity,
    rule: &'static str,
) -> Ask {
    Ask { part, keys, from, rule, kind: ORIGIN }
}

use Maturity::{Concept, Negotiation, Process, Technical};

/// The components in their order, each group followed by what goes with it.
pub static COMPONENTS: &[Component] = &[
    Component {
        number: Some(1),
        id: "name",
        title: words("Name", "Nom"),
        group: CASE,
        keys: &["name"],
        asks: &[ask(CASE, &["name"], Concept, "STR-02")],
    },
    Component {
        number: Some(2),
        id: "purposes",
        title: words("Purposes", "Finalités"),
        group: CASE,
        keys: &["purposes"],
        asks: &[
            ask(CASE, &["purposes"], Concept, "STR-02"),
            ask("business_case.purposes[]", &["function"], Concept, "LEG-01"),
        ],
    },
    Component {
        number: Some(3),
        id: "benefits",
        title: words("Benefits", "Avantages"),
        group: CASE,
        keys: &["benefits"],
        asks: &[ask(CASE, &["benefits"], Concept, "STR-02")],
    },
    Component {
        number: Some(4),
        id: "legal-basis",
        title: words("Legal basis", "Base juridique"),
        group: CASE,
        keys: &["legal_basis"],
        asks: &[
            ask(CASE, &["legal_basis"], Process, "STR-02"),
            ask("business_case.legal_basis[]", &["provision", "status"], Technical, "LEG-06"),
        ],
    },
    Component {
        number: None,
        id: "with-business-case",
        title: words(
            "Scope, legal effect, data protection, governance",
            "Champ d’application, effet juridique, protection des données, gouvernance",
        ),
        group: CASE,
        keys: &["scope", "legal_effect", "data_protection", "governance"],
        asks: &[
            ask_origin("business_case.scope", &["origin"], Process, "PRC-30"),
            ask("business_case.scope", &["directions"], Technical, "LEG-16"),
            ask_origin("business_case.scope", &["agreement"], Technical, "LEG-07"),
            ask_origin("business_case.legal_effect", &["equivalence"], Technical, "LEG-07"),
            ask(
                "business_case.legal_effect",
                &["coexistence", "paper_waiver"],
                Technical,
                "LEG-24",
            ),
            ask("business_case.legal_effect", &["evidence"], Technical, "LEG-15"),
            ask("business_case.data_protection", &["purpose_limitation"], Technical, "LEG-08"),
            ask("business_case.data_protection", &["confidentiality"], Technical, "LEG-09"),
            ask("business_case.data_protection", &["onward_transfer"], Technical, "LEG-10"),
            ask("business_case.data_protection", &["retention"], Technical, "LEG-12"),
            ask("business_case.data_protection", &["access"], Technical, "TEC-21"),
            ask(
                "business_case.governance",
                &["body", "contacts", "change_procedure"],
                Technical,
                "LEG-19",
            ),
            ask(
                "business_case.governance",
                &["liability", "costs", "ownership"],
                Technical,
                "LEG-17",
            ),
            ask("business_case.governance", &["working_languages"], Technical, "LEG-21"),
            ask(
                "business_case.governance",
                &["entry_into_force", "suspension", "termination", "termination_notice"],
                Negotiation,
                "LEG-18",
            ),
        ],
    },
    Component {
        number: Some(5),
        id: "business-rules",
        title: words("Business rules", "Règles de gestion"),
        group: ALIGNMENT,
        keys: &["business_rules"],
        asks: &[
            ask(ALIGNMENT, &["business_rules"], Process, "STR-03"),
            ask("process_alignment.business_rules[]", &["kind"], Process, "PRC-26"),
        ],
    },
    Component {
        number: Some(6),
        id: "triggers",
        title: words("Triggers", "Déclencheurs"),
        group: ALIGNMENT,
        keys: &["triggers"],
        asks: &[
            ask(ALIGNMENT, &["triggers"], Process, "STR-03"),
            ask(
                "process_alignment.triggers[]",
                &["event", "entity", "condition", "within"],
                Process,
                "PRC-04",
            ),
            ask("process_alignment.triggers[]", &["sends"], Process, "PRC-05"),
        ],
    },
    Component {
        number: Some(7),
        id: "entities",
        title: words("Entities", "Entités"),
        group: ALIGNMENT,
        keys: &["entities"],
        asks: &[
            ask(ALIGNMENT, &["entities"], Process, "STR-03"),
            ask("process_alignment.entities[]", &["role", "side"], Process, "PRC-06"),
        ],
    },
    Component {
        number: Some(8),
        id: "data-cluster",
        title: words("Data cluster", "Groupe de données"),
        group: ALIGNMENT,
        keys: &["data_cluster"],
        asks: &[
            ask(ALIGNMENT, &["data_cluster"], Process, "STR-03"),
            ask("process_alignment.data_cluster", &["model"], Process, "DAT-03"),
            ask("process_alignment.data_cluster", &["maximum"], Process, "DAT-33"),
            ask("process_alignment.data_cluster", &["keys"], Process, "DAT-18"),
            ask("process_alignment.data_cluster.keys[]", &["scope"], Process, "DAT-20"),
        ],
    },
    Component {
        number: None,
        id: "with-process-alignment",
        title: words("Messages, lifecycle, verification", "Messages, cycle de vie, contrôle"),
        group: ALIGNMENT,
        keys: &["exchange_model", "messages", "processes", "lifecycle", "verification"],
        asks: &[
            ask(
                "process_alignment.messages[]",
                &["sender", "receiver", "version"],
                Technical,
                "TEC-02",
            ),
            ask(
                "process_alignment.lifecycle",
                &["initial", "states", "transitions"],
                Process,
                "PRC-14",
            ),
            ask_origin(
                "process_alignment.verification",
                &[
                    "grounds",
                    "acknowledge_within",
                    "reply_within",
                    "interim",
                    "no_reply",
                    "closing",
                ],
                Process,
                "PRC-23",
            ),
        ],
    },
    Component {
        number: Some(9),
        id: "service-interface",
        title: words("Service interface", "Interface de service"),
        group: TECHNICAL,
        keys: &["service_interface"],
        asks: &[
            ask(TECHNICAL, &["service_interface"], Technical, "STR-04"),
            ask(
                "technical_interoperability.service_interface.header",
                &["agency", "country", "customization", "customization_version"],
                Technical,
                "TEC-03",
            ),
            ask(
                "technical_interoperability.service_interface.header",
                &["message_id", "correlation_id"],
                Technical,
                "TEC-04",
            ),
            ask("technical_interoperability.service_interface", &["errors"], Technical, "TEC-11"),
            ask("technical_interoperability.service_interface", &["version"], Technical, "TEC-23"),
            ask(
                "technical_interoperability.service_interface.versioning",
                &["policy", "notice", "parallel_support"],
                Technical,
                "TEC-23",
            ),
            ask(
                "technical_interoperability.service_interface",
                &["reference_data"],
                Technical,
                "TEC-25",
            ),
        ],
    },
    Component {
        number: Some(10),
        id: "communication",
        title: words("Communication", "Communication"),
        group: TECHNICAL,
        keys: &["communication"],
        asks: &[
            ask(TECHNICAL, &["communication"], Technical, "STR-04"),
            ask(
                "technical_interoperability.communication",
                &["protocol", "syntax"],
                Technical,
                "TEC-06",
            ),
            ask("technical_interoperability.communication", &["duplicates"], Technical, "TEC-05"),
            ask(
                "technical_interoperability.communication",
                &["acknowledgement_timeout", "retries", "retry_interval", "escalation"],
                Technical,
                "TEC-10",
            ),
        ],
    },
    Component {
        number: Some(11),
        id: "architecture",
        title: words("Architecture", "Architecture"),
        group: TECHNICAL,
        keys: &["architecture"],
        asks: &[
            ask(TECHNICAL, &["architecture"], Technical, "STR-04"),
            ask("technical_interoperability.architecture", &["topology"], Technical, "TEC-01"),
        ],
    },
    Component {
        number: None,
        id: "with-technical-part",
        title: words(
            "Security, service levels, contingency, testing, monitoring",
            "Sécurité, niveaux de service, continuité, essais, suivi",
        ),
        group: TECHNICAL,
        keys: &["security", "service_levels", "contingency", "testing", "monitoring"],
        asks: &[
            ask(
                "technical_interoperability.security",
                &["certificates", "exchange", "renewal", "compromise_notice"],
                Technical,
                "TEC-09",
            ),
            ask(
                "technical_interoperability.service_levels",
                &[
                    "availability",
                    "window",
                    "maintenance_notice",
                    "response_time",
                    "response_share",
                    "processing_time",
                    "recovery_time",
                    "recovery_point",
                ],
                Technical,
                "TEC-13",
            ),
            ask(
                "technical_interoperability.contingency",
                &[
                    "outage_after",
                    "notify_within",
                    "channel",
                    "fallback",
                    "queue_retention",
                    "resend_order",
                    "recovery",
                ],
                Technical,
                "TEC-15",
            ),
            ask(
                "technical_interoperability.testing",
                &["phases", "environment", "exit_criteria"],
                Technical,
                "TEC-16",
            ),
            ask(
                "technical_interoperability.testing",
                &["parallel_from", "parallel_until"],
                Technical,
                "TEC-18",
            ),
            ask(
                "technical_interoperability.monitoring",
                &["indicators", "reconciliation", "report"],
                Technical,
                "TEC-19",
            ),
            ask(
                "technical_interoperability.monitoring",
                &["audit_log", "log_retention"],
                Technical,
                "TEC-20",
            ),
        ],
    },
];
