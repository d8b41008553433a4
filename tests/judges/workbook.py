"""The workbook of the data cluster, judged by openpyxl and LibreOffice, there and back.

    workbook.py GNC WORK BLOCK...

For each block and language: openpyxl reads the workbook and finds what a reader relies on;
LibreOffice computes it anew and saves it, and every cell says the same; `gnc import xlsx` finds no
change in what LibreOffice saved, finds the one cell that openpyxl changed, and refuses a deleted row.
"""

import os
import subprocess
import sys

import openpyxl

LANGUAGES = {
    "en": ("About", "Path", ("public", "restricted")),
    "fr": ("À propos", "Chemin", ("public", "restreint")),
}
CLASSIFICATION = "Classification"  # the same word in both languages


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def cells(path):
    """Every cell that holds something, by sheet and address; line ends as one character."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    if cell.data_type == "f":
                        raise AssertionError(f"{sheet.title}!{cell.coordinate} is a formula")
                    text = str(cell.value).replace("\r\n", "\n").strip()
                    found[(sheet.title, cell.coordinate)] = text
    return found


def resave(path, folder):
    """The workbook as LibreOffice saves it after computing it anew."""
    profile = f"-env:UserInstallation=file://{os.path.abspath(folder)}/profile"
    ran = run("soffice", "--headless", profile, "--convert-to", "xlsx:Calc MS Excel 2007 XML",
              "--outdir", folder, path)
    saved = os.path.join(folder, os.path.basename(path))
    assert os.path.exists(saved), f"LibreOffice did not save {path}: {ran.stderr}"
    return saved


def message_sheets(book, path_title):
    """The sheets that have a column of paths."""
    for sheet in book.worksheets:
        heads = {cell.value: cell.column for cell in sheet[1]}
        if path_title in heads:
            yield sheet, heads


def readable(path, lang):
    about, path_title, _ = LANGUAGES[lang]
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == about, book.sheetnames
    sheets = list(message_sheets(book, path_title))
    assert sheets, "no sheet of a message"
    for sheet, heads in sheets:
        where = sheet.title
        assert sheet.freeze_panes == "C2", f"{where}: the head is not frozen"
        assert sheet.auto_filter.ref, f"{where}: no filter"
        lists = [it for it in sheet.data_validations.dataValidation if it.type == "list"]
        assert len(lists) >= 3, f"{where}: {len(lists)} columns with choices"
        column = heads[path_title]
        rows = list(sheet.iter_rows(min_row=2))
        assert rows, f"{where}: no rows"
        for row in rows:
            path_cell, tag = row[column - 1], row[1]
            depth = path_cell.value.count("/")
            assert path_cell.value.split("/")[-1] == tag.value, f"{where}!{tag.coordinate}"
            assert row[0].value == depth + 1, f"{where}!{row[0].coordinate}: level"
            assert tag.alignment.indent == min(depth, 15), f"{where}!{tag.coordinate}: indentation"
            for cell in row[1:]:
                assert cell.value is None or cell.data_type == "s", f"{where}!{cell.coordinate}"


def imported(gnc, path, block):
    return run(gnc, "--speak", "en", "import", "xlsx", path, "--block", block)


def judge(gnc, work, block, lang):
    folder = os.path.join(work, os.path.splitext(os.path.basename(block))[0])
    path = os.path.join(folder, "data-cluster", f"data-cluster.{lang}.xlsx")
    readable(path, lang)
    saved = resave(path, os.path.join(folder, f"saved-{lang}"))
    before, after = cells(path), cells(saved)
    differ = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    assert not differ, f"LibreOffice changed {len(differ)} cells, as {sorted(differ)[:3]}"
    ran = imported(gnc, saved, block)
    assert ran.returncode == 0 and "nothing to change" in ran.stdout, ran.stdout + ran.stderr
    # One cell edited by openpyxl in what LibreOffice saved: that change and no other.
    _, path_title, classes = LANGUAGES[lang]
    book = openpyxl.load_workbook(saved)
    sheet, heads = next(message_sheets(book, path_title))
    cell = sheet.cell(3, heads[CLASSIFICATION])
    cell.value = next(it for it in classes if it != cell.value)
    edited = os.path.join(folder, f"edited-{lang}.xlsx")
    book.save(edited)
    ran = imported(gnc, edited, block)
    address = f"{sheet.title}!{cell.coordinate}"
    assert ran.returncode == 0 and "1 change; nothing is written" in ran.stdout, ran.stdout
    assert address in ran.stdout, f"{address} is not named: {ran.stdout}"
    # A row deleted by mistake: refused, named.
    gone = sheet.cell(4, heads[path_title]).value
    sheet.delete_rows(4)
    book.save(edited)
    ran = imported(gnc, edited, block)
    assert ran.returncode == 1 and "IMP-05" in ran.stdout and gone in ran.stdout, ran.stdout


def main():
    gnc, work, *blocks = sys.argv[1:]
    gnc, failed = os.path.abspath(gnc), 0
    for block in blocks:
        out = os.path.join(work, os.path.splitext(os.path.basename(block))[0])
        # A block with errors has drafts only, and a draft ends with 1.
        expected = run(gnc, "check", block).returncode
        draft = ["--draft"] if expected == 1 else []
        ran = run(gnc, "build", block, *draft, "--only", "xlsx", "--out", out)
        if ran.returncode != expected:
            print(f"{block}: gnc build: {ran.stdout}{ran.stderr}")
            failed += 1
            continue
        for lang in LANGUAGES:
            try:
                judge(gnc, work, block, lang)
                print(f"{block} {lang}: ok")
            except AssertionError as problem:
                print(f"{block} {lang}: {problem}")
                failed += 1
    sys.exit(1 if failed or not blocks else 0)


main()
