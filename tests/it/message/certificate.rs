//! A small block, made by hand: a certificate, its cancellation, a receipt, a response, a query.

use std::sync::Arc;

use gnc::view::message::facets::{CharacterSet, DataKind, DateFormat, Facets};
use gnc::view::message::interface::{
    ErrorCategory, ErrorCode, Gateway, Interface, Operation, Security, Setting, Syntax,
};
use gnc::view::message::tree::{Row, Types, ValueForm, assemble};
use gnc::view::message::{
    Code, CodeList, HeaderValues, Message, MessageModel, Nature, Presence, Term, header,
};
use gnc::words::Label;

const COUNTRIES: usize = 0;
const CRITERIA: usize = 1;
const CURRENCIES: usize = 2;
const UNITS: usize = 3;
const LONG: usize = 4;

fn list(id: &str, type_name: &str, codes: &[(&str, &str, &str)]) -> CodeList {
    let code = |(value, en, fr): &(&str, &str, &str)| Code {
        value: (*value).to_owned(),
        name: Label::new(*en, *fr),
    };
    CodeList {
        id: id.to_owned(),
        type_name: type_name.to_owned(),
        label: Label::new(id, id),
        version: "2026-01".to_owned(),
        maintainer: "ISO".to_owned(),
        restricted: true,
        codes: codes.iter().map(code).collect(),
    }
}

/// Path, occurrence (`M` is `1..1`, `C` and `O` are `0..1`; a number is the most), WCO ID,
/// dictionary entry name and format; a row without format is a class.
type Line = (&'static str, &'static str, u32, &'static str, &'static str, &'static str);

const LINES: &[Line] = &[
    ("Certificate", "M", 1, "", "Certificate. Details", ""),
    ("Certificate/FunctionCode", "M", 1, "017", "Certificate. Function. Code", "n..2"),
    (
        "Certificate/FunctionalReferenceID",
        "M",
        1,
        "D026",
        "Certificate. Functional Reference. Identifier",
        "an..36",
    ),
    ("Certificate/ID", "M", 1, "D014", "Certificate. Identification. Identifier", "an..70"),
    ("Certificate/IssueDateTime", "M", 1, "D011", "Certificate. Issue. Date Time", "an..35"),
    ("Certificate/ExpiryDateTime", "O", 1, "", "Certificate. Expiry. Date Time", "day"),
    ("Certificate/InvoiceAmount", "O", 1, "109", "Certificate. Invoice. Amount", "n..16,3"),
    (
        "Certificate/TotalGrossMassMeasure",
        "O",
        1,
        "131",
        "Certificate. Total Gross Mass. Measure",
        "n..16,6",
    ),
    (
        "Certificate/TotalPackageQuantity",
        "O",
        1,
        "146",
        "Certificate. Total Package. Quantity",
        "n..8",
    ),
    (
        "Certificate/RetrospectiveIndicator",
        "C",
        1,
        "",
        "Certificate. Retrospective. Indicator",
        "n1",
    ),
    ("Certificate/RoutingCountryCode", "O", 9, "064", "Certificate. Routing Country. Code", "a2"),
    (
        "Certificate/AdditionalInformation",
        "O",
        Presence::UNBOUNDED,
        "03A",
        "Additional Information. Details",
        "",
    ),
    (
        "Certificate/AdditionalInformation/StatementDescription",
        "M",
        1,
        "225",
        "Additional Information. Statement Description. Text",
        "an..512",
    ),
    ("Certificate/Exporter", "M", 1, "57A", "Exporter. Details", ""),
    ("Certificate/Exporter/Name", "M", 1, "R031", "Exporter. Name. Text", "an..70"),
    ("Certificate/Exporter/ID", "O", 1, "R032", "Exporter. Identification. Identifier", "an..17"),
    ("Certificate/Exporter/Address", "M", 1, "04A", "Address. Details", ""),
    ("Certificate/Exporter/Address/CityName", "O", 1, "241", "Address. City Name. Text", "an..35"),
    ("Certificate/Exporter/Address/CountryCode", "M", 1, "242", "Address. Country. Code", "a2"),
    ("Certificate/Exporter/Address/Line", "O", 1, "239", "Address. Line. Text", "an..70"),
    (
        "Certificate/GovernmentAgencyGoodsItem",
        "M",
        999,
        "68A",
        "Government Agency Goods Item. Details",
        "",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/SequenceNumeric",
        "M",
        1,
        "006",
        "Government Agency Goods Item. Sequence. Numeric",
        "n..5",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/CustomsValueAmount",
        "O",
        1,
        "112",
        "Government Agency Goods Item. Customs Value. Amount",
        "n..16,3",
    ),
    ("Certificate/GovernmentAgencyGoodsItem/OriginCriterionCode", "M", 1, "", "", "an..4"),
    ("Certificate/GovernmentAgencyGoodsItem/PercentNumeric", "O", 1, "", "", "n..5,2"),
    ("Certificate/GovernmentAgencyGoodsItem/Commodity", "M", 1, "23A", "Commodity. Details", ""),
    (
        "Certificate/GovernmentAgencyGoodsItem/Commodity/Description",
        "M",
        1,
        "137",
        "Commodity. Description. Text",
        "an..512",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/Commodity/Classification/ID",
        "M",
        1,
        "145",
        "Classification. Identification. Identifier",
        "n..18",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/GrossMassMeasure",
        "O",
        1,
        "126",
        "Goods Measure. Gross Mass. Measure",
        "n..16,6",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/TariffQuantity",
        "M",
        1,
        "130",
        "Goods Measure. Tariff. Quantity",
        "n..16,6",
    ),
    ("Certificate/GovernmentAgencyGoodsItem/Origin", "M", 3, "92A", "Origin. Details", ""),
    (
        "Certificate/GovernmentAgencyGoodsItem/Origin/CountryCode",
        "M",
        1,
        "063",
        "Origin. Country. Code",
        "a2",
    ),
    (
        "Certificate/GovernmentAgencyGoodsItem/Packaging/TypeCode",
        "O",
        1,
        "141",
        "Packaging. Type. Code",
        "an..2",
    ),
    // The same dictionary entry name as the exporter's, in a narrower form.
    ("Certificate/Importer/Address/CityName", "O", 1, "241", "Address. City Name. Text", "an..20"),
];

/// What the cancellation carries.
const CANCELLED: &[&str] = &[
    "Certificate",
    "Certificate/FunctionCode",
    "Certificate/FunctionalReferenceID",
    "Certificate/ID",
    "Certificate/AdditionalInformation",
    "Certificate/AdditionalInformation/StatementDescription",
];

const RESPONSE: &[Line] = &[
    ("Response", "M", 1, "07B", "Response. Details", ""),
    ("Response/FunctionCode", "M", 1, "017", "Response. Function. Code", "n..2"),
    (
        "Response/FunctionalReferenceID",
        "M",
        1,
        "D026",
        "Response. Functional Reference. Identifier",
        "an..36",
    ),
    ("Response/IssueDateTime", "M", 1, "D029", "Response. Issue. Date Time", "an..35"),
    ("Response/Error", "O", 99, "53A", "Error. Details", ""),
    ("Response/Error/Description", "O", 1, "488", "Error. Description. Text", "an..512"),
    ("Response/Error/ValidationCode", "M", 1, "377", "Error. Validation. Code", "an..8"),
    ("Response/Error/Pointer/SequenceNumeric", "O", 1, "006", "Pointer. Sequence. Numeric", "n..5"),
    ("Response/Error/Pointer/TagID", "O", 1, "381", "Pointer. Tag. Identifier", "an..4"),
];

/// Rows of `lines`, with their types.
fn rows<'l>(lines: &'l [Line], types: &mut Types) -> Vec<Row<'l>> {
    lines.iter().map(|line| row(line, types)).collect()
}

fn row<'l>(line: &'l Line, types: &mut Types) -> Row<'l> {
    let &(path, requirement, max, wco_id, dictionary_entry, format) = line;
    let tag = path.rsplit('/').next().expect("a tag");
    let presence = match requirement {
        "M" => Presence::mandatory(),
        "O" => Presence::optional(),
        _ => Presence::conditional(Label::new(
            "Present when issued after export & \"late\"",
            "Présent lorsque le certificat est délivré après l’exportation",
        )),
    };
    let presence = presence.up_to(max);
    let term = Arc::new(Term {
        wco_id: wco_id.to_owned(),
        wco_name: tag.to_owned(),
        dictionary_entry: dictionary_entry.to_owned(),
        format: format.to_owned(),
        label: Label::new(format!("{tag} <label>"), format!("{tag} (libellé)")),
        definition: Label::new("What it is & why -- <b>.", "Ce que c’est & pourquoi."),
        ..Term::default()
    });
    let data_type =
        (!format.is_empty()).then(|| types.position(path, &term, &form(tag, path, format)));
    Row { path, term, presence, data_type, namespace: None, tag: None }
}

fn form(tag: &str, path: &str, format: &str) -> ValueForm {
    let ends = [
        ("Amount", DataKind::Amount),
        ("Code", DataKind::Code),
        ("DateTime", DataKind::DateTime),
        ("ID", DataKind::Identifier),
        ("Indicator", DataKind::Indicator),
        ("Measure", DataKind::Measure),
        ("Numeric", DataKind::Numeric),
        ("Quantity", DataKind::Quantity),
    ];
    let kind = ends.iter().find(|(end, _)| tag.ends_with(end)).map_or(DataKind::Text, |it| it.1);
    if format == "day" {
        return ValueForm::new(kind, Facets::Date(vec![DateFormat::Day]));
    }
    let digits = format.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let set = match &format[..format.len() - digits.len()] {
        "a" => CharacterSet::Letters,
        "n" => CharacterSet::Digits,
        _ => CharacterSet::Any,
    };
    let (total, decimals) = digits.split_once(',').unwrap_or((digits, "0"));
    let max: u32 = total.trim_start_matches("..").parse().expect("a length");
    let min = if total.starts_with("..") { 1 } else { max };
    let facets = Facets::of(kind, set, min, max, decimals.parse().expect("decimals"));
    let mut form = ValueForm::new(kind, facets);
    form.codes = match tag {
        _ if tag.ends_with("CountryCode") => Some(COUNTRIES),
        "OriginCriterionCode" => Some(CRITERIA),
        "TypeCode" => Some(LONG),
        _ if kind == DataKind::Amount => Some(CURRENCIES),
        _ if kind == DataKind::Measure || path.ends_with("TariffQuantity") => Some(UNITS),
        _ => None,
    };
    form
}

/// The block.
pub(super) fn model() -> MessageModel {
    let mut types = Vec::new();
    let header = header::class(&mut types);
    let mut types = Types::with(types);
    let certificate = rows(LINES, &mut types);
    let response = rows(RESPONSE, &mut types);
    let cancelled: Vec<Row> =
        certificate.iter().filter(|row| CANCELLED.contains(&row.path)).cloned().collect();
    let message =
        |id: &str, name: &str, function: &str, nature, root: &str, rows: &[Row]| Message {
            id: id.to_owned(),
            name: name.to_owned(),
            label: Label::new(format!("{name} (label)"), format!("{name} (libellé)")),
            purpose: Label::new("Tells of a certificate.", "Informe d’un certificat."),
            nature,
            function: function.to_owned(),
            senders: vec!["exporting".to_owned()],
            receivers: vec!["importing".to_owned()],
            version: "1.2.0".to_owned(),
            acknowledged_by: Vec::new(),
            answered_by: Vec::new(),
            root: assemble(root, rows),
        };
    let mut messages = vec![
        message(
            "certificate",
            "CertificateOfOrigin",
            "9",
            Nature::Document,
            "Certificate",
            &certificate,
        ),
        message(
            "cancellation",
            "CertificateOfOriginCancellation",
            "1",
            Nature::Document,
            "Certificate",
            &cancelled,
        ),
        message(
            "receipt",
            "TechnicalReceipt",
            "11",
            Nature::Acknowledgement,
            "Response",
            &response,
        ),
        message("response", "BusinessResponse", "44", Nature::Response, "Response", &response),
        message("status-query", "StatusQuery", "13", Nature::Request, "Certificate", &cancelled),
    ];
    for message in &mut messages[..2] {
        message.acknowledged_by = vec![2];
        message.answered_by = vec![3];
    }
    messages[4].answered_by = vec![3];
    let operation = |id: &str, message, gateway, path: &str| Operation {
        id: id.to_owned(),
        message,
        gateways: vec![gateway],
        path: path.to_owned(),
        summary: Label::default(),
    };
    let gateway = |id: &str, en: &str, fr: &str| Gateway {
        id: id.to_owned(),
        label: Label::new(en, fr),
        roles: Vec::new(),
    };
    MessageModel {
        block: "test.certificate".to_owned(),
        version: "1.2.0".to_owned(),
        draft: false,
        title: Label::new("Exchange of certificates", "Échange de certificats"),
        data_model: "3.6".to_owned(),
        given: None,
        header_values: HeaderValues::default(),
        exporting_country: "KE".to_owned(),
        importing_country: "FR".to_owned(),
        header,
        messages,
        constraints: Vec::new(),
        matchings: Vec::new(),
        data_types: types.finish(),
        code_lists: vec![
            list(
                "iso-3166-1",
                "CountryCodeListType",
                &[
                    ("DE", "Germany", "Allemagne"),
                    ("FR", "France", "France"),
                    ("KE", "Kenya", "Kenya"),
                ],
            ),
            list(
                "criteria",
                "CriteriaCodeListType",
                &[
                    ("WO", "Wholly obtained & <more>", "Entièrement obtenu"),
                    ("PSR", "Product-specific rule", "Règle spécifique"),
                ],
            ),
            list("iso-4217", "CurrencyCodeListType", &[("EUR", "Euro", "Euro"), ("KES", "", "")]),
            list("rec20", "UnitCodeListType", &[("KGM", "kilogram", "kilogramme")]),
            list("rec21", "PackageCodeListType", &[]),
        ],
        interface: Interface {
            base_path: "/gnc/v1".to_owned(),
            gateways: vec![
                gateway("importing-gateway", "Inbound gateway", "Passerelle entrante"),
                gateway("exporting-gateway", "Outbound gateway", "Passerelle sortante"),
            ],
            operations: vec![
                operation("receiveCertificate", 0, 0, "/messages/certificate-of-origin"),
                operation(
                    "receiveCancellation",
                    1,
                    0,
                    "/messages/certificate-of-origin-cancellation",
                ),
                operation("receiveReceipt", 2, 1, "/messages/technical-receipt"),
                operation("receiveResponse", 3, 1, "/messages/business-response"),
                operation("receiveStatusQuery", 4, 0, "/messages/status-query"),
            ],
            security: vec![Security::MutualTls, Security::OAuth],
            syntaxes: vec![Syntax::Json, Syntax::Xml],
            acknowledgement_timeout: Setting::Proposed(vec![
                ("ADJ".to_owned(), "PT30S".to_owned()),
                ("BOR".to_owned(), "PT5M".to_owned()),
            ]),
            retry_count: Setting::Agreed("3".to_owned()),
            retry_interval: Setting::Open("BOR".to_owned(), "2027-02-01".to_owned()),
            message_limit: Setting::Agreed("5000 kB".to_owned()),
            ..Interface::default()
        },
        error_codes: vec![
            ErrorCode {
                code: "E-QTY".to_owned(),
                meaning: Label::new("The quantity differs.", "La quantité diffère."),
                action: Label::new("Correct and send again.", "Corriger et renvoyer."),
                category: ErrorCategory::BusinessRule,
            },
            ErrorCode {
                code: "E-SCHEMA".to_owned(),
                meaning: Label::new("Not conforming.", "Non conforme."),
                action: Label::default(),
                category: ErrorCategory::Schema,
            },
        ],
    }
}
