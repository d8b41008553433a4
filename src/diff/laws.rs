//! What a change means: one table by record and key of the format, and the measures that compare
//! formats, occurrences, requirements, code lists and limits.
//!
//! The measure is whether messages and duties that are right by the old block are right by the new
//! one. A widening lets through more than before: receivers change first, and whoever goes on as
//! before stays right. A narrowing refuses what was right: it breaks.

use crate::diff::{Class, First, Kind};
use crate::model::{Duration, Requirement, Scalar, negotiation_key};
use crate::resolve::{ClusterElement, Resolved};
use crate::syntax::{Node, Value};
use crate::text::notation::{Format, Occurs};
use crate::words::{Words, diff as say};

/// What is judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site<'a> {
    /// The record that holds the place.
    pub(super) record: &'static str,
    /// The key under which the place stands.
    pub(super) key: &'static str,
    /// The key of the item that the place belongs to, or is.
    pub(super) item: &'a str,
    pub(super) kind: Kind,
    pub(super) old: Option<&'a Node>,
    pub(super) new: Option<&'a Node>,
}

/// What a change of the values under a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Words.
    Editorial,
    /// Taken up in order.
    Compatible,
    /// Other, whichever way.
    Breaking,
    /// A list of things to use: more is compatible, less is breaking.
    Offer,
    /// A list of duties: more is breaking, less is compatible.
    Duty,
    /// A time to do something in: longer is compatible, shorter is breaking.
    Longer,
    /// An amount that is let through: more is compatible, less is breaking.
    More,
    /// A version: breaking when its first number changes.
    Version,
    /// The lowest version that is let through: higher is breaking, lower is compatible.
    Lowest,
    /// What is accepted, several joined by `-and-`: one more is compatible, one less is breaking.
    Accepted,
    /// The format of an element.
    Format,
    /// The occurrence of an element.
    Occurs,
    /// The requirement of an element.
    Requirement,
    /// The code list of an element.
    Codes,
    /// Elements: a mandatory one more, or any one less, is breaking.
    Elements,
    /// Words where the expression beside them decides; else they are the rule itself.
    BesideExpression(&'static str),
    /// How grave a fault is: graver is breaking.
    Severity,
}

impl Law {
    /// Its name, and what it says.
    pub const fn said(self) -> (&'static str, Words) {
        match self {
            Self::Editorial => ("editorial", say::LAW_EDITORIAL),
            Self::Compatible => ("compatible", say::LAW_COMPATIBLE),
            Self::Breaking => ("breaking", say::LAW_BREAKING),
            Self::Offer => ("offer", say::LAW_OFFER),
            Self::Duty => ("duty", say::LAW_DUTY),
            Self::Longer => ("time limit", say::LAW_LONGER),
            Self::More => ("amount", say::LAW_MORE),
            Self::Version => ("version", say::LAW_VERSION),
            Self::Lowest => ("lowest version", say::LAW_LOWEST),
            Self::Accepted => ("accepted", say::LAW_ACCEPTED),
            Self::Format => ("format", say::LAW_MEASURED),
            Self::Occurs => ("occurrence", say::LAW_MEASURED),
            Self::Requirement => ("requirement", say::LAW_REQUIREMENT),
            Self::Codes => ("code list", say::LAW_CODES),
            Self::Elements => ("elements", say::LAW_ELEMENTS),
            Self::BesideExpression(_) => ("statement", say::LAW_BESIDE),
            Self::Severity => ("severity", say::LAW_SEVERITY),
        }
    }
}

/// The verdict on a change.
type Verdict = (Class, First, Words);

/// Every law: record, key, law. What has none is compatible.
pub fn table() -> &'static [(&'static str, &'static str, Law)] {
    use Law::{
        Accepted, BesideExpression, Breaking, Codes, Duty, Editorial, Elements, Format, Longer,
        Lowest, More, Occurs, Offer, Requirement, Severity, Version,
    };
    &[
        ("Block", "gnc", Breaking),
        ("Control", "id", Editorial),
        ("Control", "version", Editorial),
        ("Control", "status", Editorial),
        ("Control", "title", Editorial),
        ("Control", "date", Editorial),
        ("Control", "maintainer", Editorial),
        ("Control", "history", Editorial),
        ("Control", "parties", Offer),
        ("Party", "name", Editorial),
        ("Party", "administration", Editorial),
        ("Party", "acts", Offer),
        ("Change", "version", Editorial),
        ("Change", "date", Editorial),
        ("Change", "change", Editorial),
        ("Change", "by", Editorial),
        ("Term", "term", Editorial),
        ("Attachment", "title", Editorial),
        ("BusinessCase", "name", Editorial),
        ("BusinessCase", "benefits", Editorial),
        ("Benefit", "stakeholder", Editorial),
        ("Benefit", "statement", Editorial),
        ("Benefit", "measure", Editorial),
        ("Provision", "title", Editorial),
        ("Provision", "summary", Editorial),
        ("BusinessCase", "purposes", Offer),
        ("Scope", "proofs", Offer),
        ("Scope", "regimes", Offer),
        ("Contact", "office", Editorial),
        ("Contact", "reach", Editorial),
        ("ProcessAlignment", "exchange_model", Breaking),
        ("ProcessAlignment", "messages", Offer),
        ("ProcessAlignment", "triggers", Offer),
        ("ProcessAlignment", "business_rules", Duty),
        ("Entity", "name", Editorial),
        ("Trigger", "sends", Offer),
        ("Trigger", "within", Longer),
        ("Message", "name", Breaking),
        ("Message", "title", Editorial),
        ("Message", "purpose", Editorial),
        ("Message", "version", Version),
        ("Message", "root", Breaking),
        ("Message", "function", Breaking),
        ("Message", "sender", Breaking),
        ("Message", "receiver", Breaking),
        ("Message", "both_ways", Breaking),
        ("Message", "acknowledged_by", Breaking),
        ("Message", "answered_by", Breaking),
        ("Message", "subset", Breaking),
        ("SubsetElement", "requirement", Requirement),
        ("SubsetElement", "occurs", Occurs),
        ("BusinessRule", "statement", BesideExpression("assert")),
        ("BusinessRule", "assert", Breaking),
        ("BusinessRule", "tolerance", Breaking),
        ("BusinessRule", "when", Breaking),
        ("Otherwise", "severity", Severity),
        ("Process", "name", Editorial),
        ("Process", "purpose", Editorial),
        ("Step", "name", Editorial),
        ("Step", "note", Editorial),
        ("Lifecycle", "states", Offer),
        ("Lifecycle", "transitions", Offer),
        ("State", "name", Editorial),
        ("State", "meaning", Editorial),
        ("Verification", "acknowledge_within", Longer),
        ("Verification", "reply_within", Longer),
        ("DataCluster", "model", Version),
        ("DataCluster", "hs_edition", Breaking),
        ("DataCluster", "time_basis", Breaking),
        ("DataCluster", "keys", Breaking),
        ("DataCluster", "elements", Elements),
        ("Key", "elements", Breaking),
        ("Key", "scope", Breaking),
        ("CodeList", "title", Editorial),
        ("CodeList", "maintainer", Editorial),
        ("CodeList", "codes", Offer),
        ("CodeList", "user_codes", Offer),
        ("CodeEntry", "name", Editorial),
        ("Element", "wco_id", Breaking),
        ("Element", "name", Editorial),
        ("Element", "note", Editorial),
        ("Element", "data_type", Breaking),
        ("Element", "format", Format),
        ("Element", "occurs", Occurs),
        ("Element", "requirement", Requirement),
        ("Element", "codes", Codes),
        ("Element", "unit", Breaking),
        ("Element", "value_type", Breaking),
        ("Element", "namespace", Breaking),
        ("Element", "tag", Breaking),
        ("DataCluster", "xml_schema", Breaking),
        ("DataCluster", "value_types", Breaking),
        ("XmlSchema", "wrapper", Breaking),
        ("XmlSchema", "documents", Breaking),
        ("WrappedDocument", "occurs", Occurs),
        ("ValueType", "base", Breaking),
        ("ValueType", "namespace", Breaking),
        ("ValueType", "holder", Breaking),
        ("ValueType", "white_space", Breaking),
        ("ValueType", "length", Breaking),
        ("ValueType", "min_length", Breaking),
        ("ValueType", "max_length", Breaking),
        ("ValueType", "total_digits", Breaking),
        ("ValueType", "fraction_digits", Breaking),
        ("ValueType", "min_inclusive", Breaking),
        ("ValueType", "max_inclusive", Breaking),
        ("ValueType", "min_exclusive", Breaking),
        ("ValueType", "max_exclusive", Breaking),
        ("ValueType", "patterns", Breaking),
        ("ValueType", "codes", Breaking),
        ("ValueType", "attributes", Breaking),
        ("ValueAttribute", "base", Breaking),
        ("ValueAttribute", "presence", Breaking),
        ("ValueAttribute", "fixed", Breaking),
        ("Condition", "text", BesideExpression("when")),
        ("Condition", "when", Breaking),
        ("ServiceInterface", "version", Version),
        ("ServiceInterface", "operations", Offer),
        ("Header", "agency", Editorial),
        ("Header", "country", Breaking),
        ("Header", "customization", Breaking),
        ("Header", "customization_version", Breaking),
        ("Header", "message_id", Breaking),
        ("Header", "correlation_id", Breaking),
        ("Operation", "message", Breaking),
        ("Operation", "gateway", Breaking),
        ("Operation", "path", Breaking),
        ("Operation", "version", Version),
        ("Operation", "summary", Editorial),
        ("ErrorCode", "meaning", Editorial),
        ("Communication", "protocol", Breaking),
        ("Communication", "syntax", Accepted),
        ("Communication", "character_set", Breaking),
        ("Communication", "tls", Lowest),
        ("Communication", "mutual_authentication", Breaking),
        ("Communication", "authorisation", Breaking),
        ("Communication", "acknowledgement_timeout", Longer),
        ("Communication", "response_timeout", Longer),
        ("Communication", "message_size", More),
        ("Communication", "attachment_size", More),
        ("Communication", "rate_limit", More),
        ("Security", "signature", Breaking),
        ("Security", "encryption", Breaking),
        ("Security", "certificates", Breaking),
        ("Security", "compromise_notice", Longer),
        ("ServiceLevels", "response_time", Longer),
        ("ServiceLevels", "processing_time", Longer),
        ("ServiceLevels", "recovery_time", Longer),
        ("ServiceLevels", "measurement", Editorial),
        ("Contingency", "notify_within", Longer),
        ("TestPhase", "description", Editorial),
        ("Indicator", "name", Editorial),
    ]
}

/// The law of a key.
fn law(record: &str, key: &str) -> Law {
    let found = table().iter().find(|(of, it, _)| *of == record && *it == key);
    found.map_or(Law::Compatible, |(_, _, law)| *law)
}

const EDITORIAL: Verdict = (Class::Editorial, First::Nobody, say::WORDS);
const ORDERLY: Verdict = (Class::Compatible, First::Nobody, say::TAKEN_UP);
const OTHER: Verdict = (Class::Breaking, First::Both, say::OTHER);
const WIDER: Verdict = (Class::Compatible, First::Receiver, say::WIDER);
const NARROWER: Verdict = (Class::Breaking, First::Sender, say::NARROWER);

/// What a change means.
pub(super) fn judge(old: &Resolved, new: &Resolved, site: &Site) -> Verdict {
    if site.kind == Kind::Moved {
        return (Class::Editorial, First::Nobody, say::ORDER);
    }
    let law = law(site.record, site.key);
    if law == Law::Editorial {
        return EDITORIAL;
    }
    let negotiated = |it: Option<&Node>| it.is_some_and(|it| negotiation_key(it).is_some());
    match (negotiated(site.old), negotiated(site.new)) {
        (true, true) => return (Class::Compatible, First::Nobody, say::NEGOTIATED),
        (true, false) => return (Class::Compatible, First::Nobody, say::SETTLED),
        (false, true) => return (Class::Compatible, First::Nobody, say::REOPENED),
        (false, false) => {}
    }
    match law {
        Law::Editorial => EDITORIAL,
        Law::Compatible => ORDERLY,
        Law::Breaking => OTHER,
        Law::Offer => match site.kind {
            Kind::Removed if is_placeholder(site.old) => {
                (Class::Compatible, First::Nobody, say::PLACEHOLDER)
            }
            Kind::Added => (Class::Compatible, First::Receiver, say::MORE_OFFERED),
            Kind::Removed => (Class::Breaking, First::Sender, say::NO_LONGER_OFFERED),
            Kind::Changed | Kind::Moved => OTHER,
        },
        Law::Duty => match site.kind {
            Kind::Added => (Class::Breaking, First::Sender, say::MORE_ASKED),
            Kind::Removed => (Class::Compatible, First::Receiver, say::LESS_ASKED),
            Kind::Changed | Kind::Moved => OTHER,
        },
        Law::Longer => {
            let length = |it: Option<&Node>| Some(Duration::parse(it?.text()?)?.about_seconds());
            allowance(length(site.old), length(site.new))
        }
        Law::More => {
            let amount = |it: Option<&Node>| it?.text()?.parse::<u64>().ok();
            allowance(amount(site.old), amount(site.new))
        }
        Law::Version => {
            let version = |it: Option<&Node>| {
                let text = it?.text()?;
                let version = text.split_once('@').map_or(text, |it| it.1);
                Some(version.split('.').next()?.to_owned())
            };
            match (version(site.old), version(site.new)) {
                (Some(old), Some(new)) if old != new => OTHER,
                _ => ORDERLY,
            }
        }
        Law::Lowest => {
            let version = |it: Option<&Node>| {
                it?.text()?
                    .split('.')
                    .map(|part| part.parse::<u32>().ok())
                    .collect::<Option<Vec<_>>>()
            };
            within(version(site.old), version(site.new), |old, new| new <= old)
        }
        Law::Accepted => {
            let each = |it: Option<&Node>| {
                Some(it?.text()?.split("-and-").map(str::to_owned).collect::<Vec<_>>())
            };
            let are_in =
                |old: &Vec<String>, new: &Vec<String>| old.iter().all(|it| new.contains(it));
            within(each(site.old), each(site.new), are_in)
        }
        Law::Format => facet(old, new, site, |it, _| it.format, Format::is_within),
        Law::Occurs if site.record == "SubsetElement" => {
            let read = |it: Option<&Node>| it?.text()?.parse().ok();
            within(read(site.old), read(site.new), Occurs::is_within)
        }
        Law::Occurs => facet(old, new, site, |it, _| Some(it.occurs), Occurs::is_within),
        Law::Codes => {
            facet(old, new, site, codes, |one, other| one.iter().all(|code| other.contains(code)))
        }
        Law::Requirement => requirement(site.old, site.new),
        Law::Elements => elements(old, new, site),
        Law::BesideExpression(key) => {
            let expression = |of: &Resolved| written_beside(of, site, key).map(str::to_owned);
            match (expression(old), expression(new)) {
                (Some(_), Some(_)) => (Class::Editorial, First::Nobody, say::BESIDE),
                _ => OTHER,
            }
        }
        Law::Severity => {
            let weight = |it: Option<&Node>| {
                ["warning", "discrepancy", "reject"]
                    .iter()
                    .position(|word| it.and_then(Node::text) == Some(word))
            };
            match (weight(site.old), weight(site.new)) {
                (Some(old), Some(new)) if new <= old => {
                    (Class::Compatible, First::Receiver, say::LESS_ASKED)
                }
                _ => (Class::Breaking, First::Sender, say::MORE_ASKED),
            }
        }
    }
}

/// Whether it is a Party of a framework that stands for others.
fn is_placeholder(node: Option<&Node>) -> bool {
    node.and_then(|it| it.get("placeholder")).and_then(Node::text) == Some("true")
}

/// A time or an amount that is allowed.
fn allowance(old: Option<u64>, new: Option<u64>) -> Verdict {
    match (old, new) {
        (Some(old), Some(new)) if new > old => {
            (Class::Compatible, First::Receiver, say::MORE_ALLOWED)
        }
        (Some(old), Some(new)) if new < old => (Class::Breaking, First::Sender, say::LESS_ALLOWED),
        (Some(_), Some(_)) => EDITORIAL,
        (None, Some(_)) => (Class::Breaking, First::Sender, say::LESS_ALLOWED),
        (_, None) => (Class::Compatible, First::Receiver, say::MORE_ALLOWED),
    }
}

/// Compares what an element has on either side, of its own or from its dataset.
fn facet<T: PartialEq>(
    old: &Resolved,
    new: &Resolved,
    site: &Site,
    get: impl Fn(&ClusterElement, &Resolved) -> Option<T>,
    is_within: impl Fn(&T, &T) -> bool,
) -> Verdict {
    let value = |of: &Resolved| of.cluster.find(site.item).and_then(|it| get(it, of));
    within(value(old), value(new), is_within)
}

fn within<T: PartialEq>(
    old: Option<T>,
    new: Option<T>,
    is_within: impl Fn(&T, &T) -> bool,
) -> Verdict {
    match (old, new) {
        (None, None) => ORDERLY,
        (Some(old), Some(new)) if old == new => (Class::Editorial, First::Nobody, say::SAME_EFFECT),
        (Some(old), Some(new)) if is_within(&old, &new) => WIDER,
        (Some(old), Some(new)) if is_within(&new, &old) => NARROWER,
        (Some(_), Some(_)) => OTHER,
        (Some(_), None) => WIDER,
        (None, Some(_)) => NARROWER,
    }
}

/// The codes that an element may carry; `None` when nobody lists them.
fn codes(element: &ClusterElement, block: &Resolved) -> Option<Vec<String>> {
    let codes = element.codes.as_ref()?.codes(&block.catalogue)?;
    Some(codes.into_iter().map(|it| it.code).collect())
}

/// How much a requirement lets through, the least first: an element that is never sent is apart.
fn freedom(requirement: Requirement) -> u8 {
    match requirement {
        Requirement::Mandatory => 0,
        Requirement::Conditional => 1,
        Requirement::Optional | Requirement::NotCommunicated => 2,
    }
}

/// A requirement, or one for each message: the gravest of what changes counts.
fn requirement(old: Option<&Node>, new: Option<&Node>) -> Verdict {
    let read = |it: Option<&Node>, message: &str| -> Option<Requirement> {
        let node = it?;
        let text = node.text().or_else(|| node.get(message)?.text())?;
        text.parse().ok()
    };
    let names = [old, new].into_iter().flatten().flat_map(|it| match &it.value {
        Value::Map(entries) => entries.iter().map(|it| &*it.key.value).collect(),
        _ => vec![""],
    });
    let never = Some(Requirement::NotCommunicated);
    let verdicts = names.map(|name| {
        let (old, new) = (read(old, name), read(new, name));
        let freer = match (old, new) {
            _ if old == never => new != Some(Requirement::Mandatory),
            (Some(old), Some(new)) => freedom(new) > freedom(old),
            (Some(_), None) => true,
            (None, _) => false,
        };
        match freer && new != never {
            _ if old == new => (Class::Editorial, First::Nobody, say::SAME_EFFECT),
            true => WIDER,
            false => NARROWER,
        }
    });
    verdicts.max_by_key(|it| it.0).unwrap_or(ORDERLY)
}

/// A data element that is there on one side only.
fn elements(old: &Resolved, new: &Resolved, site: &Site) -> Verdict {
    let carried = |block: &Resolved| {
        let at = block.cluster.position(site.item);
        let here = block.messages.iter().flat_map(|it| &it.content);
        let here = here.filter(|it| Some(it.element) == at);
        here.map(|it| it.requirement).collect::<Vec<_>>()
    };
    match site.kind {
        Kind::Added => {
            let must = carried(new).contains(&Some(Requirement::Mandatory));
            match must {
                true => (Class::Breaking, First::Sender, say::MANDATORY_ELEMENT),
                false => (Class::Compatible, First::Receiver, say::ELEMENT_ADDED),
            }
        }
        Kind::Removed if carried(old).is_empty() => ORDERLY,
        Kind::Removed => (Class::Breaking, First::Sender, say::ELEMENT_REMOVED),
        Kind::Changed | Kind::Moved => OTHER,
    }
}

/// The expression beside words, when it is there; that it changes is a change of its own.
fn written_beside<'a>(block: &'a Resolved, site: &Site, key: &str) -> Option<&'a str> {
    let alignment = block.tree.get("process_alignment")?;
    let (list, id, part) = match site.record {
        "Condition" => (alignment.get("data_cluster")?.get("elements")?, "path", Some("condition")),
        _ => (alignment.get("business_rules")?, "id", None),
    };
    let Value::List(items) = &list.value else { return None };
    let item = items.iter().find(|it| it.get(id).and_then(Node::text) == Some(site.item))?;
    let holder = part.map_or(Some(item), |part| item.get(part))?;
    holder.get(key).and_then(Node::text)
}
