//! The values of samples: one shipment of coffee and tea with its invoice, parties and dates, and
//! what becomes of its certificate. Other subjects have their own values in `subjects`.
//!
//! People, companies and numbers are invented; codes are real ones of the public lists. Amounts,
//! masses and counts of the two items add up to the totals.

use std::borrow::Cow;

use crate::view::message::facets::{CharacterSet, DataKind, DateFormat, Facets};
use crate::view::message::sample::subjects::SUBJECTS;
use crate::view::message::{Code, Nature};

/// Tag of the sequence number of what repeats (WCO ID 006).
pub(super) const SEQUENCE: &str = "SequenceNumeric";
/// An agency that answers for an interface.
pub(super) const AGENCY: &str = "National Customs Service";
/// Countries of the samples where the block names none that its code list has.
pub(super) const COUNTRIES: [&str; 2] = ["KE", "FR"];
/// Stands for the exporting country at the beginning of a value.
pub(super) const EXPORTING: char = '@';
/// Stands for the importing country at the beginning of a value.
pub(super) const IMPORTING: char = '#';
/// What a message does, as far as the values of its sample depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Role<'m> {
    /// Its kind.
    pub nature: Nature,
    /// Its function code.
    pub function: &'m str,
    /// Its name, for two that do the same with another document.
    pub name: &'m str,
    /// The tag of the document that the message before it carries, if it answers one.
    pub answers: &'m str,
}

/// Classes and attributes that a plausible sample leaves out although it might carry them: end of
/// the path, and the kind of message, if only that one.
const LEFT_OUT: &[(&str, Option<Nature>)] = &[
    // A message that can be read has no error, and one that is rejected was not accepted.
    ("Response/Error", Some(Nature::Acknowledgement)),
    ("Response/Certificate/AcceptanceDateTime", None),
    // What is only said of another outcome than the one that the sample shows.
    ("ConsentDecision/ReasonDescription", Some(Nature::Response)),
    ("BorderEvent/ReasonDescription", None),
    ("AEOMutualRecognitionParty/RevocationDateTime", None),
    ("AEOMutualRecognitionParty/AuthorisationHolder/ID", None),
    ("IdentifierAssociation/EndDateTime", None),
    ("Irregularity/ReasonDescription", None),
    ("ConsignmentItem/UnitQuantity", None),
    ("PhytosanitaryCertificate/ReexportDescription", None),
    ("ImportDecision/ReasonCode", None),
    ("ImportDecision/ReasonDescription", None),
    // Conditional elements whose condition the sample does not fulfil.
    ("Certificate/PreviousDocument", None),
    ("Invoice/ThirdOperator", None),
    ("Origin/Cumulation", None),
    ("Amendment/ChangeReasonDescription", None),
    ("Commodity/DangerousGoods", None),
    ("GovernmentProcedure/PreviousCode", None),
    ("ImportReport/GovernmentAgencyGoodsItem", None),
    ("OriginDeclarant/EndDateTime", None),
    ("Response/AdditionalInformation", Some(Nature::Response)),
    ("Utilisation/GovernmentAgencyGoodsItem/DiscrepancyCode", None),
    ("Verification/GovernmentAgencyGoodsItem", Some(Nature::Response)),
];
/// The same for messages with one function code, or that answer one document: end of the path, and
/// that code or the tag of that document.
const LEFT_OUT_IN: &[(&str, &str)] = &[
    ("AEOMutualRecognitionParty/SuspensionDateTime", "4"),
    ("AEOMutualRecognitionParty/SuspensionDateTime", "9"),
    // A complete list tells no change.
    ("OperatorList/AEOMutualRecognitionParty/ChangeCode", "9"),
    ("DeclarantList/OriginDeclarant/ChangeCode", "9"),
    // Goods that an amendment speaks of have not left yet.
    ("Declaration/GoodsShipment/ExitDateTime", "5"),
    // A certificate for export rests on none before it.
    ("PhytosanitaryCertificate/PreviousDocument", "9"),
    // A remark goes with what is accepted; a place in words needs no pointer.
    ("Response/AdditionalInformation", "Movement"),
    ("Response/AdditionalInformation", "OperatorList"),
    ("Response/AdditionalInformation", "PhytosanitaryCertificate"),
    ("Response/AdditionalInformation", "Subscription"),
    ("Response/Error/Pointer", "DeclarantList"),
    ("Response/Error/Pointer", "Movement"),
    ("Response/Error/Pointer", "OperatorList"),
    ("Response/Error/Pointer", "PhytosanitaryCertificate"),
    ("Response/Error/Pointer", "Subscription"),
];
/// Values that depend on the kind of message: end of the path, kind, value.
const BY_NATURE: &[(&str, Nature, &str)] = &[
    ("Response/IssueDateTime", Nature::Acknowledgement, "20260312093005Z"),
    ("Response/Status/EffectiveDateTime", Nature::Acknowledgement, "20260312093004Z"),
    ("Response/Status/NameCode", Nature::Acknowledgement, "170"),
    ("Verification/IssueDateTime", Nature::Response, "20260520143000Z"),
    ("Verification/StatusCode", Nature::Request, "REQ"),
    ("Verification/StatusCode", Nature::Response, "REP"),
];

/// End of a path, and what stands there on the first and on every further occurrence. The longest
/// matching end counts; ends begin at a tag. In byte order, for the search.
const KNOWN: &[(&str, &str, &str)] = &[
    ("ActualDateTime", "20260314110000Z", "20260314110000Z"),
    ("AdditionalDocument/ID", "PC-2026-0099", "PC-2026-0100"),
    ("AdditionalDocument/Name", "Phytosanitary certificate", "Phytosanitary certificate"),
    ("AdditionalDocument/TypeCode", "851", "851"),
    ("AdditionalInformation/LimitDateTime", "20260326235959Z", "20260326235959Z"),
    ("AdditionalInformation/StatementCode", "OTHER", "OTHER"),
    (
        "AdditionalInformation/StatementDescription",
        "Goods packed at the premises of the producer.",
        "Goods examined at the exporter's premises.",
    ),
    ("AdditionalInformation/StatementTypeCode", "ACB", "ACB"),
    ("Address/CityName", "Port Meridian", "Port Meridian"),
    ("Address/CountrySubDivisionCode", "@-01", "@-01"),
    ("Address/CountrySubDivisionName", "Coastal Province", "Coastal Province"),
    ("Address/Line", "14 Harbour Road", "14 Harbour Road"),
    ("Address/PostcodeID", "20114", "20114"),
    ("Agent/ID", "@TIN0077120", "@TIN0077120"),
    ("Agent/Name", "Meridian Freight Services Ltd", "Meridian Freight Services Ltd"),
    ("Amendment/ChangeReasonCode", "ERR", "ERR"),
    (
        "Amendment/ChangeReasonDescription",
        "Number of packages of the second item corrected.",
        "Number of packages of the second item corrected.",
    ),
    ("Amendment/RequestDateTime", "20260318090000Z", "20260318090000Z"),
    ("AmountAmount", "37500.00", "9000.00"),
    (
        "Authentication",
        "MEQCIHzL1TqWkVfXb4n0sYp9mGdRuC2aJ8eNwQ5hZ7yKxBvTAiA=",
        "MEUCIQDk8v3Pq2LrWmX0aTzYbN4cVfGdJ6sHu1eRoQ9iKw7xBAIg",
    ),
    ("Authentication/CertificationDateTime", "20260312092500Z", "20260312092500Z"),
    ("Authenticator/Name", "M. Castellan", "M. Castellan"),
    (
        "BinaryFile/AccessURI",
        "https://documents.invalid/pc-2026-0099.pdf",
        "https://documents.invalid/pc-2026-0099.pdf",
    ),
    (
        "BinaryFile/HashID",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    ("BinaryFile/MIMECode", "application/pdf", "application/pdf"),
    ("BinaryFile/SizeMeasure", "184320", "184320"),
    ("BorderTransportMeans/ID", "9074729", "9074729"),
    ("BorderTransportMeans/Name", "Meridian Star", "Meridian Star"),
    ("BorderTransportMeans/TypeCode", "1511", "1511"),
    ("CancellationDateTime", "20260325120000Z", "20260325120000Z"),
    ("Certificate/TypeCode", "864", "864"),
    ("CertificationDateTime", "20260312092500Z", "20260312092500Z"),
    ("Classification/ID", "090121", "090230"),
    ("Classification/IdentificationTypeCode", "HS", "HS"),
    ("Commodity/CommercialCategorizationID", "ROAST-1KG", "TEA-250G"),
    (
        "Commodity/Description",
        "Coffee, roasted, not decaffeinated, in retail packs of 1 kg",
        "Black tea in retail packets of 250 g",
    ),
    ("Communication/ID", "origin@trade.invalid", "origin@trade.invalid"),
    ("Communication/TypeCode", "EM", "EM"),
    ("ConfidentialIndicator", "false", "false"),
    ("Consignee/Address/CityName", "Northgate", "Northgate"),
    ("Consignee/Address/CountrySubDivisionCode", "#-01", "#-01"),
    ("Consignee/Address/CountrySubDivisionName", "Northern Region", "Northern Region"),
    ("Consignee/Address/Line", "27 Quay Street", "27 Quay Street"),
    ("Consignee/Address/PostcodeID", "76600", "76600"),
    ("Consignee/ID", "#TIN3300418", "#TIN3300418"),
    ("Consignee/Name", "Northgate Coffee and Tea plc", "Northgate Coffee and Tea plc"),
    ("Consignment/AdditionalDocument/ID", "MERB26031544", "MERB26031544"),
    ("Consignment/AdditionalDocument/TypeCode", "705", "705"),
    ("Consignor/ID", "@TIN1048827", "@TIN1048827"),
    ("Consignor/Name", "High Terrace Coffee Ltd", "High Terrace Coffee Ltd"),
    ("Contact/Name", "Export office", "Export office"),
    ("ContactOffice/ID", "#NGT001", "#NGT001"),
    ("CriterionCode", "RVC", "RVC"),
    (
        "CriterionDescription",
        "Regional value content, build-down method",
        "Regional value content, build-down method",
    ),
    ("CriterionPercentNumeric", "62.5", "58"),
    ("Cumulation/TypeCode", "BIL", "BIL"),
    ("CustomsValueAmount", "90000.00", "27000.00"),
    ("DeMinimisIndicator", "false", "false"),
    ("DeclarationOfficeID", "#NGT001", "#NGT001"),
    ("DepartureDateTime", "20260314180000Z", "20260314180000Z"),
    ("DepartureTransportMeans/ID", "9074729", "9074729"),
    ("DepartureTransportMeans/Name", "Meridian Star", "Meridian Star"),
    ("DepartureTransportMeans/TypeCode", "1511", "1511"),
    ("DiscrepancyCode", "TYP", "TYP"),
    ("DutyRegimeCode", "2", "2"),
    ("EditionCode", "2022", "2022"),
    ("EffectiveDateTime", "20260312", "20260312"),
    (
        "Error/Description",
        "The gross mass of item 2 is less than its net mass.",
        "The gross mass of item 2 is less than its net mass.",
    ),
    ("Error/ValidationCode", "E-RULE", "E-RULE"),
    ("ExpirationDateTime", "20270311", "20270311"),
    ("ExpiryDateTime", "20270311", "20270311"),
    ("Exporter/ID", "@TIN1048827", "@TIN1048827"),
    ("Exporter/Name", "High Terrace Coffee Ltd", "High Terrace Coffee Ltd"),
    ("GoodsItemQuantity", "2", "2"),
    ("GovernmentAgencyGoodsItem/StatusCode", "UPA", "UPA"),
    ("GrossMassMeasure", "12900", "6750"),
    ("GrossVolumeMeasure", "42.6", "24.5"),
    ("HashMethodCode", "SHA-256", "SHA-256"),
    ("ID", "CO-2026-000417", "CO-2026-000418"),
    ("ImportReport/Declaration/ID", "26IM00982714", "26IM00982714"),
    ("Importer/Address/CityName", "Northgate", "Northgate"),
    ("Importer/Address/CountrySubDivisionCode", "#-01", "#-01"),
    ("Importer/Address/CountrySubDivisionName", "Northern Region", "Northern Region"),
    ("Importer/Address/Line", "27 Quay Street", "27 Quay Street"),
    ("Importer/Address/PostcodeID", "76600", "76600"),
    ("Importer/ID", "#TIN3300418", "#TIN3300418"),
    ("Importer/Name", "Northgate Coffee and Tea plc", "Northgate Coffee and Tea plc"),
    ("IndirectMaterialsIndicator", "false", "false"),
    ("InterchangeableMaterialsIndicator", "false", "false"),
    ("InterimMeasureCode", "GUA", "GUA"),
    ("Invoice/ID", "INV-2026-1187", "INV-2026-1188"),
    ("Invoice/IssueDateTime", "20260305", "20260305"),
    ("InvoiceAmount", "117000.00", "117000.00"),
    ("InvoiceSequenceNumeric", "1", "2"),
    ("Irregularity/Declaration/ID", "26IM00982714", "26IM00982714"),
    ("IssueDateTime", "20260312093000Z", "20260312093000Z"),
    ("IssueLocationID", "@PMD", "@PMD"),
    ("IssuingAuthority/ID", "@COO001", "@COO001"),
    ("IssuingAuthority/Name", "Certificate of Origin Office", "Certificate of Origin Office"),
    ("ItemChargeAmount", "90000.00", "27000.00"),
    ("Itinerary/RoutingCountryCode", "@", "#"),
    ("LimitDateTime", "20260610235959Z", "20260610235959Z"),
    ("LineNumeric", "1", "2"),
    ("LoadingLocation/ID", "@PMD", "@PMD"),
    ("LoadingLocation/Name", "Port Meridian", "Port Meridian"),
    ("Manufacturer/ID", "@TIN2209153", "@TIN2209153"),
    ("Manufacturer/Name", "Upper Valley Roasting Cooperative", "Upper Valley Roasting Cooperative"),
    ("MarksNumbersID", "HTC 2026 1-600", "HTC 2026 601-1100"),
    ("ModeCode", "1", "1"),
    ("NetMassMeasure", "12000", "6000"),
    ("NetNetWeightMeasure", "12000", "6000"),
    ("Origin/RegionID", "@-01", "@-01"),
    ("Origin/TypeCode", "1", "1"),
    (
        "OriginDeclaration/Description",
        "The exporter declares that the goods originate in the exporting Party.",
        "The exporter declares that the goods originate in the exporting Party.",
    ),
    ("OriginDeclaration/IssueDateTime", "20260310", "20260310"),
    ("Outage/EndDateTime", "20260510073000Z", "20260510073000Z"),
    ("Outage/IssueDateTime", "20260503090000Z", "20260503090000Z"),
    (
        "Outage/ReasonDescription",
        "Planned maintenance of the gateway.",
        "Planned maintenance of the gateway.",
    ),
    ("Outage/StartDateTime", "20260510040000Z", "20260510040000Z"),
    ("Outage/StatusCode", "PLN", "PLN"),
    ("PackageQuantity", "600", "500"),
    ("Packaging/QuantityQuantity", "600", "500"),
    ("Packaging/TypeCode", "CT", "CT"),
    ("PercentNumeric", "62.5", "58"),
    ("Pointer/DocumentSectionCode", "68A", "65A"),
    ("Pointer/SequenceNumeric", "2", "1"),
    ("Pointer/TagID", "68A", "126"),
    ("PreviousDocument/ID", "CO-2026-000388", "CO-2026-000389"),
    ("PreviousDocument/IssueDateTime", "20260220101500Z", "20260220101500Z"),
    ("PreviousDocument/TypeCode", "864", "864"),
    ("Producer/ID", "@TIN2209153", "@TIN2209153"),
    ("Producer/Name", "Upper Valley Roasting Cooperative", "Upper Valley Roasting Cooperative"),
    ("ProducerDeclaration/ID", "PD-2026-0412", "PD-2026-0413"),
    ("ProducerDeclaration/IssueDateTime", "20260301", "20260301"),
    (
        "Question/AnswerDescription",
        "Roasting, grading and packing.",
        "Yes, for the goods of both items.",
    ),
    (
        "Question/Description",
        "Which operations were carried out in the exporting Party?",
        "Were the accounts of the producer examined?",
    ),
    ("RejectionDateTime", "20260312101500Z", "20260312101500Z"),
    ("RemainingQuantity", "7000", "4000"),
    (
        "Response/AdditionalInformation/StatementDescription",
        "A replacement may be sent within the period stated.",
        "A replacement may be sent within the period stated.",
    ),
    ("Response/IssueDateTime", "20260312101530Z", "20260312101530Z"),
    ("ResultCode", "ORI", "ORI"),
    ("ResultDateTime", "20260520140000Z", "20260520140000Z"),
    (
        "ResultDescription",
        "The proof of origin is authentic and the goods originate in the exporting Party.",
        "The proof of origin is authentic and the goods originate in the exporting Party.",
    ),
    ("RetrospectiveIndicator", "true", "true"),
    ("SameAsExporterIndicator", "false", "false"),
    ("SequenceNumeric", "1", "2"),
    ("SignatoryName", "A. Marchetti", "A. Marchetti"),
    ("StatisticalValueAmount", "90000.00", "27000.00"),
    ("Status/EffectiveDateTime", "20260312101500Z", "20260312101500Z"),
    ("Status/NameCode", "41", "41"),
    ("StatusAnswer/IssueDateTime", "20260402080530Z", "20260402080530Z"),
    ("StatusAnswer/Status/EffectiveDateTime", "20260312101500Z", "20260312101500Z"),
    ("StatusAnswer/Status/NameCode", "REG", "REG"),
    ("StatusQuery/IssueDateTime", "20260402080500Z", "20260402080500Z"),
    ("TariffQuantity", "12000", "6000"),
    ("ThirdOperator/ID", "@TIN4410372", "@TIN4410372"),
    ("ThirdOperator/Name", "Meridian Trading Ltd", "Meridian Trading Ltd"),
    ("TotalGrossMassMeasure", "19650", "19650"),
    ("TotalPackageQuantity", "1100", "1100"),
    ("TradeAgreement/ID", "FTA-01", "FTA-01"),
    (
        "TradeAgreement/Name",
        "Free trade agreement of the Parties",
        "Free trade agreement of the Parties",
    ),
    ("TransportContractDocument/ID", "MERB26031544", "MERB26031544"),
    ("TransportContractDocument/TypeCode", "705", "705"),
    ("TransportEquipment/ID", "CSQU3054383", "MSKU1234565"),
    ("TypeCode", "861", "861"),
    ("UCR/ID", "6TIN1048827CO2026000417", "6TIN1048827CO2026000417"),
    ("UCR/TraderAssignedReferenceID", "HTC-2026-0312", "HTC-2026-0312"),
    ("UnloadingLocation/ID", "#NGT", "#NGT"),
    ("UnloadingLocation/Name", "Northgate", "Northgate"),
    ("Utilisation/Declaration/AcceptanceDateTime", "20260402071500Z", "20260402071500Z"),
    ("Utilisation/Declaration/DeclarationOfficeID", "#NGT001", "#NGT001"),
    ("Utilisation/Declaration/ID", "26IM00982714", "26IM00982714"),
    ("Utilisation/IssueDateTime", "20260402081500Z", "20260402081500Z"),
    (
        "Utilisation/ReasonDescription",
        "Part of the goods declared for release.",
        "Part of the goods declared for release.",
    ),
    ("Utilisation/StatusCode", "UPA", "UPA"),
    ("ValidationCode", "E-QTY", "E-QTY"),
    ("ValueAmount", "90000.00", "27000.00"),
    ("ValueBasisCode", "FOB", "FOB"),
    ("Verification/Declaration/ID", "26IM00982714", "26IM00982714"),
    ("Verification/ID", "VR-2026-0031", "VR-2026-0031"),
    ("Verification/IssueDateTime", "20260410090000Z", "20260410090000Z"),
    ("Verification/ReasonCode", "CRI", "CRI"),
    (
        "Verification/ReasonDescription",
        "The value of non-originating materials is not plausible.",
        "The value of non-originating materials is not plausible.",
    ),
    ("VerificationID", "7F3K-92QX-LM04", "7F3K-92QX-LM04"),
    ("VersionID", "1", "1"),
    ("WriteOff/QuantityQuantity", "5000", "2000"),
];

const _: () = assert!(in_order(KNOWN), "KNOWN must be in byte order");
const _: () = assert!(in_order(SUBJECTS), "SUBJECTS must be in byte order");

const fn in_order(table: &[(&str, &str, &str)]) -> bool {
    let mut at = 1;
    while at < table.len() {
        if !before(table[at - 1].0.as_bytes(), table[at].0.as_bytes()) {
            return false;
        }
        at += 1;
    }
    true
}

const fn before(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

/// Whether a sample leaves out what stands at `path` in a message of this kind, if it may.
pub(super) fn is_left_out(path: &str, role: Role<'_>) -> bool {
    let fits = |(end, only): &(&str, Option<Nature>)| {
        is_end(path, end) && only.is_none_or(|only| only == role.nature)
    };
    let there = |(end, only): &(&str, &str)| {
        is_end(path, end) && (*only == role.function || *only == role.answers)
    };
    LEFT_OUT.iter().any(fits) || LEFT_OUT_IN.iter().any(there)
}

/// Whether `end` is all of `path` or its last tags.
fn is_end(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// What stands at `path` on its `turn`th occurrence in a message of this kind, if there is
/// something to say.
pub(super) fn known(path: &str, role: Role<'_>, turn: usize) -> Option<&'static str> {
    let by_nature = BY_NATURE.iter().find(|(end, of, _)| *of == role.nature && is_end(path, end));
    if let Some((_, _, value)) = by_nature {
        return Some(value);
    }
    // Longest end first: all tags, then one fewer, down to the tag alone.
    let ends = path.match_indices('/').filter_map(|(at, _)| path.get(at + 1..));
    std::iter::once(path)
        .chain(ends)
        .find_map(|end| {
            let in_answer = || found(SUBJECTS, &format!("{end}#{}", role.answers));
            let by_function = || found(SUBJECTS, &format!("{end}#{}", role.function));
            let by_name = || found(SUBJECTS, &format!("{end}#{}", role.name));
            in_answer()
                .or_else(by_name)
                .or_else(by_function)
                .or_else(|| found(SUBJECTS, end))
                .or_else(|| found(KNOWN, end))
        })
        .map(|(first, further)| if turn == 0 { first } else { further })
}

/// What `table` has for exactly this end.
fn found(
    table: &'static [(&'static str, &'static str, &'static str)],
    end: &str,
) -> Option<(&'static str, &'static str)> {
    let at = table.binary_search_by_key(&end, |(known, _, _)| *known).ok()?;
    table.get(at).map(|(_, first, further)| (*first, *further))
}

/// The first code, or the second on a further turn.
pub(super) fn any(codes: &[Code], turn: usize) -> Option<&str> {
    let code = codes.get(turn.min(1)).or_else(|| codes.first());
    code.map(|code| code.value.as_str())
}

/// Whether a country code stands at `path`.
pub(super) fn is_country(path: &str) -> bool {
    ["CountryCode", "NationalityCode", "ExportCountry/ID", "ImportCountry/ID"]
        .iter()
        .any(|end| path.ends_with(end))
}

/// Whether what stands at `path` lies on the importing side.
pub(super) fn is_abroad(path: &str) -> bool {
    ["Import", "Consignee", "Destination", "Unloading", "Buyer", "NotifyParty", "Cumulation"]
        .iter()
        .any(|side| path.contains(side))
}

/// A day or moment in a format that `facets` admit.
pub(super) fn date(facets: &Facets) -> &'static str {
    match facets {
        Facets::Date(formats) if !formats.contains(&DateFormat::Second) => "20260313",
        _ => "20260313081500Z",
    }
}

/// Currency, unit or media type beside a value.
pub(super) fn companion(kind: DataKind, path: &str) -> &'static str {
    match kind {
        DataKind::Amount => "USD",
        DataKind::BinaryObject => "application/pdf",
        DataKind::Measure if path.ends_with("SizeMeasure") => "AD",
        DataKind::Measure if path.ends_with("VolumeMeasure") => "MTQ",
        // Waste is notified in tonnes.
        DataKind::Measure if path.ends_with("QuantityMeasure") => "TNE",
        // Packages and items are counted in pieces.
        DataKind::Quantity if path.contains("ackag") || path.contains("ItemQuantity") => "C62",
        _ => "KGM",
    }
}

/// `candidate` if `facets` accept it, else something of the same kind that they accept.
pub(super) fn fitted<'c>(facets: &Facets, candidate: Cow<'c, str>, turn: usize) -> Cow<'c, str> {
    if facets.accepts(&candidate) {
        return candidate;
    }
    match facets {
        Facets::Characters { set, min, max } => {
            let fits = |c: &char| match set {
                CharacterSet::Letters => c.is_ascii_alphabetic(),
                CharacterSet::Digits => c.is_ascii_digit(),
                CharacterSet::Any => true,
            };
            let filler = match set {
                CharacterSet::Digits => ["1", "2"],
                CharacterSet::Letters => ["A", "B"],
                CharacterSet::Any => ["A1", "B2"],
            };
            let filler = filler.get(turn.min(1)).copied().unwrap_or("A");
            // A least length beyond any sensible one would only fill memory.
            let (min, max) = (*min.min(&10_000) as usize, *max as usize);
            let mut text: String = candidate.chars().filter(fits).take(max).collect();
            let short = min.saturating_sub(text.chars().count());
            text.extend(filler.chars().cycle().take(short));
            Cow::Owned(text)
        }
        Facets::Decimal { .. } => {
            let whole = candidate.split('.').next().unwrap_or_default().to_owned();
            let fits = facets.accepts(&whole);
            if fits { Cow::Owned(whole) } else { Cow::Borrowed(if turn == 0 { "1" } else { "2" }) }
        }
        Facets::Date(formats) => {
            // A moment holds its day.
            let day = candidate.get(..8).filter(|_| formats.contains(&DateFormat::Day));
            match day.filter(|day| facets.accepts(day)) {
                Some(day) => Cow::Owned(day.to_owned()),
                None => Cow::Borrowed(date(facets)),
            }
        }
        Facets::Boolean => Cow::Borrowed("true"),
        Facets::Binary => Cow::Borrowed("JVBERi0xLjcK"),
    }
}
