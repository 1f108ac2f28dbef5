"""Prints the timings of catalog.json, and of the table of the domain."""
import csv, glob, json

with open("../out/catalog.json", encoding="utf-8") as file:
    catalog = json.load(file)
for item in catalog["items"]:
    for entry in item["content"]:
        if "timing" in entry:
            print(json.dumps(entry["timing"], ensure_ascii=False))
    timing = item["timing"]
    for part in timing.get("by_level", [timing]):
        print(part.get("level", "all"), part["text"])
        for clause in part.get("clauses", []):
            print("  " + json.dumps(clause, ensure_ascii=False))
        if "unread" in part:
            print("  unread:", *part["unread"])
for path in sorted(glob.glob("../out/**/*.csv", recursive=True)):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    heads = [row for row in rows if "公开时限" in row]
    if heads:
        column = heads[0].index("公开时限")
        for row in rows:
            if len(row) > column and "绿化" in "".join(row):
                print(repr(row[column]))
