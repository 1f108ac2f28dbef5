"""Writes files that mean harm, or are not what they seem."""

import zipfile

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(path, sheet, book=None, target="worksheets/sheet1.xml", more=(),
             packing=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship '
                         f'Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
                         '</Relationships>')
        archive.writestr("xl/workbook.xml", book or (
            f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" '
            'r:id="s"/></sheets></workbook>'))
        archive.writestr("xl/_rels/workbook.xml.rels",
                         f'<Relationships xmlns="{PACKAGE}"><Relationship Id="s" '
                         f'Type="{OFFICE}/worksheet" Target="{target}"/></Relationships>')
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more:
            archive.writestr(name, content)


def inline(cells):
    rows = {}
    for place, text in cells.items():
        number = place.lstrip("ABCDEFGHIJ")
        rows.setdefault(number, []).append(
            f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>')
    return "".join(f'<row r="{number}">{"".join(each)}</row>' for number, each in rows.items())


HEAD = {"A1": "序号", "B1": "一级事项", "C1": "公开内容", "D1": "公开时限", "E1": "公开主体",
        "F1": "公开渠道"}
ROW = {"A2": "1", "B2": "甲", "C2": "乙", "D2": "实时公开", "E2": "某县教育局", "F2": "政府网站"}
BEGIN = f'<worksheet xmlns="{SHEET}">'
END = "</worksheet>"


def sheet(cells, before="", after=""):
    return f"{BEGIN}{before}<sheetData>{inline(cells)}</sheetData>{after}{END}"


workbook("bomb.xlsx", sheet(HEAD) + " " * (100 << 20))
# As many cells as no table has, not packed, so that nothing inflates.
workbook("many.xlsx", BEGIN + "<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 1000 + "</row>") * 2001 +
         "</sheetData>" + END, packing=zipfile.ZIP_STORED)
with open("large.xlsx", "wb") as file:
    file.write(b"PK\3\4")
    file.truncate((64 << 20) + 1)
workbook("entities.xlsx", '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' +
         sheet({**HEAD, "B2": "&b;"}))
workbook("outside.xlsx", '<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]>' +
         sheet({**HEAD, "B2": "&f;"}))
workbook("deep.xlsx", BEGIN + "<a>" * 100000 + "</a>" * 100000 + END)
workbook("broken.xlsx", sheet(HEAD)[:-20])
workbook("escape.xlsx", sheet(HEAD), target="../../../../../../etc/passwd/worksheets/x")
last = {place.replace("2", "1048576"): text for place, text in ROW.items()}
workbook("wide.xlsx", sheet({**HEAD, **last}, '<dimension ref="A1:XFD1048576"/>',
                            '<mergeCells><mergeCell ref="A3:XFD1048576"/>'
                            '<mergeCell ref="A1:A9"/><mergeCell ref="Z9:A1"/>'
                            '<mergeCell ref="AAAAAAAAAAAA1:B99999999999"/></mergeCells>'))
workbook("values.xlsx", BEGIN + '<sheetData><row r="0"><c r="A0"><v>1e999</v></c></row>' +
         inline(HEAD) + '<row><c t="s"><v>99</v></c><c t="e"><v>#REF!</v></c>'
         '<c t="b"><v>1</v></c><c s="77"><v>44927</v></c><c r="ZZZZZ9"><v>x</v></c></row>'
         "</sheetData>" + END)
with zipfile.ZipFile("letter.docx", "w") as archive:
    archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" '
                     f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
with zipfile.ZipFile("table.ods", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600
open("old.xls", "wb").write(COMPOUND + "Workbook".encode("utf-16-le"))
open("locked.xlsx", "wb").write(COMPOUND + "EncryptedPackage".encode("utf-16-le"))
open("picture.xlsx", "wb").write(bytes.fromhex("89504E470D0A1A0A0000000D49484452"))
open("cut.xlsx", "wb").write(open("wide.xlsx", "rb").read()[:300])
open("empty.csv", "wb").close()
open("quote.csv", "w", encoding="utf-8").write('序号,一级事项,公开内容,公开时限\n1,"甲,乙\n')
open("spans.html", "w", encoding="utf-8").write(
    "<table><tr><td rowspan=99999999 colspan=99999999>序号<td>一级事项</td>" * 3 +
    "<table>" * 5000 + "<td>&#0;&#x110000;&#xD800;&bogus;&amp" + "<" * 5000)
