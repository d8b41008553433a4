//! The values of samples: one shipment of coffee and tea with its invoice, parties and dates.
//!
//! People, companies and numbers are invented; codes are real ones of the public lists. Amounts,
//! masses and counts of the two items add up to the totals.

use std::borrow::Cow;

use crate::view::message::Code;
use crate::view::message::facets::{CharacterSet, DataKind, DateFormat, Facets};

/// Tag of the sequence number of what repeats (WCO ID 006).
pub(super) const SEQUENCE: &str = "SequenceNumeric";
/// An agency that answers for an interface.
pub(super) const AGENCY: &str = "National Customs Service";
/// Where the block names no exporting country: a code that ISO 3166-1 leaves to its users.
pub(super) const EXPORTING_COUNTRY: &str = "XA";
/// Where the block names no importing country.
pub(super) const IMPORTING_COUNTRY: &str = "XB";

/// End of a path, and what stands there on the first and on every further occurrence. The longest
/// matching end counts; ends begin at a tag. In byte order, for the search.
const KNOWN: &[(&str, &str, &str)] = &[
    ("ActualDateTime", "20260314110000Z", "20260314110000Z"),
    ("AdValoremTaxBaseAmount", "30250.00", "18000.00"),
    ("AdditionalDocument/ID", "INV-2026-1187", "INV-2026-1188"),
    ("AdditionalDocument/TypeCode", "380", "380"),
    ("AdditionalInformation/StatementCode", "RETRO", "RETRO"),
    (
        "AdditionalInformation/StatementDescription",
        "Issued on the basis of the exporter's application of 10 March 2026.",
        "Goods examined at the exporter's premises.",
    ),
    ("Address/CityName", "Port Meridian", "Port Meridian"),
    ("Address/CountrySubDivisionName", "Coastal Province", "Coastal Province"),
    ("Address/Line", "14 Harbour Road", "14 Harbour Road"),
    ("Address/PostcodeID", "20114", "20114"),
    ("Address/TypeCode", "1", "1"),
    ("Agent/ID", "XATIN0077120", "XATIN0077120"),
    ("Agent/Name", "Meridian Freight Services Ltd", "Meridian Freight Services Ltd"),
    ("AgreementName", "Preferential trade agreement", "Preferential trade agreement"),
    ("Authentication", "c2lnbmF0dXJlIG9mIHRoZSBpc3N1aW5nIGF1dGhvcml0eQ==", "c2VhbA=="),
    ("Authenticator/Name", "M. Castellan", "M. Castellan"),
    ("Classification/ID", "090111", "090240"),
    ("Classification/IdentificationTypeCode", "HS", "HS"),
    ("Commodity/Description", "Green coffee beans, not decaffeinated", "Black tea, in bulk"),
    ("Communication/ID", "+000 20 555 0142", "+000 20 555 0142"),
    ("Communication/TypeCode", "TE", "TE"),
    ("Consignee/ID", "XBTIN3300418", "XBTIN3300418"),
    ("Consignee/Name", "Northgate Roasters plc", "Northgate Roasters plc"),
    ("Consignor/ID", "XATIN1048827", "XATIN1048827"),
    ("Consignor/Name", "High Terrace Coffee Ltd", "High Terrace Coffee Ltd"),
    ("Contact/Name", "Export office", "Export office"),
    ("CriterionCode", "WO", "WO"),
    ("CustomsValueAmount", "30250.00", "18000.00"),
    ("DutyRegimeCode", "300", "300"),
    ("Error/Description", "The quantity exceeds the quantity certified.", "Unknown reference."),
    ("Exporter/ID", "XATIN1048827", "XATIN1048827"),
    ("Exporter/Name", "High Terrace Coffee Ltd", "High Terrace Coffee Ltd"),
    (
        "FunctionalReferenceID",
        "8f14e45f-ceea-467a-9575-24ab31d0a3f0",
        "8f14e45f-ceea-467a-9575-24ab31d0a3f1",
    ),
    ("GoodsItemQuantity", "2", "2"),
    ("GoodsMeasure/GrossMassMeasure", "18060.5", "6020.25"),
    ("GoodsMeasure/NetNetWeightMeasure", "18000", "6000"),
    ("GoodsMeasure/TariffQuantity", "18000", "6000"),
    ("GrossMassMeasure", "18060.5", "6020.25"),
    ("ID", "CO-2026-000417", "CO-2026-000418"),
    ("Importer/ID", "XBTIN3300418", "XBTIN3300418"),
    ("Importer/Name", "Northgate Roasters plc", "Northgate Roasters plc"),
    ("Invoice/ID", "INV-2026-1187", "INV-2026-1188"),
    ("InvoiceAmount", "48250.00", "48250.00"),
    ("ItemChargeAmount", "30250.00", "18000.00"),
    ("LineNumeric", "1", "2"),
    ("LoadingLocation/ID", "XAPMD", "XAPMD"),
    ("LoadingLocation/Name", "Port Meridian", "Port Meridian"),
    ("Manufacturer/ID", "XATIN2209153", "XATIN2209153"),
    ("Manufacturer/Name", "Upper Valley Growers Cooperative", "Upper Valley Growers Cooperative"),
    ("MarksNumbersID", "HTC 2026 1-300", "HTC 2026 301-420"),
    ("ModeCode", "1", "1"),
    ("NetMassMeasure", "18000", "6000"),
    ("Origin/RegionID", "XA-04", "XA-04"),
    ("OriginCriterion/Percent", "100", "100"),
    ("PackageQuantity", "300", "120"),
    ("Packaging/QuantityQuantity", "300", "120"),
    ("Packaging/TypeCode", "BG", "BG"),
    ("PercentNumeric", "62.5", "62.5"),
    ("Pointer/DocumentSectionCode", "42A", "68A"),
    ("Pointer/TagID", "017", "006"),
    ("PreviousDocument/ID", "CO-2026-000388", "CO-2026-000389"),
    ("PreviousDocument/TypeCode", "861", "861"),
    ("Producer/ID", "XATIN2209153", "XATIN2209153"),
    ("Producer/Name", "Upper Valley Growers Cooperative", "Upper Valley Growers Cooperative"),
    (SEQUENCE, "1", "2"),
    ("StatisticalValueAmount", "30250.00", "18000.00"),
    ("TotalGrossMassMeasure", "24080.75", "24080.75"),
    ("TotalPackageQuantity", "420", "420"),
    ("TransportContractDocument/ID", "MERB26031544", "MERB26031544"),
    ("TransportContractDocument/TypeCode", "705", "705"),
    ("TransportEquipment/ID", "CSQU3054383", "CSQU3054383"),
    ("TransportMeans/ID", "9074729", "9074729"),
    ("TransportMeans/Name", "Meridian Star", "Meridian Star"),
    ("TypeCode", "861", "861"),
    ("UCR/TraderAssignedReferenceID", "6XATIN1048827HTC20260312A", "6XATIN1048827HTC20260312B"),
    ("UnloadingLocation/ID", "XBNGT", "XBNGT"),
    ("UnloadingLocation/Name", "Northgate", "Northgate"),
    ("ValidationCode", "E-QTY", "E-REF"),
    ("ValueAmount", "30250.00", "18000.00"),
    ("VersionID", "1", "1"),
];

const _: () = assert!(in_order(KNOWN), "KNOWN must be in byte order");

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

/// Codes that make a plausible certificate, wherever a list holds one of them.
const PREFERRED: &[&str] =
    &["WO", "861", "BG", "KGM", "USD", "9", "XA", "KE", "AP", "2022", "HS", "en"];

/// What stands at `path` on its `turn`th occurrence, if there is something to say.
pub(super) fn known(path: &str, kind: DataKind, turn: usize) -> Option<&'static str> {
    if kind == DataKind::DateTime {
        return None;
    }
    // Longest end first: all tags after the root, then one fewer, down to the tag alone.
    let ends = path.match_indices('/').filter_map(|(at, _)| path.get(at + 1..));
    std::iter::once(path)
        .chain(ends)
        .find_map(|end| KNOWN.binary_search_by_key(&end, |(known, _, _)| *known).ok())
        .and_then(|at| KNOWN.get(at))
        .map(|(_, first, further)| if turn == 0 { *first } else { *further })
}

/// The code among `codes` that makes the most plausible certificate; else the first, or the second
/// on a further turn.
pub(super) fn preferred(codes: &[Code], turn: usize) -> Option<&str> {
    let liked = codes.iter().find(|code| PREFERRED.contains(&code.value.as_str()));
    let other = || codes.get(turn.min(1)).or_else(|| codes.first());
    liked.or_else(other).map(|code| code.value.as_str())
}

/// Whether the tag is that of a country code.
pub(super) fn is_country(tag: &str) -> bool {
    tag.ends_with("CountryCode")
}

/// Whether what stands at `path` lies on the importing side.
pub(super) fn is_abroad(path: &str) -> bool {
    ["Import", "Consignee", "Destination", "Unloading", "Buyer", "NotifyParty"]
        .iter()
        .any(|side| path.contains(side))
}

/// A day or moment for `tag`, in a format that `facets` admit; what is issued before expires later.
pub(super) fn date(tag: &str, facets: &Facets) -> &'static str {
    let (day, moment) = if tag.contains("Expir") || tag.contains("End") {
        ("20270311", "20270311235959Z")
    } else if tag.contains("Departure") || tag.contains("Effective") {
        ("20260315", "20260315060000Z")
    } else if tag.contains("Issue") || tag.contains("Invoice") {
        ("20260312", "20260312093000Z")
    } else {
        ("20260313", "20260313081500Z")
    };
    let Facets::Date(formats) = facets else { return moment };
    let is_day = tag.contains("Expir") || tag.contains("Invoice");
    if formats.contains(&DateFormat::Second) && !(is_day && formats.contains(&DateFormat::Day)) {
        moment
    } else {
        day
    }
}

/// Currency, unit or media type beside a value.
pub(super) fn companion(kind: DataKind, path: &str) -> &'static str {
    match kind {
        DataKind::Amount => "USD",
        DataKind::BinaryObject => "application/pdf",
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
        Facets::Date(_) => Cow::Borrowed(date("", facets)),
        Facets::Boolean => Cow::Borrowed("true"),
        Facets::Binary => Cow::Borrowed("JVBERi0xLjcK"),
    }
}
