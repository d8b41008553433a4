"""What peers of the validator cost: CPU time for one message, in one process, schemas compiled once.

    python peers.py xsd SCHEMA FILE...            libxml2: SAX parse and validation by XML Schema
    python peers.py schematron SCHEMA... -- FILE...   Saxon: the rules of all these schemas, on a tree
                                                      that was read before

Prints nanoseconds, a line for each file. What cannot be measured is said on one line, with exit code 3.
"""

import ctypes
import ctypes.util
import os
import statistics
import sys
import time

# What one batch of calls takes at least, and how many batches there are.
BATCH, BATCHES = 0.02, 15


def missing(what):
    print(what)
    sys.exit(3)


def each(work):
    """The median of several batches, for one call."""

    def batch(calls):
        start = time.process_time_ns()
        for _ in range(calls):
            work()
        return time.process_time_ns() - start

    calls, spent = 1, batch(1)
    while spent < BATCH * 1e9:
        calls *= 2
        spent = batch(calls)
    batches = BATCHES if spent < 1e9 else 3
    return int(statistics.median(batch(calls) / calls for _ in range(batches)))


def libxml2():
    name = ctypes.util.find_library("xml2")
    if not name:
        missing("libxml2 is not installed")
    lib = ctypes.CDLL(name)
    pointer, number, text = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
    for function, gives, takes in (
        ("xmlSchemaNewParserCtxt", pointer, [text]),
        ("xmlSchemaParse", pointer, [pointer]),
        ("xmlSchemaNewValidCtxt", pointer, [pointer]),
        ("xmlParserInputBufferCreateMem", pointer, [text, number, number]),
        ("xmlSchemaValidateStream", number, [pointer, pointer, number, pointer, pointer]),
    ):
        getattr(lib, function).restype = gives
        getattr(lib, function).argtypes = takes
    return lib


def by_schema(schema, files):
    lib = libxml2()
    compiled = lib.xmlSchemaParse(lib.xmlSchemaNewParserCtxt(schema.encode()))
    if not compiled:
        sys.exit(f"libxml2 does not take {schema}")
    context = lib.xmlSchemaNewValidCtxt(compiled)
    for path in files:
        with open(path, "rb") as file:
            message = file.read()

        def once():
            # The buffer is freed by the parser that reads it; no tree is made.
            buffer = lib.xmlParserInputBufferCreateMem(message, len(message), 1)
            if lib.xmlSchemaValidateStream(context, buffer, 1, None, None) != 0:
                sys.exit(f"libxml2 does not take {path}")

        print(each(once), flush=True)


def by_rules(schemas, files):
    try:
        from lxml import etree, isoschematron
        from saxonche import PySaxonProcessor
    except ImportError as error:
        missing(f"{error.name} is not installed")
    steps = os.path.join(os.path.dirname(isoschematron.__file__), "resources", "xsl", "iso-schematron-xslt1")
    names = ("iso_dsdl_include.xsl", "iso_abstract_expand.xsl", "iso_svrl_for_xslt1.xsl")
    skeleton = [etree.XSLT(etree.parse(os.path.join(steps, name))) for name in names]
    with PySaxonProcessor(license=False) as saxon:
        sheets = []
        for schema in schemas:
            tree = etree.parse(schema)
            second = tree.getroot().get("queryBinding") == "xslt2"
            # The skeleton knows the first binding alone; what it makes of the expressions is the same.
            tree.getroot().set("queryBinding", "xslt")
            for step in skeleton:
                tree = step(tree)
            sheet = etree.fromstring(etree.tostring(tree))
            if second:
                sheet.set("version", "2.0")
            text = etree.tostring(sheet, encoding="unicode")
            sheets.append(saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text=text))
        for path in files:
            node = saxon.parse_xml(xml_file_name=path)

            def once():
                for sheet in sheets:
                    if "failed-assert" in sheet.transform_to_string(xdm_node=node):
                        sys.exit(f"Saxon does not take {path}")

            print(each(once), flush=True)


def main():
    how, *rest = sys.argv[1:]
    if how == "xsd":
        by_schema(rest[0], rest[1:])
    else:
        middle = rest.index("--")
        by_rules(rest[:middle], rest[middle + 1:])


if __name__ == "__main__":
    main()
