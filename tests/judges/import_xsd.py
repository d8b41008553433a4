"""XML Schemas brought in: the schema that `gnc` writes of the block has to give the verdict of the
original on every message and on every mutant of it, and so has `gnc message validate`.

    import_xsd.py GNC FOLDER [SHARED]

Always: a small family of schemas of our own (tests/it/import_xsd/family). With the reference data under
SHARED also the published schemas of one administration in two versions, on all its sample messages.
Each disagreement is printed with what each side says; one is a failure. Beforehand the judge proves that
it sees a schema that differs in one facet.
"""

import copy
import csv
import json
import os
import re
import subprocess
import sys
import time

import xmlschema
from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
FAMILY = os.path.join(HERE, "..", "it", "import_xsd", "family")
# Mutants of all messages of one schema together, spread evenly; 0 for all.
LIMIT = int(os.environ.get("GNC_MUTANTS", "400"))
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def fail(text):
    print(text)
    sys.exit(1)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "panicked" in done.stderr:
        fail(f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def bring(gnc, schema, within, folder):
    """The block made of a schema, and the schema written of the block: paths of both, and the report."""
    os.makedirs(folder, exist_ok=True)
    block = os.path.join(folder, "block.yaml")
    report = run(gnc, "import", "xsd", schema, "--within", within, "--out", block, "--format", "json")
    if report.returncode:
        fail(f"{schema} is not brought in:\n{report.stdout}{report.stderr}")
    written = os.path.join(folder, "written")
    run(gnc, "build", block, "--only", "xsd", "--draft", "--out", written)
    found = [
        os.path.join(at, "DocumentMetaData.xsd")
        for at, _, names in os.walk(written)
        if "DocumentMetaData.xsd" in names
    ]
    if len(found) != 1:
        fail(f"{schema}: no schema is written of its block")
    return block, found[0], json.loads(report.stdout)


def load(path):
    try:
        return etree.XMLSchema(etree.parse(path, PARSER))
    except etree.XMLSchemaParseError as error:
        return fail(f"{path} is no schema: {error}")


def mutants(root):
    """Copies of a message with one change each, and what was changed."""
    count = sum(1 for _ in root.iter(etree.Element))
    for at in range(count):
        for name, change in CHANGES:
            other = copy.deepcopy(root)
            it = list(other.iter(etree.Element))[at]
            if change(it) is not False:
                yield f"{name} at {etree.QName(it).localname} ({at})", other


def drop(it):
    return it.getparent().remove(it) if it.getparent() is not None else False


def twice(it):
    if it.getparent() is None:
        return False
    return it.addnext(copy.deepcopy(it))


def swap(it):
    other = it.getnext()
    if it.getparent() is None or other is None or not isinstance(other.tag, str):
        return False
    return other.addnext(it)


def text(value):
    def change(it):
        if len(it) or it.text == value:
            return False
        it.text = value
        return True

    return change


def loose(it):
    if not len(it):
        return False
    it[0].tail = "text"
    return True


def child(it):
    etree.SubElement(it, "{urn:none}Nothing")


def attribute(it):
    it.set("colour", "red")


def each(value):
    def change(it):
        if not it.attrib:
            return False
        for name in it.attrib:
            if name.startswith("{"):
                return False
            it.set(name, value)
        return True

    return change


def bare(it):
    if not it.attrib:
        return False
    return it.attrib.clear()


def named(name, value):
    def change(it):
        if len(it):
            return False
        it.set(name, value)
        return True

    return change


def elsewhere(it):
    it.tag = "{urn:none}" + etree.QName(it).localname


CHANGES = [
    ("dropped", drop),
    ("twice", twice),
    ("swapped", swap),
    ("without text", text(None)),
    ("blank", text("  ")),
    ("long", text("X" * 600)),
    ("thirteen characters", text("A" * 13)),
    ("a letter", text("é")),
    ("negative", text("-1")),
    ("exponent", text("1e5")),
    ("decimals", text("1.2345678")),
    ("point", text(" +007. ")),
    ("digits", text("12345678901234567890")),
    ("a day", text("20270131")),
    ("true", text("true")),
    ("one", text("1")),
    ("between", loose),
    ("element within", child),
    ("unknown attribute", attribute),
    ("attributes long", each("TOO LONG A VALUE")),
    ("attributes empty", each("")),
    ("attributes spaced", each(" EUR ")),
    ("no attributes", bare),
    ("currency", named("currencyID", "eur")),
    ("unit", named("unitCode", "KGM")),
    ("list", named("listID", " a  b ")),
    ("agency", named("schemeAgencyID", "ABCD")),
    ("language", named("languageID", "e_n")),
    ("namespace", elsewhere),
]


def spread(all_of_them):
    if not LIMIT or len(all_of_them) <= LIMIT:
        return all_of_them
    return [all_of_them[at * len(all_of_them) // LIMIT] for at in range(LIMIT)]


def validate(gnc, block, files):
    """Verdict of the validator of `gnc` on each file."""
    found = {}
    for start in range(0, len(files), 500):
        part = files[start : start + 500]
        said = run(gnc, "message", "validate", "--format", "json", "--block", block, *part).stdout
        for line in filter(None, said.splitlines()):
            line = json.loads(line)
            found[line["file"]] = line["conforms"]
    return [found.get(name) for name in files]


def says(schema, tree):
    """The first thing that a schema says against a message."""
    schema.validate(tree)
    errors = list(schema.error_log)
    return errors[0].message if errors else "valid"


def judge(name, gnc, schema, within, messages, folder, seconds):
    """Compares on messages (path, verdict if known) and their mutants; gives how many were compared and
    what disagrees."""
    block, written, report = bring(gnc, schema, within, folder)
    first, second = load(schema), load(written)
    wrong, trees, names, files = [], [], [], []
    for path, known in messages:
        try:
            tree = etree.parse(path, PARSER)
        except etree.XMLSyntaxError:
            if known:
                wrong.append(f"{path}: not well-formed, but known to be valid")
            tree = None
        trees.append(tree)
        names.append(path)
        files.append(path)
        if tree is not None and known is not None and first.validate(tree) != known:
            wrong.append(f"{path}: the original does not give the known verdict")
    good = [tree for tree in trees if tree is not None and first.validate(tree)]
    # The longer a message, the more it says: the mutants are those of the longest.
    good.sort(key=lambda tree: -len(etree.tostring(tree)))
    changed = spread([it for tree in good[:5] for it in mutants(tree.getroot())])
    mutated = os.path.join(folder, "mutants")
    os.makedirs(mutated, exist_ok=True)
    for at, (what, root) in enumerate(changed):
        path = os.path.join(mutated, f"{at:05}.xml")
        # What is judged is what is read again: text as a reader has it.
        etree.ElementTree(root).write(path, encoding="UTF-8", xml_declaration=True)
        trees.append(etree.parse(path, PARSER))
        names.append(f"{path}: {what}")
        files.append(path)
    verdicts = [tree is not None and first.validate(tree) for tree in trees]
    for tree, verdict, what in zip(trees, verdicts, names):
        if tree is not None and second.validate(tree) != verdict:
            wrong.append(f"{what}: original: {says(first, tree)}; written anew: {says(second, tree)}")
    for own, verdict, what, tree in zip(validate(gnc, block, files), verdicts, names, trees):
        if own != verdict:
            said = says(first, tree) if tree is not None else "not well-formed"
            wrong.append(f"{what}: original: {said}; gnc message validate: {own}")
    others = 0
    if seconds:
        # A second processor on both schemas, as long as it takes no longer than that.
        start, pair = time.monotonic(), [xmlschema.XMLSchema(it) for it in (schema, written)]
        for tree, what in zip(trees, names):
            if tree is None:
                continue
            if time.monotonic() - start > seconds:
                break
            others += 1
            one, two = (it.is_valid(tree.getroot()) for it in pair)
            if one != two:
                wrong.append(f"{what}: xmlschema: original {one}, written anew {two}")
    lost = sorted({it["rule"] for it in report["findings"] if it["severity"] != "advice"})
    accepted = sum(verdicts)
    print(
        f"{name}: {len(messages)} messages and {len(changed)} mutants ({accepted} valid,"
        f" {len(verdicts) - accepted} not); xmlschema on {others}; not carried over: {', '.join(lost) or 'nothing'};"
        f" {len(wrong)} disagreements"
    )
    return len(verdicts), wrong


def prove(gnc, folder, messages):
    """A schema that differs in one facet, one occurrence or one attribute has to be found out."""
    entry = os.path.join(FAMILY, "entry.xsd")
    _, written, _ = bring(gnc, entry, FAMILY, folder)
    modules = [os.path.join(os.path.dirname(written), it) for it in os.listdir(os.path.dirname(written))]
    faults = [
        ('xs:maxLength value="12"', 'xs:maxLength value="13"'),
        ('name="LaneCode" type="[^"]*" minOccurs="0" maxOccurs="2"', None),
        ('name="formatCode"([^>]*) use="required"', r'name="formatCode"\1 use="optional"'),
        ('xs:enumeration value="RED"', 'xs:enumeration value="BLUE"'),
    ]
    first = load(entry)
    trees = [etree.parse(path, PARSER) for path, _ in messages]
    trees += [etree.ElementTree(it) for tree in list(trees) for _, it in mutants(tree.getroot())]
    for before, after in faults:
        texts = {}
        for module in modules:
            with open(module, encoding="utf-8") as file:
                texts[module] = file.read()
        hits = 0
        for module, said in texts.items():
            if after is None:
                changed, n = re.subn(before, lambda it: it.group(0).replace('"2"', '"1"'), said)
            else:
                changed, n = re.subn(before, after, said)
            hits += n
            with open(module, "w", encoding="utf-8") as file:
                file.write(changed)
        if not hits:
            fail(f"the judge finds nothing to spoil: {before}")
        second = load(written)
        if all(first.validate(tree) == second.validate(tree) for tree in trees):
            fail(f"the judge does not see a schema with {after or 'another occurrence'}")
        for module, said in texts.items():
            with open(module, "w", encoding="utf-8") as file:
                file.write(said)


def main():
    gnc, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    shared = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else ""
    of_family = os.path.join(FAMILY, "messages")
    messages = [(os.path.join(of_family, it), True) for it in sorted(os.listdir(of_family))]
    prove(gnc, os.path.join(folder, "spoiled"), messages)
    entry = os.path.join(FAMILY, "entry.xsd")
    count, wrong = judge("own family", gnc, entry, FAMILY, messages, os.path.join(folder, "family"), 20)
    reference = os.path.join(shared, "reference", "wco-dm")
    manifest = os.path.join(reference, "samples", "manifest.csv")
    if shared and os.path.isfile(manifest):
        by_schema = {}
        with open(manifest, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                path = os.path.join(reference, "samples", row["file"])
                by_schema.setdefault(row["schema"], []).append((path, row["expected"] == "valid"))
        for at, (schema, of_schema) in enumerate(sorted(by_schema.items())):
            within = os.path.join(reference, *schema.split("/")[:2])
            path = os.path.join(reference, schema)
            of_it = os.path.join(folder, f"real-{at}")
            n, more = judge(schema, gnc, path, within, of_schema, of_it, 0)
            count, wrong = count + n, wrong + more
    else:
        print(f"skipped: {manifest} is not there")
    for line in wrong[:100]:
        print(line)
    print(f"{count} verdicts compared, {len(wrong)} disagreements")
    sys.exit(1 if wrong else 0)


main()
