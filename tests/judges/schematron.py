"""Schematron: other people's processors judge messages that keep and break each rule, and gnc agrees.

The ISO skeleton (in lxml) turns a schema into XSLT. Saxon runs it, with either binding; libxslt runs
what has the binding `xslt`, so that nothing of XPath 2.0 slips into it.

    python schematron.py DIR...
"""

import json
import os
import subprocess
import sys
import tempfile

from lxml import etree, isoschematron
from saxonche import PySaxonProcessor

from verdicts import entries, folders, verdict

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = os.path.join(os.path.dirname(isoschematron.__file__), "resources", "xsl", "iso-schematron-xslt1")
BLOCKS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "utility-blocks")


def block_of(manifest):
    """The validator under test and the block that it judges by; none where one is not there."""
    program, block = os.environ.get("GNC"), os.path.join(BLOCKS, f"{manifest.get('block', '')}.yaml")
    return (program, block) if program and os.path.exists(block) else (None, None)


def step(name):
    return etree.XSLT(etree.parse(os.path.join(XSL, name)))


STEPS = [step(name) for name in
         ("iso_dsdl_include.xsl", "iso_abstract_expand.xsl", "iso_svrl_for_xslt1.xsl")]


def compiled(path):
    """The XSLT of a schema, as a tree, and the binding that it asks for."""
    tree = etree.parse(path)
    binding = tree.getroot().get("queryBinding")
    # This skeleton only knows the first binding by name; what it makes of the expressions is the same.
    tree.getroot().set("queryBinding", "xslt")
    for one in STEPS:
        tree = one(tree)
    sheet = etree.fromstring(etree.tostring(tree))
    if binding == "xslt2":
        sheet.set("version", "2.0")
    return sheet, binding


def failed(report):
    """Names of the rules that a report says are broken: each text begins with its own."""
    found = set()
    for one in report.iter(SVRL + "failed-assert"):
        text = "".join(one.find(SVRL + "text").itertext()).strip()
        found.add(text.split(": ", 1)[0])
    return found


def said_by_gnc(program, block, files):
    """Names of the rules that the validator under test says are broken, for each file."""
    found = {}
    for start in range(0, len(files), 400):
        run = subprocess.run(
            [program, "message", "validate", "--format", "json", "--block", block,
             *files[start:start + 400]],
            capture_output=True, text=True, check=False,
        )
        for line in run.stdout.splitlines():
            said = json.loads(line)
            found[said["file"]] = set(said["broken"])
    return found


def judge(folder, manifest, saxon):
    program, block = block_of(manifest)
    sheets = {}
    for entry in entries(manifest, "schematron", ".sch"):
        path = os.path.join(folder, entry["path"])
        message = os.path.basename(entry["path"]).split(".")[0]
        try:
            sheet, binding = compiled(path)
            text = etree.tostring(sheet, encoding="unicode")
            by_saxon = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
            by_libxslt = etree.XSLT(sheet) if binding == "xslt" else None
        except Exception as error:  # whatever a processor objects to
            verdict(folder, entry["path"], "schematron", False, str(error).splitlines()[0])
            continue
        names = {"".join(one.itertext()).split(": ", 1)[0]
                 for one in etree.parse(path).iter(SCH + "assert")}
        sheets.setdefault(message, []).append((by_saxon, by_libxslt, names))
        verdict(folder, entry["path"], "schematron", True, f"{len(names)} rules, {binding}")
    if not sheets:
        verdict(folder, "", "schematron", True, "no conditions and rules")
    for entry in entries(manifest, "sample", ".xml"):
        message = os.path.basename(entry["path"]).split(".")[0]
        path = os.path.join(folder, entry["path"])
        for by_saxon, _, _ in sheets.get(message, []):
            broken = failed(etree.fromstring(by_saxon.transform_to_string(source_file=path).encode()))
            verdict(folder, entry["path"], "schematron", not broken, ", ".join(sorted(broken)))
    if program is None:
        verdict(folder, "", "schematron rules", True, "no program or no block to compare with")
        return
    with tempfile.TemporaryDirectory() as temporary:
        made = subprocess.run(
            [program, "message", "sample", "--block", block, "--rules", "--count", "3",
             "--out", temporary],
            capture_output=True, text=True, check=False,
        )
        if made.returncode != 0:
            verdict(folder, "", "schematron rules", False, made.stderr.strip()[:300])
            return
        with open(os.path.join(temporary, "index.json"), encoding="utf-8") as file:
            index = [one for one in json.load(file) if "xml" in one]
        files = [os.path.join(temporary, one["xml"]) for one in index]
        own = said_by_gnc(program, block, files)
        wrong, compared, broken = [], 0, set()
        for one, path in zip(index, files):
            processors = sheets.get(one["message"], [])
            expressed = set().union(*[names for _, _, names in processors]) if processors else set()
            found = set()
            for by_saxon, by_libxslt, names in processors:
                report = by_saxon.transform_to_string(source_file=path)
                said = failed(etree.fromstring(report.encode()))
                found |= said
                if by_libxslt is not None:
                    other = failed(by_libxslt(etree.parse(path)))
                    if other != said:
                        wrong.append(f"{one['xml']}: Saxon {sorted(said)}, libxslt {sorted(other)}")
            expected = own.get(path, set()) & expressed
            compared += 1
            broken |= found
            if found != expected:
                wrong.append(f"{one['xml']}: Saxon {sorted(found)}, gnc {sorted(expected)}")
            meant = one.get("constraint")
            if meant and not one["valid"] and meant in expressed and meant not in found:
                wrong.append(f"{one['xml']}: {meant} is not found broken")
        every = set().union(*[names for all in sheets.values() for _, _, names in all]) if sheets else set()
        detail = f"{compared} messages, one verdict; {len(broken)} of {len(every)} rules broken and kept"
        if wrong:
            detail = f"{len(wrong)} of {compared}: " + "; ".join(wrong[:6])
        verdict(folder, "", "schematron rules", not wrong and compared > 0, detail)


def main():
    with PySaxonProcessor(license=False) as saxon:
        for folder, manifest in folders(sys.argv[1:]):
            judge(folder, manifest, saxon)


if __name__ == "__main__":
    main()
