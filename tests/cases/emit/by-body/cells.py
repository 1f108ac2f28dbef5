"""Prints what stands in a workbook's sheets, those in sight."""

import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def value_of(cell, strings):
    value = cell.find(MAIN + 'v')
    if value is None:
        return ''
    return strings[int(value.text)] if cell.get('t') == 's' else value.text


def main():
    parts = zipfile.ZipFile(sys.argv[1])

    def root(name):
        return ElementTree.fromstring(parts.read(name))

    strings = [''.join(text.text or '' for text in each.iter(MAIN + 't'))
               for each in root('xl/sharedStrings.xml').iter(MAIN + 'si')]
    sheets = root('xl/workbook.xml').iter(MAIN + 'sheet')
    for number, sheet in enumerate(sheets, 1):
        if sheet.get('state'):
            continue
        print(f'[{sheet.get("name")}]')
        for row in root(f'xl/worksheets/sheet{number}.xml').iter(MAIN + 'row'):
            texts = [value_of(cell, strings) for cell in row]
            if any(texts):
                print('|'.join(re.sub(r'\s*\n\s*', ' / ', text)
                               for text in texts).rstrip('|'))


main()
