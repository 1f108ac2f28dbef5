"""import_test.py PROGRAM DATA [--all] [--wrong] [--seen | --unseen]: published
tables, set in the layouts of layouts.py, imported, and compared cell by cell.

A cell is right when it says what it said; order of bullets and width of
punctuation do not count. A wrong cell of whose row the report has no line but
those on headers is silent, and none may be. Each table is set in one layout, in
turn; with --all in all of them. Exit 77: the data is not there.
"""

import bisect
import collections
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

try:
    import yaml
except ImportError:
    print("skipped: there is no python3-yaml")
    sys.exit(77)

import layouts
import office

WANTED = 0.98
LEVELS = {"县级": "county", "区级": "county", "市级": "county", "州级": "county",
          "乡级": "town", "镇级": "town", "村级": "village"}


def plain(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


MARKS = re.compile(r"(?:(?<=^)|(?<=[;。:,、)\]]))(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}、|"
                   r"\([一二三四五六七八九十]{1,2}\)|[●·•◆■*-])|(?<=[ \n])[●·•◆■]|[●•①-⑳〇\[\]〔〕*]")


def words(text):
    """A text without list marks and what separates their entries."""
    text = unicodedata.normalize("NFKC", re.sub(r"[①-⑳]", "", text or ""))
    spaced = re.sub(r"\s+", ";", text)
    bare = MARKS.sub(";", spaced)
    return re.sub(r"[;。,、:]", "", bare).replace(" ", "")


def titles(text):
    found, depth, begin = [], 0, 0
    text = plain(text).replace("〈", "《").replace("〉", "》")
    for i, each in enumerate(text):
        if each == "《":
            if depth == 0:
                begin = i
            depth += 1
        elif each == "》" and depth:
            depth -= 1
            if depth == 0:
                found.append(re.sub("^中华人民共和国", "", text[begin + 1:i]))
    return found


class Catalog:
    def __init__(self, folder):
        self.items, self.elements, self.domains, names = [], [], {}, {}
        for root, _, files in os.walk(folder):
            for name in sorted(files):
                if not name.endswith(".yaml"):
                    continue
                with open(os.path.join(root, name), encoding="utf-8") as file:
                    content = yaml.load(file, Loader=yaml.BaseLoader)
                for kind in ("laws", "bodies", "channels"):
                    for entry in content.get(kind, []):
                        names[kind, entry["id"]] = entry.get("name") or entry["title"]
                self.elements += content.get("elements", [])
                for entry in content.get("domains", []):
                    self.domains[entry["id"]] = entry["name"]
                for item in content.get("items", []):
                    self.items.append({**content.get("defaults", {}), **item})
        self.names = names

    def fields(self, item):
        names = item["name"]
        content = []
        for entry in item["content"]:
            if isinstance(entry, str):
                content.append(entry)
            else:
                content.append(entry["text"])
                content += entry.get("parts", [])
        basis = []
        for entry in item.get("basis", []):
            if isinstance(entry, str) and "《" not in entry:
                law, _, article = entry.partition(" ")
                basis.append((self.names["laws", law], article))
            elif isinstance(entry, str):
                basis.append((entry, ""))
            elif "law" in entry:
                basis.append((self.names["laws", entry["law"]],
                              entry.get("article", "") + entry.get("note", "")))
            else:
                basis.append((entry["text"], ""))
        bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
        if isinstance(item["body"], dict):
            bodies = [each for part in item["body"]["by-level"].values()
                      for each in (part if isinstance(part, list) else [part])]
        channels = set()
        for entry in item["channels"]:
            if isinstance(entry, str):
                channels.add(plain(self.names["channels", entry]))
            elif "other" in entry:
                channels.add(plain(entry["other"]))
        audience = item.get("audience", "public")
        audience = audience if isinstance(audience, list) else [audience]
        mode = item.get("mode", "proactive")
        return {
            "l1": plain(names[0]),
            "l2": plain(names[1]) if len(names) > 1 else "",
            "content": words("\n".join(content)),
            "basis": basis,
            "timing": words(item["timing"] if isinstance(item["timing"], str) else
                            ";".join(each["text"] for each in item["timing"])),
            "body": words("、".join(self.names["bodies", each] for each in bodies)),
            "channels": channels,
            "audience": ("public" in audience,
                         [plain(each["group"]) for each in audience if isinstance(each, dict)]),
            "mode": sorted(mode if isinstance(mode, list) else [mode]),
            "levels": set(item.get("levels", [])),
            "assumed": item.get("assumed", []),
        }


def is_right(field, row, read, layout):
    """Whether a cell says what it said; None where it was not seen."""
    if field == "basis":
        if not row["basis_raw"] or "同上" in row["basis_raw"]:
            return None
        wanted = titles(row["basis_raw"])
        if wanted:
            got = []
            for title, rest in read["basis"]:
                whole = plain(title).replace("〈", "《").replace("〉", "》")
                cited = titles(title) if whole.startswith("《") else [whole]
                got += [re.sub("^中华人民共和国", "", each) for each in cited or [whole]]
                got += titles(title) + titles(rest)
            return all(each in got for each in wanted)
        return words(row["basis_raw"]) == words("".join(a + b for a, b in read["basis"])) or \
            all(words(a) in words(row["basis_raw"]) for a, b in read["basis"])
    known = row[field]
    if known is None or known == "":
        return None
    if field in ("l1", "l2"):
        if known in ("—", "-", "─"):
            return read[field] == ""
        bare = lambda name: re.sub(r"^(\d+(\.\d+)*[.、]?|\([一二三四五六七八九十]+\)|"
                                   r"[一二三四五六七八九十]+、)", "", re.sub(r"\d{6,12}$", "", name))
        return bare(plain(known)) == bare(read[field])
    if field in ("content", "timing", "body"):
        if "同上" in known:
            return None
        return words(known) == read[field]
    if field == "channels":
        wanted = {re.sub("^其他[:_]?(?=.)", "", plain(part)) for each in known
                  for part in re.split("[;、](?![^(]*[)])", each)}
        got = {re.sub("^其他[:_]?(?=.)", "", each) for each in read["channels"]}
        if "同上" in known:
            return None
        # A cell with its names in one line may be one text in the data.
        return wanted == got or sorted("".join(wanted)) == sorted("".join(got))
    if field == "audience":
        if not known["whole_society"] and not known["specific_group_text"] and \
                layout == "extra-columns":
            return None
        group = known["specific_group_text"]
        groups = [plain(group)] if group else ["特定群体"] if known["specific_group"] else []
        if layout == "extra-columns" and known["whole_society"]:
            groups = []
        return (known["whole_society"], groups) == read["audience"]
    if field == "mode":
        return sorted({"主动": "proactive", "依申请": "on-request"}[each] for each in known) == \
            read["mode"]
    wanted = {LEVELS[each] for each in known}
    if layout == "extra-columns" and {"市级", "县级"} <= set(known):
        wanted = {"city", "county"}
    if layout in ("process-first", "lost-merges", "from-pdf", "dittos", "three-levels"):
        # One column stands for both of the lower levels.
        fold = lambda levels: {"town" if each == "village" else each for each in levels}
        return fold(wanted) == fold(read["levels"])
    return wanted == read["levels"]


def write(folder, layout, rows, domain):
    make, kind, _ = layouts.LAYOUTS[layout]
    sheet = make(rows, domain)
    width = max(len(row) for row in sheet.rows)
    grid = [list(row) + [""] * (width - len(row)) for row in sheet.rows]
    path = os.path.join(folder, f"{domain}领域.{kind.split('.')[-1]}".replace("/", "-"))
    if kind == "xlsx":
        office.xlsx(path, [(domain[:28] + "领域", grid, sheet.merges)])
    elif kind == "html":
        office.page(path, [("", grid, sheet.merges)])
    elif kind == "gb18030.csv":
        office.text_table(path, grid, "gb18030")
    elif kind == "semicolon.csv":
        office.text_table(path, grid, "utf-8-sig", ";")
    else:
        office.text_table(path, grid, "utf-8", "\t")
    return path, sheet.items


def spoken_of(report, items):
    """The items, by number, of whose rows the report says something."""
    rows = [int(re.sub("[A-Z]", "", each["cell"])) - 1 for each in report
            if each["code"] not in ("repeated-header", "section-title", "leftover")]
    return {bisect.bisect_right(items, row) - 1 for row in rows}


def compare(program, rules, layout, rows, domain, tally, wrong):
    with tempfile.TemporaryDirectory() as folder:
        path, items = write(folder, layout, rows, domain)
        out = os.path.join(folder, "out")
        done = subprocess.run(
            [program, "--lang", "en", "import", path, "-o", out, "--date", "2026-01-15",
             "--format", "json", "--report", os.path.join(folder, "report.json")],
            capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{layout} {rows[0]['table']}: {done.stderr}")
        with open(os.path.join(folder, "report.json"), encoding="utf-8") as file:
            spoken = spoken_of(json.load(file), items)
        checked = subprocess.run([program, "--lang", "en", "check", out, "--format", "json"],
                                 capture_output=True, text=True)
        form = [each for each in json.loads(checked.stdout)["diagnostics"]
                if each["severity"] == "error" and each["code"] not in rules]
        if form:
            wrong.append((layout, rows[0]["table"], "form", form[0]["message"], ""))
        tally["files"][layout] += 1
        tally["form"][layout] += bool(form)
        catalog = Catalog(out)
        read = [catalog.fields(item) for item in catalog.items]
    _, _, fields = layouts.LAYOUTS[layout]
    for i, row in enumerate(rows):
        for field in fields:
            if i >= len(read) or len(read) != len(rows):
                right = None if row[field if field != "basis" else "basis_raw"] is None else False
            else:
                right = is_right(field, row, read[i], layout)
            if right is None:
                continue
            tally["all"][layout] += 1
            tally["right"][layout] += right
            if not right:
                got = read[i][field] if len(read) == len(rows) else f"{len(read)} rows"
                tally["silent"][layout] += i not in spoken
                wrong.append(("reported" if i in spoken else "SILENT", layout, row["table"], field,
                              row["basis_raw"] if field == "basis" else row[field], got))


def main():
    program, data = sys.argv[1:3]
    source = os.path.join(data, "published-rows.jsonl")
    if not os.path.exists(source):
        print(f"skipped: there is no {source}")
        return 77
    with open(source, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    listed = subprocess.run([program, "--lang", "en", "rules"], capture_output=True, text=True)
    rules = {line.split()[0] for line in listed.stdout.splitlines() if line.strip()}
    tables = collections.OrderedDict()
    for row in rows:
        if row["l1"] or row["l2"]:
            tables.setdefault((row["table"], row["domain"]), []).append(row)
    tally = collections.defaultdict(collections.Counter)
    wrong = []
    for i, ((table, domain), rows) in enumerate(tables.items()):
        unseen = int(hashlib.sha256(table.encode()).hexdigest(), 16) % 3 == 0
        if ("--seen" in sys.argv and unseen) or ("--unseen" in sys.argv and not unseen):
            continue
        names = list(layouts.LAYOUTS)
        chosen = names if "--all" in sys.argv else [names[i % len(names)]]
        for layout in chosen:
            compare(program, rules, layout, rows, domain, tally, wrong)
    if "--wrong" in sys.argv:
        for each in wrong:
            print(*each, sep=" | ")
    for layout in layouts.LAYOUTS:
        if tally["all"][layout]:
            print(f"{layout:14} {tally['right'][layout]:6} of {tally['all'][layout]:6} cells"
                  f" {tally['right'][layout] / tally['all'][layout]:8.2%},"
                  f" {tally['silent'][layout]} silent,"
                  f" {tally['form'][layout]} of {tally['files'][layout]} catalogs malformed")
    right, cells = sum(tally["right"].values()), sum(tally["all"].values())
    silent = sum(tally["silent"].values())
    print(f"{'all':14} {right:6} of {cells:6} cells {right / cells:8.2%}, {silent} silent")
    is_fine = right >= WANTED * cells and not silent and not sum(tally["form"].values())
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
