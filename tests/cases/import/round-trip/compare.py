"""compare.py A B: whether the items of two builds print the same cells."""

import csv
import glob
import sys


def rows(folder):
    found = []
    for path in glob.glob(f"{folder}/csv/*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            head, *body = csv.reader(file)
        if head[0] == "序号" and any("公开时限" in each for each in head):
            found += [row[1:] for row in body if len(row) == len(head)]
    return found


ours, theirs = rows(sys.argv[1]), rows(sys.argv[2])
missing = [row for row in ours if row not in theirs]
print(len(ours) > 200, len(missing), "of the rows differ")
for row in missing[:5]:
    print(row)
