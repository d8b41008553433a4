"""Word files, judged by LibreOffice, python-docx, resvg and the schema data of the Open XML SDK.

    word.py DIR...

LibreOffice reads each file and says what it read: as text, with the numbers that it gave to paragraphs
and headings itself, which must be the Document view line by line (DIR.view.jsonl, by `document-view`);
and as OpenDocument, in which headings, tables, captions, links, notes and pictures are counted.
python-docx opens it and finds what offices work with. openxml-audit checks every part against the schemas
of ECMA-376 (transitional) as the Open XML SDK has them, and what they cannot say: relations, identifiers.
Every picture has vectors, and dots for programs that show none: Pillow reads the dots, resvg draws the
vectors, and both have to look alike.
"""

import functools
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as xml

import docx
import resvg_py
from PIL import Image, ImageChops, ImageStat
from docx.enum.section import WD_ORIENT
from openxml_audit import OpenXmlValidator

import document
from verdicts import entries, folders, judged, verdict

SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
}


def name(short):
    space, _, local = short.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def convert(paths, out, work):
    """What LibreOffice reads of the files, as text and as OpenDocument."""
    profile = f"-env:UserInstallation=file://{os.path.abspath(work)}/profile"
    for form in ("txt:Text", "fodt"):
        command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", out, *paths]
        ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if ran.returncode != 0:
            raise RuntimeError(f"soffice: {ran.stdout[-500:]}{ran.stderr[-500:]}")


def same_text(view, path):
    """Faults of the text, which must be that of the view, line by line."""
    with open(path, encoding="utf-8-sig") as file:
        found = [line for line in map(document.bare, file.read().split("\n")) if line]
    has_contents = bool(document.all_of(view, "contents"))
    if has_contents:
        titles = [document.bare(line["text"]) for line in document.all_of(view, "contents")]
        start = found.index(" · ".join(titles))
        listed = [it for it in document.all_of(view, "heading") if it["listed"]]
        contents = found[start + 1:start + 1 + len(listed)]
        del found[start:start + 1 + len(listed)]
        entries = [" ".join(it.split(" ")[:-1]) for it in contents]
        pages = [it.split(" ")[-1] for it in contents]
        fault = document.first_difference([document.bare(document.said(it)) for it in listed], entries)
        if fault:
            yield f"table of contents: {fault}"
        if not all(page.isdecimal() for page in pages) or pages != sorted(pages, key=int):
            yield f"the table of contents has not a page at each line, or they go back: {pages}"
    expected = [line for _, line in document.lines(view, ("contents",), marked=True)]
    fault = document.first_difference(expected, found)
    if fault:
        yield f"text: {fault}"


def plain(element):
    """The words of an element, without those of notes in it."""
    out = []

    def walk(node):
        if node.tag == name("text:note"):
            return
        if node.tag in (name("text:s"), name("text:tab"), name("text:line-break")):
            out.append(" ")
        out.append(node.text or "")
        for child in node:
            walk(child)
            out.append(child.tail or "")

    walk(element)
    return document.bare("".join(out))


def rows(table):
    """How many rows a table has, and how many of them are repeated at the head of each page."""
    heads = table.findall("table:table-header-rows/table:table-row", SPACES)
    below = table.findall("table:table-row", SPACES) + table.findall("table:table-rows/table:table-row", SPACES)
    return len(below), len(heads)


def columns(table):
    repeated = name("table:number-columns-repeated")
    return sum(int(it.get(repeated, 1)) for it in table.iter(name("table:table-column")))


def same_structure(view, path):
    """Faults of what LibreOffice took the parts of the document for."""
    root = xml.parse(path).getroot()
    body = root.find("office:body/office:text", SPACES)
    for contents in list(body.iter(name("text:table-of-content"))):
        contents.clear()

    def count(what, found, expected):
        if found != expected:
            yield f"{found} {what}, not {expected}"

    expected = [document.bare(line["text"]) for line in document.all_of(view, "heading")]
    found = [plain(it) for it in body.iter(name("text:h"))]
    fault = document.first_difference(expected, found)
    if fault:
        yield f"headings: {fault}"
    # The other tables set two languages side by side.
    tables = [it for it in body.iter(name("table:table")) if rows(it)[1]]
    found = [(columns(it), rows(it)[0]) for it in tables]
    expected = [(it["columns"], it["rows"]) for it in document.all_of(view, "table")]
    fault = document.first_difference(expected, found)
    if fault:
        yield f"tables (columns, rows): {fault}"
    captions = [it for it in document.all_of(view, "caption") if it["label"]]
    yield from count("fields that number captions", len(list(body.iter(name("text:sequence")))), len(captions))
    # A note that is marked again links to its first mark, which is no link of the text.
    targets = [it.get(name("xlink:href"), "") for it in body.iter(name("text:a"))]
    inside = [it for it in targets if it.startswith("#") and not it.startswith("#_note_")]
    links = len(inside) + len(list(body.iter(name("text:bookmark-ref"))))
    yield from count("links within the document", links, sum(it.get("links", 0) for it in view["lines"]))
    notes = [plain(it.find("text:note-body", SPACES)) for it in body.iter(name("text:note"))]
    fault = document.first_difference([document.bare(it) for it in view["notes"]], notes)
    if fault:
        yield f"notes: {fault}"
    alternatives = [plain(it) for it in body.iter(name("svg:desc"))]
    frames = list(body.iter(name("draw:frame")))
    yield from count("pictures with words for those who do not see them", len([it for it in alternatives if it]), len(frames))
    for figure in document.all_of(view, "figure"):
        if not any(document.bare(figure["alternative"]) in it for it in alternatives):
            yield f"no picture for {figure['alternative'][:60]!r}"
    feet = [it for master in root.iter(name("style:master-page")) for it in master.iter(name("text:page-number"))]
    if not feet:
        yield "no page numbers"


def opens(view, path):
    """Faults that python-docx sees."""
    file = docx.Document(path)
    title = document.all_of(view, "title")[0]["text"]
    if file.core_properties.title != title:
        yield f"the title of the file is {file.core_properties.title!r}"
    if not file.core_properties.language:
        yield "the file has no language"
    mark = [line["text"] for line in document.all_of(view, "mark")]
    for at, section in enumerate(file.sections):
        wide = section.page_width > section.page_height
        if wide != (section.orientation == WD_ORIENT.LANDSCAPE):
            yield f"section {at + 1} lies otherwise than its page"
        head = "\n".join(it.text for it in section.header.paragraphs)
        if not all(word in head for word in mark):
            yield f"section {at + 1} has not {mark} at its head: {head!r}"
    headings = sum(1 for it in file.element.body.iter(docx.oxml.ns.qn("w:pStyle"))
                   if it.val in HEADINGS)
    expected = len(document.all_of(view, "heading"))
    if headings != expected:
        yield f"{headings} paragraphs in styles of headings, not {expected}"
    styles = {it.style_id for it in file.styles}
    used = {it.val for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for it in file.element.body.iter(docx.oxml.ns.qn(tag))}
    if used - styles:
        yield f"styles that are not there: {sorted(used - styles)[:3]}"


HEADINGS = {"PartHeading", "Heading2", "Heading3", "Heading4"} | {
    f"{kind}Heading{side}" for kind in ("Article", "Appendix") for side in ("", "Right")
}


DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VECTORS = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
FONTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/typeset/fonts")
# Grey of squares of so many dots, from 0 to 255: how far apart any may be, and all of them on average.
SQUARE, APART, APART_MEAN = 16, 20, 0.8


@functools.cache
def alike(dots, vectors):
    """What is wrong with the dots of a picture, beside its vectors as resvg draws them; empty if nothing."""
    with Image.open(io.BytesIO(dots), formats=["PNG"]) as file:
        found = file.convert("L")
    darkest, lightest = found.getextrema()
    if lightest - darkest < 128:
        return "is blank"
    view = [float(it) for it in re.search(r'viewBox="([^"]+)"', vectors)[1].split()]
    if abs(found.width / found.height * view[3] / view[2] - 1) > 0.02:
        return f"{found.size} is of another shape than {view[2:]}"
    drawn = resvg_py.svg_to_bytes(
        svg_string=re.sub(r' (width|height)="\d+"', "", vectors, count=2), width=found.width, height=found.height,
        skip_system_fonts=True, font_dirs=[FONTS], font_family="Liberation Sans",
        sans_serif_family="Liberation Sans", background="#ffffff")
    with Image.open(io.BytesIO(bytes(drawn))) as file:
        expected = file.convert("L").resize(found.size)
    difference = ImageChops.difference(found.reduce(SQUARE), expected.reduce(SQUARE))
    most, mean = difference.getextrema()[1], ImageStat.Stat(difference).mean[0]
    return f"differs from resvg by {most}, on average {mean:.1f}" if most > APART or mean > APART_MEAN else ""


def pictured(view, path):
    """Faults of the pictures."""
    with zipfile.ZipFile(path) as file:
        relations = xml.fromstring(file.read("word/_rels/document.xml.rels"))
        parts = {it.get("Id"): it.get("Target") for it in relations}
        blips = list(xml.fromstring(file.read("word/document.xml")).iter(f"{DRAWING}blip"))
        figures = len(document.all_of(view, "figure"))
        if len(blips) < figures:
            yield f"{len(blips)} pictures for {figures} figures"
        for number, blip in enumerate(blips, 1):
            dots = parts.get(blip.get(EMBED), "")
            vectors = [parts.get(it.get(EMBED), "") for it in blip.iter(VECTORS)]
            if not dots.endswith(".png"):
                yield f"picture {number} has no dots: {dots!r}"
            elif len(vectors) != 1 or not vectors[0].endswith(".svg"):
                yield f"picture {number} has no vectors: {vectors}"
            else:
                fault = alike(file.read(f"word/{dots}"), file.read(f"word/{vectors[0]}").decode())
                if fault:
                    yield f"{dots}: {fault}"


def audited(path):
    result = OpenXmlValidator().validate(path)
    for error in result.errors:
        yield f"{error.part_uri}: {error.description} at {error.path}"


def judges(view, path, read):
    """The judges of a file; `read` is where LibreOffice left what it read, without extension."""
    return {
        "LibreOffice text": lambda: same_text(view, f"{read}.txt"),
        "LibreOffice structure": lambda: same_structure(view, f"{read}.fodt"),
        "python-docx": lambda: opens(view, path),
        "openxml-audit": lambda: audited(path),
        "resvg": lambda: pictured(view, path),
    }


def blank(content):
    """A picture of the same size with nothing on it."""
    with Image.open(io.BytesIO(content)) as file:
        out = io.BytesIO()
        Image.new("P", file.size).save(out, "PNG")
    return out.getvalue()


def half(content):
    """A picture that ends in the middle of its file."""
    return content[:len(content) // 2]


def mirrored(content):
    """A picture the wrong way round."""
    with Image.open(io.BytesIO(content)) as file:
        out = io.BytesIO()
        file.convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(out, "PNG")
    return out.getvalue()


# Judge that must refuse, what was done, the part, what is replaced by what (once), or how the part is changed.
MISTAKES = [
    ("LibreOffice text", "a heading that lost its words", "word/document.xml",
     r'(<w:pStyle w:val="(?:Heading2|ArticleHeading)"/>(?:(?!</w:p>).)*?<w:t [^>]*>)[^<]+<', r"\1 <"),
    ("LibreOffice structure", "a heading in the style of text", "word/document.xml", r'"Heading2"', '"Normal"'),
    ("LibreOffice structure", "a table without head", "word/document.xml", r"<w:tblHeader/>", ""),
    ("python-docx", "a heading in the style of text", "word/document.xml", r'"Heading2"', '"Normal"'),
    ("python-docx", "a style that is gone", "word/styles.xml", r'w:styleId="Title"', 'w:styleId="Titel"'),
    ("openxml-audit", "a stranger among the marks of a run", "word/document.xml", r"</w:rPr>", "<w:stranger/></w:rPr>"),
    ("openxml-audit", "a part that is not there", "word/_rels/document.xml.rels", r"footer1\.xml", "footer9.xml"),
    ("resvg", "a picture without dots", "word/_rels/document.xml.rels", r"media/figure1\.png", "media/figure1.svg"),
    ("resvg", "a picture without vectors", "word/document.xml", r"<asvg:svgBlip [^>]*/>", ""),
    ("resvg", "dots that show nothing", "word/media/figure1.png", blank, None),
    ("resvg", "dots that cannot be read", "word/media/figure1.png", half, None),
    ("resvg", "dots that show something else", "word/media/figure1.png", mirrored, None),
]


def spoilt(path, out, part, pattern, by):
    """Whether a copy of a file could be made with one part changed."""
    with zipfile.ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    before = parts.get(part)
    if before is None:
        return False
    parts[part] = pattern(before) if callable(pattern) else re.sub(pattern, by, before.decode(), count=1).encode()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return parts[part] != before


def selftest(paths, views, out, work):
    """Each judge refuses a file with the mistake meant for it: the smallest in which it can be made."""
    paths = sorted(paths, key=os.path.getsize)
    copies, of = [], []
    for at, (_, what, *change) in enumerate(MISTAKES):
        copies.append(os.path.join(work, f"wrong-{at}.docx"))
        source = next((it for it in paths if spoilt(it, copies[-1], *change)), None)
        if source is None:
            raise RuntimeError(f"{what}: no document has what that takes")
        of.append(document.of(views, source))
    convert(copies, out, work)
    for copy, view, (judge, what, *_) in zip(copies, of, MISTAKES):
        read = os.path.join(out, os.path.splitext(os.path.basename(copy))[0])
        ok, _ = judged(judges(view, copy, read)[judge])
        verdict(judge, what, "self-test", not ok, "" if not ok else "was not refused")


def main():
    for folder, manifest in folders(sys.argv[1:]):
        files = list(entries(manifest, "docx"))
        if not files:
            continue
        views = document.read(folder.rstrip("/") + ".view.jsonl")
        with tempfile.TemporaryDirectory() as work:
            out = os.path.join(work, "out")
            convert([os.path.join(folder, it["path"]) for it in files], out, work)
            for entry in files:
                path = os.path.join(folder, entry["path"])
                read = os.path.join(out, os.path.splitext(os.path.basename(path))[0])
                for judge, faults in judges(document.of(views, entry["path"]), path, read).items():
                    verdict(folder, entry["path"], judge, *judged(faults))
            if manifest.get("selftest"):
                selftest([os.path.join(folder, it["path"]) for it in files], views, out, work)


main()
