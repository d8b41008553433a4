//! What can be wrong with a template.

use crate::diag::Code;
use crate::words::{Words, words};

/// Every code of this layer.
pub static CODES: &[&Code] = &[
    &TEMPLATE_BROKEN,
    &DIRECTIVE_UNKNOWN,
    &MARK_UNKNOWN,
    &NO_SUCH_PLACE,
    &NO_SUCH_TERM,
    &NO_SUCH_TEMPLATE,
    &PLACE_TWICE,
];

const WHY: Words = words(
    "The annex is made from the templates; what a template leaves out or garbles, the annex does too.",
    "L’annexe est produite à partir des modèles ; ce qu’un modèle omet ou déforme, l’annexe aussi.",
);

/// The template language could not read or fill a template.
pub static TEMPLATE_BROKEN: Code = Code::format(
    "TPL-01",
    "template-broken",
    words("the template cannot be used: {detail}", "le modèle est inutilisable : {detail}"),
    WHY,
    words(
        "Mend the template, or remove it from your folder to use the one that comes with the program.",
        "Corrigez le modèle, ou retirez-le de votre dossier pour employer celui du programme.",
    ),
);

/// A fenced block asks for something that cannot be made.
pub static DIRECTIVE_UNKNOWN: Code = Code::format(
    "TPL-02",
    "directive-unknown",
    words("there is no `{directive}` to put here", "rien ne correspond à « {directive} »"),
    WHY,
    words("Known are: {known}", "Sont connus : {known}"),
);

/// Markup that a document of this kind does not have.
pub static MARK_UNKNOWN: Code = Code::format(
    "TPL-03",
    "markup-not-supported",
    words("this markup is not supported here: {mark}", "ce balisage n’est pas admis ici : {mark}"),
    WHY,
    words(
        "Use headings, paragraphs, lists, tables, emphasis and links; no HTML and no pictures.",
        "Employez titres, paragraphes, listes, tableaux, emphase et liens ; ni HTML ni images.",
    ),
);

/// A reference leads nowhere.
pub static NO_SUCH_PLACE: Code = Code::format(
    "TPL-04",
    "reference-to-nothing",
    words(
        "nothing in the annex has the name `{anchor}`",
        "rien dans l’annexe ne porte le nom « {anchor} »",
    ),
    WHY,
    words(
        "Name a heading, table or figure of the annex, or mark a paragraph with `anchor`.",
        "Nommez un titre, un tableau ou une figure de l’annexe, ou marquez un paragraphe par « anchor ».",
    ),
);

/// A term without a definition.
pub static NO_SUCH_TERM: Code = Code::format(
    "TPL-05",
    "term-not-defined",
    words("the term `{term}` is defined nowhere", "le terme « {term} » n’est défini nulle part"),
    WHY,
    words(
        "Define it in the glossary of the block, or use a term of the catalogue.",
        "Définissez-le dans le glossaire du bloc, ou employez un terme du catalogue.",
    ),
);

/// The outline names a template that is not there.
pub static NO_SUCH_TEMPLATE: Code = Code::format(
    "TPL-06",
    "template-missing",
    words("there is no template `{template}`", "il n’y a pas de modèle « {template} »"),
    WHY,
    words(
        "Add it to your folder of templates, or take it out of the outline.",
        "Ajoutez-le à votre dossier de modèles, ou retirez-le du plan.",
    ),
);

/// Two places of one name.
pub static PLACE_TWICE: Code = Code::format(
    "TPL-07",
    "anchor-given-twice",
    words("two places have the name `{anchor}`", "deux endroits portent le nom « {anchor} »"),
    WHY,
    words("Give one of them another name.", "Donnez un autre nom à l’un d’eux."),
);

/// Where the name was given first.
pub(super) const FIRST_PLACE: Words = words("given here first", "donné ici en premier");
