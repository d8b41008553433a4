//! The data files that come with the program, as texts; each is read only when it is asked for.

/// The index of all embedded files.
pub(super) const INDEX: &str = include_str!("data/index.csv");

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// The embedded file of this name.
        pub(super) fn file(name: &str) -> Option<&'static str> {
            match name {
                $($name => Some(include_str!(concat!("data/", $name))),)*
                _ => None,
            }
        }
    };
}

files!(
    "codelists/edifact.1001.csv",
    "codelists/edifact.1225.csv",
    "codelists/edifact.1373.csv",
    "codelists/edifact.2379.csv",
    "codelists/edifact.3035.csv",
    "codelists/edifact.3155.csv",
    "codelists/edifact.4343.csv",
    "codelists/edifact.4405.csv",
    "codelists/edifact.4451.csv",
    "codelists/edifact.7143.csv",
    "codelists/edifact.9213.csv",
    "codelists/gnc.aeo-types.csv",
    "codelists/gnc.amendment-reasons.csv",
    "codelists/gnc.benefit-status.csv",
    "codelists/gnc.certificate-status.csv",
    "codelists/gnc.co-remarks.csv",
    "codelists/gnc.cumulation-types.csv",
    "codelists/gnc.declaration-change-reasons.csv",
    "codelists/gnc.discrepancies.csv",
    "codelists/gnc.errors.csv",
    "codelists/gnc.export-discrepancies.csv",
    "codelists/gnc.export-status.csv",
    "codelists/gnc.hash-methods.csv",
    "codelists/gnc.hs-editions.csv",
    "codelists/gnc.import-outcomes.csv",
    "codelists/gnc.indicator.csv",
    "codelists/gnc.interim-measures.csv",
    "codelists/gnc.list-request-reasons.csv",
    "codelists/gnc.list-types.csv",
    "codelists/gnc.operator-changes.csv",
    "codelists/gnc.operator-irregularities.csv",
    "codelists/gnc.operator-status.csv",
    "codelists/gnc.origin-criteria-by-agreement.csv",
    "codelists/gnc.origin-criteria.csv",
    "codelists/gnc.outage-status.csv",
    "codelists/gnc.response-status.csv",
    "codelists/gnc.utilisation-status.csv",
    "codelists/gnc.verification-reasons.csv",
    "codelists/gnc.verification-results.csv",
    "codelists/gnc.verification-status.csv",
    "codelists/icc.incoterms.csv",
    "codelists/iso.3166-1.csv",
    "codelists/iso.3166-2.csv",
    "codelists/iso.4217.csv",
    "codelists/iso.639-1.csv",
    "codelists/unece.rec-19.csv",
    "codelists/unece.rec-20.csv",
    "codelists/unece.rec-21.csv",
    "codelists/unece.rec-28.csv",
    "codelists/wco.hs-chapters.csv",
    "codelists/wco.hs-headings.csv",
    "codelists/wco.hs-subheadings.csv",
    "instruments.csv",
    "patterns/acknowledged-push.yaml",
    "patterns/acknowledged-receipt.yaml",
    "patterns/business-response.yaml",
    "patterns/delta-and-full-list.yaml",
    "patterns/gateway-operation.yaml",
    "patterns/joint-provisions.yaml",
    "patterns/national-basis.yaml",
    "patterns/query-response.yaml",
    "terms.csv",
    "wco-dm-3.6.csv",
    "wco-library-e7.csv",
    "wco.aeo-master-data-2026.csv",
    "wco.e-co-2025.csv",
    "wco.export-data-2026.csv",
);
