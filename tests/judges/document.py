"""What the Document view says, as `document-view` prints it: what judges of documents compare with."""

import json
import re

# What a document sets between a number and the words behind it.
AFTER_LABEL = {"heading": ". ", "caption": ". "}


def read(path):
    """The views of a block, by kind of document and languages as in the names of files."""
    with open(path, encoding="utf-8") as file:
        views = [json.loads(line) for line in file]
    return {(view["paper"], view["languages"]): view for view in views}


def of(views, path):
    """The view of the artifact at a path such as `annex/annex.en-fr.docx`."""
    paper, languages = path.rsplit("/", 1)[-1].split(".")[:2]
    return views[paper, languages]


def bare(text):
    """A text as it reads: one blank for any white space, no places where a line may break, no marks of notes."""
    text = re.sub("\u2060\\d+\u2060", "", text)
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u00ad", "")).strip()


def said(line):
    """A line with its number, or the term that it defines, before it."""
    between = line.get("between", AFTER_LABEL.get(line["is"], " "))
    return line["label"] + between + line["text"] if line["label"] else line["text"]


def lines(view, leave=(), marked=False):
    """The lines that have words, from first to last: what each is, and how it reads, with the numbers of
    notes if it is so marked."""
    for line in view["lines"]:
        if "text" in line and line["is"] not in leave:
            text = said(line).replace("\u2060", "") if marked else said(line)
            for piece in text.split("\n"):
                if bare(piece):
                    yield line["is"], bare(piece)


def all_of(view, kind):
    """The lines of a kind."""
    return [line for line in view["lines"] if line["is"] == kind]


def first_difference(expected, found):
    """Where two lists part, in words; nothing where they do not."""
    for at, (one, other) in enumerate(zip(expected, found)):
        if one != other:
            return f"at {at + 1} of {len(expected)}: {str(one)[:90]!r} became {str(other)[:90]!r}"
    if len(expected) != len(found):
        longer = max(expected, found, key=len)
        word = "missing" if longer is expected else "added"
        return f"{abs(len(expected) - len(found))} {word}, the first {str(longer[min(len(expected), len(found))])[:90]!r}"
    return ""
