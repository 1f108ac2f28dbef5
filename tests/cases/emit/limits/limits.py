"""Says what a workbook's largest parts are, and whether a text is whole."""

import sys
import zipfile
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def units(text):
    return len(text.encode('utf-16-le')) // 2


def main():
    parts = zipfile.ZipFile(sys.argv[1])

    def root(name):
        return ElementTree.fromstring(parts.read(name))

    strings = [''.join(text.text or '' for text in each.iter(MAIN + 't'))
               for each in root('xl/sharedStrings.xml').iter(MAIN + 'si')]
    print('the longest cell fits:', max(map(units, strings)) <= 32767)
    sheets = root('xl/workbook.xml').iter(MAIN + 'sheet')
    for number, sheet in enumerate(sheets, 1):
        if sheet.get('state'):
            continue
        rows = list(root(f'xl/worksheets/sheet{number}.xml').iter(MAIN + 'row'))
        highest = max(float(row.get('ht', 0)) for row in rows)
        print(sheet.get('name'), units(sheet.get('name')), 'units; rows of',
              'at most 409 pt' if highest <= 409 else f'up to {highest} pt')
        cells = [strings[int(cell.find(MAIN + 'v').text)]
                 for row in rows for cell in row
                 if cell.get('t') == 's' and cell.get('r').startswith('D')]
        whole = '\n'.join(cells)
        if '第1项' in whole:
            print('  entries printed:',
                  sum(f'第{i + 1}项：' in whole for i in range(400)))


main()
