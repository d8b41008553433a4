"""Damages shipped blocks in every way at every kind of place, and asks `gnc check` about each.

A kind of place is a path of keys (`process_alignment.messages[].sender`). At one place of each kind, chosen
by the hash of its name, the value is deleted, duplicated, renamed, given another type, or changes places with
the next. What `gnc check` does not notice survives. Each survivor needs a reason below, why the block still
means something that holds; a survivor without one is a failure, and so is a page that is not up to date:

    python tests/judges/survivors.py target/release/gnc [--bless]

YAML is read and written by PyYAML, as text without types.
"""

import concurrent.futures
import copy
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]
PAGE = TOP / "docs/rules/survivors.md"
BLOCKS = ["wco.co-push", "adj-con.co-push"]
BESIDE = {"adj-con.co-push": ["wco.co-push"]}
CHANGES = ["delete", "duplicate", "rename", "retype", "reorder"]
NAMES = {"id", "path", "code", "term"}

# Why a change that nothing notices leaves a block that holds: the change, a pattern of places, the reason. The
# first that fits counts.
REASONS = [
    ("reorder", r".*", "The order of entries carries no meaning: steps are ordered by their flows, elements by the dataset."),
    ("delete", r".*\.open\.note", "An open point needs an owner and a date; its note is a help to the reader."),
    ("delete", r".*\.(note|reference|source|duty)(\.(en|fr))?", "A remark that no rule asks for."),
    ("delete", r".*\[\]", "One entry fewer: the list still says something, and what else was meant only its author knows."),

    ("rename", r".*\.id", "A name that nothing refers to: under another name the entry means the same."),
    ("rename", r".*\.operations\[\]\.path", "The address of an operation is free."),
    ("rename", r".*\[\]", "A free word in a list whose words are not fixed."),
]


def spots(node, way=(), kind=""):
    """Every place below a node: the way to it, and the kind of place. A text is one value: that each language is
    there has rules and tests of its own."""
    if isinstance(node, dict) and not node.keys() <= {"en", "fr", "translated"}:
        for key, value in node.items():
            name = f"{kind}.{key}" if kind else key
            yield way + (key,), name
            yield from spots(value, way + (key,), name)
    elif isinstance(node, list):
        for at, item in enumerate(node):
            yield way + (at,), kind + "[]"
            yield from spots(item, way + (at,), kind + "[]")


def changed(root, way, change):
    """The block with one change at one place; nothing where the change says nothing there."""
    root = copy.deepcopy(root)
    parent = root
    for step in way[:-1]:
        parent = parent[step]
    last = way[-1]
    value = parent[last]
    if change == "delete":
        del parent[last]
    elif change == "retype":
        parent[last] = {"a": "x"} if isinstance(value, list) else ["x"]
    elif isinstance(parent, list):
        if change == "duplicate":
            parent.insert(last + 1, copy.deepcopy(value))
        elif change == "reorder":
            if last + 1 >= len(parent):
                return None
            parent[last], parent[last + 1] = parent[last + 1], parent[last]
        elif isinstance(value, str):
            parent[last] = value + "Renamed"
        else:
            return None
    elif change == "rename":
        if last in NAMES and isinstance(value, str):
            parent[last] = value + "Renamed"
        else:
            items = [("unheard_of" if key == last else key, it) for key, it in parent.items()]
            parent.clear()
            parent.update(items)
    else:
        # A key stands once, and the order of keys says nothing.
        return None
    return root


class Subject:
    def __init__(self, gnc, block, folder):
        self.gnc, self.block, self.folder = gnc, block, folder
        for beside in BESIDE.get(block, []):
            text = (TOP / f"utility-blocks/{beside}.yaml").read_bytes()
            (folder / f"{beside}.yaml").write_bytes(text)
        text = (TOP / f"utility-blocks/{block}.yaml").read_text("utf-8")
        self.root = yaml.load(text, Loader=yaml.BaseLoader)
        self.known = self.found(self.root, "known")

    def found(self, root, name):
        """How often each finding is there, wherever it stands."""
        path = self.folder / f"{name}.yaml"
        text = yaml.dump(root, allow_unicode=True, sort_keys=False, width=10**6, default_style='"')
        path.write_text(text, "utf-8")
        run = subprocess.run(
            [self.gnc, "check", "--format", "json", path], capture_output=True, check=False
        )
        path.unlink()
        if run.returncode not in (0, 1):
            sys.exit(f"gnc ended with {run.returncode} on {name}: {run.stderr.decode()[:2000]}")
        tally = {}
        for finding in json.loads(run.stdout)["findings"]:
            key = (finding["rule"], finding["message"])
            tally[key] = tally.get(key, 0) + 1
        return tally

    def notices(self, root, name):
        found = self.found(root, name)
        return any(n > self.known.get(key, 0) for key, n in found.items())

    def tries(self):
        kinds = {}
        for way, kind in spots(self.root):
            kinds.setdefault(kind, []).append(way)
        for kind, ways in sorted(kinds.items()):
            for change in CHANGES:
                seed = f"{self.block} {change} {kind}".encode()
                at = int.from_bytes(hashlib.sha256(seed).digest()[:8], "big") % len(ways)
                root = changed(self.root, ways[at], change)
                if root is not None:
                    yield change, kind, root


def reason(change, kind):
    for of, pattern, words in REASONS:
        if of == change and re.fullmatch(pattern, kind):
            return words
    return None


def main():
    gnc, bless = os.path.abspath(sys.argv[1]), "--bless" in sys.argv[2:]
    counts = {}
    survivors = {}
    with tempfile.TemporaryDirectory() as work:
        for block in BLOCKS:
            folder = pathlib.Path(work) / block
            folder.mkdir()
            subject = Subject(gnc, block, folder)
            jobs = list(subject.tries())
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                names = [f"m{at}" for at in range(len(jobs))]
                noticed = list(pool.map(subject.notices, [job[2] for job in jobs], names))
            for (change, kind, _), seen in zip(jobs, noticed):
                tried, missed = counts.get((block, change), (0, 0))
                counts[block, change] = (tried + 1, missed + (not seen))
                if not seen:
                    survivors.setdefault((change, kind), []).append(block)
    page = [
        "# What no rule notices",
        "",
        "`tests/judges/survivors.py` damages shipped blocks at one place of every kind and asks `gnc check` about each. "
        "This page is what it wrote: how many changes were made, how many nothing notices, and why each of those "
        "leaves a block that holds. `survivors.py GNC --bless` writes it anew.",
        "",
        "| block | change | made | not noticed |",
        "|---|---|---|---|",
    ]
    for (block, change), (tried, missed) in counts.items():
        page.append(f"| `{block}` | {change} | {tried} | {missed} |")
    grouped, without = {}, []
    for (change, kind), blocks in sorted(survivors.items()):
        why = reason(change, kind)
        if why is None:
            without.append(f"{change} {kind} ({', '.join(blocks)})")
        else:
            grouped.setdefault((CHANGES.index(change), why), []).append(kind)
    for (change, why), kinds in sorted(grouped.items()):
        page += ["", f"## {CHANGES[change].capitalize()}", "", why, ""]
        page += [f"- `{kind}`" for kind in kinds]
    text = "\n".join(page) + "\n"
    made = sum(tried for tried, _ in counts.values())
    missed = sum(missed for _, missed in counts.values())
    print(f"{made} changes, {missed} not noticed")
    if bless:
        PAGE.write_text(text, "utf-8")
    failed = False
    for it in without:
        failed = True
        print(f"nothing notices this, and no reason is given: {it}")
    if PAGE.read_text("utf-8") != text:
        failed = True
        print(f"{PAGE.relative_to(TOP)} is not up to date: run with --bless")
    sys.exit(failed)


if __name__ == "__main__":
    main()
