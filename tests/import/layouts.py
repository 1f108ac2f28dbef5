"""Published rows set in the layouts, glyphs and debris of published tables."""

STANDARD = ["政府网站", "政府公报", "两微一端", "发布会/听证会", "广播电视", "纸质媒体",
            "公开查阅点", "政务服务中心", "便民服务站", "入户/现场",
            "社区/企事业单位/村公示栏(电子屏)", "精准推送"]
FIELDS = ["l1", "l2", "content", "basis", "timing", "body", "channels", "audience",
          "mode", "levels"]
COUNTY = {"县级", "区级", "市级", "州级"}
TOWN = {"乡级", "镇级"}


def channels(row, on="■", off="□", between="\n", fill=True):
    if row["channels"] is None:
        return ""
    known = row["channels"]
    if off and fill:
        cells = [(on if name in known else off) + name for name in STANDARD]
        cells += [on + name for name in known if name not in STANDARD]
    else:
        cells = [on + name for name in known]
    return between.join(cells)


def value(row, key):
    if key == "basis":
        return row["basis_raw"] or ""
    return row[key] or ""


def audience(row, tick):
    known = row["audience"]
    if known is None:
        return ["", ""]
    group = known["specific_group_text"] or (tick if known["specific_group"] else "")
    return [tick if known["whole_society"] else "", group]


def mode(row, tick):
    known = row["mode"]
    return [tick if known and word in known else "" for word in ("主动", "依申请")]


def levels(row, columns, tick):
    """`columns`: for each the words of the data that it stands for."""
    return [tick if row["levels"] and set(row["levels"]) & words else "" for words in columns]


def runs(cells):
    """Equal neighbours, as (first, last)."""
    begin = 0
    for i in range(1, len(cells) + 1):
        if i == len(cells) or cells[i] != cells[begin] or not cells[begin]:
            yield begin, i - 1
            begin = i


class Sheet:
    """A grid that is being written."""

    def __init__(self):
        self.rows, self.merges = [], []
        self.items = []  # the first row of each item

    def add(self, row):
        self.rows.append(row)

    def item(self, row):
        self.items.append(len(self.rows))
        self.add(row)

    def title(self, text, width):
        self.merges.append((len(self.rows), 0, len(self.rows), width - 1))
        self.rows.append([text] + [""] * (width - 1))

    def header(self, columns):
        """`columns`: a title, or (title, [titles below])."""
        top, below = [], []
        row = len(self.rows)
        for each in columns:
            if isinstance(each, str):
                self.merges.append((row, len(top), row + 1, len(top)))
                top.append(each)
                below.append("")
            else:
                if len(each[1]) > 1:
                    self.merges.append((row, len(top), row, len(top) + len(each[1]) - 1))
                top += [each[0]] + [""] * (len(each[1]) - 1)
                below += each[1]
        self.rows += [top, below]

    def merge_down(self, first, columns):
        """Equal cells of these columns below each other become one."""
        for column in columns:
            cells = [row[column] for row in self.rows[first:]]
            for begin, end in runs(cells):
                if end > begin:
                    self.merges.append((first + begin, column, first + end, column))
                    for row in range(first + begin + 1, first + end + 1):
                        self.rows[row][column] = ""


def wrapped(text, width):
    return "\n".join(text[i:i + width] for i in range(0, len(text), width))


def standard(rows, domain):
    sheet = Sheet()
    sheet.title(f"{domain}领域基层政务公开标准目录", 14)
    sheet.add(["编制单位：某县人民政府办公室"])
    sheet.header(["序号", ("公开事项", ["一级事项", "二级事项"]), "公开内容\n（要素）",
                  "公开依据", "公开时限", "公开主体", "公开渠道和载体",
                  ("公开对象", ["全社会", "特定群众"]), ("公开方式", ["主动", "依申请公开"]),
                  ("公开层级", ["县级", "乡级", "村级"])])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 1):
        sheet.item([str(i)] + [value(row, key) for key in
                              ("l1", "l2", "content", "basis", "timing", "body")]
                  + [channels(row)] + audience(row, "√") + mode(row, "√")
                  + levels(row, [COUNTY, TOWN, {"村级"}], "√"))
    sheet.merge_down(first, [1, 4, 5, 6, 7])
    sheet.title("注：■表示已公开的渠道。", 14)
    return sheet


def other_order(rows, domain):
    sheet = Sheet()
    sheet.title(f"某市{domain}领域基层政务公开标准目录", 11)
    sheet.header(["序号", ("事项名称", ["一级", "二级"]), "公开内容", "公开主体", "公开时限",
                  ("公开方式", ["主动", "依申请"]), "公开渠道", "公开依据",
                  ("公开对象", ["全社会", "特定群体（请写明）"])])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 5):
        sheet.item([str(i)] + [value(row, key) for key in
                              ("l1", "l2", "content", "body", "timing")]
                  + mode(row, "■") + [channels(row, "▄", "口", " "), value(row, "basis")]
                  + audience(row, "■"))
    sheet.merge_down(first, [1, 4, 5, 8, 9])
    return sheet


def three_levels(rows, domain):
    sheet = Sheet()
    columns = ["序号", ("公开事项", ["一级事项", "二级事项", "三级事项"]), "公开内容（要素）",
               "公开依据", "公开时限", "公开主体", "公开渠道和载体",
               ("公开对象", ["全社会", "特定群体"]), ("公开方式", ["主动公开", "依申请公开"]),
               ("公开层级", ["市级", "县级", "乡级"])]
    sheet.title(f"{domain}领域基层政务公开标准目录", 15)
    for i, row in enumerate(rows, 1):
        if i % 3 == 1:
            sheet.header(columns)
        here = len(sheet.rows)
        sheet.item([str(i), value(row, "l1"), value(row, "l2"), ""]
                  + [value(row, key) for key in ("content", "basis", "timing", "body")]
                  + [channels(row, off="", between="\n")] + audience(row, "☑") + mode(row, "☑")
                  + levels(row, [set(), COUNTY, TOWN | {"村级"}], "☑"))
        if row["l2"]:
            sheet.merges.append((here, 2, here, 3))
    return sheet


def process_first(rows, domain):
    sheet = Sheet()
    sheet.header(["序号", "过程", ("公开事项", ["一级事项", "二级事项"]), "公开内容", "公开依据",
                  "公开时限", "公开主体", "公开渠道和载体\n（\"■\"表示必选项，\"口\"表示可选项）",
                  ("公开对象", ["全社会", "特定群体"]), ("公开方式", ["主动", "依申请"]),
                  ("公开层级", ["区级", "街镇级"])])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 1):
        sheet.item([f"{i:04d}", "决策" if i < 3 else "执行"]
                  + [value(row, key) for key in
                     ("l1", "l2", "content", "basis", "timing", "body")]
                  + [channels(row, "■", "口" if i % 2 else "□", " ")] + audience(row, "√")
                  + mode(row, "√") + levels(row, [COUNTY, TOWN | {"村级"}], "√"))
    sheet.merge_down(first, [1, 2, 5, 6, 7])
    return sheet


def lost_merges(rows, domain):
    """Exported as text: merged cells come apart, √ turns into ?."""
    sheet = Sheet()
    sheet.add([f"{domain}领域基层政务公开标准目录"] + [""] * 12)
    sheet.header(["序号", ("公开事项", ["一级事项", "二级事项"]), "公开内容（要素）", "公开依据",
                  "公开时限", "公开主体", "公开渠道和载体", ("公开对象", ["全社会", "特定群众"]),
                  ("公开方式", ["主动", "依申请公开"]), ("公开层级", ["县级", "乡、村级"])])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 1):
        sheet.item([str(i)] + [value(row, key) for key in
                              ("l1", "l2", "content", "basis", "timing", "body")]
                  + [channels(row, "■", "", " ")] + audience(row, "?") + mode(row, "?")
                  + levels(row, [COUNTY, TOWN | {"村级"}], "?"))
    sheet.merge_down(first, [1])
    sheet.merges = []
    return sheet


def from_pdf(rows, domain):
    """Line ends of the page, a header a page, a row cut over two pages."""
    sheet = Sheet()
    columns = ["序号", ("公开事项", ["一级\n事项", "二级\n事项"]), "公开内容\n（要素）", "公开\n依据",
               "公开\n时限", "公开\n主体", "公开渠道\n和载体", ("公开对象", ["全社\n会", "特定\n群体"]),
               ("公开方式", ["主\n动", "依申\n请"]), ("公开层级", ["县\n级", "乡\n级"])]
    sheet.title(f"{domain}领域基层政务公开标准目录", 13)
    sheet.header(columns)
    for i, row in enumerate(rows, 1):
        content = value(row, "content")
        cells = [str(i), wrapped(value(row, "l1"), 5), wrapped(value(row, "l2"), 6),
                 wrapped(content, 14), wrapped(value(row, "basis"), 12),
                 wrapped(value(row, "timing"), 8), wrapped(value(row, "body"), 6),
                 channels(row, "R", "£")] + audience(row, "√") + mode(row, "√") + \
            levels(row, [COUNTY, TOWN | {"村级"}], "√")
        lines = cells[3].split("\n")
        if i % 2 == 0 and len(lines) > 3:
            cells[3] = "\n".join(lines[:2])
            sheet.item(cells)
            sheet.header(columns)
            rest = [""] * len(cells)
            rest[3] = "\n".join(lines[2:])
            sheet.add(rest)
        else:
            sheet.item(cells)
    return sheet


def sections(rows, domain):
    """Several tables on a sheet, numbered names, notes and blank rows."""
    sheet = Sheet()
    sheet.title("某镇基层政务公开标准目录", 12)
    half = max(1, len(rows) // 2)
    for part, title in ((rows[:half], "(一)"), (rows[half:], "(二)")):
        if not part:
            continue
        sheet.add([])
        sheet.title(f"{title}{domain}领域", 12)
        sheet.header(["序号", ("公开事项", ["一级事项", "二级事项"]), "公开内容（要素）", "公开依据",
                      "公开时限", "公开责任单位", "公开渠道和载体",
                      ("公开对象", ["全社会", "特定群众"]),
                      ("公开方式", ["主动", "依申请公开"])])
        first = len(sheet.rows)
        number = 0
        for i, row in enumerate(part, 1):
            if i == 1 or row["l1"] != part[i - 2]["l1"]:
                number += 1
            one = f"{number}.{row['l1']}" if row["l1"] else ""
            two = f"{number}.{i}{row['l2']}" if row["l2"] else ""
            sheet.item([f"{i:02d}", one, two]
                      + [value(row, key) + ("_x000b_" if key == "content" and row[key] else "")
                         for key in ("content", "basis", "timing", "body")]
                      + [channels(row, "◆", "", " ")] + audience(row, "√") + mode(row, "√"))
        sheet.merge_down(first, [1, 4, 5, 6])
        sheet.title("备注：表中时限以工作日计。", 12)
    return sheet


def coded(rows, domain):
    sheet = Sheet()
    sheet.add(["编制单位:黟县人民政府"] + [""] * 16)
    sheet.header(["序号", "公开领域\n（编码）", ("公开事项", ["一级事项\n（编码）", "二级事项\n（编码）"]),
                  "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体",
                  ("公开对象", ["全社会", "特定群体"]), ("公开方式", ["主动", "依申请"]),
                  ("公开层级", ["县级", "乡级", "村级"])])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 1):
        one = f"{row['l1']}\n101{i:03d}000" if row["l1"] else ""
        two = f"{row['l2']}\n101001{i:03d}" if row["l2"] else ""
        sheet.item([str(i), f"{domain}\n101000000", one, two]
                  + [value(row, key) for key in ("content", "basis", "timing", "body")]
                  + [channels(row, "■", "□")] + audience(row, "√") + mode(row, "√")
                  + levels(row, [COUNTY, TOWN, {"村级"}], "√"))
    sheet.merge_down(first, [1, 5, 6, 7, 8])
    return sheet


def extra_columns(rows, domain):
    """No ticks at all; telephones, formats and remarks; text with semicolons."""
    sheet = Sheet()
    sheet.add(["序号", "公开领域", "类别", "一级目录", "二级目录", "公开内容", "公开依据", "公开主体",
               "公开时限", "公开渠道", "公开形式", "公开对象", "公开属性", "公开层级",
               "咨询电话", "监督举报电话", "备注"])
    for i, row in enumerate(rows, 1):
        known = row["audience"] or {}
        who = ("全社会" if known.get("whole_society") else "") or \
            (known.get("specific_group_text") or "")
        sheet.item([str(i), domain, "综合政务"]
                  + [value(row, key) for key in ("l1", "l2", "content", "basis", "body", "timing")]
                  + ["、".join(row["channels"] or []), "图表、文字", who,
                     "".join(word + "公开" for word in row["mode"] or []),
                     "、".join(row["levels"] or []), "0577-88880000", "12345", ""])
    return sheet


def dittos(rows, domain):
    """One header row without parents; 同上 for what the row above says."""
    sheet = Sheet()
    sheet.title(f"{domain}领域目录", 14)
    sheet.add(["部门", "序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体",
               "公开渠道和载体", "全社会", "特定群体", "主动", "依申请", "区级", "街镇级"])
    before = {}
    for i, row in enumerate(rows, 1):
        def cell(key):
            text = value(row, key)
            same = text and before.get(key) == text
            before[key] = text
            return "同上" if same else text
        sheet.item(["某局", f"{i}", value(row, "l1"), value(row, "l2"), value(row, "content"),
                   cell("basis"), cell("timing"), cell("body"), channels(row, "√", "□", "\n")]
                  + audience(row, "√") + mode(row, "√")
                  + levels(row, [COUNTY, TOWN | {"村级"}], "√"))
    return sheet


def five_opens(rows, domain):
    sheet = Sheet()
    sheet.title(f"{domain}领域基层政务公开标准目录", 16)
    sheet.header(["序号", ("公开事项", ["一级事项", "二级事项"]), "公开内容（要素）", "公开依据", "公开时限",
                  "公开主体", "公开渠道和载体(用\"■\"标注)", ("公开对象(用\"√\"标注)", ["全社会", "特定群体"]),
                  ("公开方式(用\"√\"标注)", ["主动", "依申请"]),
                  ("公开层级(用\"√\"标注)", ["市级", "镇街", "村(社区)"]), "公开格式", "五公开"])
    first = len(sheet.rows)
    for i, row in enumerate(rows, 1):
        sheet.item([str(i)] + [value(row, key) for key in
                              ("l1", "l2", "content", "basis", "timing", "body")]
                  + [channels(row, "þ", "t")] + audience(row, "√") + mode(row, "√")
                  + levels(row, [COUNTY, TOWN, {"村级"}], "√")
                  + ["■文本 口图表 口音频 口视频", "口决策 口执行 口管理 ■服务 口结果"])
    sheet.merge_down(first, [1, 4, 5])
    return sheet


# What each is written as, and the fields that it shows.
LAYOUTS = {
    "standard": (standard, "xlsx", FIELDS),
    "other-order": (other_order, "xlsx", FIELDS[:9]),
    "three-levels": (three_levels, "xlsx", FIELDS),
    "process-first": (process_first, "xlsx", FIELDS),
    "lost-merges": (lost_merges, "gb18030.csv", FIELDS),
    "from-pdf": (from_pdf, "xlsx", FIELDS),
    "sections": (sections, "xlsx", FIELDS[:9]),
    "coded": (coded, "html", FIELDS),
    "extra-columns": (extra_columns, "semicolon.csv", FIELDS),
    "dittos": (dittos, "tab.csv", FIELDS),
    "five-opens": (five_opens, "xlsx", FIELDS),
}
