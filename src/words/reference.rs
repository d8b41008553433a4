//! Why a reference document (`gnc build --reference`) cannot be used, and what to do about it.

use super::{Words, words};

/// Help of `--reference`.
pub const HELP: Words = words(
    "Word file whose styles, theme, page size, margins, header and footer the Word files take over",
    "Fichier Word dont les fichiers Word reprennent les styles, le thème, le format et les marges des pages, l’en-tête et le pied de page",
);
/// The reference cannot be used, and why.
pub const REFUSED: Words = words(
    "{path} cannot be used as reference document: {reason}",
    "{path} ne peut servir de document de référence : {reason}",
);
/// It is something else.
pub const NOT_WORD: Words = words(
    "it is not a Word document (.docx). Open it in Word and save it as “Word Document (*.docx)”, without password",
    "ce n’est pas un document Word (.docx). Ouvrez-le dans Word et enregistrez-le au format « Document Word (*.docx) », sans mot de passe",
);
/// It is in the other form of the format.
pub const STRICT: Words = words(
    "it is saved as “Strict Open XML Document”. Save it as “Word Document (*.docx)”",
    "il est enregistré au format « Document Open XML Strict ». Enregistrez-le au format « Document Word (*.docx) »",
);
/// It is too large.
pub const TOO_LARGE: Words = words(
    "it is larger than a reference document may be ({limit} MB unpacked). Reduce the pictures of its header, and remove its text: only styles, theme, pages, header and footer are taken over",
    "il dépasse la taille admise pour un document de référence ({limit} Mo une fois décompressé). Réduisez les images de l’en-tête et supprimez le texte : seuls les styles, le thème, le format des pages, l’en-tête et le pied de page sont repris",
);
/// Its pages have no room for text.
pub const NO_ROOM: Words = words(
    "its pages leave less than 10 cm for text in one direction, or are larger than Word allows (55.8 cm). Set the size and the margins of its pages in Word (Layout) and save it",
    "ses pages laissent moins de 10 cm au texte dans un sens, ou dépassent la taille que Word admet (55,8 cm). Réglez la taille et les marges des pages dans Word (Mise en page), puis enregistrez le fichier",
);
/// A part of it cannot be read.
pub const DAMAGED: Words = words(
    "its part {part} is damaged or has a form that Word does not write. Open the file in Word and save it anew",
    "sa partie {part} est endommagée ou d’une forme que Word n’écrit pas. Ouvrez le fichier dans Word et enregistrez-le de nouveau",
);
/// It lacks styles without which no document has a look.
pub const NO_STYLE: Words = words(
    "it lacks the style {styles}, from which the look of the document is taken. In Word, apply each of these styles to a paragraph once and save the file; or begin with a Word file that gnc wrote: it has every style",
    "il y manque le style {styles}, dont dépend l’aspect du document. Dans Word, appliquez chacun de ces styles une fois à un paragraphe et enregistrez le fichier ; ou partez d’un fichier Word produit par gnc : il contient tous les styles",
);
/// A style is of another kind than its name says.
pub const WRONG_STYLE: Words = words(
    "its style {style} is a {found} style, and must be a {wanted} style. Delete it in the reference document and create it anew as a {wanted} style",
    "son style {style} est un style de {found}, alors qu’il doit être un style de {wanted}. Supprimez-le dans le document de référence et recréez-le comme style de {wanted}",
);
/// The header or footer has what cannot be taken over.
pub const OBJECT: Words = words(
    "its header, footer or theme ({part}) holds an object that cannot be taken over ({object}). Put a picture (PNG, JPEG, GIF, SVG, EMF) in its place, inserted into the file and not linked",
    "son en-tête, son pied de page ou son thème ({part}) contient un objet qui ne peut être repris ({object}). Remplacez-le par une image (PNG, JPEG, GIF, SVG, EMF), insérée dans le fichier et non liée",
);
/// Kinds of styles.
pub const KINDS: [(&str, Words); 4] = [
    ("paragraph", words("paragraph", "paragraphe")),
    ("character", words("character", "caractère")),
    ("table", words("table", "tableau")),
    ("numbering", words("numbering", "numérotation")),
];
/// The name of a style in a sentence.
pub const NAME: Words = words("“{name}”", "« {name} »");
