"""XML Schema: two processors take every schema and sample, and give one verdict on every mutant.

A mutant is a sample with one mistake (or one permitted change) that follows from the schema: what it
must do to a message is known beforehand, so a schema that lets mistakes through is found out, and
so is a processor.
"""

import copy
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import xmlschema

from verdicts import entries, folders, verdict

XS = "{http://www.w3.org/2001/XMLSchema}"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
BLOCKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "utility-blocks")
LIMIT = int(os.environ.get("GNC_MUTANTS", "300"))


def xmllint(schema, files):
    """Verdict of libxml2 on each file: True, False, or None where it could not judge."""
    found = {}
    for start in range(0, len(files), 500):
        part = files[start : start + 500]
        run = subprocess.run(
            ["xmllint", "--nonet", "--noout", "--schema", schema, *part],
            capture_output=True, text=True, check=False,
        )
        for line in run.stderr.splitlines():
            for end, accepted in ((" validates", True), (" fails to validate", False)):
                if line.endswith(end):
                    found[line[: -len(end)]] = accepted
        said = run.stderr
    return [found.get(name) for name in files], said if files else ""


def gnc(folder, manifest, files):
    """Verdict of the validator under test on each file; none where no block is known by this name."""
    program, block = os.environ.get("GNC"), os.path.join(BLOCKS, f"{manifest.get('block', '')}.yaml")
    if not program or not os.path.exists(block):
        return None
    found = {}
    for start in range(0, len(files), 500):
        part = files[start : start + 500]
        run = subprocess.run(
            [program, "message", "validate", "--format", "json", "--block", block, *part],
            capture_output=True, text=True, check=False,
        )
        for line in run.stdout.splitlines():
            said = json.loads(line)
            found[said["file"]] = said["conforms"]
    return [found.get(name) for name in files]


class Mutants:
    """The mutants of one sample, in the order of the document."""

    def __init__(self, schema, root):
        self.schema, self.root, self.list = schema, root, []
        self.about_root()
        self.walk(root, schema.maps.elements.get(root.tag))

    def add(self, valid, name, change, undo):
        self.list.append((valid, name, change, undo))

    def about_root(self):
        root, tag = self.root, self.root.tag
        back = lambda: setattr(root, "tag", tag)
        name = tag.rpartition("}")[2]
        self.add(False, "root renamed", lambda: setattr(root, "tag", tag + "X"), back)
        self.add(False, "root in another namespace",
                 lambda: setattr(root, "tag", "{urn:example:elsewhere}" + name), back)

    def walk(self, node, declared):
        if declared is None:
            return
        name = node.tag.rpartition("}")[2]
        self.attributes(node, declared, name)
        kind = declared.type
        if kind.has_simple_content() or kind.is_simple():
            self.content(node, kind, name)
            return
        group = kind.content
        parts = list(group)
        single = isinstance(group, xmlschema.validators.XsdGroup) and group.model == "sequence"
        single = single and group.min_occurs == 1 and group.max_occurs == 1
        space = node.tag.rpartition("}")[0]
        stranger = ET.Element(f"{space}}}UnknownElement" if space else "UnknownElement")
        # A schema that lets strangers in is found out here: no message of a block is open.
        for at, where in ((0, "first"), (len(node), "last")):
            self.add(False, f"unknown element {where} in {name}",
                     lambda at=at: node.insert(at, stranger), lambda: node.remove(stranger))
        guest = ET.Element("{urn:example:elsewhere}UnknownElement")
        self.add(False, f"element of another namespace last in {name}",
                 lambda: node.append(guest), lambda: node.remove(guest))
        foreign = any(is_any(part) and part.is_matching(stranger.tag) for part in parts)
        if single and not foreign and all(is_element(part) or is_any(part) for part in parts):
            self.sequence(node, parts, name)
        if not kind.mixed:
            text = node.text
            self.add(False, f"text between the elements of {name}",
                     lambda: setattr(node, "text", "text"), lambda: setattr(node, "text", text))
        for child in list(node):
            anywhere = self.schema.maps.elements.get(child.tag)
            named = (part for part in group.iter_elements()
                     if is_element(part) and part.name == child.tag)
            self.walk(child, next(named, anywhere))

    def sequence(self, node, parts, name):
        children = list(node)
        restore = lambda: node.__setitem__(slice(None), children)
        put = lambda new: (lambda: node.__setitem__(slice(None), new))
        named = {part.name for part in parts if is_element(part)}
        for part in parts:
            own = [child for child in children
                   if (child.tag == part.name if is_element(part) else child.tag not in named)]
            if not own:
                continue
            tag = own[0].tag.rpartition("}")[2]
            at = children.index(own[-1])
            fewer = put(children[:at] + children[at + 1 :])
            self.add(len(own) > part.min_occurs, f"{tag} left out of {name}", fewer, restore)
            more = put(children[: at + 1] + [copy.deepcopy(own[-1])] + children[at + 1 :])
            full = part.max_occurs is not None and len(own) >= part.max_occurs
            self.add(not full, f"{tag} once more in {name}", more, restore)
            home = own[0].tag
            self.add(False, f"{tag} of {name} in another namespace",
                     lambda e=own[0], t=tag: setattr(e, "tag", "{urn:example:elsewhere}" + t),
                     lambda e=own[0], h=home: setattr(e, "tag", h))
        for at in range(len(children) - 1):
            if children[at].tag != children[at + 1].tag:
                order = children[:at] + [children[at + 1], children[at]] + children[at + 2 :]
                second = children[at + 1].tag.rpartition("}")[2]
                self.add(False, f"{second} before its place in {name}", put(order), restore)

    def attributes(self, node, declared, name):
        known = getattr(declared, "attributes", None)
        if known is None:
            return
        self.add(False, f"unknown attribute at {name}",
                 lambda: node.set("unknownAttribute", "1"),
                 lambda: node.attrib.pop("unknownAttribute"))
        for key, attribute in known.items():
            if key is None or key not in node.attrib:
                continue
            value = node.attrib[key]
            back = lambda k=key, v=value: node.set(k, v)
            required = attribute.use == "required"
            self.add(not required, f"attribute {key} of {name} left out",
                     lambda k=key: node.attrib.pop(k), back)
            for wrong, why in wrongs(attribute.type, value):
                self.add(False, f"attribute {key} of {name}: {why}",
                         lambda k=key, w=wrong: node.set(k, w), back)

    def content(self, node, kind, name):
        value = node.text
        back = lambda: setattr(node, "text", value)
        simple = kind.content if kind.is_complex() else kind
        for wrong, why in wrongs(simple, value or ""):
            self.add(False, f"{name}: {why}", lambda w=wrong: setattr(node, "text", w), back)
        for right, why in rights(simple, value or ""):
            self.add(True, f"{name}: {why}", lambda r=right: setattr(node, "text", r), back)
        stranger = ET.Element("UnknownElement")
        self.add(False, f"element inside the value {name}",
                 lambda: node.append(stranger), lambda: node.remove(stranger))


def is_element(part):
    return isinstance(part, xmlschema.XsdElement)


def is_any(part):
    return isinstance(part, xmlschema.validators.XsdAnyElement)


def length(kind, facet):
    exact = kind.get_facet(XS + "length")
    found = exact or kind.get_facet(XS + facet)
    return found.value if found is not None else None


def wrongs(kind, value):
    """Values that the facets of the type refuse, and why."""
    longest, shortest = length(kind, "maxLength"), length(kind, "minLength")
    listed = kind.get_facet(XS + "enumeration")
    pattern = kind.get_facet(XS + "pattern")
    primitive = kind.primitive_type.local_name if kind.primitive_type is not None else "string"
    if longest is not None:
        filler = value[-1:] or "A"
        yield value + filler * (longest + 1 - len(value)), "longer than allowed"
    if shortest:
        yield "", "empty"
        if shortest > 1:
            yield value[: shortest - 1], "shorter than allowed"
    if listed is not None:
        for other in (value + "X", "~", value.swapcase()):
            if other not in listed.enumeration:
                yield other, "not a code of the list"
    if pattern is not None:
        for other in ("~", "-1", value + "~", "A1~"):
            if not pattern_allows(pattern, other):
                yield other, "against the pattern"
    if primitive == "decimal":
        yield "abc", "not a number"
        yield "1,5", "comma for the point"
        digits, behind = kind.get_facet(XS + "totalDigits"), kind.get_facet(XS + "fractionDigits")
        if digits is not None:
            yield "9" * (digits.value + 1), "too many digits"
        if behind is not None:
            yield "1." + "1" * (behind.value + 1), "too many digits behind the point"
    if primitive in ("boolean", "dateTime", "date", "time", "duration"):
        yield "perhaps", f"not of the type {primitive}"
    if primitive == "base64Binary":
        yield "***", "not base 64"


def rights(kind, value):
    """Other values that the facets allow."""
    listed = kind.get_facet(XS + "enumeration")
    pattern = kind.get_facet(XS + "pattern")
    primitive = kind.primitive_type.local_name if kind.primitive_type is not None else "string"
    if listed is not None:
        for other in (listed.enumeration[0], listed.enumeration[-1]):
            if other != value:
                yield other, "another code of the list"
        return
    longest = length(kind, "maxLength")
    if longest is not None and primitive == "string" and pattern is None and value:
        yield "é" * longest, "as long as allowed"


def pattern_allows(facet, value):
    return any(rule.fullmatch(value) is not None if hasattr(rule, "fullmatch") else rule(value)
               for rule in facet.patterns)


def chosen(mutants):
    """All of them, or so many spread evenly, always the same ones."""
    if LIMIT <= 0 or len(mutants) <= LIMIT:
        return mutants
    step = len(mutants) / LIMIT
    return [mutants[int(at * step)] for at in range(LIMIT)]


def judge_sample(folder, manifest, entry, schema_path, schema):
    path = os.path.join(folder, entry["path"])
    (accepted,), said = xmllint(schema_path, [path])
    verdict(folder, entry["path"], "xmllint", accepted is True, first_lines(said))
    if schema is None:
        verdict(folder, entry["path"], "xmlschema", False, "its schema does not load")
        return
    error = next(schema.iter_errors(path), None)
    verdict(folder, entry["path"], "xmlschema", error is None,
            "" if error is None else f"{error.path}: {error.reason}")
    if error is not None or accepted is not True:
        verdict(folder, entry["path"], "xml mutants", False, "the sample itself is refused")
        return
    root = ET.parse(path).getroot()
    made = chosen(Mutants(schema, root).list)
    with tempfile.TemporaryDirectory() as temporary:
        names, second = [], []
        for number, (_, _, change, undo) in enumerate(made):
            change()
            name = os.path.join(temporary, f"{number}.xml")
            ET.ElementTree(root).write(name, encoding="utf-8", xml_declaration=True)
            names.append(name)
            second.append(schema.is_valid(root))
            undo()
        first, _ = xmllint(schema_path, names)
        own = gnc(folder, manifest, names)
    wrong = []
    for (valid, name, _, _), one, two in zip(made, first, second):
        if one != two:
            wrong.append(f"{name}: xmllint says {one}, xmlschema says {two}")
        elif one != valid:
            wrong.append(f"{name}: {'accepted' if one else 'refused'}")
    refused = sum(1 for one in made if not one[0])
    problem = not refused or wrong
    detail = f"{refused} wrong, {len(made) - refused} right"
    if wrong:
        detail = f"{len(wrong)} of {len(made)}: " + "; ".join(wrong[:6])
    verdict(folder, entry["path"], "xml mutants", not problem, detail)
    if own is not None:
        differ = [f"{name}: gnc says {said}, the schema {one}"
                  for (_, name, _, _), one, said in zip(made, first, own) if one != said]
        detail = "; ".join(differ[:6]) or f"{len(made)} messages, one verdict"
        verdict(folder, entry["path"], "gnc message", not differ, detail, {"xml": len(made)})


def first_lines(said, limit=3):
    lines = [line for line in said.splitlines() if "error" in line]
    return " | ".join(lines[:limit])


def main():
    for folder, manifest in folders(sys.argv[1:]):
        loaded = {}
        for entry in entries(manifest, "xsd"):
            path = os.path.join(folder, entry["path"])
            try:
                loaded[entry["path"]] = xmlschema.XMLSchema10(path, allow="local")
                verdict(folder, entry["path"], "xmlschema", True)
            except (xmlschema.XMLSchemaException, ET.ParseError, OSError) as error:
                verdict(folder, entry["path"], "xmlschema", False, str(error).splitlines()[0])
            # libxml2 compiles the schema before it looks at any document.
            with tempfile.NamedTemporaryFile(suffix=".xml") as any_document:
                any_document.write(b"<any/>")
                any_document.flush()
                (seen,), said = xmllint(path, [any_document.name])
            verdict(folder, entry["path"], "xmllint", seen is not None,
                    "" if seen is not None else first_lines(said))
        for entry in entries(manifest, "sample", ".xml"):
            schema = entry.get("schema")
            if not schema:
                verdict(folder, entry["path"], "xmllint", False, "the manifest names no schema")
                continue
            judge_sample(folder, manifest, entry, os.path.join(folder, schema), loaded.get(schema))
        for entry in entries(manifest, "junit"):
            path = os.path.join(folder, entry["path"])
            schema = os.path.join(folder, entry["schema"])
            (accepted,), said = xmllint(schema, [path])
            verdict(folder, entry["path"], "xmllint", accepted is True, first_lines(said))
            error = next(xmlschema.XMLSchema10(schema).iter_errors(path), None)
            verdict(folder, entry["path"], "xmlschema", error is None,
                    "" if error is None else f"{error.path}: {error.reason}")


if __name__ == "__main__":
    main()
