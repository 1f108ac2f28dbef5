"""Tables as offices have them: grids written as xlsx, csv and html.

A grid is rows of texts, with merged cells as (top, left, bottom, right), ends
counted in. Only the standard library: what is written here is what is read.
"""

import csv
import html
import io
import zipfile


def letters(column):
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def escaped(text):
    return html.escape(text, quote=False)


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(path, sheets):
    """Writes (name, rows, merges) a sheet, with shared strings."""
    strings = {}

    def sheet_xml(rows, merges):
        parts = [f'<worksheet xmlns="{SHEET}">', '<sheetData>']
        for i, row in enumerate(rows):
            cells = []
            for j, text in enumerate(row):
                if not text:
                    continue
                index = strings.setdefault(text, len(strings))
                cells.append(f'<c r="{letters(j)}{i + 1}" t="s"><v>{index}</v></c>')
            parts.append(f'<row r="{i + 1}">{"".join(cells)}</row>')
        parts.append('</sheetData>')
        if merges:
            parts.append('<mergeCells>' + ''.join(
                f'<mergeCell ref="{letters(a[1])}{a[0] + 1}:{letters(a[3])}{a[2] + 1}"/>'
                for a in merges) + '</mergeCells>')
        parts.append('</worksheet>')
        return ''.join(parts)

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        listed, relations = [], []
        for i, (name, rows, merges) in enumerate(sheets, 1):
            archive.writestr(f"xl/worksheets/sheet{i}.xml", sheet_xml(rows, merges))
            listed.append(f'<sheet name="{escaped(name)}" sheetId="{i}" r:id="rId{i}"/>')
            relations.append(f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" '
                             f'Target="worksheets/sheet{i}.xml"/>')
        relations.append(f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" '
                         'Target="sharedStrings.xml"/>')
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
            + ''.join(listed) + '</sheets></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}">' + ''.join(relations) + '</Relationships>')
        archive.writestr(
            "xl/sharedStrings.xml",
            f'<sst xmlns="{SHEET}">' + ''.join(
                f'<si><t xml:space="preserve">{escaped(text)}</t></si>'
                for text in strings) + '</sst>')


def text_table(path, rows, encoding="utf-8", separator=","):
    """Merged cells are lost here, as in every export."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    with open(path, "wb") as file:
        file.write(text.getvalue().encode(encoding, "replace"))


def page(path, sheets):
    """Tables on a page, as content systems write them."""
    parts = ["<!DOCTYPE html><html><head><title>x</title><style>td{}</style></head><body>"]
    for name, rows, merges in sheets:
        covered, spans = set(), {}
        for top, left, bottom, right in merges:
            spans[top, left] = (bottom - top + 1, right - left + 1)
            covered |= {(i, j) for i in range(top, bottom + 1)
                        for j in range(left, right + 1)} - {(top, left)}
        parts.append("<TABLE border=1><tbody>")
        for i, row in enumerate(rows):
            parts.append("<tr>")
            for j, text in enumerate(row):
                if (i, j) in covered:
                    continue
                down, across = spans.get((i, j), (1, 1))
                attributes = (f' rowspan="{down}"' if down > 1 else "") + (
                    f" colspan={across}" if across > 1 else "")
                shown = escaped(text).replace("\n", "<br/>").replace("·", "&middot;")
                parts.append(f"<td{attributes}><p>{shown}</p>")
            parts.append("</tr>\n")
        parts.append("</tbody></TABLE>")
    parts.append("<script>var s='<table><tr><td>no</td></tr></table>';</script></body></html>")
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(parts))
