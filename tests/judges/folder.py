"""The folder: the manifest names every file there is, with its size and hash, and every kind is there."""

import hashlib
import os
import sys

from verdicts import folders, verdict

KINDS = ("markdown", "html", "xsd", "json-schema", "openapi", "sample", "bpmn", "svg", "mermaid")


def main():
    for folder, manifest in folders(sys.argv[1:]):
        if manifest.get("partial"):
            continue
        problems, listed = [], {"manifest.json"}
        for entry in manifest["artifacts"]:
            listed.add(entry["path"])
            try:
                with open(os.path.join(folder, entry["path"]), "rb") as file:
                    content = file.read()
            except OSError as error:
                problems.append(f"{entry['path']}: {error.strerror}")
                continue
            if len(content) != entry["bytes"]:
                problems.append(f"{entry['path']}: {len(content)} bytes, not {entry['bytes']}")
            if hashlib.sha256(content).hexdigest() != entry["sha256"]:
                problems.append(f"{entry['path']}: another hash")
            if b"\r" in content or not content.endswith(b"\n"):
                problems.append(f"{entry['path']}: line ends")
        for at, _, names in os.walk(folder):
            for name in names:
                path = os.path.relpath(os.path.join(at, name), folder).replace(os.sep, "/")
                if path not in listed:
                    problems.append(f"{path} is not in the manifest")
        for kind in KINDS:
            if not any(entry["kind"] == kind for entry in manifest["artifacts"]):
                problems.append(f"nothing of the kind {kind}")
        more = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
        count = f"{len(manifest['artifacts'])} artifacts"
        verdict(folder, "manifest.json", "folder", not problems, "; ".join(problems[:5]) + more or count)


main()
