"""PDF documents, judged by qpdf, poppler, pypdf and a checker of PDF/UA and PDF/A.

    pdf.py DIR...

qpdf reads every object. pdffonts says whether each font is embedded. `page` asks the rules of PDF/UA-1 and
PDF/A-2a. pdftotext gives the words as they are printed, which must be those of the Document view
(DIR.view.jsonl, by `document-view`), line by line and in its order; of short documents pdfinfo gives the
words as they are read aloud, by the tags, which must be the same. pypdf finds the bookmarks and links.
The folder beside that of DIR (`x.again/y` for `x/y`) holds the same documents, made once more: their
bytes must be the same.
"""

import os
import re
import subprocess
import sys
import tempfile
import zlib

import page
import pypdf

import document
from verdicts import entries, folders, judged, verdict

# poppler takes a time that grows with the square of the length.
SHORT = 300_000
# How far ahead the next line may stand: heads of tables are printed again on each page.
WINDOW = 8_000
FEWEST = 6
HEAD = re.compile(r"Version \S+ – ")
FOOT = re.compile(r"Page \d+ (of|sur) \d+")
# A stream whose last byte is a carriage return looks to the checker as if that were part of the line end
# behind it; qpdf, which reads every stream by its length and warns where it does not end there, decides.
LENGTH = "PDFA2A-STREAM-LENGTH-001"
# What qpdf says of a stream of which zlib had nothing left to give just as its buffer was full.
BOUNDARY = re.compile(r"WARNING: .*\(offset (\d+)\): input stream is complete but output may still be valid")


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.returncode, done.stdout, done.stderr


def bare(text):
    """A text without blanks and hyphens, which a page sets as it needs, and without marks of notes."""
    return re.sub(r"\u2060\d+\u2060|[\s\u00ad\u200b\u2010\u2011-]+", "", text)


def printed(view, path):
    """The words of each page, without what stands at its head and foot: the title, version and status, the
    number of the page."""
    titles = [bare(line["text"]) for line in document.all_of(view, "title")]
    kept = []
    for at, text in enumerate(run("pdftotext", "-raw", path, "-")[1].split("\f")[:-1]):
        lines = text.splitlines()
        if lines and FOOT.match(lines[-1]):
            lines.pop()
        while at and lines and (any(bare(lines[0]) in title for title in titles) or HEAD.match(lines[0])):
            lines.pop(0)
        kept.append(bare("".join(lines)))
    return kept


def is_parted(text, pages):
    """Whether a text begins on a page and ends on the next."""
    for one, other in zip(pages, pages[1:]):
        start = text[:FEWEST]
        if start not in one:
            continue
        longest = max(at for at in range(FEWEST, len(text) + 1) if text[:at] in one)
        if any(text[at:] in other for at in range(longest, FEWEST - 1, -1)):
            return True
    return False


def pieces(view):
    """What is printed in one piece: numbers of headings and defined terms have a line of their own."""
    for line in view["lines"]:
        if "text" not in line or line["is"] in ("contents", "described"):
            continue
        apart = line["is"] in ("heading", "definition")
        texts = [line["label"], line["text"]] if apart else [document.said(line)]
        # A mark of a note parts what is printed.
        for text in re.split(r"\n|\u2060\d+\u2060", "\n".join(texts)):
            if bare(text):
                yield text, bare(text)
    for note in view["notes"]:
        yield note, bare(note)


def same_text(view, path):
    pages = printed(view, path)
    whole = "".join(pages)
    at, lost, back, count = 0, [], 0, 0
    for text, wanted in pieces(view):
        count += 1
        found = whole.find(wanted, at, at + WINDOW + len(wanted))
        if found < 0:
            # What stood further on by chance led too far, or the line stands out of its order.
            found = whole.rfind(wanted, max(0, at - WINDOW), at)
            back += found >= 0 or wanted in whole
        if found >= 0:
            at = found + len(wanted)
        elif wanted not in whole and not is_parted(wanted, pages):
            lost.append(text)
    if lost:
        yield f"{len(lost)} of {count} lines are not printed, as {lost[0][:90]!r}"
    # Notes stand at the foot of the page; a row that two pages share is printed column by column.
    if back > count // 50 + len(view["notes"]):
        yield f"{back} of {count} lines stand elsewhere than in the view"


def read_aloud(view, path):
    if os.path.getsize(path) > SHORT:
        return
    tree = run("pdfinfo", "-struct-text", path)[1]
    # Text stands in quotation marks, each piece on its own line.
    said = bare("".join(re.findall(r'^\s*"(.*)"\s*$', tree, re.M)))
    at = 0
    for text, _ in pieces(view):
        # poppler drops what follows a hyphen that keeps its word together.
        wanted = bare(re.split("[-\u2010\u2011]", text)[0])
        found = said.find(wanted, at)
        if found < 0:
            yield f"not read aloud where it should be: {text[:90]!r}"
            return
        at = found + len(wanted)


def sound(path):
    code, out, err = run("qpdf", "--check", path)
    warnings = [line for line in (out + err).splitlines() if "WARNING" in line]
    found = [BOUNDARY.fullmatch(line) for line in warnings]
    if code == 3 and found and all(found):
        with open(path, "rb") as file:
            content = file.read()
        if all(is_whole(content, int(it[1])) for it in found):
            return
    if code != 0 or warnings:
        yield (out + err)[-300:]


def is_whole(content, at):
    """Whether the packed stream that begins at this byte, as long as its object says, is one to its end."""
    said = re.search(rb"/Length (\d+)[^>]*/FlateDecode[^>]*>>\s*stream\r?\n$", content[max(0, at - 400):at])
    if said is None:
        return False
    length, packed = int(said[1]), zlib.decompressobj()
    try:
        packed.decompress(content[at:at + length])
    except zlib.error:
        return False
    return packed.eof and not packed.unused_data and content[at + length:].lstrip().startswith(b"endstream")


def embedded(path):
    fonts = run("pdffonts", path)[1].splitlines()[2:]
    if not fonts:
        yield "no fonts at all"
    for line in fonts:
        if re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s", line)[1] != "yes":
            yield f"{line.split()[0]} is not embedded"


def conforms(path, profile):
    report = page.validate_pdf(path, profile=profile)
    if report.rules.total < 100:
        yield f"only {report.rules.total} rules were asked"
    for it in report.failures:
        if not (it.rule_id == LENGTH and not list(sound(path))):
            yield f"{it.rule_id}: {it.message}"


def titles(outline):
    for it in outline:
        if isinstance(it, list):
            yield from titles(it)
        else:
            yield bare(it.title)


def found_in(view, path):
    file = pypdf.PdfReader(path)
    title = document.all_of(view, "title")[0]["text"]
    if file.metadata.title != title:
        yield f"the title of the file is {file.metadata.title!r}"
    headings = document.all_of(view, "heading")
    own = view["languages"].split("-")[0]
    expected = [bare(it["label"] + it["text"]) for it in headings if it.get("side", own) == own]
    fault = document.first_difference(expected, list(titles(file.outline)))
    if fault:
        yield f"bookmarks: {fault}"
    links = sum(1 for it in file.pages for note in it.get("/Annots", []) if note.get_object()["/Subtype"] == "/Link")
    least = sum(it.get("links", 0) for it in view["lines"] if it["is"] != "described")
    if links < least:
        yield f"{links} links, fewer than {least}"


def alike(folder, path):
    kept = os.path.relpath(path, folder) if path.startswith(folder) else "summary/summary.en.pdf"
    again = os.path.join(f"{os.path.dirname(folder)}.again", os.path.basename(folder), kept)
    with open(path, "rb") as one, open(again, "rb") as other:
        if one.read() != other.read():
            yield "made again, it has other bytes"


def judges(folder, view, path):
    return {
        "qpdf": lambda: sound(path),
        "pdffonts": lambda: embedded(path),
        "PDF/UA-1": lambda: conforms(path, "ua1"),
        "PDF/A-2a": lambda: conforms(path, "2a"),
        "pdftotext": lambda: same_text(view, path),
        "tagged text": lambda: read_aloud(view, path),
        "pypdf": lambda: found_in(view, path),
        "same bytes": lambda: alike(folder, path),
    }


# Judge that must refuse, what was done, what is replaced by what (as long, so that no place moves).
MISTAKES = [
    ("qpdf", "a table of objects that points beside them", b"startxref\n", b"startxref\n1"),
    ("pdffonts", "a font that is not embedded", b"/FontFile", b"/FontFule"),
    ("PDF/UA-1", "a document without language", b"/Lang", b"/Lung"),
    ("PDF/A-2a", "a document that does not say which part it keeps", b"pdfaid:part", b"pdfaid:pert"),
    ("pypdf", "a document without bookmarks", b"/Outlines", b"/Outlinez"),
    ("same bytes", "another day", b"/CreationDate", b"/CreationDade"),
]


def selftest(folder, views):
    """Each judge refuses a file with the mistake meant for it, and words that are not those of the view."""
    path = os.path.join(folder, "summary/summary.en.pdf")
    with open(path, "rb") as file:
        content = file.read()

    def refused(judge, what, faults):
        ok, _ = judged(faults)
        verdict(judge, what, "self-test", not ok, "" if not ok else "was not refused")

    packed = zlib.compress(b"x" * 1000)
    for what, data in (("whole", packed), ("broken off", packed[:-3]), ("spoilt", packed[:-1] + b"?")):
        head = b"1 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % len(data)
        told = is_whole(head + data + b"\nendstream", len(head))
        verdict("qpdf", f"a stream that is {what}, looked at again", "self-test", told == (what == "whole"), "")

    with tempfile.TemporaryDirectory() as work:
        os.makedirs(os.path.join(work, "summary"))
        wrong = os.path.join(work, "summary", "summary.en.pdf")
        for judge, what, old, new in MISTAKES:
            if old not in content:
                raise RuntimeError(f"{old} is not in {path}")
            with open(wrong, "wb") as file:
                file.write(content.replace(old, new))
            refused(judge, what, judges(folder, document.of(views, path), wrong)[judge])
    for judge in ("pdftotext", "tagged text"):
        refused(judge, "words of another language", judges(folder, document.of(views, "summary.fr.pdf"), path)[judge])


def main():
    for folder, manifest in folders(sys.argv[1:]):
        folder = folder.rstrip("/")
        files = list(entries(manifest, "pdf"))
        views = document.read(f"{folder}.view.jsonl") if files else {}
        for entry in files:
            path = os.path.join(folder, entry["path"])
            for judge, faults in judges(folder, document.of(views, entry["path"]), path).items():
                verdict(folder, entry["path"], judge, *judged(faults))
        if files and manifest.get("selftest"):
            selftest(folder, views)


main()
