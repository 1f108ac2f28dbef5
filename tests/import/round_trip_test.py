"""round_trip_test.py PROGRAM SOURCE [--all]: workbooks without their hidden
sheet, imported, print the same cells.

`catalog/` is built in each layout, each example in one of them, in turn; with
--all in all of them. The workbook loses its hidden sheet and the column of ids,
is imported, and what was imported is printed in the same layout: the cells of
each domain's table are compared. The number of a row is not: a table may begin
at another.
"""

import collections
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

LAYOUT_FILES = ["luohu", "jiyuan", "ouhai"]
BUILT_IN = ["standard", "national"]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{words}: {done.stderr}")
    return done


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def sources(folder):
    for root, _, names in os.walk(folder):
        for name in sorted(names):
            if name.endswith(".yaml"):
                yield os.path.join(root, name)


def names_of(section, *folders):
    """id -> name of what these catalogs register in a section."""
    found = {}
    for folder in folders:
        for path in sources(folder):
            text = read(path)
            at = re.search(rf"(?m)^{section}:\n((?:[ #].*\n|\n)+)", text)
            for entry in re.split(r"(?m)^  - ", at[1])[1:] if at else []:
                id_ = re.search(r"\bid: ([^\s,}]+)", entry)
                name = re.search(r"\bname: \"?([^,}\"\n]+)", entry)
                if id_ and name:
                    found[id_[1]] = name[1].strip()
    return found


def layouts_in(source):
    """id -> the YAML of a layout, of all that come along."""
    found = {each: None for each in BUILT_IN}
    for example in LAYOUT_FILES:
        text = read(os.path.join(source, "examples", example, "layouts.yaml"))
        text = text[text.index("layouts:\n") + len("layouts:\n"):]
        for entry in re.split(r"(?m)^(?=  - id: )", text):
            if entry.startswith("  - id: "):
                found[re.match(r"  - id: (\S+)", entry)[1]] = entry
    return found


def set_layout(folder, layout, entry):
    path = os.path.join(folder, "catalog.yaml")
    text = re.sub(r"(?m)^  layout: .*\n", "", read(path))
    write(path, text.replace("catalog:\n", f"catalog:\n  layout: {layout}\n", 1))
    for each in list(sources(folder)):
        kept = re.sub(r"(?m)^(layouts|views):\n(?:[ #].*\n|\n)+", "", read(each))
        write(each, kept)
    if entry:
        write(os.path.join(folder, "the-layout.yaml"), "layouts:\n" + entry)


def without_record(source, target):
    """A workbook as those have it who never saw the hidden sheet."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/workbook.xml":
                data, count = re.subn(rb'<sheet name="_catalog"[^>]*/>', b"", data)
                assert count == 1, source
            new.writestr(name, data)


def tables(out, domains):
    """domain -> (heads, rows) of what was printed."""
    found = {}
    for id_, name in domains.items():
        path = os.path.join(out, "csv", f"{id_}.csv")
        if os.path.exists(path):
            with open(path, encoding="utf-8-sig", newline="") as file:
                head, *rows = csv.reader(file)
            # A sheet 乡镇自设领域 may be that of 乡镇自设 as well.
            found[name.removesuffix("领域")] = (head, rows)
    return found


def fields_of(text, folder):
    """A layout for what was imported: fields of its own have other ids there."""
    terms = names_of("taxonomies", folder)
    fresh = {name: id_ for id_, name in names_of("elements", folder).items()}

    def field(match):
        title, kind, id_ = match[1], match[2], match[3]
        if kind == "facets" and id_ == "opens" and terms:
            return f"title: {title}, value: facets.{next(iter(terms))}"
        return f"title: {title}, value: element.{fresh[title]}" if title in fresh else \
            f"title: {title}, value: note"
    return re.sub(r"title: (\S+?), value: (facets|element)\.([a-z0-9-]+)", field, text)


def same_cells(before, after):
    """(equal, all, differing pairs): each row against the likest one."""
    left = collections.defaultdict(list)
    for row in after:
        left[row[1]].append(row)
    equal = cells = 0
    differing = []
    for row in before:
        same = lambda other: sum(a == b for a, b in zip(row[1:], other[1:]))
        rest = left.get(row[1]) or [each for rows in left.values() for each in rows]
        best = max(rest, key=same, default=None)
        cells += len(row) - 1
        if best is None:
            differing.append((row, None))
            continue
        left[best[1]].remove(best)
        equal += same(best)
        differing += [(a, b) for a, b in zip(row[1:], best[1:]) if a != b]
    return equal, cells, differing


def measure(program, source, work, name, layout, entry):
    folder = os.path.join(work, "tree", *(["catalog"] if name == "catalog" else ["examples", name]))
    shutil.rmtree(os.path.join(work, "tree"), ignore_errors=True)
    for part in ("catalog", "examples"):
        shutil.copytree(os.path.join(source, part), os.path.join(work, "tree", part))
    set_layout(folder, layout, entry)
    outs = [os.path.join(work, each) for each in ("out", "mine", "again")]
    for each in outs:
        shutil.rmtree(each, ignore_errors=True)
    out, mine, again = outs
    built = run(program, "--lang", "en", "build", folder, "-o", out, "-f", "xlsx", "-f", "csv")
    books = [each for each in os.listdir(out) if each.endswith(".xlsx")] if built.returncode == 0 else []
    if "[unknown-taxonomy]" in built.stderr or "[unknown-element]" in built.stderr:
        print(f"{name:12} {layout:14} has no such columns")
        return 0, 0
    if not books:
        raise SystemExit(f"{name} {layout}: {built.stdout[-800:]}{built.stderr[-800:]}")
    book = os.path.join(work, books[0])
    without_record(os.path.join(out, books[0]), book)
    run(program, "import", book, "-o", mine, "--date", "2026-01-15", "--report", "/dev/null")
    set_layout(mine, layout, entry and fields_of(entry, mine))
    built = run(program, "--lang", "en", "build", mine, "-o", again, "-f", "csv")
    if built.returncode != 0:
        raise SystemExit(f"{name} {layout}, imported: {built.stdout[-1500:]}")
    before = tables(out, names_of("domains", os.path.join(work, "tree", "catalog"), folder))
    after = tables(again, names_of("domains", mine))
    equal = cells = 0
    differing = []
    for domain, (head, rows) in before.items():
        other = after.get(domain, (None, []))
        if other[0] not in (None, head):
            differing.append((head, other[0]))
        a, b, c = same_cells(rows, other[1])
        equal, cells, differing = equal + a, cells + b, differing + c
    print(f"{name:12} {layout:14} {equal:6} of {cells:6} cells {equal / max(cells, 1):8.2%}", flush=True)
    for each in differing[:5 if "--wrong" not in sys.argv else 50]:
        print("   ", *each, sep=" | ")
    return equal, cells


def main():
    program, source = map(os.path.abspath, sys.argv[1:3])
    layouts = layouts_in(source)
    names = ["catalog"] + sorted(
        each for each in os.listdir(os.path.join(source, "examples"))
        if os.path.exists(os.path.join(source, "examples", each, "catalog.yaml")))
    wanted = [(name, each) for i, name in enumerate(names) for j, each in enumerate(layouts)
              if name == "catalog" or "--all" in sys.argv or i % len(layouts) == j]
    only = [each for each in sys.argv[3:] if not each.startswith("--")]
    equal = cells = 0
    with tempfile.TemporaryDirectory() as work:
        for name, layout in wanted:
            if only and name not in only and layout not in only:
                continue
            a, b = measure(program, source, work, name, layout, layouts[layout])
            equal, cells = equal + a, cells + b
    print(f"{'all':27} {equal:6} of {cells:6} cells {equal / cells:8.2%}")
    return 0 if equal == cells else 1


if __name__ == "__main__":
    sys.exit(main())
