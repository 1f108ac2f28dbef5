#!/usr/bin/env python3
"""Looks at a workbook as LibreOffice shows it: `workbook_test.py WHAT`, where
WHAT is a workbook or a program that writes one to the path it is given.

1. It prints on as many pages as the workbook's page breaks say.
2. Every text of a printed cell is found on its pages, whole.
3. No row is lower than LibreOffice would make it for what its cells hold.

Exits with 77 where LibreOffice, poppler or the fonts are not to be had."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
STYLE = '{urn:oasis:names:tc:opendocument:xmlns:style:1.0}'
POINTS = {'pt': 1, 'in': 72, 'cm': 72 / 2.54, 'mm': 72 / 25.4}


def missing():
    """What the test needs and the machine does not have, or nothing."""
    for program in ('soffice', 'pdftotext', 'pdfinfo', 'fc-list'):
        if not shutil.which(program):
            return program
    fonts = subprocess.run(['fc-list', ':family=Noto Serif CJK SC'],
                           capture_output=True, text=True, check=True)
    return None if fonts.stdout else 'the font Noto Serif CJK SC'


def convert(workbook, kind, folder):
    """The workbook as LibreOffice converts it, in `folder`."""
    environment = dict(os.environ, FONTCONFIG_FILE=str(
        Path(__file__).resolve().parent / 'fonts.conf'))
    subprocess.run(
        ['soffice', f'-env:UserInstallation=file://{folder}/profile',
         '--headless', '--convert-to', kind, '--outdir', folder, workbook],
        check=True, env=environment, timeout=300, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    return Path(folder) / (Path(workbook).stem + '.' + kind)


def column_of(reference):
    """The number of a cell's column: 28 of `AB3`."""
    number = 0
    for letter in re.match('[A-Z]+', reference).group():
        number = number * 26 + ord(letter) - ord('A') + 1
    return number


def hidden_columns(root):
    return {number for column in root.iter(MAIN + 'col')
            if column.get('hidden') == '1'
            for number in range(int(column.get('min')),
                                int(column.get('max')) + 1)}


class Sheet:
    """A sheet of a workbook: its cells by row, heights, merges and pages."""

    def __init__(self, name, root, strings):
        self.name = name
        self.rows = {}
        self.heights = {}
        hidden = hidden_columns(root)
        for row in root.iter(MAIN + 'row'):
            number = int(row.get('r'))
            self.heights[number] = float(row.get('ht') or 0)
            self.rows[number] = [
                strings[int(cell.find(MAIN + 'v').text)] for cell in row
                if cell.get('t') == 's'
                and column_of(cell.get('r')) not in hidden]
        breaks = root.find(MAIN + 'rowBreaks')
        self.pages = 1 + (0 if breaks is None else len(breaks))

    def printed(self):
        """The texts that are printed: all below the link to the index."""
        return [text for row, texts in self.rows.items() if row > 1
                for text in texts]


def shown(text):
    """A text as a reader sees it: escapes read, without white space."""
    read = re.sub(r'_x([0-9A-Fa-f]{4})_',
                  lambda found: chr(int(found.group(1), 16)), text)
    return re.sub(r'\s', '', read)


def sheets_of(workbook):
    with zipfile.ZipFile(workbook) as parts:
        shared = ElementTree.fromstring(parts.read('xl/sharedStrings.xml'))
        strings = [''.join(text.text or '' for text in each.iter(MAIN + 't'))
                   for each in shared.iter(MAIN + 'si')]
        book = ElementTree.fromstring(parts.read('xl/workbook.xml'))
        return [
            Sheet(sheet.get('name'),
                  ElementTree.fromstring(
                      parts.read(f'xl/worksheets/sheet{number}.xml')), strings)
            for number, sheet in enumerate(book.iter(MAIN + 'sheet'), 1)
            if not sheet.get('state')]  # a hidden one is not printed


def without_heights(document, path):
    """The same flat document, the heights of its rows left to the reader, who
    would believe those of LibreOffice."""
    text = document.read_text()
    text = re.sub('<meta:generator>.*?</meta:generator>', '', text)
    text = re.sub(' style:row-height="[^"]*"', '', text)
    path.write_text(text.replace('style:use-optimal-row-height="false"',
                                 'style:use-optimal-row-height="true"'))


def points(length):
    number, unit = re.fullmatch(r'([0-9.]+)([a-z]+)', length).groups()
    return float(number) * POINTS[unit]


def natural_heights(document):
    """The heights that LibreOffice gave to the rows, by sheet and row."""
    with zipfile.ZipFile(document) as parts:
        root = ElementTree.fromstring(parts.read('content.xml'))
    styles = {}
    for style in root.iter(STYLE + 'style'):
        row = style.find(STYLE + 'table-row-properties')
        if row is not None and row.get(STYLE + 'row-height'):
            styles[style.get(STYLE + 'name')] = points(
                row.get(STYLE + 'row-height'))
    heights = {}
    for table in root.iter(TABLE + 'table'):
        rows = heights.setdefault(table.get(TABLE + 'name'), {})
        number = 1
        for row in table.iter(TABLE + 'table-row'):
            count = int(row.get(TABLE + 'number-rows-repeated') or 1)
            for each in range(number, number + min(count, 10_000)):
                rows[each] = styles.get(row.get(TABLE + 'style-name'), 0)
            number += count
    return heights


def pages_of(document):
    info = subprocess.run(['pdfinfo', document], capture_output=True,
                          text=True, check=True)
    return int(re.search(r'Pages:\s+(\d+)', info.stdout).group(1))


def text_of(document, first, last):
    text = subprocess.run(
        ['pdftotext', '-raw', '-f', str(first), '-l', str(last), document,
         '-'], capture_output=True, text=True, check=True)
    return re.sub(r'\s|\0', '', text.stdout)


def check(workbook, folder):
    """What is wrong with the workbook."""
    sheets = sheets_of(workbook)
    document = convert(workbook, 'pdf', folder)
    pages = pages_of(document)
    expected = sum(sheet.pages for sheet in sheets)
    if pages != expected:
        yield f'{pages} pages, not the {expected} of the page breaks'
    first = 1
    for sheet in sheets:
        text = text_of(document, first, first + sheet.pages - 1)
        first += sheet.pages
        for cell in sheet.printed():
            if shown(cell) not in text:
                yield f'{sheet.name}: not printed whole: {cell!r}'

    bare = Path(folder) / 'bare.fods'
    without_heights(convert(workbook, 'fods', folder), bare)
    natural = natural_heights(convert(bare, 'ods', folder))
    for sheet in sheets:
        for row, height in sheet.heights.items():
            needed = natural[sheet.name].get(row, 0)
            if height and height < needed - 0.5 and sheet.rows[row]:
                yield (f'{sheet.name}: row {row} is {height} pt high and '
                       f'needs {needed:.1f}')


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: workbook_test.py WORKBOOK | PROGRAM')
    lacking = missing()
    if lacking:
        print(f'skipped: {lacking} is not installed')
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        workbook = sys.argv[1]
        if not workbook.endswith('.xlsx'):
            workbook = str(Path(folder) / 'workbook.xlsx')
            subprocess.run([sys.argv[1], workbook], check=True)
        wrong = list(check(workbook, folder))
    for each in wrong:
        print(each)
    print(f'{len(wrong)} wrong')
    sys.exit(1 if wrong else 0)


main()
