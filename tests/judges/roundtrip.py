"""XML and JSON samples carry the same data: each is turned into the other by docs/message-mapping.md.

Names, values and dates are turned by name alone. Only whether an element may be repeated (an array in
JSON) and whether a number is one in JSON is read, from the XML Schema and not from the JSON side.
"""

import json
import os
import re
import sys
import xml.etree.ElementTree as ET

import xmlschema

from verdicts import entries, folders, verdict

XS = "{http://www.w3.org/2001/XMLSchema}"
BESIDE = ("currencyID", "unitCode", "formatCode", "mimeCode")


def name(tag):
    """The JSON property for an XML tag."""
    tag = tag.rpartition("}")[2]
    run = len(re.match(r"[A-Z]*", tag)[0])
    # The last capital of a run begins the next word; a single one is the word's own.
    small = run - 1 if run > 1 and tag[run : run + 1].islower() else run
    tag = tag[:small].lower() + tag[small:]
    return tag[:-2] + "Id" if tag.endswith("ID") else tag


def value(node, declared):
    """The content of a value as JSON has it."""
    kind = declared.type
    simple = kind.content if kind.is_complex() else kind
    text = node.text or ""
    beside = {name(key): node.get(key) for key in BESIDE if key in node.attrib}
    if beside:
        return {"content": text, **beside}
    companion = kind.is_complex() and any(key in (kind.attributes or {}) for key in BESIDE)
    primitive = simple.primitive_type.local_name
    if primitive == "boolean":
        return text == "true"
    if primitive == "decimal":
        digits = simple.get_facet(XS + "totalDigits")
        behind = simple.get_facet(XS + "fractionDigits")
        whole = (behind is not None and behind.value == 0) or simple.is_derived(integer(simple))
        if whole and digits is not None and digits.value <= 15 and not companion:
            return int(text)
    return {"content": text} if companion else text


def integer(kind):
    return kind.maps.types[XS + "integer"]


def to_json(node, declared, schema):
    """A class as an object; a date without its inner level; a value as it is."""
    kind = declared.type
    if kind.is_simple() or kind.has_simple_content():
        return value(node, declared)
    children = list(node)
    if len(children) == 1 and children[0].tag.rpartition("}")[2] == "DateTimeString":
        inner = next(iter(kind.content.iter_elements()))
        return value(children[0], inner)
    made = {}
    for child in children:
        parts = (part for part in kind.content.iter_elements() if part.name == child.tag)
        part = next(parts, None)
        if part is None:
            part = schema.maps.elements[child.tag]
        many = part.max_occurs is None or part.max_occurs > 1
        inner = to_json(child, part, schema)
        if many:
            made.setdefault(name(child.tag), []).append(inner)
        elif name(child.tag) in made:
            raise ValueError(f"{name(child.tag)} twice")
        else:
            made[name(child.tag)] = inner
    return made


def differences(one, two, path=""):
    """Where two JSON values differ, and in what."""
    if isinstance(one, dict) and isinstance(two, dict):
        for key in sorted(one.keys() | two.keys()):
            if key not in two:
                yield f"{path}/{key} is only in XML"
            elif key not in one:
                yield f"{path}/{key} is only in JSON"
            else:
                yield from differences(one[key], two[key], f"{path}/{key}")
    elif isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        for at, (a, b) in enumerate(zip(one, two)):
            yield from differences(a, b, f"{path}/{at}")
    elif type(one) is not type(two) or one != two:
        yield f"{path}: {json.dumps(one)[:60]} in XML, {json.dumps(two)[:60]} in JSON"


def fill(node, declared, given, schema, space):
    """Writes JSON data as XML: the schema gives the order, the mapping the names."""
    kind = declared.type
    if kind.is_simple() or kind.has_simple_content():
        if isinstance(given, dict):
            node.text = given["content"]
            for key in BESIDE:
                if name(key) in given:
                    node.set(key, given[name(key)])
        else:
            node.text = str(given).lower() if isinstance(given, bool) else str(given)
        return
    parts = list(kind.content.iter_elements())
    if len(parts) == 1 and parts[0].local_name == "DateTimeString":
        fill(ET.SubElement(node, parts[0].name), parts[0], given, schema, space)
        return
    used = set()
    for part in parts:
        if part.name is None:  # the document of the wrapper
            documents = (e for e in schema.maps.elements.values() if part.is_matching(e.name))
            choices = [e for e in documents if name(e.name) in given]
            choices = [e for e in choices if e.name in space]
        else:
            choices = [part]
        for choice in choices:
            key = name(choice.name)
            if key in given and key not in used:
                used.add(key)
                items = given[key] if isinstance(given[key], list) else [given[key]]
                for item in items:
                    fill(ET.SubElement(node, choice.name), choice, item, schema, space)
    if left := sorted(given.keys() - used):
        raise ValueError(f"no element for {', '.join(left)}")


def same(one, two, path=""):
    """Where two XML trees differ."""
    here = f"{path}/{one.tag.rpartition('}')[2]}"
    if one.tag != two.tag or one.attrib != two.attrib:
        yield f"{here}: {two.tag.rpartition('}')[2]} {two.attrib}"
    elif (one.text or "").strip() != (two.text or "").strip():
        yield f"{here}: {one.text!r}, from JSON {two.text!r}"
    elif len(one) != len(two):
        yield f"{here}: {len(one)} children, from JSON {len(two)}"
    else:
        for a, b in zip(one, two):
            yield from same(a, b, here)


def judge(folder, entry, samples, schemas):
    path = entry["path"]
    # JSON has no place for a remark: a draft says so in its name.
    drafted = path[: -len(".xml")] + ".DRAFT.json"
    partner = drafted if drafted in samples else path[: -len(".xml")] + ".json"
    if partner not in samples:
        return [f"there is no {partner}"]
    where = os.path.join(folder, entry["schema"])
    if where not in schemas:
        schemas[where] = xmlschema.XMLSchema10(where)
    schema = schemas[where]
    root = ET.parse(os.path.join(folder, path)).getroot()
    with open(os.path.join(folder, partner), encoding="utf-8") as file:
        given = json.load(file)
    found = list(differences(to_json(root, schema.maps.elements[root.tag], schema), given))
    again = ET.Element(root.tag)
    space = {child.tag for child in root}
    fill(again, schema.maps.elements[root.tag], given, schema, space)
    return found + list(same(root, again))


def main():
    schemas = {}
    for folder, manifest in folders(sys.argv[1:]):
        samples = {entry["path"] for entry in entries(manifest, "sample")}
        for entry in entries(manifest, "sample", ".xml"):
            try:
                found = judge(folder, entry, samples, schemas)
            except Exception as error:  # a sample that cannot be turned does not carry the same data
                found = [f"{type(error).__name__}: {error}"]
            verdict(folder, entry["path"], "round trip", not found, "; ".join(found[:5]))
        for path in sorted(samples):
            xml = path.removesuffix(".json").removesuffix(".DRAFT") + ".xml"
            if path.endswith(".json") and xml not in samples:
                verdict(folder, path, "round trip", False, "there is no XML of it")


main()
