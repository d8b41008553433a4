"""Makes documents to be judged: every kind of document of each block, in each language and side by side.

    documents.py GNC VIEW OUT BLOCK...

GNC is a program that was built with PDF, VIEW is `document-view`. OUT/<block> holds Word files and PDFs,
OUT/<block>.view.jsonl what they have to say, OUT.again/<block> the PDFs made once more in another folder,
locale and time zone.
"""

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

PAPERS = "annex,utility-block,summary,brackets,changes,maintenance-request"
LANGUAGES = "en,fr,en+fr"
JUDGES = [
    "LibreOffice text", "LibreOffice structure", "python-docx", "openxml-audit", "resvg",
    "qpdf", "pdffonts", "PDF/UA-1", "PDF/A-2a", "pdftotext", "tagged text", "pypdf", "same bytes",
]
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8"}


def ran(expected, *command, **more):
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, **more)
    if done.returncode != expected:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {(done.stdout + done.stderr)[-800:]}")
    return done.stdout


def make(gnc, view, out, block, blocks):
    """The documents of one block, and what they have to say."""
    name = os.path.basename(os.path.dirname(block) if block.endswith("/block.yaml") else block)
    folder = os.path.join(out, name.removesuffix(".yaml"))
    # A block with errors has drafts only, and a draft ends with 1.
    failed = subprocess.run([gnc, "check", block], capture_output=True, check=False).returncode
    draft = ["--draft"] * failed
    what = ["--document", PAPERS, "--lang", LANGUAGES, *draft]
    ran(failed, gnc, "build", block, "--only", "docx,pdf", *what, "--out", folder)
    ran(failed, gnc, "build", block, "--only", "pdf", *what, "--out", os.path.basename(folder),
        cwd=f"{out}.again", env={**os.environ, **ELSEWHERE})
    said = ran(0, view, *draft, block, *(it for it in blocks if it != block))
    with open(f"{folder}.view.jsonl", "w", encoding="utf-8") as file:
        file.write(said)
    path = os.path.join(folder, "manifest.json")
    with open(path, encoding="utf-8") as file:
        manifest = json.load(file)
    manifest.update(partial=True, judges=JUDGES, selftest=block == blocks[0])
    with open(path, "w", encoding="utf-8") as file:
        json.dump(manifest, file)
    return f"{folder}: {len(manifest['artifacts'])} documents"


def main():
    gnc, view, out, *blocks = map(os.path.abspath, sys.argv[1:])
    for folder in (out, f"{out}.again"):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for line in pool.map(lambda block: make(gnc, view, out, block, blocks), blocks):
            print(line, flush=True)


main()
