"""Prints the titles of a table's columns: `columns.py NAME FILE.csv`."""

import csv
import sys

with open(sys.argv[2], encoding='utf-8-sig') as file:
    titles = next(csv.reader(file))
print(sys.argv[1], len(titles), '｜'.join(titles))
