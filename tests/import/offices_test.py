"""offices_test.py PROGRAM: the tables of offices.py, imported, and every cell
compared. What is wrong and is not reported is a failure of its own.
"""

import json
import os
import subprocess
import sys
import tempfile

try:
    import yaml  # noqa: F401, which import_test reads catalogs with
except ImportError:
    print("skipped: there is no python3-yaml")
    sys.exit(77)

import offices
from import_test import Catalog, plain, titles, words


def read_of(catalog, item):
    fields = catalog.fields(item)
    names = {each["id"]: each["name"] for each in catalog.elements}
    return {
        "name": [plain(each) for each in item["name"]],
        "content": words("\n".join(text for text in contents(item))),
        "timing": fields["timing"],
        "body": fields["body"],
        "channels": {plain(each) for each in fields["channels"]},
        "basis": sorted(each.removeprefix("中华人民共和国") for title, rest in fields["basis"]
                        for each in (titles(title) or [plain(title)])),
        "audience": fields["audience"],
        "mode": fields["mode"],
        "levels": fields["levels"],
        "elements": {names[key]: plain(value) for key, value in item.get("elements", {}).items()},
        "phone": item.get("supervision", {}).get("phone"),
        "note": item.get("note"),
        "domain": catalog.domains[item["domain"]],
    }


def contents(item):
    for each in item["content"]:
        if isinstance(each, str):
            yield each
        else:
            yield each["text"]
            yield from each.get("parts", [])


def is_right(key, wanted, read):
    if key in ("content",):
        return words("\n".join(wanted)) == read[key]
    if key in ("timing", "body"):
        return words(wanted) == read[key]
    if key == "name":
        return [plain(each) for each in wanted] == read[key]
    if key == "channels":
        return {plain(each) for each in wanted} == read[key]
    if key == "basis":
        return sorted(wanted) == read[key]
    if key == "audience":
        return (wanted[0], [plain(each) for each in wanted[1]]) == read[key]
    if key == "elements":
        return all(read[key].get(title) == plain(text) for title, text in wanted.items())
    return wanted == read[key]


def measure(program, name, write, rows):
    """(cells, right, what is wrong) of one file."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        out, report = os.path.join(folder, "out"), os.path.join(folder, "report.json")
        done = subprocess.run([program, "--lang", "en", "import", path, "-o", out, "--date",
                               "2026-01-15", "--format", "json", "--report", report],
                              capture_output=True, text=True)
        with open(report, encoding="utf-8") as file:
            remarks = json.load(file)
        cells = sum(len(row) for row in rows)
        if done.returncode != 0:
            return cells, 0, [(name, "-", done.stderr)]
        catalog = Catalog(out)
        read = [read_of(catalog, each) for each in catalog.items]
    if len(read) != len(rows):
        return cells, 0, [(name, "rows", f"{len(read)} for {len(rows)}: "
                           f"{[each['name'] for each in read]}")]
    by_name = {tuple(each["name"]): each for each in read}
    right, wrong = 0, []
    for i, row in enumerate(rows):
        got = by_name.get(tuple(plain(each) for each in row["name"]), read[i])
        for key, wanted in row.items():
            if is_right(key, wanted, got):
                right += 1
            else:
                wrong.append((name, row["name"][-1], key, f"{wanted} read as {got[key]}"))
    if "--remarks" in sys.argv:
        for each in remarks:
            print(name, each["cell"], each["code"], each["message"], sep=" | ")
    return cells, right, wrong


def main():
    program = sys.argv[1]
    all_cells = all_right = 0
    for name, (write, rows) in offices.TABLES.items():
        cells, right, wrong = measure(program, name, write, rows)
        all_cells += cells
        all_right += right
        print(f"{name:20} {right:4} of {cells:4} cells")
        for each in wrong:
            print("   ", *each[1:], sep=" | ")
    print(f"{'all':20} {all_right:4} of {all_cells:4} cells {all_right / all_cells:.2%}")
    return 0 if all_right == all_cells else 1


if __name__ == "__main__":
    sys.exit(main())
