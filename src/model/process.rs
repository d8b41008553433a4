//! Component group 2: business rules, triggers, entities, and the process they make.

use crate::model::cluster::DataCluster;
use crate::model::scalar::{Date, Duration, ElementPath, Expression, Line, Name, Version};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// How the processes of the Parties align.
    pub struct ProcessAlignment {
        /// Who starts the exchange.
        exchange_model: Option<Spanned<ExchangeModel>>,
        /// Component 7: who takes part.
        entities: Vec<Entity>,
        /// Component 6: the events that start an exchange.
        triggers: Vec<Trigger>,
        /// The messages that are exchanged.
        messages: Vec<Message>,
        /// What rules know beside the messages: a declaration, a register, terms of the agreement.
        facts: Vec<Fact>,
        /// Component 5: what has to hold, and what follows when it does not.
        business_rules: Vec<BusinessRule>,
        /// The processes, each as a graph of steps.
        processes: Vec<Process>,
        /// The states of the document that is exchanged.
        lifecycle: Option<Lifecycle>,
        /// How a doubt about a document is verified.
        verification: Option<Verification>,
        /// Component 8: the data that is exchanged.
        data_cluster: Option<DataCluster>,
    }

    /// Somebody or something that sends, receives, acts or decides.
    pub struct Entity {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Name.
        name: Option<Text>,
        /// The role in the exchange.
        role: Option<Spanned<Role>>,
        /// The side it belongs to.
        side: Option<Spanned<Side>>,
        /// What it does in this exchange.
        duty: Option<Text>,
        /// The body of each Party that takes this role: Party and name.
        bodies: Vec<Body>,
    }

    /// The body of a Party that takes a role.
    pub struct Body {
        /// Identifier of the Party.
        party: Option<Spanned<Name>>,
        /// Name of the body or system.
        name: Option<Negotiable<Text>>,
    }

    /// An event that starts an exchange.
    pub struct Trigger {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// The event.
        event: Option<Text>,
        /// Identifier of the entity that is responsible for sending.
        entity: Option<Spanned<Name>>,
        /// When the event counts.
        condition: Option<Text>,
        /// Identifiers of the messages that are sent.
        sends: Vec<Spanned<Name>>,
        /// The longest time from the event to the message.
        within: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the process that the trigger belongs to.
        process: Option<Spanned<Name>>,
    }

    /// A message that is exchanged.
    pub struct Message {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Name of the message type, in upper camel case.
        name: Option<Spanned<Name>>,
        /// Title.
        title: Option<Text>,
        /// What the message does.
        purpose: Option<Text>,
        /// Version of the message.
        version: Option<Spanned<Version>>,
        /// Path of the class that is the root of the message.
        root: Option<Spanned<ElementPath>>,
        /// Message function (EDIFACT 1225).
        function: Option<Spanned<Line>>,
        /// Identifier of the entity that sends.
        sender: Option<Spanned<Name>>,
        /// Identifier of the entity that receives.
        receiver: Option<Spanned<Name>>,
        /// Whether the message goes in both directions.
        both_ways: Option<Spanned<crate::model::scalar::Flag>>,
        /// What the message is in the exchange; decides what must answer it.
        nature: Option<Spanned<Nature>>,
        /// Identifier of the message that says it arrived and can be read.
        acknowledged_by: Option<Spanned<Name>>,
        /// Identifier of the message that says what came of it.
        answered_by: Option<Spanned<Name>>,
        /// Last day on which it is accepted, once it is retired.
        until: Option<Spanned<Date>>,
        /// The elements it carries, when not all below its root.
        subset: Vec<SubsetElement>,
    }

    /// An element that a message carries, narrower than in the data cluster where stated.
    pub struct SubsetElement {
        /// Path of the element.
        [required] path: Option<Spanned<ElementPath>>,
        /// Requirement in this message.
        requirement: Option<Spanned<crate::model::cluster::Requirement>>,
        /// Occurrence in this message.
        occurs: Option<Spanned<crate::text::notation::Occurs>>,
    }

    /// Something that rules know beside the messages, or a part of it.
    pub struct Fact {
        /// Its names in expressions from the first down, joined by `/`.
        [required] path: Option<Spanned<ElementPath>>,
        /// What it is.
        name: Option<Text>,
        /// Identifier of the entity that holds it.
        held_by: Option<Spanned<Name>>,
        /// Kind of value; none where names stand below it.
        kind: Option<Spanned<FactKind>>,
        /// Path of the class of the data cluster whose elements it has, as `Certificate`.
        like: Option<Spanned<ElementPath>>,
        /// Identifier of the code list that its values are from.
        codes: Option<Spanned<Name>>,
        /// How often it occurs; once unless stated.
        occurs: Option<Spanned<crate::text::notation::Occurs>>,
    }

    /// Something that has to hold, and what follows when it does not.
    pub struct BusinessRule {
        /// Identifier, as `BR-CO-07`.
        [required] id: Option<Spanned<Name>>,
        /// Kind of rule.
        kind: Option<Spanned<RuleKind>>,
        /// The rule, in one sentence that can be tested.
        statement: Option<Text>,
        /// Identifier of the message or step at which it is evaluated.
        when: Option<Spanned<Name>>,
        /// The rule in the expression language.
        assert: Option<Spanned<Expression>>,
        /// How far a value may differ.
        tolerance: Option<Negotiable<Text>>,
        /// What follows when it does not hold.
        otherwise: Option<Otherwise>,
    }

    /// What follows when a business rule does not hold.
    pub struct Otherwise {
        /// Error code.
        code: Option<Spanned<Name>>,
        /// Weight.
        severity: Option<Spanned<RuleSeverity>>,
        /// What the receiver does.
        action: Option<Text>,
    }

    /// A process: steps of entities, joined by flows.
    pub struct Process {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Name.
        name: Option<Text>,
        /// What the process is for.
        purpose: Option<Text>,
        /// Why the process is not part of this annex, when it is not.
        out_of_scope: Option<Text>,
        /// The steps, in the order in which they are printed.
        steps: Vec<Step>,
    }

    /// A step of a process.
    pub struct Step {
        /// Identifier, unique in its process.
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the entity that acts.
        entity: Option<Spanned<Name>>,
        /// Kind of step.
        kind: Option<Spanned<StepKind>>,
        /// What happens, beginning with a verb.
        name: Option<Text>,
        /// Identifier of the message that a `send` step sends or a `receive` or `start` step waits for.
        message: Option<Spanned<Name>>,
        /// Identifier of the step that receives the message, for a `send` step.
        to: Option<Spanned<Name>>,
        /// Interval after which a `start` step fires, for a periodic process.
        every: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the process that a `subprocess` step stands for.
        process: Option<Spanned<Name>>,
        /// Whether an `end` step is a failure.
        failure: Option<Spanned<crate::model::scalar::Flag>>,
        /// Identifier of the next step, when there is just one.
        next: Option<Spanned<Name>>,
        /// What may follow a `decision`, `wait` or `fork` step.
        outcomes: Vec<Outcome>,
        /// The business rules that are evaluated here.
        rules: Vec<Spanned<Name>>,
        /// The state that the document is in after the step.
        state: Option<Spanned<Name>>,
        /// A remark.
        note: Option<Text>,
    }

    /// One way on from a step.
    pub struct Outcome {
        /// When this way is taken, as printed on the flow.
        label: Option<Text>,
        /// Identifier of the step that follows.
        to: Option<Spanned<Name>>,
        /// Whether it is taken when no other is.
        default: Option<Spanned<crate::model::scalar::Flag>>,
        /// Identifier of the message whose arrival it stands for, after a `wait` step.
        on: Option<Spanned<Name>>,
        /// The time after which it is taken, after a `wait` step.
        after: Option<Negotiable<Spanned<Duration>>>,
        /// The time limit after which it is taken, when the block states it elsewhere.
        limit: Option<Spanned<TimeLimit>>,
    }

    /// The states of the document that is exchanged.
    pub struct Lifecycle {
        /// Identifier of the first state.
        initial: Option<Spanned<Name>>,
        /// The states.
        states: Vec<State>,
        /// The transitions.
        transitions: Vec<Transition>,
    }

    /// A state of the document.
    pub struct State {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Name.
        name: Option<Text>,
        /// What it means.
        meaning: Option<Text>,
        /// Whether nothing follows it.
        terminal: Option<Spanned<crate::model::scalar::Flag>>,
    }

    /// A transition from one state to another.
    pub struct Transition {
        /// Identifier.
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the state before.
        from: Option<Spanned<Name>>,
        /// Identifier of the state after.
        to: Option<Spanned<Name>>,
        /// The event that brings it about.
        trigger: Option<Text>,
        /// Identifier of the entity that brings it about.
        actor: Option<Spanned<Name>>,
        /// Identifier of the message that tells of it.
        message: Option<Spanned<Name>>,
    }

    /// How a doubt about a document is verified.
    pub struct Verification {
        /// When a verification may be asked for.
        grounds: Option<Text>,
        /// By when the request is acknowledged.
        acknowledge_within: Option<Negotiable<Spanned<Duration>>>,
        /// By when the result is due.
        reply_within: Option<Negotiable<Spanned<Duration>>>,
        /// What happens to the goods and the duty in the meantime.
        interim: Option<Text>,
        /// What follows when no result comes in time.
        no_reply: Option<Text>,
        /// How the verification is closed.
        closing: Option<Text>,
    }
}

choice! {
    /// Who starts the exchange.
    pub enum ExchangeModel {
        /// The holder of the data sends it unasked after an event.
        Push = "push", "push model", "modèle « push » (envoi)";
        /// The receiver asks for the data.
        Pull = "pull", "pull model", "modèle « pull » (interrogation)";
        /// An officer of the receiver asks, with a number and a security code.
        SemiAutomatedPull = "semi-automated-pull", "semi-automated pull model", "modèle « pull » semi-automatisé";
        /// The receiver subscribes once, and the holder sends what changes.
        Subscribe = "subscribe", "subscription model", "modèle par abonnement";
    }

    /// The side an entity belongs to.
    pub enum Side {
        /// The authorities of the exporting Party.
        ExportingParty = "exporting-party", "Exporting Party", "Partie exportatrice";
        /// The authorities of the importing Party.
        ImportingParty = "importing-party", "Importing Party", "Partie importatrice";
        /// Traders on the side of the exporting Party.
        ExportingTrade = "exporting-trade", "Trade, exporting Party", "Opérateurs, Partie exportatrice";
        /// Traders on the side of the importing Party.
        ImportingTrade = "importing-trade", "Trade, importing Party", "Opérateurs, Partie importatrice";
        /// A third party: a hub, an operator, a transit country.
        ThirdParty = "third-party", "Third party", "Tierce partie";
    }

    /// The role of an entity.
    pub enum Role {
        /// Applies for the proof of origin, or sends the goods.
        Exporter = "exporter", "exporter", "exportateur";
        /// Makes the goods.
        Producer = "producer", "producer", "producteur";
        /// Issues the certificate.
        IssuingAuthority = "issuing-authority", "issuing authority", "autorité de délivrance";
        /// Registers those who may declare origin themselves.
        RegistrationAuthority = "registration-authority", "registration authority", "autorité d’enregistrement";
        /// Declares origin.
        Declarant = "declarant", "declarant", "déclarant";
        /// The customs administration of the exporting Party.
        ExportingCustoms = "exporting-customs", "Customs of the exporting Party", "douane de la Partie exportatrice";
        /// Sends and receives messages for the exporting Party.
        ExportingGateway = "exporting-gateway", "outbound gateway", "passerelle sortante";
        /// Sends and receives messages for the importing Party.
        ImportingGateway = "importing-gateway", "inbound gateway", "passerelle entrante";
        /// The customs administration of the importing Party.
        ImportingCustoms = "importing-customs", "Customs of the importing Party", "douane de la Partie importatrice";
        /// Examines doubts about origin.
        VerificationOffice = "verification-office", "verification office", "service de contrôle de l’origine";
        /// Claims the preference.
        Importer = "importer", "importer", "importateur";
        /// Another competent authority.
        CompetentAuthority = "competent-authority", "competent authority", "autorité compétente";
        /// A programme office for authorised economic operators.
        AeoOffice = "aeo-office", "AEO programme office", "service du programme OEA";
        /// A hub between the Parties.
        Hub = "hub", "hub", "plateforme d’échange";
    }

    /// What a message is in the exchange.
    pub enum Nature {
        /// It brings about or changes a state; it needs an acknowledgement and a response.
        Document = "document", "document", "document";
        /// It tells of something; it needs an acknowledgement.
        Notice = "notice", "notice", "avis";
        /// It asks; it needs an answer.
        Request = "request", "request", "demande";
        /// It answers.
        Response = "response", "response", "réponse";
        /// It says that a message arrived and can be read.
        Acknowledgement = "acknowledgement", "acknowledgement", "accusé de réception";
    }

    /// The kind of value of a fact.
    pub enum FactKind {
        /// A text or an identifier.
        Text = "text", "text", "texte";
        /// A number.
        Number = "number", "number", "nombre";
        /// A number with its unit.
        Quantity = "quantity", "quantity", "quantité";
        /// A number with its currency.
        Amount = "amount", "amount", "montant";
        /// A day or a moment.
        Date = "date", "date or moment", "date ou instant";
        /// A length of time.
        Duration = "duration", "length of time", "durée";
        /// Yes or no.
        YesNo = "yes-no", "yes or no", "oui ou non";
    }

    /// The kind of a business rule.
    pub enum RuleKind {
        /// It has to hold before a step.
        Precondition = "precondition", "precondition", "condition préalable";
        /// It has to hold for a message.
        Validation = "validation", "validation", "validation";
        /// It compares two documents.
        Matching = "matching", "matching", "rapprochement";
        /// It is about time.
        Timing = "timing", "timing", "délai";
        /// It says what happens otherwise.
        Exception = "exception", "exception", "exception";
    }

    /// The weight of a business rule.
    pub enum RuleSeverity {
        /// The message is rejected.
        Reject = "reject", "rejection", "rejet";
        /// A discrepancy is recorded and examined.
        Discrepancy = "discrepancy", "discrepancy", "discordance";
        /// The message is accepted with a remark.
        Warning = "warning", "warning", "avertissement";
    }

    /// A time limit that the block states once, and that steps refer to.
    pub enum TimeLimit {
        /// `communication.acknowledgement_timeout`.
        Acknowledgement = "acknowledgement", "acknowledgement time-out", "délai d’accusé de réception";
        /// `communication.response_timeout`.
        Response = "response", "response time-out", "délai de réponse métier";
        /// `legal_effect.validity`.
        Validity = "validity", "validity of the certificate", "durée de validité du certificat";
        /// `verification.acknowledge_within`.
        VerificationAcknowledgement = "verification-acknowledgement",
            "time limit for acknowledging a verification request",
            "délai d’accusé de réception d’une demande de contrôle";
        /// `verification.reply_within`.
        VerificationReply = "verification-reply",
            "time limit for the result of a verification", "délai de réponse à une demande de contrôle";
        /// `service_levels.recovery_time`.
        Recovery = "recovery", "recovery time", "durée de rétablissement";
    }

    /// The kind of a step.
    pub enum StepKind {
        /// Something begins here.
        Start = "start", "start", "début";
        /// Somebody does something.
        Task = "task", "task", "tâche";
        /// A message is sent.
        Send = "send", "send", "envoi";
        /// A message is received.
        Receive = "receive", "receive", "réception";
        /// One of several ways is taken.
        Decision = "decision", "decision", "décision";
        /// The first of several events decides.
        Wait = "wait", "wait", "attente";
        /// All ways are taken.
        Fork = "fork", "fork", "séparation";
        /// All ways come together.
        Join = "join", "join", "jonction";
        /// Another process runs.
        Subprocess = "subprocess", "sub-process", "sous-processus";
        /// Something ends here.
        End = "end", "end", "fin";
    }
}
