"""Parity: at least 1,000 generated messages of each block, each in XML and in JSON, and one verdict of all.

`gnc message sample` makes the messages: valid ones by seeds, one that keeps and one that breaks each condition
and rule, and for each element one that is wrong in it. `gnc message validate` judges both forms; xmllint judges
the XML by the XML Schema; Saxon, and libxslt where the binding lets it, by the Schematron what the XML Schema
accepts; ajv judges the JSON by the JSON Schema. Nobody may disagree about what he can express.

    python parity.py DIR...
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from saxonche import PySaxonProcessor

from schematron import Sheet
from verdicts import entries, folders, verdict
from xml_schema import xmllint

HERE = os.path.dirname(os.path.abspath(__file__))
BLOCKS = os.path.join(HERE, "..", "..", "utility-blocks")
LEAST = 1000  # messages of each block
SHOWN = 6  # disagreements that a verdict lists


def run(arguments, given=None):
    """What a program prints; its words where it breaks down. A verdict of "not valid" ends with 1."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, input=given)
    if done.returncode > 1:
        raise RuntimeError(f"{os.path.basename(arguments[0])}: {done.stderr.strip()[:300]}")
    return done.stdout


def generated(program, block, out):
    """The messages, below `out`: what keeps and breaks each rule and element, and valid ones until there are enough."""
    index = []

    def make(name, *more):
        at = os.path.join(out, name)
        run([program, "message", "sample", "--block", block, "--out", at, *more])
        with open(os.path.join(at, "index.json"), encoding="utf-8") as file:
            made = json.load(file)
        for one in made:
            one["json"] = os.path.join(at, one["json"])
            one["xml"] = os.path.join(at, one["xml"]) if "xml" in one else None
        index.extend(made)

    make("broken", "--rules", "--faults", "--count", "3")
    kinds = len({one["message"] for one in index})
    if kinds and len(index) < LEAST:
        # Seeds of their own, so that no message is counted twice.
        make("valid", "--count", str(-(-(LEAST - len(index)) // kinds)), "--seed", "1000")
    return index


def said_by_gnc(program, block, out):
    """The verdict of the validator under test on each file below `out`."""
    lines = run([program, "message", "validate", "--format", "json", "--block", block, out]).splitlines()
    return {os.path.abspath(said["file"]): said for said in map(json.loads, lines) if "message" in said}


class Schemas:
    """The schemas of a block, each asked by somebody else's processor."""

    def __init__(self, folder, manifest, saxon):
        self.folder, self.xsd, self.json, self.sheets = folder, {}, {}, {}
        for entry in entries(manifest, "sample", ".xml"):
            self.xsd[self.message(entry["path"])] = os.path.join(folder, entry["schema"])
        for entry in entries(manifest, "sample", ".json"):
            self.json[self.message(entry["path"])] = os.path.join(folder, entry["schema"])
        for entry in entries(manifest, "schematron", ".sch"):
            sheet = Sheet(saxon, os.path.join(folder, entry["path"]))
            self.sheets.setdefault(self.message(entry["path"]), []).append(sheet)

    @staticmethod
    def message(path):
        return os.path.basename(path).split(".")[0]

    def by_xmllint(self, index):
        """Whether the XML Schema accepts each message."""
        found = {}
        for message, schema in self.xsd.items():
            files = [one["xml"] for one in index if one["message"] == message and one["xml"]]
            found.update(zip(files, xmllint(schema, files)[0]))
        return found

    def by_ajv(self, index):
        """Whether the JSON Schema accepts each message, and the rules that it says."""
        tasks = [{"schema": schema, "messages": [one["json"] for one in index if one["message"] == message]}
                 for message, schema in self.json.items()]
        answers = json.loads(run(["node", os.path.join(HERE, "ajv_verdicts.mjs")], json.dumps(tasks)))
        found, rules = {}, {}
        for message, task, answer in zip(self.json, tasks, answers):
            found.update(zip(task["messages"], answer["accepted"]))
            rules[message] = set(answer["rules"])
        return found, rules


class Tally:
    """What was compared, and where judges differ."""

    def __init__(self):
        self.wrong, self.schematron, self.broken = [], 0, set()

    def differ(self, one, said):
        kind = one.get("constraint") or " ".join(filter(None, (one.get("code"), one.get("path")))) or "valid"
        self.wrong.append(f"{one['message']} ({kind}, {os.path.basename(one['json'])}): {said}")


def compare(index, own, schemas):
    """Everybody's verdict on each message."""
    tally = Tally()
    by_xmllint, (by_ajv, in_json) = schemas.by_xmllint(index), schemas.by_ajv(index)
    for one in index:
        message, js = one["message"], own.get(one["json"])
        if js is None:
            tally.differ(one, "gnc says nothing of the JSON")
            continue
        # A rule that is only a warning leaves a message valid, and is broken all the same.
        if (js["conforms"] and not js["broken"]) != one["valid"]:
            tally.differ(one, f"made to be {'valid' if one['valid'] else 'broken'}, gnc says otherwise of the JSON")
        accepted = js["conforms"] and not in_json[message] & set(js["broken"])
        if by_ajv[one["json"]] != accepted:
            tally.differ(one, f"ajv says {by_ajv[one['json']]}, gnc {accepted}, broken {js['broken']}")
        if one["xml"] is None:
            continue  # what has no counterpart in XML, as a list in place of a value
        xml = own.get(one["xml"])
        if xml is None:
            tally.differ(one, "gnc says nothing of the XML")
            continue
        if any(xml[key] != js[key] for key in ("message", "valid", "conforms", "broken")):
            tally.differ(one, f"gnc says {xml['valid']} {xml['broken']} of the XML, {js['valid']} {js['broken']} "
                         "of the JSON")
        if by_xmllint[one["xml"]] != xml["conforms"]:
            tally.differ(one, f"xmllint says {by_xmllint[one['xml']]}, gnc {xml['conforms']}")
        if not by_xmllint[one["xml"]]:
            continue
        tally.schematron += 1
        sheets = schemas.sheets.get(message, [])
        names, found = set().union(*(sheet.names for sheet in sheets)), set()
        for sheet in sheets:
            said, other = sheet.broken(one["xml"])
            found |= said
            if other is not None and other != said:
                tally.differ(one, f"Saxon {sorted(said)}, libxslt {sorted(other)}")
        tally.broken |= found
        expected = set(xml["broken"]) & names
        if found != expected:
            tally.differ(one, f"Saxon finds broken {sorted(found)}, gnc {sorted(expected)}")
        meant = one.get("constraint")
        if meant in names and not one["valid"] and meant not in found:
            tally.differ(one, "what it was made to break is not found broken")
    return tally


# A schema with one thing loosened, and who must then disagree: the file's ending, what is replaced by what.
LOOSENED = [
    ("xmllint", ".xsd", r'<(xs:)?(enumeration|pattern|maxLength|minLength|length|totalDigits) [^>]*/>', ""),
    ("Saxon", ".sch", r'(<(?:sch:)?assert [^>]*test=")[^"]*"', r'\1true()"'),
    ("ajv", ".schema.json", r'"required": \[[^\]]*\]', '"required": []'),
]


def proofs(folder, manifest, saxon, index, own, temporary):
    """Judges whose loosened schema nobody notices: each must be seen to disagree, or parity proves nothing."""
    # What breaks a rule, and some of what is wrong otherwise.
    some = [one for one in index if not one["valid"]]
    some = [one for one in some if "constraint" in one][:40] + [one for one in some if "constraint" not in one][::9]
    for at, (judge, ending, found, put) in enumerate(LOOSENED):
        spoilt = os.path.join(temporary, f"loosened-{at}")
        shutil.copytree(folder, spoilt, ignore=shutil.ignore_patterns("annex", "process", "openapi"))
        changed = 0
        for parent, _, files in os.walk(spoilt):
            for name in (name for name in files if name.endswith(ending)):
                path = os.path.join(parent, name)
                with open(path, encoding="utf-8") as file:
                    text, times = re.subn(found, put, file.read())
                changed += times
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
        wrong = compare(some, own, Schemas(spoilt, manifest, saxon)).wrong if changed else []
        if not any(judge in said for said in wrong):
            yield f"{judge} with a loosened schema ({changed} places) disagrees with nobody"


def judge(folder, manifest, saxon):
    program, block = os.environ.get("GNC"), os.path.join(BLOCKS, f"{manifest.get('block', '')}.yaml")
    if not program or not os.path.exists(block):
        verdict(folder, "", "parity", True, "no program or no block to compare with")
        return
    if not any(entries(manifest, "json-schema")):
        verdict(folder, "", "parity", True, "no messages")
        return
    with tempfile.TemporaryDirectory() as temporary:
        out = os.path.join(temporary, "messages")
        index = generated(program, block, out)
        own = said_by_gnc(program, block, out)
        tally = compare(index, own, Schemas(folder, manifest, saxon))
        wrong = tally.wrong + list(proofs(folder, manifest, saxon, index, own, temporary))
    valid = sum(1 for one in index if one["valid"])
    if len(index) < LEAST:
        wrong.append(f"{len(index)} messages, fewer than {LEAST}")
    detail = f"{len(index)} messages ({valid} valid), one verdict; {len(tally.broken)} rules broken in Schematron"
    if wrong:
        detail = f"{len(wrong)} of {len(index)}: " + "; ".join(wrong[:SHOWN])
    counts = {"kinds": len({one["message"] for one in index}), "generated": len(index), "valid": valid, "schematron": tally.schematron,
              "no_xml": sum(1 for one in index if one["xml"] is None)}
    verdict(folder, "", "parity", not wrong, detail, counts)


def main():
    with PySaxonProcessor(license=False) as saxon:
        for folder, manifest in folders(sys.argv[1:]):
            judge(folder, manifest, saxon)


if __name__ == "__main__":
    main()
