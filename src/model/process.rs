//! Component group 2: business rules, triggers, entities, and the process they make.

use crate::model::cluster::DataCluster;
use crate::model::matching::{Matching, MatchingResult};
use crate::model::scalar::{Date, Duration, ElementPath, Expression, Line, Name, Version};
use crate::model::shape::{choice, record};
use crate::model::value::{Negotiable, Text};
use crate::text::Spanned;

record! {
    /// How the processes of the Parties align.
    #[fr = "Comment les processus des Parties s’alignent."]
    pub struct ProcessAlignment {
        /// Who starts the exchange.
        #[fr = "Qui est à l’initiative de l’échange."]
        exchange_model: Option<Spanned<ExchangeModel>>,
        /// Component 7: who takes part.
        #[fr = "Composante 7 : qui participe."]
        entities: Vec<Entity>,
        /// Component 6: the events that start an exchange.
        #[fr = "Composante 6 : les événements qui déclenchent un échange."]
        triggers: Vec<Trigger>,
        /// The messages that are exchanged.
        #[fr = "Les messages échangés."]
        messages: Vec<Message>,
        /// What rules know beside the messages: a declaration, a register, terms of the agreement.
        #[fr = "Ce que les règles connaissent en dehors des messages : une déclaration, un registre, les termes de l’accord."]
        facts: Vec<Fact>,
        /// Component 5: what has to hold, and what follows when it does not.
        #[fr = "Composante 5 : ce qui doit être respecté, et ce qui s’ensuit à défaut."]
        business_rules: Vec<BusinessRule>,
        /// Which messages are compared with which documents beside them, or fill them in beforehand.
        #[fr = "Quels messages sont rapprochés de quels documents extérieurs, ou les préremplissent."]
        matchings: Vec<Matching>,
        /// The processes, each as a graph of steps.
        #[fr = "Les processus, chacun sous forme de graphe d’étapes."]
        processes: Vec<Process>,
        /// The states of the document that is exchanged.
        #[fr = "Les états du document échangé."]
        lifecycle: Option<Lifecycle>,
        /// How a doubt about a document is verified.
        #[fr = "Comment un doute sur un document est contrôlé."]
        verification: Option<Verification>,
        /// Component 8: the data that is exchanged.
        #[fr = "Composante 8 : les données échangées."]
        data_cluster: Option<DataCluster>,
    }

    /// Somebody or something that sends, receives, acts or decides.
    #[fr = "Qui transmet, reçoit, agit ou décide."]
    pub struct Entity {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Name.
        #[fr = "Nom."]
        name: Option<Text>,
        /// The role in the exchange.
        #[fr = "Le rôle dans l’échange."]
        role: Option<Spanned<Role>>,
        /// The side it belongs to.
        #[fr = "Le côté auquel elle appartient."]
        side: Option<Spanned<Side>>,
        /// What it does in this exchange.
        #[fr = "Ce qu’elle fait dans cet échange."]
        duty: Option<Text>,
        /// The body of each Party that takes this role: Party and name.
        #[fr = "L’organisme de chaque Partie qui tient ce rôle : Partie et nom."]
        bodies: Vec<Body>,
    }

    /// The body of a Party that takes a role.
    #[fr = "L’organisme d’une Partie qui tient un rôle."]
    pub struct Body {
        /// Identifier of the Party.
        #[fr = "Identifiant de la Partie."]
        party: Option<Spanned<Name>>,
        /// Name of the body or system.
        #[fr = "Nom de l’organisme ou du système."]
        name: Option<Negotiable<Text>>,
    }

    /// An event that starts an exchange.
    #[fr = "Un événement qui déclenche un échange."]
    pub struct Trigger {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// The event.
        #[fr = "L’événement."]
        event: Option<Text>,
        /// Identifier of the entity that is responsible for sending.
        #[fr = "Identifiant de l’entité chargée de la transmission."]
        entity: Option<Spanned<Name>>,
        /// When the event counts.
        #[fr = "À quelle condition l’événement compte."]
        condition: Option<Text>,
        /// Identifiers of the messages that are sent.
        #[fr = "Identifiants des messages transmis."]
        sends: Vec<Spanned<Name>>,
        /// The longest time from the event to the message.
        #[fr = "Le délai maximal entre l’événement et le message."]
        within: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the process that the trigger belongs to.
        #[fr = "Identifiant du processus auquel appartient le déclencheur."]
        process: Option<Spanned<Name>>,
    }

    /// A message that is exchanged.
    #[fr = "Un message échangé."]
    pub struct Message {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Name of the message type, in upper camel case.
        #[fr = "Nom du type de message, mots accolés, chacun avec une majuscule."]
        name: Option<Spanned<Name>>,
        /// Title.
        #[fr = "Titre."]
        title: Option<Text>,
        /// What the message does.
        #[fr = "Ce que fait le message."]
        purpose: Option<Text>,
        /// Version of the message.
        #[fr = "Version du message."]
        version: Option<Spanned<Version>>,
        /// Path of the class that is the root of the message.
        #[fr = "Chemin de la classe qui est la racine du message."]
        root: Option<Spanned<ElementPath>>,
        /// Message function (EDIFACT 1225).
        #[fr = "Fonction du message (EDIFACT 1225)."]
        function: Option<Spanned<Line>>,
        /// Identifier of the entity that sends.
        #[fr = "Identifiant de l’entité expéditrice."]
        sender: Option<Spanned<Name>>,
        /// Identifier of the entity that receives.
        #[fr = "Identifiant de l’entité destinataire."]
        receiver: Option<Spanned<Name>>,
        /// Whether the message goes in both directions.
        #[fr = "Si le message circule dans les deux sens."]
        both_ways: Option<Spanned<crate::model::scalar::Flag>>,
        /// What the message is in the exchange; decides what must answer it.
        #[fr = "La nature du message dans l’échange ; elle détermine ce qui doit y répondre."]
        nature: Option<Spanned<Nature>>,
        /// Identifier of the message that says it arrived and can be read.
        #[fr = "Identifiant du message attestant qu’il est arrivé et peut être lu."]
        acknowledged_by: Option<Spanned<Name>>,
        /// Identifier of the message that says what came of it.
        #[fr = "Identifiant du message indiquant la suite donnée."]
        answered_by: Option<Spanned<Name>>,
        /// Last day on which it is accepted, once it is retired.
        #[fr = "Dernier jour où il est accepté, une fois retiré."]
        until: Option<Spanned<Date>>,
        /// The elements it carries, when not all below its root.
        #[fr = "Les éléments qu’il porte, si ce ne sont pas tous ceux de sa racine."]
        subset: Vec<SubsetElement>,
    }

    /// An element that a message carries, narrower than in the data cluster where stated.
    #[fr = "Un élément que porte un message, plus étroit que dans le groupe de données lorsque c’est indiqué."]
    pub struct SubsetElement {
        /// Path of the element.
        #[fr = "Chemin de l’élément."]
        [required] path: Option<Spanned<ElementPath>>,
        /// Requirement in this message.
        #[fr = "Exigence dans ce message."]
        requirement: Option<Spanned<crate::model::cluster::Requirement>>,
        /// Occurrence in this message.
        #[fr = "Occurrence dans ce message."]
        occurs: Option<Spanned<crate::text::notation::Occurs>>,
    }

    /// Something that rules know beside the messages, or a part of it.
    #[fr = "Ce que les règles connaissent en dehors des messages, ou une partie de cela."]
    pub struct Fact {
        /// Its names in expressions from the first down, joined by `/`.
        #[fr = "Ses noms dans les expressions, du premier au dernier, séparés par `/`."]
        [required] path: Option<Spanned<ElementPath>>,
        /// What it is.
        #[fr = "Ce que c’est."]
        name: Option<Text>,
        /// Identifier of the entity that holds it.
        #[fr = "Identifiant de l’entité qui le détient."]
        held_by: Option<Spanned<Name>>,
        /// Kind of value; none where names stand below it.
        #[fr = "Type de valeur ; aucun lorsque des noms figurent en dessous."]
        kind: Option<Spanned<FactKind>>,
        /// Path of the class of the data cluster whose elements it has, as `Certificate`.
        #[fr = "Chemin de la classe du groupe de données dont il a les éléments, par exemple `Certificate`."]
        like: Option<Spanned<ElementPath>>,
        /// Identifier of the code list that its values are from.
        #[fr = "Identifiant de la liste de codes dont proviennent ses valeurs."]
        codes: Option<Spanned<Name>>,
        /// How often it occurs; once unless stated.
        #[fr = "Nombre d’occurrences ; une fois, sauf indication contraire."]
        occurs: Option<Spanned<crate::text::notation::Occurs>>,
        /// What of a message it is filled in from beforehand, in the expression language; `this` is what
        /// the fact above it was filled in from.
        #[fr = "Ce qui, dans un message, sert à le préremplir, dans le langage des expressions ; « this » est ce qui a servi à préremplir le fait situé au-dessus."]
        from: Option<Spanned<Expression>>,
        /// Identifier of the entity to which it is left, where it is not filled in beforehand.
        #[fr = "Identifiant de l’entité à laquelle il est laissé, lorsqu’il n’est pas prérempli."]
        left_to: Option<Spanned<Name>>,
    }

    /// Something that has to hold, and what follows when it does not.
    #[fr = "Ce qui doit être respecté, et ce qui s’ensuit à défaut."]
    pub struct BusinessRule {
        /// Identifier, as `BR-CO-07`.
        #[fr = "Identifiant, par exemple `BR-CO-07`."]
        [required] id: Option<Spanned<Name>>,
        /// Kind of rule.
        #[fr = "Type de règle."]
        kind: Option<Spanned<RuleKind>>,
        /// The rule, in one sentence that can be tested.
        #[fr = "La règle, en une phrase vérifiable."]
        statement: Option<Text>,
        /// Identifier of the message or step at which it is evaluated.
        #[fr = "Identifiant du message ou de l’étape où elle est évaluée."]
        when: Option<Spanned<Name>>,
        /// The rule in the expression language.
        #[fr = "La règle dans le langage d’expression."]
        assert: Option<Spanned<Expression>>,
        /// How far a value may differ.
        #[fr = "Dans quelle mesure une valeur peut différer."]
        tolerance: Option<Negotiable<Text>>,
        /// What follows when it does not hold.
        #[fr = "Ce qui s’ensuit si elle n’est pas respectée."]
        otherwise: Option<Otherwise>,
    }

    /// What follows when a business rule does not hold.
    #[fr = "Ce qui s’ensuit lorsqu’une règle de gestion n’est pas respectée."]
    pub struct Otherwise {
        /// Error code.
        #[fr = "Code d’erreur."]
        code: Option<Spanned<Name>>,
        /// Weight.
        #[fr = "Gravité."]
        severity: Option<Spanned<RuleSeverity>>,
        /// What becomes of what was compared; by the weight, unless stated.
        #[fr = "Ce qu’il advient de ce qui a été rapproché ; selon le poids de la règle, sauf indication."]
        result: Option<Spanned<MatchingResult>>,
        /// What the receiver does.
        #[fr = "Ce que fait le destinataire."]
        action: Option<Text>,
    }

    /// A process: steps of entities, joined by flows.
    #[fr = "Un processus : des étapes d’entités, reliées par des flux."]
    pub struct Process {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Name.
        #[fr = "Nom."]
        name: Option<Text>,
        /// What the process is for.
        #[fr = "À quoi sert le processus."]
        purpose: Option<Text>,
        /// Why the process is not part of this annex, when it is not.
        #[fr = "Pourquoi le processus ne fait pas partie de la présente annexe, le cas échéant."]
        out_of_scope: Option<Text>,
        /// The steps, in the order in which they are printed.
        #[fr = "Les étapes, dans l’ordre où elles sont imprimées."]
        steps: Vec<Step>,
    }

    /// A step of a process.
    #[fr = "Une étape d’un processus."]
    pub struct Step {
        /// Identifier, unique in its process.
        #[fr = "Identifiant, unique dans son processus."]
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the entity that acts.
        #[fr = "Identifiant de l’entité qui agit."]
        entity: Option<Spanned<Name>>,
        /// Kind of step.
        #[fr = "Type d’étape."]
        kind: Option<Spanned<StepKind>>,
        /// What happens, beginning with a verb.
        #[fr = "Ce qui se passe, en commençant par un verbe."]
        name: Option<Text>,
        /// Identifier of the message that a `send` step sends or a `receive` or `start` step waits for.
        #[fr = "Identifiant du message que transmet une étape `send` ou qu’attend une étape `receive` ou `start`."]
        message: Option<Spanned<Name>>,
        /// Identifier of the step that receives the message, for a `send` step.
        #[fr = "Identifiant de l’étape qui reçoit le message, pour une étape `send`."]
        to: Option<Spanned<Name>>,
        /// Interval after which a `start` step fires, for a periodic process.
        #[fr = "Intervalle au bout duquel une étape `start` se déclenche, pour un processus périodique."]
        every: Option<Negotiable<Spanned<Duration>>>,
        /// Identifier of the process that a `subprocess` step stands for.
        #[fr = "Identifiant du processus que représente une étape `subprocess`."]
        process: Option<Spanned<Name>>,
        /// Whether an `end` step is a failure.
        #[fr = "Si une étape `end` est un échec."]
        failure: Option<Spanned<crate::model::scalar::Flag>>,
        /// Identifier of the next step, when there is just one.
        #[fr = "Identifiant de l’étape suivante, lorsqu’il n’y en a qu’une."]
        next: Option<Spanned<Name>>,
        /// What may follow a `decision`, `wait` or `fork` step.
        #[fr = "Ce qui peut suivre une étape `decision`, `wait` ou `fork`."]
        outcomes: Vec<Outcome>,
        /// The business rules that are evaluated here.
        #[fr = "Les règles de gestion évaluées ici."]
        rules: Vec<Spanned<Name>>,
        /// The state that the document is in after the step.
        #[fr = "L’état du document après l’étape."]
        state: Option<Spanned<Name>>,
        /// A remark.
        #[fr = "Une remarque."]
        note: Option<Text>,
    }

    /// One way on from a step.
    #[fr = "Une suite possible d’une étape."]
    pub struct Outcome {
        /// When this way is taken, as printed on the flow.
        #[fr = "Quand cette suite est empruntée, telle qu’imprimée sur le flux."]
        label: Option<Text>,
        /// Identifier of the step that follows.
        #[fr = "Identifiant de l’étape qui suit."]
        to: Option<Spanned<Name>>,
        /// Whether it is taken when no other is.
        #[fr = "Si elle est empruntée à défaut de toute autre."]
        default: Option<Spanned<crate::model::scalar::Flag>>,
        /// Identifier of the message whose arrival it stands for, after a `wait` step.
        #[fr = "Identifiant du message dont elle représente l’arrivée, après une étape `wait`."]
        on: Option<Spanned<Name>>,
        /// The time after which it is taken, after a `wait` step.
        #[fr = "Le délai au bout duquel elle est empruntée, après une étape `wait`."]
        after: Option<Negotiable<Spanned<Duration>>>,
        /// The time limit after which it is taken, when the block states it elsewhere.
        #[fr = "La limite de temps au bout de laquelle elle est empruntée, lorsque le bloc la fixe ailleurs."]
        limit: Option<Spanned<TimeLimit>>,
    }

    /// The states of the document that is exchanged.
    #[fr = "Les états du document échangé."]
    pub struct Lifecycle {
        /// Identifier of the first state.
        #[fr = "Identifiant du premier état."]
        initial: Option<Spanned<Name>>,
        /// The states.
        #[fr = "Les états."]
        states: Vec<State>,
        /// The transitions.
        #[fr = "Les transitions."]
        transitions: Vec<Transition>,
    }

    /// A state of the document.
    #[fr = "Un état du document."]
    pub struct State {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Name.
        #[fr = "Nom."]
        name: Option<Text>,
        /// What it means.
        #[fr = "Ce qu’il signifie."]
        meaning: Option<Text>,
        /// Whether nothing follows it.
        #[fr = "Si rien ne le suit."]
        terminal: Option<Spanned<crate::model::scalar::Flag>>,
    }

    /// A transition from one state to another.
    #[fr = "Une transition d’un état à un autre."]
    pub struct Transition {
        /// Identifier.
        #[fr = "Identifiant."]
        [required] id: Option<Spanned<Name>>,
        /// Identifier of the state before.
        #[fr = "Identifiant de l’état antérieur."]
        from: Option<Spanned<Name>>,
        /// Identifier of the state after.
        #[fr = "Identifiant de l’état ultérieur."]
        to: Option<Spanned<Name>>,
        /// The event that brings it about.
        #[fr = "L’événement qui la provoque."]
        trigger: Option<Text>,
        /// Identifier of the entity that brings it about.
        #[fr = "Identifiant de l’entité qui la provoque."]
        actor: Option<Spanned<Name>>,
        /// Identifier of the message that tells of it.
        #[fr = "Identifiant du message qui en informe."]
        message: Option<Spanned<Name>>,
    }

    /// How a doubt about a document is verified.
    #[fr = "Comment un doute sur un document est contrôlé."]
    pub struct Verification {
        /// When a verification may be asked for.
        #[fr = "Quand un contrôle peut être demandé."]
        grounds: Option<Text>,
        /// By when the request is acknowledged.
        #[fr = "Dans quel délai la demande fait l’objet d’un accusé de réception."]
        acknowledge_within: Option<Negotiable<Spanned<Duration>>>,
        /// By when the result is due.
        #[fr = "Dans quel délai le résultat est dû."]
        reply_within: Option<Negotiable<Spanned<Duration>>>,
        /// What happens to the goods and the duty in the meantime.
        #[fr = "Ce qu’il advient entre-temps des marchandises et des droits."]
        interim: Option<Text>,
        /// What follows when no result comes in time.
        #[fr = "Ce qui s’ensuit si aucun résultat n’arrive à temps."]
        no_reply: Option<Text>,
        /// How the verification is closed.
        #[fr = "Comment le contrôle est clos."]
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
        /// A state of the lifecycle of the document.
        State = "state", "state of the lifecycle", "état du cycle de vie";
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
        Validity = "validity", "validity of the document", "durée de validité du document";
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
        /// Something is waited for; of several events the first decides.
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
