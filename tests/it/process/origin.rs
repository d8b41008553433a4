//! The exchange of a certificate of origin, built by hand: four pools, eight lanes, a loop, a wait.

use gnc::view::process::lifecycle::{State, StateMachine, Transition};
use gnc::view::process::{Ending, Event, Flow, MessageFlow, Node, NodeKind, Process, Work};
use gnc::words::Label;

/// Number (or nothing), id, lane, kind, English, French.
type Row = (&'static str, &'static str, usize, NodeKind, &'static str, &'static str);

pub(super) fn process() -> Process {
    use NodeKind::{Catch, Decision, End, Start, Subprocess, Task, Wait};
    let mut it = Process::new(
        "issue-and-use",
        Label::new("Issue and use of a certificate", "Délivrance et utilisation d’un certificat"),
    );
    let pools = [
        ("exporting-trade", "Trade, exporting Party", "Opérateurs, Partie exportatrice"),
        ("exporting-party", "Exporting Party", "Partie exportatrice"),
        ("importing-party", "Importing Party", "Partie importatrice"),
        ("importing-trade", "Trade, importing Party", "Opérateurs, Partie importatrice"),
    ];
    for (id, en, fr) in pools {
        it.add_pool(id, Label::new(en, fr));
    }
    let lanes = [
        (0, "exporter", "Exporter", "Exportateur"),
        (1, "issuing-authority", "Issuing authority", "Autorité de délivrance"),
        (1, "outbound-gateway", "Outbound gateway", "Passerelle sortante"),
        (2, "inbound-gateway", "Inbound gateway", "Passerelle entrante"),
        (
            2,
            "importing-customs",
            "Clearance system and risk engine",
            "Système de dédouanement et moteur de risque",
        ),
        (2, "preference-officer", "Preference officer", "Agent chargé des préférences"),
        (3, "importer", "Importer or declarant", "Importateur ou déclarant"),
    ];
    for (pool, id, en, fr) in lanes {
        it.add_lane(pool, id, Label::new(en, fr));
    }
    let (msg, timer) = (Event::Message, Event::Timer);
    let rows: Vec<Row> = vec![
        (
            "1",
            "apply",
            0,
            Start(Event::Plain),
            "Goods are to be exported under preference",
            "Des marchandises doivent être exportées sous préférence",
        ),
        (
            "",
            "send-application",
            0,
            Task(Work::Send),
            "Apply for a certificate of origin",
            "Demander un certificat d’origine",
        ),
        ("", "told", 0, Task(Work::Receive), "Receive the decision", "Recevoir la décision"),
        ("", "applied", 0, End(Ending::Plain), "Decision known", "Décision connue"),
        ("", "application", 1, Start(msg), "Application received", "Demande reçue"),
        (
            "2",
            "examine",
            1,
            Task(Work::Plain),
            "Examine the application and the evidence of origin",
            "Examiner la demande et les preuves de l’origine",
        ),
        (
            "3",
            "originating",
            1,
            Decision,
            "Are the goods originating?",
            "Les marchandises sont-elles originaires ?",
        ),
        (
            "3a",
            "refuse",
            1,
            End(Ending::Message),
            "Refuse and inform the exporter",
            "Refuser et informer l’exportateur",
        ),
        (
            "4",
            "issue",
            1,
            Task(Work::Plain),
            "Issue the certificate, number and seal it",
            "Délivrer le certificat, le numéroter et le sceller",
        ),
        (
            "5",
            "build",
            2,
            Task(Work::Plain),
            "Build, validate and sign the message",
            "Établir, valider et signer le message",
        ),
        (
            "6",
            "transmit",
            2,
            Task(Work::Send),
            "Transmit the certificate",
            "Transmettre le certificat",
        ),
        ("8", "await-receipt", 2, Wait, "Receipt in time?", "Accusé de réception à temps ?"),
        ("", "receipt-ok", 2, Catch(msg), "Positive receipt", "Accusé positif"),
        ("", "receipt-bad", 2, Catch(msg), "Negative receipt", "Accusé négatif"),
        ("", "receipt-late", 2, Catch(timer), "30 seconds", "30 secondes"),
        ("8a", "again", 2, Decision, "Attempts left?", "Tentatives restantes ?"),
        (
            "8b",
            "alert",
            2,
            End(Ending::Error),
            "Alert the contact point, start contingency",
            "Alerter le point de contact, passer en mode dégradé",
        ),
        ("", "correct", 2, Task(Work::Plain), "Correct the message", "Corriger le message"),
        (
            "",
            "await-response",
            2,
            Task(Work::Receive),
            "Receive the business response",
            "Recevoir la réponse métier",
        ),
        ("", "answered", 2, End(Ending::Plain), "Answered", "Réponse obtenue"),
        ("7", "receive", 3, Start(msg), "Certificate received", "Certificat reçu"),
        (
            "7a",
            "check",
            3,
            Task(Work::Rule),
            "Check signature, schema and duplicates",
            "Contrôler signature, schéma et doublons",
        ),
        ("7b", "technical", 3, Decision, "Technically correct?", "Techniquement correct ?"),
        (
            "7c",
            "say-ok",
            3,
            Task(Work::Send),
            "Send a positive receipt",
            "Envoyer un accusé positif",
        ),
        (
            "7d",
            "say-bad",
            3,
            End(Ending::Message),
            "Send a negative receipt with error pointer",
            "Envoyer un accusé négatif avec pointeur d’erreur",
        ),
        (
            "9",
            "business",
            4,
            Task(Work::Rule),
            "Check issuer, agreement, status and data rules; store",
            "Contrôler émetteur, accord, statut et règles de données ; enregistrer",
        ),
        (
            "9a",
            "respond",
            3,
            Task(Work::Send),
            "Send the business response",
            "Envoyer la réponse métier",
        ),
        (
            "9b",
            "registered",
            3,
            End(Ending::Plain),
            "Certificate registered or rejected",
            "Certificat enregistré ou rejeté",
        ),
        ("10", "claim", 6, Start(Event::Plain), "Goods arrive", "Arrivée des marchandises"),
        (
            "",
            "declare",
            6,
            Task(Work::Send),
            "Lodge the import declaration with the certificate number",
            "Déposer la déclaration d’importation avec le numéro du certificat",
        ),
        ("", "outcome", 6, End(Ending::Plain), "Decision received", "Décision reçue"),
        ("", "declaration", 4, Start(msg), "Declaration received", "Déclaration reçue"),
        ("11", "found", 4, Decision, "e-CO found?", "CO électronique trouvé ?"),
        (
            "11a",
            "fallback",
            4,
            Task(Work::Plain),
            "Wait, or release against guarantee",
            "Attendre, ou accorder la mainlevée contre garantie",
        ),
        (
            "12",
            "match",
            4,
            Task(Work::Rule),
            "Match number, item, HS6, unit, quantity, date, batch",
            "Rapprocher numéro, article, SH6, unité, quantité, date, lot",
        ),
        ("13", "matched", 4, Decision, "Match?", "Concordance ?"),
        (
            "13a",
            "discrepancy",
            5,
            Task(Work::Plain),
            "Handle the discrepancy item by item",
            "Traiter la discordance article par article",
        ),
        ("14", "decide", 5, Decision, "Accept the claim?", "Accepter la demande ?"),
        (
            "14a",
            "verify",
            5,
            Subprocess("verification".into()),
            "Verification",
            "Contrôle a posteriori",
        ),
        ("14b", "refused", 5, End(Ending::Plain), "Claim refused", "Préférence refusée"),
        (
            "15",
            "write-off",
            4,
            Task(Work::Plain),
            "Write off the quantity, mark as used",
            "Imputer la quantité, marquer comme utilisé",
        ),
        (
            "16",
            "report",
            3,
            Task(Work::Send),
            "Send the utilisation report",
            "Envoyer le rapport d’utilisation",
        ),
        ("", "released", 3, End(Ending::Plain), "Preference granted", "Préférence accordée"),
        (
            "",
            "reported",
            2,
            Start(msg),
            "Utilisation report received",
            "Rapport d’utilisation reçu",
        ),
        (
            "17",
            "record",
            1,
            Task(Work::Plain),
            "Record the use, keep statistics",
            "Enregistrer l’utilisation, tenir les statistiques",
        ),
        ("", "closed", 1, End(Ending::Plain), "Closed", "Clos"),
    ];
    for (number, id, lane, kind, en, fr) in rows {
        let mut node = Node::new(id, number, Label::new(en, fr), lane, kind);
        if id == "receipt-late" {
            node = node.with_delay("PT30S");
        }
        it.add_node(node).expect("the lane is there");
    }
    let at = |it: &Process, id: &str| {
        it.nodes().iter().position(|node| node.id == id).unwrap_or_else(|| panic!("{id}"))
    };
    let flows = [
        ("apply", "send-application", "", ""),
        ("send-application", "told", "", ""),
        ("told", "applied", "", ""),
        ("application", "examine", "", ""),
        ("examine", "originating", "", ""),
        ("originating", "issue", "yes", "oui"),
        ("originating", "refuse", "no", "non"),
        ("issue", "build", "", ""),
        ("build", "transmit", "", ""),
        ("transmit", "await-receipt", "", ""),
        ("await-receipt", "receipt-ok", "", ""),
        ("await-receipt", "receipt-bad", "", ""),
        ("await-receipt", "receipt-late", "", ""),
        ("receipt-late", "again", "", ""),
        ("receipt-bad", "correct", "", ""),
        ("correct", "build", "", ""),
        ("again", "transmit", "yes, same message id", "oui, même identifiant"),
        ("again", "alert", "no", "non"),
        ("receipt-ok", "await-response", "", ""),
        ("await-response", "answered", "", ""),
        ("receive", "check", "", ""),
        ("check", "technical", "", ""),
        ("technical", "say-ok", "yes", "oui"),
        ("technical", "say-bad", "no", "non"),
        ("say-ok", "business", "", ""),
        ("business", "respond", "", ""),
        ("respond", "registered", "", ""),
        ("claim", "declare", "", ""),
        ("declare", "outcome", "", ""),
        ("declaration", "found", "", ""),
        ("found", "match", "yes", "oui"),
        ("found", "fallback", "no", "non"),
        ("fallback", "match", "", ""),
        ("match", "matched", "", ""),
        ("matched", "decide", "yes", "oui"),
        ("matched", "discrepancy", "no", "non"),
        ("discrepancy", "decide", "", ""),
        ("decide", "write-off", "accepted", "acceptée"),
        ("decide", "verify", "doubt", "doute"),
        ("decide", "refused", "refused", "refusée"),
        ("verify", "decide", "", ""),
        ("write-off", "report", "", ""),
        ("report", "released", "", ""),
        ("reported", "record", "", ""),
        ("record", "closed", "", ""),
    ];
    for (from, to, en, fr) in flows {
        let (from, to) = (at(&it, from), at(&it, to));
        let default = en == "no" || en == "refused";
        assert!(it.add_flow(Flow { from, to, label: Label::new(en, fr), default }));
    }
    let messages = [
        ("send-application", "application", "Application", "Demande"),
        ("refuse", "told", "Refusal", "Refus"),
        ("transmit", "receive", "Certificate of origin", "Certificat d’origine"),
        ("say-ok", "receipt-ok", "Technical receipt", "Accusé de réception technique"),
        ("say-bad", "receipt-bad", "Technical receipt", "Accusé de réception technique"),
        ("respond", "await-response", "Business response", "Réponse métier"),
        ("declare", "declaration", "Import declaration", "Déclaration d’importation"),
        ("report", "reported", "Utilisation report", "Rapport d’utilisation"),
    ];
    for (from, to, en, fr) in messages {
        let (from, to) = (at(&it, from), at(&it, to));
        let message = en.to_lowercase().replace(' ', "-");
        assert!(it.add_message(MessageFlow { from, to, message, name: Label::new(en, fr) }));
    }
    it.with_separate_joins()
}

pub(super) fn lifecycle() -> StateMachine {
    let mut it = StateMachine::new(
        "lifecycle",
        Label::new("Life of a certificate", "Cycle de vie d’un certificat"),
    );
    let states = [
        ("applied", "Applied for", "Demandé"),
        ("refused", "Refused", "Refusé"),
        ("issued", "Issued", "Délivré"),
        ("transmitted", "Transmitted", "Transmis"),
        ("received", "Received", "Reçu"),
        ("rejected-technical", "Technically rejected", "Rejeté techniquement"),
        ("registered", "Registered", "Enregistré"),
        ("claimed", "Claimed", "Invoqué"),
        ("used-partial", "Partly used", "Utilisé en partie"),
        ("used-full", "Fully used", "Entièrement utilisé"),
        ("claim-refused", "Claim refused", "Préférence refusée"),
        ("replaced", "Replaced", "Remplacé"),
        ("cancelled", "Cancelled", "Annulé"),
        ("expired", "Expired", "Expiré"),
        ("under-verification", "Under verification", "En cours de contrôle"),
        ("confirmed", "Confirmed", "Confirmé"),
        ("invalidated", "Invalidated", "Invalidé"),
    ];
    let last = ["refused", "used-full", "replaced", "cancelled", "expired", "invalidated"];
    for (id, en, fr) in states {
        let terminal = last.contains(&id);
        it.add_state(State { id: id.into(), name: Label::new(en, fr), terminal });
    }
    assert!(it.begin_in(0));
    let transitions = [
        ("applied", "refused", "origin not proven", "origine non prouvée"),
        ("applied", "issued", "origin established", "origine établie"),
        ("issued", "transmitted", "message sent", "message envoyé"),
        ("transmitted", "received", "receipt", "accusé"),
        ("received", "rejected-technical", "technical error", "erreur technique"),
        ("rejected-technical", "transmitted", "corrected", "corrigé"),
        ("received", "registered", "accepted", "accepté"),
        ("registered", "claimed", "declaration", "déclaration"),
        ("claimed", "used-partial", "part written off", "imputé en partie"),
        ("claimed", "used-full", "all written off", "tout imputé"),
        ("used-partial", "used-full", "rest written off", "reste imputé"),
        ("claimed", "claim-refused", "not accepted", "non acceptée"),
        ("claimed", "under-verification", "doubt", "doute"),
        ("under-verification", "confirmed", "originating", "originaire"),
        ("under-verification", "invalidated", "not originating", "non originaire"),
        ("confirmed", "used-full", "written off", "imputé"),
        ("registered", "replaced", "error found", "erreur constatée"),
        ("registered", "cancelled", "issued in error", "délivré par erreur"),
        ("registered", "expired", "validity over", "validité échue"),
    ];
    for (from, to, en, fr) in transitions {
        let at = |id: &str| it.states().iter().position(|state| state.id == id).expect("there");
        let (from, to) = (at(from), at(to));
        assert!(it.add_transition(Transition { from, to, trigger: Label::new(en, fr) }));
    }
    it
}
