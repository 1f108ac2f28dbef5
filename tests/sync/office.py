"""Edits cells of a workbook as a program would, with the standard library."""
import re
import sys
import zipfile
from xml.sax.saxutils import escape


def sheets_of(parts):
    """Sheet names and the parts that hold them."""
    book = parts['xl/workbook.xml'].decode()
    links = parts['xl/_rels/workbook.xml.rels'].decode()
    targets = {}
    for link in re.findall(r'<Relationship [^>]*>', links):
        targets[re.search(r'Id="([^"]*)"', link)[1]] = re.search(
            r'Target="([^"]*)"', link)[1].removeprefix('/xl/')
    return {
        re.search(r' name="([^"]*)"', sheet)[1]:
            'xl/' + targets[re.search(r'r:id="([^"]*)"', sheet)[1]]
        for sheet in re.findall(r'<sheet [^>]*>', book)
    }


def read(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def strings_of(parts):
    xml = parts['xl/sharedStrings.xml'].decode()
    plain = lambda text: (text.replace('&lt;', '<').replace('&gt;', '>')
                          .replace('&quot;', '"').replace('&amp;', '&'))
    return [plain(''.join(re.findall(r'<t[^>]*>([^<]*)</t>', item)))
            for item in re.findall(r'<si>(.*?)</si>', xml, re.S)]


def cells(path, sheet):
    """The texts of a sheet's cells, by address."""
    parts = read(path)
    strings = strings_of(parts)
    xml = parts[sheets_of(parts)[sheet]].decode()
    return {at: strings[int(value)] for at, value in re.findall(
        r'<c r="([A-Z]+[0-9]+)"[^>]* t="s"[^>]*><v>([0-9]+)</v></c>', xml)}


def edit(path, out, changes):
    """Puts other texts into cells: {sheet: {address: text}}."""
    parts = read(path)
    for sheet, texts in changes.items():
        part = sheets_of(parts)[sheet]
        xml = parts[part].decode()
        for at, text in texts.items():
            inner = (f' t="inlineStr"><is><t xml:space="preserve">'
                     f'{escape(text)}</t></is></c>')
            xml, count = re.subn(
                rf'<c r="{at}"((?: s="[0-9]+")?)(?: t="s")?'
                r'(?:/>|><v>[^<]*</v></c>)',
                lambda found: f'<c r="{at}"{found[1]}{inner}', xml)
            assert count == 1, f'{sheet}!{at}'
        parts[part] = xml.encode()
    write(out, parts)


def without_sheet_record(path, out):
    """Deletes the hidden sheet, as someone who unhides and deletes it."""
    parts = read(path)
    book = parts['xl/workbook.xml'].decode()
    parts['xl/workbook.xml'] = re.sub(
        r'<sheet [^>]*name="_catalog"[^>]*/>', '', book).encode()
    write(out, parts)


def replace_shared(path, out, old, new):
    """Changes a text that cells share, as a careless tool does: wherever it
    stands, the hidden sheet included."""
    parts = read(path)
    xml = parts['xl/sharedStrings.xml'].decode()
    assert f'>{escape(old)}</t>' in xml
    parts['xl/sharedStrings.xml'] = xml.replace(
        f'>{escape(old)}</t>', f'>{escape(new)}</t>').encode()
    write(out, parts)


def main():
    """office.py BOOK OUT [--bare] [--shared OLD NEW] [SHEET!F6=TEXT …]; \\n is
    a line end."""
    book, out, *changes = sys.argv[1:]
    if '--bare' in changes:
        return without_sheet_record(book, out)
    if changes[0] == '--shared':
        return replace_shared(book, out, *changes[1:])
    by_sheet = {}
    for change in changes:
        place, text = change.split('=', 1)
        sheet, at = place.rsplit('!', 1)
        by_sheet.setdefault(sheet, {})[at] = text.replace('\\n', '\n')
    edit(book, out, by_sheet)


if __name__ == '__main__':
    main()
