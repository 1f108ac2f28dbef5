"""Looks through every output for text that became something else."""
import csv
import html.parser
import io
import json
import pathlib
import re
import zipfile

out = pathlib.Path("out")
planted = "=cmd|' /C calc'!A0"


class Page(html.parser.HTMLParser):
    """What a browser would run or follow, and the text it would show."""

    def __init__(self, may_style):
        super().__init__()
        self.may_style = may_style  # fragments bring their looks along
        self.text = ""
        self.found = []
        self.in_script = False

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        self.in_script = tag == "script"
        if tag in ("iframe", "object", "embed", "style"):
            self.found.append(tag)
        if tag == "script" and "src" not in names:
            self.found.append("inline script")
        if tag == "img" and names.get("src") == "x":
            self.found.append("img")
        for name, value in attributes:
            if name.startswith("on") or (name == "style" and not self.may_style):
                self.found.append(name)
            if (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag):
        self.in_script = False

    def handle_data(self, data):
        if not self.in_script:
            self.text += data


for path in sorted(out.rglob("*.html")):
    page = Page(path.parent.name == "fragment")
    page.feed(path.read_text())
    for each in page.found:
        print(f"{path}: {each}")
    if "alert(1)" in page.text and "<script>alert(1)</script>" not in page.text:
        print(f"{path}: the planted text is not shown as it is")
print("pages looked at:", len(list(out.rglob("*.html"))) > 2)

items = json.loads((out / "catalog.json").read_text())["items"]
print("items in JSON:", len(items), "planted:", items[0]["timing"])

for path in sorted(out.rglob("*.csv")):
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    for row in rows:
        for cell in row:
            if re.match("[=+@\t\r＝＋－＠-]", cell):
                print(f"{path}: {cell!r}")
    if len({len(row) for row in rows}) != 1:
        print(f"{path}: rows of several lengths")

for path in sorted(out.glob("*.xlsx")):
    with zipfile.ZipFile(path) as book:
        sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/")]
        for name in sheets:
            text = book.read(name).decode()
            if re.search("<f[ >]", text):
                print(f"{path}: a formula in {name}")
        links = [n for n in book.namelist() if n.endswith(".rels")]
        for name in links:
            if "javascript:" in book.read(name).decode():
                print(f"{path}: a link in {name}")
        strings = book.read("xl/sharedStrings.xml").decode()
        print(f"in {path.name} as text:", planted.replace("'", "'") in strings)
        print("its sheets:", len([n for n in sheets if n.endswith(".xml")]) > 2)
