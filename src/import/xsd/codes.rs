//! What bringing in an XML Schema may find, each at its construct.

use crate::diag::{Code, Severity};
use crate::words::{Words, words};

const WHY_VERDICT: Words = words(
    "Messages are judged by what was brought in; what was not can give another verdict than the schema.",
    "Les messages sont contrôlés d’après ce qui a été repris ; le reste peut conduire à un autre verdict que celui du schéma.",
);

pub(in crate::import) static NOT_READ: Code = Code::format(
    "IMP-13",
    "schema-not-read",
    words("{file} cannot be brought in: {fault}", "{file} ne peut être repris : {fault}"),
    words(
        "A schema is read as plain XML, in UTF-8 and within bounds, so that a hostile one does no harm.",
        "Un schéma est lu comme du XML simple, en UTF-8 et dans certaines limites, afin qu’un fichier hostile ne cause aucun dommage.",
    ),
    words(
        "Give the schema (.xsd) as its publisher gives it out, without document type declaration.",
        "Fournissez le schéma (.xsd) tel que son éditeur le diffuse, sans déclaration de type de document.",
    ),
);
pub(super) const NOT_XML: Words =
    words("it is not well-formed XML", "ce n’est pas du XML bien formé");
pub(super) const ENDS_EARLY: Words = words("it ends too early", "il se termine trop tôt");
pub(super) const GOES_ON: Words =
    words("something stands behind its end", "quelque chose suit la fin du document");
pub(super) const DOCTYPE: Words =
    words("it has a document type declaration", "il comporte une déclaration de type de document");
pub(super) const ENTITY: Words =
    words("it uses the entity `&{found};`", "il emploie l’entité « &{found}; »");
pub(super) const ENCODING: Words = words(
    "it declares the encoding {found}; only UTF-8 is read",
    "il déclare l’encodage {found} ; seul l’UTF-8 est lu",
);
pub(super) const NOT_UTF8: Words =
    words("it is not UTF-8 at byte {found}", "il n’est pas en UTF-8 à l’octet {found}");
pub(super) const UTF_16: Words =
    words("it is UTF-16; save it as UTF-8", "il est en UTF-16 ; enregistrez-le en UTF-8");
pub(super) const TOO_DEEP: Words = words(
    "more than {found} elements stand in each other",
    "plus de {found} éléments sont imbriqués",
);
pub(super) const TOO_MANY_NODES: Words = words(
    "the files have more than {found} elements together",
    "les fichiers comptent ensemble plus de {found} éléments",
);
pub(super) const TOO_LARGE: Words = words(
    "the files are larger than {found} bytes together",
    "les fichiers dépassent ensemble {found} octets",
);
pub(super) const TOO_MANY_FILES: Words =
    words("more than {found} files are imported", "plus de {found} fichiers sont importés");
pub(super) const NO_FILE: Words = words("there is no such file", "ce fichier n’existe pas");
pub(super) const NOT_READABLE: Words =
    words("it cannot be read ({found})", "il ne peut être lu ({found})");
pub(super) const NO_SCHEMA: Words = words("it is no XML Schema", "ce n’est pas un schéma XML");

const SAY_WITHIN: Words = words(
    "If the files belong together, name the folder that holds them all with `--within`.",
    "Si les fichiers forment un tout, indiquez par « --within » le dossier qui les contient tous.",
);

pub(in crate::import) static OUTSIDE: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-14",
        "schema-outside-the-folder",
        words(
            "`{location}` is not read, since it leads out of the folder; {effect}",
            "« {location} » n’est pas lu, car il mène hors du dossier ; {effect}",
        ),
        words(
            "A schema names other files by paths and addresses; following them anywhere would let it read what is none of its business.",
            "Un schéma désigne d’autres fichiers par des chemins et des adresses ; les suivre partout lui permettrait de lire ce qui ne le regarde pas.",
        ),
        SAY_WITHIN,
    )
};
pub(super) const MISSED: Words = words(
    "nothing of the namespace {namespace} is known",
    "rien n’est connu de l’espace de noms {namespace}",
);
pub(super) const NOT_MISSED: Words = words(
    "another file declares the namespace {namespace}",
    "un autre fichier déclare l’espace de noms {namespace}",
);

pub(in crate::import) static NOT_FOUND: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-15",
        "imported-schema-not-found",
        words(
            "`{location}` could not be read; {effect}",
            "« {location} » n’a pu être lu ; {effect}",
        ),
        words(
            "What the missing file declares cannot be brought in.",
            "Ce que déclare le fichier manquant ne peut être repris.",
        ),
        words(
            "Put the file where the schema expects it.",
            "Placez le fichier là où le schéma l’attend.",
        ),
    )
};

pub(in crate::import) static UNDEFINED: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-16",
        "schema-name-not-defined",
        words(
            "`{name}` of the namespace {namespace} is not defined in any file",
            "« {name} » de l’espace de noms {namespace} n’est défini dans aucun fichier",
        ),
        WHY_VERDICT,
        words(
            "Add the file that defines it; until then any text is admitted there, and no class.",
            "Ajoutez le fichier qui le définit ; en attendant, tout texte y est admis, mais aucune classe.",
        ),
    )
};

pub(in crate::import) static NOT_CARRIED: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-17",
        "construct-not-carried",
        words("{construct}: {reason}", "{construct} : {reason}"),
        WHY_VERDICT,
        words(
            "Say it by a condition or a business rule of the block where it matters.",
            "Exprimez-le, si c’est important, par une condition ou une règle de gestion du bloc.",
        ),
    )
};
pub(super) const CHOICE: Words = words(
    "that only one of these may be there is not carried over; each is optional: {more}",
    "le fait qu’un seul de ceux-ci puisse figurer n’est pas repris ; chacun est facultatif : {more}",
);
pub(super) const ALL: Words = words(
    "that these elements may stand in any order is not carried over; they have the order of the schema",
    "le fait que ces éléments puissent se suivre dans n’importe quel ordre n’est pas repris ; l’ordre est celui du schéma",
);
pub(super) const REPEATED: Words = words(
    "that the group repeats as a whole is not carried over; each of its elements may repeat",
    "la répétition du groupe entier n’est pas reprise ; chacun de ses éléments peut se répéter",
);
pub(super) const OPTIONAL_GROUP: Words = words(
    "that these elements are there all together or not at all is not carried over; each is optional",
    "le fait que ces éléments figurent tous ensemble ou pas du tout n’est pas repris ; chacun est facultatif",
);
pub(super) const ANY: Words = words(
    "that elements of other schemas may stand here is not carried over; they are refused",
    "le fait que des éléments d’autres schémas puissent figurer ici n’est pas repris ; ils sont refusés",
);
pub(super) const AFTER_DOCUMENT: Words = words(
    "an element behind the document in the wrapper is not carried over",
    "un élément qui suit le document dans l’enveloppe n’est pas repris",
);
pub(super) const LOOSE_DOCUMENT: Words = words(
    "that the document need not keep its schema is not carried over; it has to",
    "le fait que le document ne doive pas suivre son schéma n’est pas repris ; il y est tenu",
);
pub(super) const ANY_ATTRIBUTE: Words = words(
    "that any attribute may stand here is not carried over; those not named are refused",
    "le fait que tout attribut puisse figurer ici n’est pas repris ; ceux qui ne sont pas nommés sont refusés",
);
pub(super) const CLASS_ATTRIBUTE: Words = words(
    "an attribute of a class is not carried over; it is refused in messages",
    "un attribut d’une classe n’est pas repris ; il est refusé dans les messages",
);
pub(super) const OTHER_ATTRIBUTE: Words = words(
    "an attribute with a namespace is not carried over; it is refused in messages",
    "un attribut doté d’un espace de noms n’est pas repris ; il est refusé dans les messages",
);
pub(super) const MIXED: Words = words(
    "that text may stand between elements is not carried over; it is refused",
    "le fait que du texte puisse figurer entre les éléments n’est pas repris ; il est refusé",
);
pub(super) const NILLABLE: Words = words(
    "that the element may be declared nil is not carried over; xsi:nil is refused",
    "le fait que l’élément puisse être déclaré nul n’est pas repris ; xsi:nil est refusé",
);
pub(super) const DEFAULT: Words = words(
    "the default value is not carried over; nothing stands for what is left out",
    "la valeur par défaut n’est pas reprise ; rien ne remplace ce qui est omis",
);
pub(super) const FIXED: Words = words(
    "the fixed value of the element is not carried over; any value of its type is admitted",
    "la valeur imposée à l’élément n’est pas reprise ; toute valeur de son type est admise",
);
pub(super) const ABSTRACT: Words = words(
    "an abstract type or element and what may stand in its place are not carried over",
    "un type ou un élément abstrait et ce qui peut le remplacer ne sont pas repris",
);
pub(super) const SUBSTITUTION: Words = words(
    "that this element may stand in the place of another is not carried over",
    "le fait que cet élément puisse en remplacer un autre n’est pas repris",
);
pub(super) const IDENTITY: Words = words(
    "keys and references between elements are not carried over; write them as keys or rules of the block",
    "les clés et références entre éléments ne sont pas reprises ; écrivez-les comme clés ou règles du bloc",
);
pub(super) const LIST: Words = words(
    "a list of values in one text is not carried over; any text is admitted",
    "une liste de valeurs dans un même texte n’est pas reprise ; tout texte est admis",
);
pub(super) const UNION: Words = words(
    "a value of one of several types is not carried over; any text is admitted",
    "une valeur de l’un de plusieurs types n’est pas reprise ; tout texte est admis",
);
pub(super) const PATTERN: Words = words(
    "this regular expression is not understood and not carried over",
    "cette expression rationnelle n’est pas comprise et n’est pas reprise",
);
pub(super) const FACET: Words =
    words("this facet is not carried over", "cette facette n’est pas reprise");
pub(super) const EMPTY_CODE: Words = words(
    "an empty code, or one of several lines, is not carried over",
    "un code vide, ou de plusieurs lignes, n’est pas repris",
);
pub(super) const BUILT_IN: Words = words(
    "the type {more} of XML Schema is not carried over; any text is admitted",
    "le type {more} de XML Schema n’est pas repris ; tout texte est admis",
);
pub(super) const UNIQUE_ID: Words = words(
    "that identifiers of XML are unique in the message is not carried over",
    "l’unicité des identifiants XML dans le message n’est pas reprise",
);
pub(super) const TYPE_CIRCLE: Words = words(
    "the type is made from itself; any text is admitted",
    "le type dérive de lui-même ; tout texte est admis",
);
pub(super) const UNQUALIFIED: Words = words(
    "that the tag has no namespace is not carried over; it gets that of its class",
    "l’absence d’espace de noms de la balise n’est pas reprise ; elle reçoit celui de sa classe",
);
pub(super) const NO_NAMESPACE: Words = words(
    "a document without namespace is not carried over; it gets one of the block",
    "un document sans espace de noms n’est pas repris ; il en reçoit un du bloc",
);
pub(super) const ORDER: Words = words(
    "that it stands behind a class is not carried over; attributes come before classes",
    "sa place après une classe n’est pas reprise ; les attributs précèdent les classes",
);
pub(super) const REDEFINED: Words = words(
    "what is redefined here is not carried over; the definitions of the other file hold",
    "les redéfinitions ne sont pas reprises ; les définitions de l’autre fichier s’appliquent",
);
pub(super) const UNKNOWN_PART: Words =
    words("this construct is not carried over", "cette construction n’est pas reprise");
pub(super) const EMPTY_CLASS: Words = words(
    "a class without elements is not carried over",
    "une classe sans élément n’est pas reprise",
);
pub(super) const NO_TYPE: Words = words(
    "an element of any type is not carried over; any text is admitted, and no class",
    "un élément de tout type n’est pas repris ; tout texte est admis, mais aucune classe",
);
pub(super) const NOT_AN_ID: Words = words(
    "the WCO ID `{more}` is not an identifier and is left out",
    "l’identifiant OMD « {more} » n’en est pas un et est omis",
);

pub(in crate::import) static OTHER_FORMAT: Code = Code {
    severity: Severity::Advice,
    ..Code::format(
        "IMP-18",
        "format-differs-from-the-type",
        words(
            "{path}: the format `{format}` says something else than the type, which admits {type}",
            "{path} : le format « {format} » ne dit pas la même chose que le type, qui admet {type}",
        ),
        words(
            "People read the format, programs the type; messages are judged by the type.",
            "Les personnes lisent le format, les programmes le type ; les messages sont contrôlés d’après le type.",
        ),
        words(
            "Ask the owner of the schema which one is meant.",
            "Demandez au responsable du schéma lequel fait foi.",
        ),
    )
};

pub(in crate::import) static BAD_NAME: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-19",
        "tag-not-carried",
        words(
            "the element `{name}` in {path} is left out: {reason}",
            "l’élément « {name} » de {path} est omis : {reason}",
        ),
        WHY_VERDICT,
        words(
            "Name it differently in the next version of the schema.",
            "Nommez-le autrement dans la prochaine version du schéma.",
        ),
    )
};
pub(super) const NOT_A_TAG: Words = words(
    "tags have letters and digits only",
    "les balises ne comportent que des lettres et des chiffres",
);
pub(super) const SAME_TAG: Words = words(
    "its class has another element of this name",
    "sa classe comporte un autre élément de ce nom",
);

pub(in crate::import) static TOO_MANY_ELEMENTS: Code = Code::format(
    "IMP-20",
    "too-many-elements",
    words(
        "the schema has more than {limit} elements, each counted wherever it stands",
        "le schéma compte plus de {limit} éléments, chacun compté à chaque emplacement",
    ),
    words(
        "No data cluster that people agree on is so large.",
        "Aucun groupe de données convenu entre des personnes n’est aussi grand.",
    ),
    words(
        "Bring in fewer levels with `--levels`, as `--levels 4`.",
        "Reprenez moins de niveaux avec « --levels », par exemple « --levels 4 ».",
    ),
);

pub(in crate::import) static NO_MESSAGE: Code = Code::format(
    "IMP-21",
    "schema-without-message",
    words(
        "no element of the schema can be the root of a message",
        "aucun élément du schéma ne peut être la racine d’un message",
    ),
    words(
        "A data cluster begins at the root class of a message.",
        "Un groupe de données commence à la classe racine d’un message.",
    ),
    words(
        "Give the file that declares the document, or one that imports it.",
        "Fournissez le fichier qui déclare le document, ou un fichier qui l’importe.",
    ),
);

pub(in crate::import) static WITHIN_ITSELF: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-22",
        "class-within-itself",
        words(
            "{path} may hold itself again in the schema; the inner one is left out",
            "{path} peut se contenir lui-même dans le schéma ; l’occurrence interne est omise",
        ),
        WHY_VERDICT,
        words(
            "Add a row for each level that messages really use.",
            "Ajoutez une ligne pour chaque niveau que les messages emploient réellement.",
        ),
    )
};

pub(in crate::import) static TOO_DEEP_CLASS: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-23",
        "class-too-deep",
        words(
            "{path} is left out: it stands deeper than {limit} levels",
            "{path} est omis : il se trouve au-delà de {limit} niveaux",
        ),
        WHY_VERDICT,
        words("Bring in more levels.", "Reprenez davantage de niveaux."),
    )
};

pub(in crate::import) static NO_DOCUMENT: Code = Code {
    severity: Severity::Warning,
    ..Code::format(
        "IMP-24",
        "document-without-schema",
        words(
            "the wrapper may hold documents of {namespace}, of which no file declares any",
            "l’enveloppe peut contenir des documents de {namespace}, dont aucun fichier n’en déclare",
        ),
        WHY_VERDICT,
        words(
            "If messages carry them, give a file that imports their schema too.",
            "Si des messages les transportent, fournissez un fichier qui importe aussi leur schéma.",
        ),
    )
};

pub(in crate::import) static NOT_A_MESSAGE: Code = Code {
    severity: Severity::Advice,
    ..Code::format(
        "IMP-25",
        "root-not-taken-as-message",
        words(
            "`{name}` could be a document by the schema; it is not taken for a message",
            "« {name} » pourrait être un document d’après le schéma ; il n’est pas tenu pour un message",
        ),
        words(
            "Every element that a schema declares at its top could be a document; most are parts of one.",
            "Tout élément déclaré au premier niveau d’un schéma pourrait être un document ; la plupart n’en sont que des parties.",
        ),
        words(
            "If it is one, declare a message with this root in the block.",
            "S’il en est un, déclarez dans le bloc un message ayant cette racine.",
        ),
    )
};
