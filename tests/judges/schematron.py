"""Schematron: other people's processors take every schema, and samples keep all their rules.

The ISO skeleton (in lxml) turns a schema into XSLT. Saxon runs it, with either binding; libxslt runs
what has the binding `xslt`, so that nothing of XPath 2.0 slips into it. `parity.py` asks them about
messages that break rules.

    python schematron.py DIR...
"""

import os
import sys

from lxml import etree, isoschematron
from saxonche import PySaxonProcessor

from verdicts import entries, folders, verdict

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = os.path.join(os.path.dirname(isoschematron.__file__), "resources", "xsl", "iso-schematron-xslt1")


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


class Sheet:
    """One schema, as Saxon and, where its binding lets it, libxslt run it."""

    def __init__(self, saxon, path):
        sheet, self.binding = compiled(path)
        text = etree.tostring(sheet, encoding="unicode")
        self.saxon = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
        self.libxslt = etree.XSLT(sheet) if self.binding == "xslt" else None
        self.names = {"".join(one.itertext()).split(": ", 1)[0]
                      for one in etree.parse(path).iter(SCH + "assert")}

    def broken(self, path):
        """The rules that Saxon finds broken, and those that libxslt does; none where it does not run it."""
        report = self.saxon.transform_to_string(source_file=path)
        other = None if self.libxslt is None else failed(self.libxslt(etree.parse(path)))
        return failed(etree.fromstring(report.encode())), other


def judge(folder, manifest, saxon):
    sheets = {}
    for entry in entries(manifest, "schematron", ".sch"):
        message = os.path.basename(entry["path"]).split(".")[0]
        try:
            sheet = Sheet(saxon, os.path.join(folder, entry["path"]))
        except Exception as error:  # whatever a processor objects to
            verdict(folder, entry["path"], "schematron", False, str(error).splitlines()[0])
            continue
        sheets.setdefault(message, []).append(sheet)
        verdict(folder, entry["path"], "schematron", True, f"{len(sheet.names)} rules, {sheet.binding}")
    if not sheets:
        verdict(folder, "", "schematron", True, "no conditions and rules")
    for entry in entries(manifest, "sample", ".xml"):
        message = os.path.basename(entry["path"]).split(".")[0]
        for sheet in sheets.get(message, []):
            broken, _ = sheet.broken(os.path.join(folder, entry["path"]))
            verdict(folder, entry["path"], "schematron", not broken, ", ".join(sorted(broken)))


def main():
    with PySaxonProcessor(license=False) as saxon:
        for folder, manifest in folders(sys.argv[1:]):
            judge(folder, manifest, saxon)


if __name__ == "__main__":
    main()
