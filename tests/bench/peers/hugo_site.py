"""hugo_site.py TREE SCHEMA PAGES SITE: what Hugo builds its pages from.

A page a domain with the official table, a page a body, a law and a term of a
taxonomy with the table of its items, then plain ones until there are PAGES:
as many as `catalog` makes of the same tree. The tables are data files.
"""

import json
import pathlib
import shutil
import sys

import build

SHORT = ["序号", "领域", "事项", "公开时限", "公开主体"]


def official(rows):
    spans = {first: last - first + 1 for first, last in build.runs(rows)}
    return [{"id": str(row[0]), "span": spans.get(i, 0), "first": row[1],
             "cells": row[2:]} for i, row in enumerate(rows)]


def short(registers, items):
    rows = []
    for i, item in enumerate(items):
        body = registers.bodies[item["body"]]["name"]
        domain = registers.domains[item["domain"]]["name"]
        rows.append({"id": str(i + 1), "span": 0, "first": "", "cells": [
            domain, "：".join(item["name"]), item["timing"], body]})
    return rows


def main(tree, schema, pages, site):
    catalog = build.read(tree, schema)
    registers = build.Registers(catalog)
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(pathlib.Path(__file__).parent / "hugo", site)
    made = 1  # the home page

    def page(section, name, title, data=None):
        nonlocal made
        made += 1
        path = site / "content" / section / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {title}\n---\n")
        if data is not None:
            path = site / "data" / section / f"{name}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(data, ensure_ascii=False))

    heads = [below or top for top, below, _ in build.HEAD]
    for domain, name, rows in build.tables_of(catalog, registers,
                                              catalog["items"]):
        page("domains", domain, name, {"heads": heads, "rows": official(rows)})
    groups = {}
    for item in catalog["items"]:
        keys = [("bodies", item["body"])]
        keys += [("laws", each.split(" ")[0]) for each in item["basis"]]
        keys += [("terms", each) for terms in item["facets"].values()
                 for each in terms]
        for key in keys:
            groups.setdefault(key, []).append(item)
    for (section, name), items in groups.items():
        page(section, name, name,
             {"heads": SHORT, "rows": short(registers, items)})
    while made < pages:
        page("plain", f"page-{made}", f"page {made}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]),
         int(sys.argv[3]), pathlib.Path(sys.argv[4]))
