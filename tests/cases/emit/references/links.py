"""Prints where the cells of a workbook's sheets lead: `links.py FILE SHEET…`."""

import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def main():
    parts = zipfile.ZipFile(sys.argv[1])

    def root(name):
        return ElementTree.fromstring(parts.read(name))

    sheets = root('xl/workbook.xml').iter(MAIN + 'sheet')
    for number, sheet in enumerate(sheets, 1):
        if sheet.get('name') not in sys.argv[2:]:
            continue
        links = root(f'xl/worksheets/sheet{number}.xml').iter(
            MAIN + 'hyperlink')
        print(sheet.get('name'), ' '.join(
            f'{each.get("ref")}>{each.get("location")}' for each in links))


main()
