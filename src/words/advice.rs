//! What an official is told of each part of a block beyond what it is: why it matters, and how to
//! write it.

use super::{Words, words};

/// What is said of a part beyond what it is.
#[derive(Clone, Copy, Debug)]
pub struct Advice {
    /// The part, as a path of keys.
    pub path: &'static str,
    /// Why it matters.
    pub why: Words,
    /// How to write it.
    pub how: Words,
}

const fn advice(path: &'static str, why: Words, how: Words) -> Advice {
    Advice { path, why, how }
}

/// The parts of a block, in its order.
pub const ADVICE: &[Advice] = &[
    advice(
        "block",
        words(
            "A reader has to know which version of which text lies before them, who answers for it and whom it binds.",
            "Le lecteur doit savoir quelle version de quel texte il a sous les yeux, qui en répond et qui elle lie.",
        ),
        words(
            "Fill it in first. Every change that others see gets a new version, a date and an entry in the history.",
            "Remplissez-le en premier. Toute modification visible par d’autres reçoit une nouvelle version, une date et une entrée d’historique.",
        ),
    ),
    advice(
        "block.id",
        words(
            "Other blocks, profiles and the project file refer to the block by this name.",
            "Les autres blocs, les profils et le fichier de projet désignent le bloc par ce nom.",
        ),
        words(
            "Before the dot, who: an organisation for a framework, the Parties joined by hyphens for an annex. Behind it, what.",
            "Avant le point, qui : une organisation pour un cadre, les Parties reliées par des traits d’union pour une annexe. Après, quoi.",
        ),
    ),
    advice(
        "block.status",
        words(
            "The status decides what is asked for: a concept is not reproached with missing service levels; an agreed annex may have no open point left.",
            "Le statut détermine ce qui est demandé : on ne reproche pas à un concept l’absence de niveaux de service ; une annexe convenue ne peut plus avoir de point ouvert.",
        ),
        words(
            "Begin with `concept` for a framework, with `negotiation` for an annex that rests on one. `gnc status` tells what the next step asks for.",
            "Commencez par `concept` pour un cadre, par `negotiation` pour une annexe qui repose sur un cadre. `gnc status` indique ce que demande l’étape suivante.",
        ),
    ),
    advice(
        "block.kind",
        words(
            "The kind brings the rules of its subject: a certificate of origin needs other things than the status of an economic operator.",
            "Le type entraîne les règles de son sujet : un certificat d’origine n’exige pas la même chose que le statut d’un opérateur économique.",
        ),
        words(
            "`gnc new --kind` begins a block of each kind; `gnc rules --pack` lists the rules of one.",
            "`gnc new --kind` commence un bloc de chaque type ; `gnc rules --pack` énumère les règles d’un type.",
        ),
    ),
    advice(
        "block.extends",
        words(
            "A profile inherits everything that its framework says, so two annexes on the same framework differ only where somebody wanted it.",
            "Un profil hérite de tout ce que dit son cadre : deux annexes fondées sur le même cadre ne diffèrent que là où on l’a voulu.",
        ),
        words(
            "Name the framework with its version, and say only what differs. Lists are merged item by item; `omit: true` leaves an item out.",
            "Citez le cadre avec sa version et n’écrivez que ce qui diffère. Les listes sont fusionnées élément par élément ; `omit: true` écarte un élément.",
        ),
    ),
    advice(
        "block.parties",
        words(
            "Each duty in the annex is a duty of a Party. Without named Parties nobody owes anything.",
            "Toute obligation de l’annexe est celle d’une Partie. Sans Parties nommées, nul ne doit rien.",
        ),
        words(
            "One entry for each Party, with a short name that is used everywhere else. In a profile, `stands_for` names the placeholder of the framework whose part it takes.",
            "Une entrée par Partie, avec un nom abrégé repris partout ailleurs. Dans un profil, `stands_for` cite la Partie provisoire du cadre dont elle tient le rôle.",
        ),
    ),
    advice(
        "block.history",
        words(
            "Delegations come back to a text after months. They ask what changed, when, and who asked for it.",
            "Les délégations reviennent au texte après des mois. Elles demandent ce qui a changé, quand, et à la demande de qui.",
        ),
        words(
            "Newest entry first, one for each version, in words that a lawyer understands.",
            "La plus récente en premier, une entrée par version, en termes compréhensibles pour un juriste.",
        ),
    ),
    advice(
        "business_case",
        words(
            "Ministers and finance departments read this group alone. It says why anybody should pay for the exchange, and what permits it.",
            "Ministres et services financiers ne lisent que ce groupe. Il dit pourquoi l’échange mérite d’être financé et ce qui l’autorise.",
        ),
        words(
            "Write it before anything technical; policy and legal officers do it together.",
            "Rédigez-le avant toute partie technique ; les services de politique et juridiques le font ensemble.",
        ),
    ),
    advice(
        "business_case.name",
        words(
            "The name is what the annex is called in letters and meetings.",
            "C’est par ce nom que l’annexe est désignée dans le courrier et en réunion.",
        ),
        words(
            "Say what is exchanged and how, in fewer than ten words: one need, one block.",
            "Dites ce qui est échangé et comment, en moins de dix mots : un besoin, un bloc.",
        ),
    ),
    advice(
        "business_case.purposes",
        words(
            "Data may be used for the purposes that are listed and for no others; each data element has to serve one of them.",
            "Les données ne peuvent servir qu’aux finalités énumérées ; chaque élément de données doit en servir une.",
        ),
        words(
            "One sentence each, beginning with a verb, and the function of Customs that it serves. Include the running of the exchange itself.",
            "Une phrase par finalité, à l’infinitif, et la fonction douanière servie. N’oubliez pas le fonctionnement de l’échange lui-même.",
        ),
    ),
    advice(
        "business_case.benefits",
        words(
            "An exchange from which one side gains nothing is not kept up. What is measured can be defended in the next budget.",
            "Un échange dont une partie ne tire rien ne dure pas. Ce qui est mesuré peut être défendu au budget suivant.",
        ),
        words(
            "At least one benefit for each stakeholder: both sides, trade, other agencies; each with a measure.",
            "Au moins un avantage pour chaque intéressé : les deux côtés, les opérateurs, les autres services ; chacun avec une mesure.",
        ),
    ),
    advice(
        "business_case.scope",
        words(
            "What lies outside the scope has no legal effect under the annex; disputes begin where it is vague.",
            "Ce qui est hors du champ n’a aucun effet au titre de l’annexe ; les différends naissent là où il est vague.",
        ),
        words(
            "Name the agreement, the documents, the goods and each direction with its first day; say what is left out, and why.",
            "Citez l’accord, les documents, les marchandises et chaque sens avec son premier jour ; dites ce qui est exclu, et pourquoi.",
        ),
    ),
    advice(
        "business_case.legal_basis",
        words(
            "An administration may send data only where a provision permits it. What merely asks for co-operation does not permit data to be sent unasked.",
            "Une administration ne peut transmettre de données que si une disposition l’y autorise. Celle qui invite seulement à coopérer n’autorise pas l’envoi d’office.",
        ),
        words(
            "Cite instrument, article, date and standing, and what the provision permits: international first, then the agreement, then the law of each Party. A provision yet to be enacted gets the day by which it is expected.",
            "Citez l’instrument, l’article, la date et l’état, ainsi que ce que la disposition autorise : le droit international d’abord, puis l’accord, puis le droit de chaque Partie. Une disposition à adopter reçoit le jour auquel elle est attendue.",
        ),
    ),
    advice(
        "business_case.legal_effect",
        words(
            "Without it, an electronic document is a picture of a paper: a court or an officer may still ask for the original.",
            "À défaut, un document électronique n’est que l’image d’un papier : un tribunal ou un agent peut encore exiger l’original.",
        ),
        words(
            "Say that the electronic document has the effect of the original, from when no paper is asked for, and which of the two prevails until then.",
            "Dites que le document électronique produit les effets de l’original, à partir de quand le papier n’est plus exigé, et lequel prévaut d’ici là.",
        ),
    ),
    advice(
        "business_case.data_protection",
        words(
            "The providing Party answers to its traders and its courts for what becomes of their data abroad.",
            "La Partie qui fournit les données répond devant ses opérateurs et ses tribunaux de ce qu’elles deviennent à l’étranger.",
        ),
        words(
            "Agree with the data protection authorities of both Parties on confidentiality, purposes, passing on, access, notice of a breach and retention.",
            "Convenez avec les autorités de protection des données des deux Parties de la confidentialité, des finalités, de la communication, de l’accès, de l’avis de violation et de la conservation.",
        ),
    ),
    advice(
        "business_case.data_protection.retention",
        words(
            "Data that is kept too short cannot prove anything in an audit; data that is kept too long breaks the law of the providing Party.",
            "Conservées trop peu, les données ne prouvent plus rien lors d’un contrôle ; trop longtemps, elles violent le droit de la Partie qui les fournit.",
        ),
        words(
            "Each message belongs to one clause with a period and the event from which it runs.",
            "Chaque message relève d’une clause, avec une durée et le fait à compter duquel elle court.",
        ),
    ),
    advice(
        "business_case.governance",
        words(
            "An annex lives longer than those who signed it. Somebody has to decide, answer, change and end it.",
            "Une annexe survit à ses signataires. Il faut quelqu’un pour décider, répondre, la modifier et y mettre fin.",
        ),
        words(
            "Name the joint body, the contact points of each Party, how the annex is changed without changing the agreement, who bears costs and liability, and the final clauses.",
            "Désignez l’organe conjoint, les points de contact de chaque Partie, la manière de modifier l’annexe sans modifier l’accord, qui supporte les coûts et répond des dommages, et les clauses finales.",
        ),
    ),
    advice(
        "business_case.governance.contacts",
        words(
            "At night, with goods at the border, an officer needs an office that answers.",
            "La nuit, quand les marchandises sont à la frontière, l’agent a besoin d’un service qui réponde.",
        ),
        words(
            "For each Party one contact for policy, issuing, verification and technical support: an office, never the name of a person.",
            "Pour chaque Partie, un contact pour la politique, la délivrance, le contrôle et l’assistance technique : un service, jamais le nom d’une personne.",
        ),
    ),
    advice(
        "process_alignment",
        words(
            "Two administrations that understand the same step differently lose goods and certificates between them.",
            "Deux administrations qui comprennent différemment une même étape perdent entre elles marchandises et certificats.",
        ),
        words(
            "Walk through one consignment with operational officers of both Parties and write down who does what, when, with which data.",
            "Suivez un envoi avec les agents opérationnels des deux Parties et notez qui fait quoi, quand et avec quelles données.",
        ),
    ),
    advice(
        "process_alignment.exchange_model",
        words(
            "Who starts the exchange decides which law has to permit it and which systems have to be up.",
            "Celui qui est à l’initiative détermine quel droit doit autoriser l’échange et quels systèmes doivent être disponibles.",
        ),
        words(
            "Take `push` where the receiver needs the data in advance; `pull` where it asks for single cases.",
            "Choisissez `push` si le destinataire a besoin des données à l’avance, `pull` s’il interroge au cas par cas.",
        ),
    ),
    advice(
        "process_alignment.entities",
        words(
            "Every step needs somebody who is answerable for it; a lane in the diagram is an entity.",
            "Chaque étape a besoin d’un responsable ; un couloir du diagramme est une entité.",
        ),
        words(
            "Describe roles, not names: issuing authority, gateways, customs, traders. The body of each Party stands under `bodies`.",
            "Décrivez des rôles et non des noms : autorité de délivrance, passerelles, douanes, opérateurs. L’organisme de chaque Partie figure sous `bodies`.",
        ),
    ),
    advice(
        "process_alignment.triggers",
        words(
            "A trigger is a promise: after this event the other Party may count on the message within the time stated.",
            "Un déclencheur est une promesse : après cet événement, l’autre Partie peut compter sur le message dans le délai indiqué.",
        ),
        words(
            "Event, who is responsible, under which condition, which messages, within which time.",
            "L’événement, le responsable, la condition, les messages et le délai.",
        ),
    ),
    advice(
        "process_alignment.messages",
        words(
            "Messages are what crosses the border; from them come the schemas and the interface.",
            "Les messages sont ce qui franchit la frontière ; les schémas et l’interface en découlent.",
        ),
        words(
            "State sender, receiver, nature and which message acknowledges and which one answers.",
            "Indiquez l’expéditeur, le destinataire, la nature, le message qui accuse réception et celui qui répond.",
        ),
    ),
    advice(
        "process_alignment.facts",
        words(
            "A rule often compares a message with something that is not in it, as the import declaration.",
            "Une règle compare souvent un message à ce qui n’y figure pas, comme la déclaration d’importation.",
        ),
        words(
            "Name what rules look at beside the messages, who holds it, and of which kind its values are.",
            "Nommez ce que les règles examinent en dehors des messages, qui le détient et de quel type sont ses valeurs.",
        ),
    ),
    advice(
        "process_alignment.business_rules",
        words(
            "A rule that both sides can test settles a case without a letter. What follows when it is broken must be known beforehand.",
            "Une règle que les deux côtés peuvent vérifier règle un cas sans courrier. Ce qui s’ensuit en cas de manquement doit être connu d’avance.",
        ),
        words(
            "One sentence that can be tested, the message at which it is evaluated, the tolerance, and what the receiver does otherwise. `assert` says the same for machines.",
            "Une phrase vérifiable, le message auquel elle est évaluée, la tolérance et ce que fait le destinataire à défaut. `assert` le dit aux machines.",
        ),
    ),
    advice(
        "process_alignment.matchings",
        words(
            "Whether a certificate and a declaration agree, and what a declaration takes over from export data, is decided by machines on both sides.",
            "La concordance d’un certificat et d’une déclaration, et ce qu’une déclaration reprend de données d’exportation, sont décidés par des machines des deux côtés.",
        ),
        words(
            "Name the messages, the fact that is the other document, and the `key` by which they find each other. Rules of kind `matching` compare them.",
            "Désignez les messages, le fait qui est l’autre document et la « key » par laquelle ils se trouvent. Les règles de type « matching » les comparent.",
        ),
    ),
    advice(
        "process_alignment.processes",
        words(
            "The diagram of the annex is drawn from these steps, and they are proved: no case may be left waiting for ever.",
            "Le diagramme de l’annexe est tiré de ces étapes, et elles sont éprouvées : aucun cas ne doit attendre indéfiniment.",
        ),
        words(
            "Steps of entities with what follows each. A wait needs a way on when nothing comes; a decision needs an outcome for every case.",
            "Des étapes d’entités avec ce qui suit chacune. Une attente doit avoir une issue si rien ne vient ; une décision, une suite pour chaque cas.",
        ),
    ),
    advice(
        "process_alignment.lifecycle",
        words(
            "Both Parties must give the same answer to the question whether a document is still valid.",
            "Les deux Parties doivent répondre de la même façon à la question de savoir si un document est encore valable.",
        ),
        words(
            "List the states, the first one, and each transition with who brings it about and which message tells of it.",
            "Énumérez les états, le premier, et chaque transition avec son auteur et le message qui en informe.",
        ),
    ),
    advice(
        "process_alignment.verification",
        words(
            "Doubts remain in an electronic exchange. Without time limits the trader waits for two administrations.",
            "Un échange électronique laisse subsister des doutes. Sans délais, l’opérateur attend deux administrations.",
        ),
        words(
            "Grounds, time limits, what happens to the goods in the meantime, and what follows when no reply comes.",
            "Les motifs, les délais, le sort des marchandises entre-temps et ce qui s’ensuit à défaut de réponse.",
        ),
    ),
    advice(
        "process_alignment.data_cluster",
        words(
            "Each element that is exchanged costs somebody work and exposes a trader. What is not in the maximum dataset no partner can read.",
            "Chaque élément échangé coûte du travail et expose un opérateur. Ce qui n’est pas dans l’ensemble maximal n’est lisible par aucun partenaire.",
        ),
        words(
            "Name the WCO Data Model and the maximum dataset, then list the elements with requirement, code list and the purpose they serve. `gnc catalogue search` finds elements.",
            "Citez le Modèle de données de l’OMD et l’ensemble maximal, puis énumérez les éléments avec leur exigence, leur liste de codes et la finalité servie. `gnc catalogue search` trouve les éléments.",
        ),
    ),
    advice(
        "process_alignment.data_cluster.keys",
        words(
            "Two documents with the same number are one to a computer.",
            "Deux documents de même numéro n’en font qu’un pour un ordinateur.",
        ),
        words(
            "For each key the elements that make it, within what it is unique, and who gives it out.",
            "Pour chaque clé, les éléments qui la forment, le périmètre où elle est unique et qui l’attribue.",
        ),
    ),
    advice(
        "process_alignment.data_cluster.code_lists",
        words(
            "The same letter means different things in different agreements; a code needs a list with a maintainer and a version.",
            "Une même lettre a des sens différents selon les accords ; un code a besoin d’une liste, avec son responsable et sa version.",
        ),
        words(
            "Take an international list where there is one, and restrict it with `base` and `codes`.",
            "Prenez une liste internationale s’il en existe une, et restreignez-la par `base` et `codes`.",
        ),
    ),
    advice(
        "process_alignment.data_cluster.elements",
        words(
            "These rows become the table of the annex, the schemas and the sample messages.",
            "Ces lignes deviennent le tableau de l’annexe, les schémas et les exemples de messages.",
        ),
        words(
            "One row for each path; formats may be narrower than in the dataset, never wider. In a profile only rows that differ.",
            "Une ligne par chemin ; les formats peuvent être plus étroits que dans l’ensemble de données, jamais plus larges. Dans un profil, seulement les lignes qui diffèrent.",
        ),
    ),
    advice(
        "technical_interoperability",
        words(
            "What is left open here is decided by two programmers at night, each in their own way.",
            "Ce qui reste ouvert ici est décidé la nuit par deux programmeurs, chacun à sa manière.",
        ),
        words(
            "Technical officers fill it in once the process is agreed; every figure is the promise of a Party.",
            "Les services techniques la remplissent une fois le processus convenu ; chaque chiffre est l’engagement d’une Partie.",
        ),
    ),
    advice(
        "technical_interoperability.service_interface",
        words(
            "The interface is the contract between the systems: it must be readable without calling its author.",
            "L’interface est le contrat entre les systèmes : elle doit se lire sans appeler son auteur.",
        ),
        words(
            "Operations with their messages, a header that identifies each message, error codes with what the sender has to do, and how versions follow one another.",
            "Les opérations avec leurs messages, un en-tête qui identifie chaque message, des codes d’erreur indiquant ce que l’expéditeur doit faire, et la succession des versions.",
        ),
    ),
    advice(
        "technical_interoperability.communication",
        words(
            "Messages are lost, doubled and late. Both sides have to know what the other one does then.",
            "Des messages se perdent, se dédoublent ou tardent. Chaque côté doit savoir ce que fait alors l’autre.",
        ),
        words(
            "Protocol, syntax, security of the transport, time limits, retries and whom to call when all attempts failed.",
            "Protocole, syntaxe, sécurité du transport, délais, tentatives, et qui appeler lorsque toutes ont échoué.",
        ),
    ),
    advice(
        "technical_interoperability.architecture",
        words(
            "How the systems are arranged decides who operates what, who pays, and what fails together.",
            "L’agencement des systèmes détermine qui exploite quoi, qui paie et ce qui tombe en panne ensemble.",
        ),
        words(
            "The topology, and the system at each end.",
            "La topologie, et le système à chaque extrémité.",
        ),
    ),
    advice(
        "technical_interoperability.security",
        words(
            "A gateway that trusts a stolen key releases goods on false papers.",
            "Une passerelle qui se fie à une clé volée libère des marchandises sur de faux documents.",
        ),
        words(
            "Signatures, certificates, how they are exchanged and renewed, and by when a compromised key is reported. Never a key or a password itself.",
            "Les signatures, les certificats, leur échange et leur renouvellement, et le délai de signalement d’une clé compromise. Jamais une clé ni un mot de passe.",
        ),
    ),
    advice(
        "technical_interoperability.service_levels",
        words(
            "Goods wait for the slowest system. A level that nobody measures is a wish.",
            "Les marchandises attendent le système le plus lent. Un niveau que nul ne mesure est un vœu.",
        ),
        words(
            "Figures that the operators of both gateways can keep, the window over which they are measured, and who reports them.",
            "Des chiffres que les exploitants des deux passerelles peuvent tenir, la période de mesure et qui en rend compte.",
        ),
    ),
    advice(
        "technical_interoperability.contingency",
        words(
            "Systems fail, and trade does not stop for it.",
            "Les systèmes tombent en panne, et le commerce ne s’arrête pas pour autant.",
        ),
        words(
            "When a system counts as down, who is told and how, what takes its place, and how the backlog is sent afterwards.",
            "Quand un système est tenu pour indisponible, qui est averti et comment, ce qui le remplace, et comment l’arriéré est transmis ensuite.",
        ),
    ),
    advice(
        "technical_interoperability.testing",
        words(
            "What was not tested together does not work together on the first day.",
            "Ce qui n’a pas été testé ensemble ne fonctionne pas ensemble le premier jour.",
        ),
        words(
            "Phases from connection to failure and recovery, faulty messages among them, and the criteria for going live.",
            "Des phases allant de la connexion à la panne et à la reprise, messages fautifs compris, et les critères de mise en service.",
        ),
    ),
    advice(
        "technical_interoperability.monitoring",
        words(
            "A message that is missing on one side is noticed only when somebody counts on both.",
            "Un message qui manque d’un côté ne se remarque que si l’on compte des deux.",
        ),
        words(
            "What is counted, how often both sides compare, what is logged and for how long.",
            "Ce qui est compté, la fréquence des rapprochements, ce qui est journalisé et pour combien de temps.",
        ),
    ),
    advice(
        "glossary",
        words(
            "A term used in two senses is two obligations.",
            "Un terme employé en deux sens crée deux obligations.",
        ),
        words(
            "Only terms that the standard vocabulary lacks or that the agreement defines otherwise.",
            "Seulement les termes absents du vocabulaire courant ou que l’accord définit autrement.",
        ),
    ),
    advice(
        "annexes",
        words(
            "Lists that change often, as those of issuing offices, should not make the annex change with them.",
            "Les listes qui changent souvent, comme celles des bureaux de délivrance, ne doivent pas entraîner une modification de l’annexe.",
        ),
        words(
            "A title, and either the text or where it is published.",
            "Un titre, et soit le texte, soit le lieu de sa publication.",
        ),
    ),
];
