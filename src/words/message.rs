//! What schemas and interface descriptions say in words.

use super::{Words, words};

/// The metadata wrapper.
pub const HEADER: Words = words("Document metadata", "Métadonnées du document");
/// What the wrapper is for.
pub const HEADER_DEFINITION: Words = words(
    "Says which data model and which message the document is, and who answers for it.",
    "Indique le modèle de données et le message dont relève le document, et qui en répond.",
);
/// Header element.
pub const MODEL_VERSION: Words =
    words("WCO Data Model version", "Version du modèle de données de l’OMD");
/// Header element.
pub const TYPE_NAME: Words = words("Message name", "Nom du message");
/// Header element.
pub const RESPONSIBLE_COUNTRY: Words = words("Responsible country", "Pays responsable");
/// Header element.
pub const RESPONSIBLE_AGENCY: Words = words("Responsible agency", "Organisme responsable");
/// Header element.
pub const CUSTOMIZATION: Words =
    words("Agency-assigned customisation code", "Code d’adaptation attribué par l’organisme");
/// Header element.
pub const CUSTOMIZATION_VERSION: Words =
    words("Version of the customisation", "Version de l’adaptation");

/// Mark on everything made from a block that still has errors.
pub const DRAFT: Words = words("DRAFT", "PROJET");
/// Where a schema comes from.
pub const MADE_FROM: Words = words(
    "Made from Utility Block {block}, version {version}, on WCO Data Model {model}. Not an official schema of the World Customs Organization.",
    "Établi à partir du bloc utilitaire {block}, version {version}, sur le modèle de données de l’OMD {model}. Ce schéma n’est pas un schéma officiel de l’Organisation mondiale des douanes.",
);
/// The module of data types.
pub const DATA_TYPES: Words = words("Data types", "Types de données");
/// Before the condition of a conditional element.
pub const CONDITION: Words = words("Condition: {condition}", "Condition : {condition}");
/// Introduces what a code stands for.
pub const CODE: Words = words("{code}: {name}", "{code} : {name}");
/// Type of the currency beside an amount.
pub const CURRENCY: Words = words("Currency", "Monnaie");
/// Type of the unit beside a measure.
pub const UNIT: Words = words("Unit of measure", "Unité de mesure");
/// Type of the format code beside a date.
pub const DATE_FORMAT: Words = words(
    "Format of the date (UNTDID 2379): 102 is CCYYMMDD, 304 is CCYYMMDDHHMMSS and time zone",
    "Format de la date (UNTDID 2379) : 102 correspond à SSAAMMJJ, 304 à SSAAMMJJHHMMSS suivi du fuseau horaire",
);
/// Type of the media type beside a file.
pub const MEDIA_TYPE: Words = words("Media type (RFC 6838)", "Type de média (RFC 6838)");
/// The content of a value that has something beside it.
pub const CONTENT: Words = words("Value", "Valeur");

/// Introduction of the interface description.
pub const INTERFACE: Words = words(
    "Messages are posted to the gateway that receives them. A gateway first acknowledges that it can read a message; what comes of the message follows in a message of its own, posted to the gateway of the sender. A message that is sent again keeps its idempotency key and is processed once.",
    "Les messages sont envoyés à la passerelle qui les reçoit. La passerelle accuse d’abord réception d’un message lisible ; la suite qui lui est donnée fait l’objet d’un message distinct, envoyé à la passerelle de l’expéditeur. Un message envoyé de nouveau conserve sa clé d’idempotence et n’est traité qu’une fois.",
);
/// Title of an operation.
pub const RECEIVE: Words = words("Receive: {message}", "Recevoir : {message}");
/// Follows an operation whose answer comes later.
pub const ANSWER_FOLLOWS: Words = words(
    "The answer follows as {messages}.",
    "La réponse suit sous la forme du message {messages}.",
);
/// Joins the names of several messages.
pub const OR: Words = words(" or ", " ou ");
/// A host name in an address.
pub const HOST: Words = words(
    "Host of the gateway, exchanged between the Parties",
    "Hôte de la passerelle, communiqué entre les Parties",
);
/// The body is an XML document.
pub const XML_BODY: Words = words(
    "The same message as an XML document, valid against {schema}.",
    "Le même message sous forme de document XML, valide selon {schema}.",
);
/// An example.
pub const EXAMPLE: Words = words("A complete message", "Un message complet");
/// An example of a problem.
pub const PROBLEM_EXAMPLE: Words = words("A problem of this kind", "Un problème de ce type");
/// Header.
pub const IDEMPOTENCY_KEY: Words = words(
    "Identifies the message. It is the same when the message is sent again; the receiver answers a repetition with the acknowledgement it gave before.",
    "Identifie le message. Elle reste la même lorsque le message est envoyé de nouveau ; le destinataire répond à une répétition par l’accusé de réception déjà donné.",
);
/// Header.
pub const CORRELATION_ID: Words = words(
    "Ties together a message, its acknowledgement, its answer and every entry about them in the logs.",
    "Relie un message, son accusé de réception, sa réponse et toute mention de ceux-ci dans les journaux.",
);
/// Header.
pub const RETRY_AFTER: Words = words(
    "Seconds to wait before sending again.",
    "Nombre de secondes à attendre avant un nouvel envoi.",
);
/// Response.
pub const ACKNOWLEDGED: Words = words(
    "The message arrived and can be read. This is its acknowledgement.",
    "Le message est arrivé et peut être lu. Ceci en est l’accusé de réception.",
);
/// Response.
pub const ACCEPTED: Words =
    words("The message arrived and can be read.", "Le message est arrivé et peut être lu.");
/// Response.
pub const ANSWERED: Words = words("The answer.", "La réponse.");
/// Response 400.
pub const BAD_REQUEST: Words = words(
    "The message did not arrive whole or does not conform to its schema.",
    "Le message n’est pas arrivé complet ou n’est pas conforme à son schéma.",
);
/// Response 401.
pub const UNAUTHENTICATED: Words =
    words("The caller has not proved who it is.", "L’appelant n’a pas prouvé son identité.");
/// Response 403.
pub const FORBIDDEN: Words = words(
    "The caller may not send this message.",
    "L’appelant n’est pas autorisé à envoyer ce message.",
);
/// Response 404.
pub const NOT_FOUND: Words = words(
    "No message with this identifier was received.",
    "Aucun message portant cet identifiant n’a été reçu.",
);
/// Response 409.
pub const CONFLICT: Words = words(
    "A different message was received before under the same idempotency key.",
    "Un message différent a déjà été reçu sous la même clé d’idempotence.",
);
/// Response 413.
pub const TOO_LARGE: Words =
    words("The message is larger than agreed.", "Le message dépasse la taille convenue.");
/// Response 415.
pub const UNSUPPORTED_SYNTAX: Words = words(
    "The message is written in a syntax that this gateway does not read.",
    "Le message est rédigé dans une syntaxe que cette passerelle ne lit pas.",
);
/// Response 422.
pub const UNPROCESSABLE: Words = words(
    "The message breaks a rule or refers to something unknown.",
    "Le message enfreint une règle ou renvoie à un élément inconnu.",
);
/// Response 429.
pub const TOO_MANY: Words = words(
    "More messages were sent than agreed.",
    "Le nombre de messages envoyés dépasse le nombre convenu.",
);
/// Response 503.
pub const UNAVAILABLE: Words = words(
    "The gateway cannot take messages now.",
    "La passerelle ne peut pas recevoir de messages pour le moment.",
);
/// Schema.
pub const PROBLEM: Words = words(
    "What went wrong (RFC 9457), with the agreed error code, the element and the correlation identifier.",
    "Ce qui n’a pas fonctionné (RFC 9457), avec le code d’erreur convenu, l’élément et l’identifiant de corrélation.",
);
/// Schema.
pub const ERROR_CODE: Words = words("Agreed error code", "Code d’erreur convenu");
/// Schema.
pub const ERROR_PATH: Words = words(
    "Path of the element at fault, as a JSON Pointer (RFC 6901) or, for XML, as tags separated by slashes.",
    "Chemin de l’élément en cause, sous forme de pointeur JSON (RFC 6901) ou, pour XML, de balises séparées par des barres obliques.",
);
/// Security scheme.
pub const MUTUAL_TLS: Words = words(
    "Both ends show a certificate (mutual TLS).",
    "Chaque extrémité présente un certificat (TLS mutuel).",
);
/// Security scheme.
pub const OAUTH: Words = words(
    "The caller presents a token obtained with its client credentials (OAuth 2.0).",
    "L’appelant présente un jeton obtenu avec ses identifiants de client (OAuth 2.0).",
);
/// Scope of a token.
pub const SCOPE_SEND: Words = words("Send messages", "Envoyer des messages");
/// Operation.
pub const STATUS_QUERY: Words =
    words("Ask what became of a message", "Demander la suite donnée à un message");
/// Schema.
pub const STATUS: Words = words("How far a message has come", "État d’avancement d’un message");
/// Parameter.
pub const MESSAGE_KEY: Words = words(
    "Idempotency key under which the message was sent",
    "Clé d’idempotence sous laquelle le message a été envoyé",
);

/// Why a language cannot say a constraint.
pub const CANNOT_FACTS: Words = words(
    "it is about facts that the message does not say",
    "elle porte sur des faits que le message ne contient pas",
);
/// Why a language cannot say a constraint.
pub const CANNOT_DECIMALS: Words =
    words("it would round decimals", "elle y arrondirait des décimales");
/// Why a language cannot say a constraint.
pub const CANNOT_UNITS: Words =
    words("it cannot convert units", "les unités ne peuvent y être converties");
/// Why a language cannot say a constraint.
pub const CANNOT_TIMES: Words = words(
    "it cannot compare dates and moments",
    "les dates et les moments ne peuvent y être comparés",
);
/// Why a language cannot say a constraint.
pub const CANNOT_VARIABLE: Words = words(
    "it cannot compare the items of two lists",
    "les éléments de deux listes ne peuvent y être comparés",
);
/// Why a language cannot say a constraint.
pub const CANNOT_ORDER: Words =
    words("texts have no order in it", "les textes n’y ont pas d’ordre");
/// Why a language cannot say a constraint.
pub const CANNOT_PATTERN: Words = words("it has no patterns", "elle n’y dispose pas de modèles");
/// Why a language cannot say a constraint.
pub const CANNOT_DIALECT: Words =
    words("the pattern means something else in it", "le modèle y a un autre sens");
/// Why a language cannot say a constraint.
pub const CANNOT_FORM: Words = words("it has no counterpart", "elle n’y a pas d’équivalent");

/// Why a language cannot say a constraint.
pub const CANNOT_TWO_VALUES: Words = words(
    "it cannot compare two values of a message",
    "deux valeurs d’un message ne peuvent y être comparées",
);
/// Why a language cannot say a constraint.
pub const CANNOT_ELSEWHERE: Words = words(
    "it cannot look from the items of a list at what stands outside of them",
    "elle ne permet pas de voir, depuis les éléments d’une liste, ce qui se trouve en dehors",
);
/// Why a constraint is nowhere.
pub const CANNOT_NO_MESSAGE: Words = words(
    "no message of the block carries what it is about",
    "aucun message du bloc ne contient ce sur quoi elle porte",
);
/// The table of what languages can say.
pub const TABLE_TITLE: Words = words(
    "Conditions and business rules in Schematron and JSON Schema",
    "Conditions et règles de gestion en Schematron et JSON Schema",
);
/// The table of what languages can say.
pub const TABLE_ABOUT: Words = words(
    "Each schema judges one message. What XPath 1.0 can say exactly stands in the file with the binding xslt, the rest in the one with xslt2. The JSON Schema of a message, and the interface description, say what has a counterpart there. `gnc message validate` judges all of them.",
    "Chaque schéma contrôle un message. Ce que XPath 1.0 exprime exactement figure dans le fichier à liaison xslt, le reste dans celui à liaison xslt2. Le schéma JSON d’un message et la description de l’interface expriment ce qui y a un équivalent. `gnc message validate` les vérifie toutes.",
);
/// Column.
pub const TABLE_CONSTRAINT: Words = words("Rule or element", "Règle ou élément");
/// Column.
pub const TABLE_STATEMENT: Words = words("Statement", "Énoncé");
/// Column.
pub const TABLE_SCHEMATRON: Words = words("Schematron", "Schematron");
/// Column.
pub const TABLE_JSON_SCHEMA: Words = words("JSON Schema", "JSON Schema");
/// A constraint that is said.
pub const TABLE_SAID: Words = words("yes", "oui");
/// Title of what a schema says beside the structure.
pub const RULES_OF_SCHEMA: Words = words(
    "Conditions and business rules, as far as a schema can say them",
    "Conditions et règles de gestion, dans la mesure où un schéma peut les exprimer",
);
/// A constraint that is said in part.
pub const TABLE_PARTLY: Words = words(
    "{binding}, as far as the message alone decides",
    "{binding}, dans la mesure où le message seul permet de trancher",
);
/// A constraint that is not said.
pub const TABLE_NOT: Words = words("not expressed: {reason}", "non exprimée : {reason}");
