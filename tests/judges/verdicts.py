"""What the judges written in Python share: they read manifests and say verdicts, one JSON line each."""

import json
import os

MOST = 3  # faults that a verdict lists


def folders(names):
    """Each folder with its manifest."""
    for name in names:
        with open(os.path.join(name, "manifest.json"), encoding="utf-8") as file:
            yield name, json.load(file)


def entries(manifest, kind, ending=""):
    """The artifacts of a kind."""
    for entry in manifest["artifacts"]:
        if entry["kind"] == kind and entry["path"].endswith(ending):
            yield entry


def verdict(folder, artifact, judge, ok, detail="", counts=None):
    """Says one verdict; `counts` are of the messages on which judges agreed, for the page of parity."""
    line = {"dir": folder, "artifact": artifact, "judge": judge, "ok": ok, "detail": detail}
    if counts:
        line["counts"] = counts
    print(json.dumps(line, ensure_ascii=False), flush=True)


def judged(faults):
    """Whether there are no faults, and the first of them; a file that cannot be read is a fault."""
    try:
        faults = list(faults())
    except Exception as problem:  # whatever it is, it is about this file
        faults = [f"{type(problem).__name__}: {problem}"]
    more = f" (and {len(faults) - MOST} more)" if len(faults) > MOST else ""
    return not faults, "; ".join(faults[:MOST]) + more
