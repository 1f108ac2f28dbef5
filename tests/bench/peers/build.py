"""build.py TREE SCHEMA OUT FORMAT…: what an office's own script would do.

Reads a catalog with PyYAML, validates it with jsonschema, follows the names,
and writes xlsx (XlsxWriter), html (Jinja2), json and csv: a sheet, a page and
a table a domain. With places in the catalog it writes an edition for each,
into OUT/CODE. The other half of the comparison is build.mjs, which is the
same program in JavaScript: keep the two alike.
"""

import csv
import json
import pathlib
import re
import sys
import unicodedata

import yaml

HEAD = [("序号", None, 5), ("公开事项", "一级事项", 11),
        ("公开事项", "二级事项", 14), ("公开内容（要素）", None, 31),
        ("公开依据", None, 35), ("公开时限", None, 16), ("公开主体", None, 14),
        ("公开渠道和载体", None, 26), ("公开对象", "全社会", 6),
        ("公开对象", "特定群体", 10), ("公开方式", "主动", 6),
        ("公开方式", "依申请", 6), ("公开层级", "县级", 6),
        ("公开层级", "乡级", 6), ("监督渠道", None, 13)]
WIDTHS = [width for _, _, width in HEAD]
CENTRED = {0, 8, 10, 11, 12, 13}


# ---- reading ----------------------------------------------------------------

class Loader(yaml.CSafeLoader):
    """Dates stay the text that they are."""


Loader.yaml_implicit_resolvers = {
    first: [each for each in resolvers if not each[0].endswith("timestamp")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()}


def read(tree, schema):
    import jsonschema
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text()))
    catalog = {"items": []}
    wrong = 0
    for path in sorted(tree.rglob("*.yaml")):
        part = yaml.load(path.read_bytes(), Loader)
        for error in validator.iter_errors(part):
            print(f"{path}: {error.json_path}: {error.message}")
            wrong += 1
        defaults = part.pop("defaults", {})
        for item in part.pop("items", []):
            catalog["items"].append({**defaults, **item})
        for name, section in part.items():
            catalog.setdefault(name, section)
    if wrong:
        sys.exit(1)
    return catalog


# ---- what is printed --------------------------------------------------------

def numeral(number):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if tens == 0:
        return digits[ones]
    return ((digits[tens] if tens > 1 else "") + "十" +
            (digits[ones] if ones else ""))


class Registers:
    def __init__(self, catalog):
        by_id = lambda name: {each["id"]: each for each in catalog[name]}
        self.laws = by_id("laws")
        self.bodies = by_id("bodies")
        self.channels = by_id("channels")
        self.domains = by_id("domains")
        self.supervision = catalog["catalog"].get("supervision", {})

    def citation(self, text):
        law_id, _, article = text.partition(" ")
        law = self.laws[law_id]
        article = re.sub(r"\d+", lambda m: numeral(int(m[0])), article)
        return f"《{law['title']}》（{law['number']}）{article}"

    def content(self, entry):
        if isinstance(entry, str):
            return entry
        return entry["text"] + "：" + "、".join(entry.get("parts", []))

    def ticked(self, entries):
        ids = set()
        for entry in entries:
            ids.update([entry] if isinstance(entry, str) else entry["any-of"])
        for each in ids:
            self.channels[each]  # a name that is not known stops us here
        return ids

    def row(self, number, item):
        """The cells of one row of the official table."""
        ticked = self.ticked(item["channels"])
        group = item.get("audience", "public")
        public = group == "public"
        mode = item.get("mode", "proactive")
        levels = item["levels"]
        name = item["name"] + [""] * (2 - len(item["name"]))
        tick = lambda is_so: "√" if is_so else ""
        return [
            number, name[0], name[1],
            "\n".join(self.content(each) for each in item["content"]),
            "\n".join(self.citation(each) for each in item["basis"]),
            item["timing"],
            self.bodies[item["body"]]["name"],
            "\n".join(("■" if each in ticked else "□") + channel["name"]
                      for each, channel in self.channels.items()),
            tick(public), "" if public else "√\n" + group["group"],
            tick(mode == "proactive"), tick(mode == "on-request"),
            tick("county" in levels), tick("town" in levels),
            "电话：" + self.supervision["phone"]]

    def resolved(self, item):
        """The item with its names followed, for other programs."""
        public = item.get("audience", "public") == "public"
        return {
            **item,
            "basis": [{"law": each.split(" ")[0], "text": self.citation(each)}
                      for each in item["basis"]],
            "body": [{"id": item["body"],
                      "name": self.bodies[item["body"]]["name"]}],
            "channels": [{"id": each, "name": self.channels[each]["name"]}
                         for each in self.channels
                         if each in self.ticked(item["channels"])],
            "audience": {"public": public, "groups": [] if public else
                         [item["audience"]["group"]]},
            "mode": [item.get("mode", "proactive")],
            "supervision": self.supervision}


def tables_of(catalog, registers, items):
    """A table a domain: [(id, name, rows)]."""
    by_domain = {domain: [] for domain in registers.domains}
    for item in items:
        by_domain[item["domain"]].append(item)
    tables = []
    for domain, group in by_domain.items():
        if group:
            rows = [registers.row(i + 1, item) for i, item in enumerate(group)]
            name = registers.domains[domain]["name"]
            tables.append((domain, name, rows))
    return tables


# ---- outputs ----------------------------------------------------------------

def runs(rows):
    """First and last index of each run of rows with the same first level."""
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i][1] != rows[start][1]:
            yield start, i - 1
            start = i


def columns_wide(text):
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(each) in "WFA" else 1
               for each in text)


def height(row):
    lines = 1
    for text, width in zip(row[3:8], WIDTHS[3:8]):
        lines = max(lines, sum(-(-columns_wide(line) // width) or 1
                               for line in text.split("\n")))
    return min(409, 12.5 * lines + 4)


def write_xlsx(title, tables, out):
    import xlsxwriter
    book = xlsxwriter.Workbook(out / "catalog.xlsx")
    font = {"font_name": "宋体", "font_size": 9, "border": 1,
            "text_wrap": True, "valign": "vcenter"}
    cell = book.add_format(font)
    centred = book.add_format({**font, "align": "center"})
    head = book.add_format({**font, "font_name": "黑体", "font_size": 10.5,
                            "align": "center", "bg_color": "#E7E6E6"})
    big = book.add_format({"font_name": "黑体", "font_size": 18,
                           "align": "center", "valign": "vcenter"})
    link = book.add_format({"font_name": "宋体", "font_size": 10,
                            "underline": 1})
    formats = [centred if i in CENTRED else cell for i in range(len(HEAD))]
    index = book.add_worksheet("索引")
    index.set_column(0, 0, 40)
    index.write_string(0, 0, title, big)
    for i, (_, name, rows) in enumerate(tables):
        index.write_url(i + 1, 0, f"internal:'{name}'!A1", link, name)
        index.write_number(i + 1, 1, len(rows))
    for _, name, rows in tables:
        sheet = book.add_worksheet(name)
        for i, width in enumerate(WIDTHS):
            sheet.set_column(i, i, width)
        last = len(HEAD) - 1
        sheet.merge_range(0, 0, 0, last, f"{name}领域基层政务公开标准目录", big)
        sheet.set_row(0, 30)
        write_head(sheet, head)
        for i, row in enumerate(rows):
            sheet.set_row(i + 3, height(row))
            sheet.write_number(i + 3, 0, row[0], centred)
            for j in range(1, len(row)):
                if row[j]:
                    sheet.write_string(i + 3, j, row[j], formats[j])
                else:
                    sheet.write_blank(i + 3, j, None, formats[j])
        for first, until in runs(rows):
            if until > first:
                sheet.merge_range(first + 3, 1, until + 3, 1, rows[first][1],
                                  cell)
        sheet.freeze_panes(3, 3)
        sheet.autofilter(2, 0, len(rows) + 2, last)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1, 2)
        sheet.set_footer("&C第 &P 页 共 &N 页")
    book.close()


def write_head(sheet, head):
    i = 0
    while i < len(HEAD):
        top, below, _ = HEAD[i]
        if below is None:
            sheet.merge_range(1, i, 2, i, top, head)
            i += 1
            continue
        until = i
        while until + 1 < len(HEAD) and HEAD[until + 1][0] == top:
            until += 1
        sheet.merge_range(1, i, 1, until, top, head)
        for j in range(i, until + 1):
            sheet.write_string(2, j, HEAD[j][1], head)
        i = until + 1


PAGE = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ name }} - {{ title }}</title>
<link rel="stylesheet" href="../site.css"></head>
<body>
<header><a href="../index.html">{{ title }}</a></header>
<main><h1>{{ name }}领域基层政务公开标准目录</h1>
<table>
<thead>
<tr>{% for cell in heads[0] %}<th{% if cell.columns > 1 %} colspan="{{
cell.columns }}"{% endif %}{% if cell.rows > 1 %} rowspan="{{ cell.rows
}}"{% endif %} scope="col">{{ cell.text }}</th>{% endfor %}</tr>
<tr>{% for cell in heads[1] %}<th scope="col">{{ cell }}</th>{% endfor %}</tr>
</thead>
<tbody>
{% for row in rows -%}
<tr id="{{ domain }}-{{ row[0] }}">{% for cell in row -%}
{% if loop.index0 != 1 %}<td>{{ cell | lines }}</td>
{%- elif spans[row[0]] %}<th scope="rowgroup" rowspan="{{ spans[row[0]]
}}">{{ cell }}</th>
{%- endif %}{% endfor %}</tr>
{% endfor -%}
</tbody>
</table></main>
</body>
</html>
"""

INDEX = """<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{{ title }}</title>
<link rel="stylesheet" href="site.css"></head>
<body><main><h1>{{ title }}</h1><ul>
{% for domain, name, rows in tables -%}
<li><a href="domains/{{ domain }}.html">{{ name }}</a> {{ rows | length }}</li>
{% endfor -%}
</ul></main></body>
</html>
"""

STYLE = "table{border-collapse:collapse}td,th{border:1px solid;padding:.3em}\n"


def heads():
    top = []
    for title, below, _ in HEAD:
        if below is not None and top and top[-1]["text"] == title:
            top[-1]["columns"] += 1
        else:
            top.append({"text": title, "columns": 1,
                        "rows": 2 if below is None else 1})
    return top, [below for _, below, _ in HEAD if below is not None]


def write_html(title, tables, out):
    import jinja2
    import markupsafe
    break_ = markupsafe.Markup("<br>")
    environment = jinja2.Environment(autoescape=True)
    environment.filters["lines"] = lambda cell: (
        cell if isinstance(cell, int) else break_.join(cell.split("\n")))
    page = environment.from_string(PAGE)
    (out / "domains").mkdir(exist_ok=True)
    (out / "site.css").write_text(STYLE)
    (out / "index.html").write_text(
        environment.from_string(INDEX).render(title=title, tables=tables))
    head_rows = heads()
    for domain, name, rows in tables:
        spans = {row[0]: 0 for row in rows}
        for first, last in runs(rows):
            spans[rows[first][0]] = last - first + 1
        (out / "domains" / f"{domain}.html").write_text(
            page.render(title=title, domain=domain, name=name, rows=rows,
                        spans=spans, heads=head_rows))


def write_csv(tables, out):
    (out / "csv").mkdir(exist_ok=True)
    names = [top if below is None else f"{top}/{below}"
             for top, below, _ in HEAD]
    for domain, _, rows in tables:
        with open(out / "csv" / f"{domain}.csv", "w", encoding="utf-8-sig",
                  newline="") as file:
            writer = csv.writer(file)
            writer.writerow(names)
            writer.writerows(rows)


def write_json(catalog, registers, items, out):
    (out / "catalog.json").write_text(json.dumps(
        {"catalog": catalog["catalog"], "domains": catalog["domains"],
         "items": [registers.resolved(item) for item in items],
         "laws": catalog["laws"], "bodies": catalog["bodies"],
         "channels": catalog["channels"],
         "taxonomies": catalog["taxonomies"]}, ensure_ascii=False, indent=1))


def write(catalog, registers, items, out, formats):
    out.mkdir(parents=True, exist_ok=True)
    title = catalog["catalog"]["title"]
    tables = tables_of(catalog, registers, items)
    if "xlsx" in formats:
        write_xlsx(title, tables, out)
    if "html" in formats:
        write_html(title, tables, out)
    if "csv" in formats:
        write_csv(tables, out)
    if "json" in formats:
        write_json(catalog, registers, items, out)


def main(tree, schema, out, formats):
    catalog = read(tree, schema)
    registers = Registers(catalog)
    if "jurisdictions" not in catalog:
        write(catalog, registers, catalog["items"], out, formats)
        return
    own = catalog["catalog"]["jurisdiction"]
    for place in catalog["jurisdictions"]:
        items = catalog["items"]
        if place["code"] != own:
            items = [each for each in items if place["level"] in each["levels"]]
        write(catalog, registers, items, out / place["code"], formats)


if __name__ == "__main__":
    folders = [pathlib.Path(each) for each in sys.argv[1:4]]
    main(*folders, sys.argv[4:])
