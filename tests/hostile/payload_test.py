"""Builds a catalog with what a spreadsheet, a browser or a script would run in
every text, and looks through every output for any of it that came alive:

    payload_test.py BIN SOURCE
"""

import collections
import csv
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import payload_tree

FIELDS = 90  # at least so many of the schema take free text
SCHEMES = ("http:", "https:", "mailto:", "tel:")
ODD = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufeff]")


class Page(html.parser.HTMLParser):
    """What a browser would run, load or follow."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.marks = collections.Counter()
        self.found = []
        self.text = []

    def handle_starttag(self, tag, attributes):
        self.marks[tag, tuple(sorted(name for name, _ in attributes))] += 1
        names = dict(attributes)
        if tag in ("iframe", "object", "embed", "base", "frame", "applet"):
            self.found.append(f"<{tag}>")
        if tag == "script" and not re.fullmatch(r"(\.\./)*assets/[a-z]+\.js", names.get("src") or ""):
            self.found.append(f"<script {names}>")
        for name, value in attributes:
            value = (value or "").strip().lower()
            if name.startswith("on") or name == "srcdoc":
                self.found.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "formaction", "xlink:href", "poster", "data"):
                scheme = re.match(r"[a-z][a-z0-9+.-]*:", re.sub(r"[\0-\x20]", "", value))
                is_picture = tag in ("img", "link") and value.startswith("data:image/")
                if scheme and scheme.group() not in SCHEMES and not is_picture:
                    self.found.append(f"{tag} {name}={value}")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        if data != " raw HTML omitted ":  # cmark says so in its place
            self.found.append(f"comment {data}")


def look_at_pages(out, calm, say):
    count = 0
    for path in sorted(out.rglob("*.html")):
        count += 1
        page, other = Page(), Page()
        page.feed(path.read_text())
        for each in page.found:
            say(path, each)
        twin = calm / path.relative_to(out)
        if twin.exists():
            other.feed(twin.read_text())
            extra = {mark for mark in page.marks if mark not in other.marks}
            extra = {mark for mark in extra if mark[0] in ("script", "img", "svg", "textarea", "title", "b", "x", "style")}
            if extra:
                say(path, f"elements that the same page has not with harmless texts: {sorted(extra)}")
    if count < 10:
        say(out, f"only {count} pages")
    for path in sorted(out.rglob("*.svg")):
        for element in xml.etree.ElementTree.parse(path).iter():
            if element.tag.endswith("script") or any(name.startswith("on") for name in element.attrib):
                say(path, element.tag)


def look_at_workbooks(out, say):
    books = sorted(out.rglob("*.xlsx"))
    if not books:
        say(out, "no workbook")
    for path in books:
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                if name.endswith((".xml", ".rels", ".vml")):
                    root = xml.etree.ElementTree.fromstring(book.read(name))
                else:
                    continue
                if re.search("externalLink|activeX|vbaProject|oleObject|connections", name):
                    say(path, name)
                for element in root.iter():
                    tag = element.tag.rsplit("}", 1)[-1]
                    if tag == "f" and "/worksheets/" in name:
                        say(path, f"a formula in {name}: {element.text}")
                    if tag == "Relationship" and element.get("TargetMode") == "External" and \
                            not element.get("Target").lower().startswith(SCHEMES):
                        say(path, f"a link in {name}: {element.get('Target')}")
                    if tag == "definedName" and not re.fullmatch(r"('([^']|'')*'|[\w]+)!\$?[A-Z$0-9:,!]+.*", element.text or ""):
                        say(path, f"the name {element.get('name')} is {element.text}")
                    if tag == "c" and element.get("t") == "str":
                        say(path, f"the result of a formula in {name}")


def look_at_tables(out, say):
    tables = sorted(out.rglob("*.csv"))
    if not tables:
        say(out, "no tables")
    for path in tables:
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        if len({len(row) for row in rows}) != 1:
            say(path, "rows of several lengths")
        for row in rows:
            for cell in row:
                if re.match("[\\s\u00a0]*[=+@＝＋－＠-]", cell):
                    say(path, f"cell {cell!r}")


def look_at_data(out, texts, say):
    data = json.loads((out / "catalog.json").read_text())

    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            for each in value:
                yield from strings(each)
        elif isinstance(value, dict):
            for each in value.values():
                yield from strings(each)
    there = "\n".join(strings(data))
    lost = [path for path, text in texts.items() if path.startswith(("items.", "bodies.", "domains.")) and
            not re.search(r"\.(note|waive|assumed|aliases)|timing|basis|supervision|review|\.en|column", path) and text not in there]
    for path in lost:
        say(out / "catalog.json", f"not there as written: {path} {texts[path]!r}")


def main(bin_folder, source):
    catalog = pathlib.Path(bin_folder).resolve() / "catalog"
    schema = pathlib.Path(source).resolve() / "schemas/catalog.schema.json"
    wrong = []

    def say(where, what):
        wrong.append(f"{where}: {what}")

    with tempfile.TemporaryDirectory(prefix="catalog-payload-") as name:
        folder = pathlib.Path(name)

        def run(*words, exits=(0,)):
            done = subprocess.run([catalog, "--lang", "en", *words], cwd=folder, capture_output=True)
            said = (done.stdout + done.stderr).decode()
            if done.returncode not in exits:
                errors = [line for line in said.splitlines() if "error: " in line]
                say(" ".join(words), f"exit {done.returncode}: {errors[:8]}")
            if odd := ODD.search(said):
                say(" ".join(words), f"printed {odd.group()!r}")
            return said

        payloads = payload_tree.PAYLOADS
        texts, fields = payload_tree.tree(schema, folder / "wild", lambda i: payloads[i % len(payloads)])
        # The same once more, each field with another payload.
        payload_tree.tree(schema, folder / "wilder", lambda i: payloads[(i * 7 + 3) % len(payloads)])
        payload_tree.tree(schema, folder / "calm", lambda i: "甲乙丙丁戊己"[:1 + i % 6])
        if len(fields) < FIELDS:
            say("schema", f"only {len(fields)} fields take free text: {sorted(fields)}")
        for tree in ("calm", "wild", "wilder"):
            run("check", tree)
            run("build", tree, "-o", f"{tree}-out", "--all")
        for tree in ("wild", "wilder"):
            out = folder / f"{tree}-out"
            if not out.exists():
                continue
            look_at_pages(out, folder / "calm-out", say)
            look_at_workbooks(out, say)
            look_at_tables(out, say)
            for below in ("330304", "330304001"):
                if tree == "wild":
                    look_at_data(out / below, texts if below == "330304" else {}, say)
        for words in (("list", "wild"), ("show", "first/a", "wild"), ("stats", "wild"), ("laws", "wild"),
                      ("list", "wild", "-f", "json"), ("fmt", "wild", "--diff"), ("diff", "calm", "wild"),
                      ("diff", "calm", "wild", "-f", "json"), ("diff", "calm", "wild", "-f", "markdown"),
                      ("diff", "calm", "wild", "-f", "xlsx", "-o", "revisions/r.xlsx"),
                      ("diff", "calm", "wild", "-f", "html", "-o", "revisions/r.html")):
            (folder / "revisions").mkdir(exist_ok=True)
            run(*words, exits=(0, 1))
        look_at_workbooks(folder / "revisions", say)
        page = Page()
        page.feed((folder / "revisions/r.html").read_text())
        for each in page.found:
            say("revisions/r.html", each)
    for each in wrong[:40]:
        print(each)
    print(f"payloads in {len(fields)} fields, {len(texts)} texts; {len(wrong)} came alive or to harm")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
