"""Tables written after the manner of county and town sites, before anybody
looked at how they are read: what each file holds, and what it says.

`TABLES` maps a name to (write, rows): `write(folder)` gives the path of the
file, a row is what the catalog should say of the item. The names of places and
offices are made up.
"""

import csv
import io
import os
import re

import office


def xlsx(name, sheets):
    def write(folder):
        path = os.path.join(folder, name)
        office.xlsx(path, [(title, square(rows), merges) for title, rows, merges in sheets])
        return path
    return write


def raw(name, content):
    def write(folder):
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path
    return write


def square(rows):
    width = max(len(row) for row in rows)
    return [list(row) + [""] * (width - len(row)) for row in rows]


def separated(rows, encoding, separator=","):
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(square(rows))
    return text.getvalue().encode(encoding)


def item(name, content, timing, body, channels, **more):
    return {"name": name, "content": content, "timing": timing, "body": body,
            "channels": set(channels), **more}


# 1. Channels in columns of their own, under one head; two lines over it.
channels_split = xlsx("教育体育局目录.xlsx", [("Sheet1", [
    ["附件3"],
    ["青禾县教育体育局政务公开事项标准目录"],
    ["填报单位：青禾县教育体育局", "", "", "", "", "", "", "填报时间：2023年6月12日"],
    ["序号", "公开事项", "", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "", "", "", "公开对象", "", "公开方式", ""],
    ["", "一级事项", "二级事项", "", "", "", "", "政府网站", "政务新媒体", "公示栏", "其他", "全社会", "特定群体", "主动公开", "依申请公开"],
    ["1", "学生管理", "学籍管理", "1.学籍管理办法\n2.转学、休学、复学办理流程", "《中华人民共和国义务教育法》", "信息形成后20个工作日内", "青禾县教育体育局", "√", "√", "", "", "√", "", "√", ""],
    ["2", "", "资助政策", "1.资助项目\n2.资助标准\n3.申请条件", "《政府信息公开条例》", "每学期开学前", "青禾县教育体育局", "√", "", "√", "", "", "家庭经济困难学生", "√", ""],
    ["3", "校车管理", "校车许可", "许可结果", "《校车安全管理条例》", "作出决定之日起7个工作日内", "青禾县教育体育局", "√", "", "", "办事大厅", "√", "", "√", ""],
    ["注：1.“√”表示采用该渠道公开。"],
    ["填表人：张某某", "", "", "审核人：李某某", "", "", "联系电话：0577-00000000"],
], [(1, 0, 1, 14), (3, 0, 4, 0), (3, 1, 3, 2), (3, 3, 4, 3), (3, 4, 4, 4), (3, 5, 4, 5),
    (3, 6, 4, 6), (3, 7, 3, 10), (3, 11, 3, 12), (3, 13, 3, 14), (5, 1, 6, 1), (8, 0, 8, 14)])])
channels_split_rows = [
    item(["学生管理", "学籍管理"], ["学籍管理办法", "转学、休学、复学办理流程"], "信息形成后20个工作日内",
         "青禾县教育体育局", ["政府网站", "政务新媒体"], basis=["义务教育法"], audience=(True, []), mode=["proactive"]),
    item(["学生管理", "资助政策"], ["资助项目", "资助标准", "申请条件"], "每学期开学前", "青禾县教育体育局",
         ["政府网站", "公示栏"], basis=["政府信息公开条例"], audience=(False, ["家庭经济困难学生"]), mode=["proactive"]),
    item(["校车管理", "校车许可"], ["许可结果"], "作出决定之日起7个工作日内", "青禾县教育体育局",
         ["政府网站", "办事大厅"], basis=["校车安全管理条例"], audience=(True, []), mode=["proactive"]),
]

# 2. One number for a group, merged down; a unit's own columns.
merged_numbers = xlsx("民政局.xlsx", [("社会救助", [
    ["社会救助领域基层政务公开标准目录"],
    ["序号", "公开事项", "", "公开内容\n（要素）", "公开依据", "公开时限", "公开主体", "责任科室", "联系人及电话", "公开渠道和载体", "公开对象", "", "公开方式", "", "公开层级", ""],
    ["", "一级事项", "二级事项", "", "", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请", "县级", "乡级"],
    ["一", "最低生活保障", "政策法规文件", "《国务院关于进一步加强和改进最低生活保障工作的意见》及配套政策", "《社会救助暂行办法》", "制定或获取文件之日起10个工作日内", "民政局、乡镇人民政府", "社会救助股", "王某 0577-00000001", "■政府网站\n□政府公报\n■社区/企事业单位/村公示栏", "√", "", "√", "", "√", "√"],
    ["", "", "审核审批信息", "1.初审对象名单及相关材料\n2.低保对象名单", "", "公示7个工作日", "民政局、乡镇人民政府", "社会救助股", "王某 0577-00000001", "■社区/企事业单位/村公示栏", "", "本村（社区）居民", "√", "", "", "√"],
    ["二", "临时救助", "办事指南", "办理事项；办理条件；救助标准；申请材料；办理流程", "《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）", "制定或获取信息之日起10个工作日内", "民政局、乡镇人民政府", "社会救助股", "王某 0577-00000001", "■政府网站\n■政务服务中心", "√", "", "√", "", "√", "√"],
], [(0, 0, 0, 15), (1, 0, 2, 0), (1, 1, 1, 2)] + [(1, c, 2, c) for c in range(3, 10)] +
    [(1, 10, 1, 11), (1, 12, 1, 13), (1, 14, 1, 15), (3, 0, 4, 0), (3, 1, 4, 1), (3, 4, 4, 4)])])
merged_numbers_rows = [
    item(["最低生活保障", "政策法规文件"], ["《国务院关于进一步加强和改进最低生活保障工作的意见》及配套政策"],
         "制定或获取文件之日起10个工作日内", "民政局、乡镇人民政府",
         ["政府网站", "社区/企事业单位/村公示栏"], basis=["社会救助暂行办法"], audience=(True, []),
         mode=["proactive"], levels={"county", "town"},
         elements={"责任科室": "社会救助股", "联系人及电话": "王某 0577-00000001"}),
    item(["最低生活保障", "审核审批信息"], ["初审对象名单及相关材料", "低保对象名单"], "公示7个工作日",
         "民政局、乡镇人民政府", ["社区/企事业单位/村公示栏"], basis=["社会救助暂行办法"],
         audience=(False, ["本村(社区)居民"]), mode=["proactive"], levels={"town"}),
    item(["临时救助", "办事指南"], ["办理事项；办理条件；救助标准；申请材料；办理流程"], "制定或获取信息之日起10个工作日内",
         "民政局、乡镇人民政府", ["政府网站", "政务服务中心"],
         basis=["国务院关于全面建立临时救助制度的通知"], audience=(True, []), mode=["proactive"],
         levels={"county", "town"}),
]

# 3. A town's own list, saved as CSV by an old program.
town_rows_written = [
    ["柳河镇人民政府政务公开目录", "", "", "", "", "", ""],
    ["序号", "类别", "公开事项", "公开内容", "公开形式", "公开时间", "公开范围", "责任科室"],
    ["1", "机构职能", "领导信息", "姓名、职务、分工", "政府网站、公开栏", "信息变更后及时公开", "社会公众", "党政办公室"],
    ["2", "机构职能", "机构设置", "内设机构名称、职责、办公地址、联系方式", "政府网站", "长期公开", "社会公众", "党政办公室"],
    ["3", "财政信息", "年度预算", "预算报告及报表", "政府网站", "批准后20日内", "社会公众", "财政所"],
    ["4", "惠民补贴", "耕地地力保护补贴", "补贴对象、补贴面积、补贴金额", "村公开栏", "公示7天", "本村村民", "农业农村办公室"],
]
town_csv = raw("柳河镇.csv", separated(town_rows_written, "gb18030"))
town_csv_rows = [
    item(["领导信息"], ["姓名、职务、分工"], "信息变更后及时公开", "党政办公室", ["政府网站", "公开栏"],
         audience=(True, []), elements={"类别": "机构职能"}),
    item(["机构设置"], ["内设机构名称、职责、办公地址、联系方式"], "长期公开", "党政办公室", ["政府网站"], audience=(True, [])),
    item(["年度预算"], ["预算报告及报表"], "批准后20日内", "财政所", ["政府网站"], audience=(True, [])),
    item(["耕地地力保护补贴"], ["补贴对象、补贴面积、补贴金额"], "公示7天", "农业农村办公室", ["村公开栏"],
         audience=(False, ["本村村民"])),
]


# 4. A page that Word saved.
def word_cell(text, attributes="", tag="td"):
    lines = "".join(
        "<p class=MsoNormal align=left style='mso-pagination:widow-orphan'><span\r\n"
        f"  style='font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体;color:black'>{part}"
        "<span\r\n  lang=EN-US><o:p></o:p></span></span></p>" for part in re.split("(?<!\r)\n", text))
    return (f"  <{tag} width=64 {attributes} style='width:48.0pt;border:solid windowtext 1.0pt;\r\n"
            f"  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>\r\n  {lines}\r\n  </{tag}>\r\n")


def word_row(cells):
    return " <tr style='mso-yfti-irow:1;height:27.0pt'>\r\n" + "".join(
        word_cell(*each) if isinstance(each, tuple) else word_cell(each) for each in cells) + " </tr>\r\n"


word_page = raw("户籍管理目录.htm", (
    '<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\n'
    'xmlns:w="urn:schemas-microsoft-com:office:word">\r\n<head>\r\n'
    '<meta http-equiv=Content-Type content="text/html; charset=gb2312">\r\n'
    '<meta name=Generator content="Microsoft Word 14">\r\n<!--[if gte mso 9]><xml><o:x><table><tr><td>1</table></o:x></xml><![endif]-->\r\n'
    '<style>\r\n<!--\r\n p.MsoNormal {mso-style-parent:"";}\r\n-->\r\n</style></head>\r\n'
    "<body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>\r\n"
    "<p class=MsoNormal align=center><b>青禾县户籍管理领域基层政务公开标准目录</b></p>\r\n"
    "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0>\r\n<thead>"
    + word_row([("序号", "rowspan=2"), ("公开事项", "colspan=2"), ("公开内容<br>\r\n  （要素）", "rowspan=2"),
                ("公开&nbsp;依据", "rowspan=2"), ("公开时限", "rowspan=2"), ("公开主体", "rowspan=2"),
                ("公开渠道\r\n  和载体", "rowspan=2"), ("公开对象", "colspan=2"), ("公开方式", "colspan=2")])
    + word_row(["一级<span lang=EN-US><br>\r\n  </span>事项", "二级事项", "全社会", "特定群体", "主动", "依申请"])
    + "</thead>"
    + word_row(["<span lang=EN-US>1</span>", ("出生登记", "rowspan=2"), "国内出生登记",
                "受理条件；申报材料；\r\n  办理程序", ("《中华人民共和国户口登记条例》", "rowspan=2"),
                "信息形成之日起<span\r\n  lang=EN-US>20</span>个工作日内", "县公安局", "■政府网站\n■公开查阅点\n□精准推送",
                "√", "&nbsp;", "√", "&nbsp;"])
    + word_row(["<span lang=EN-US>2</span>", "国外出生登记", "受理条件；申报材料；办理程序",
                "信息形成之日起<span\r\n  lang=EN-US>20</span>个工作日内", "县公安局", "■政府网站\n□公开查阅点\n■精准推送",
                "", "回国定居人员", "√", ""])
    + "<![if !supportMisalignedColumns]>\r\n <tr height=0>" + "<td width=10 style='border:none'></td>" * 12
    + "</tr>\r\n <![endif]></table>\r\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>"
).encode("gb18030"))
word_page_rows = [
    item(["出生登记", "国内出生登记"], ["受理条件；申报材料；办理程序"], "信息形成之日起20个工作日内", "县公安局",
         ["政府网站", "公开查阅点"], basis=["户口登记条例"], audience=(True, []), mode=["proactive"]),
    item(["出生登记", "国外出生登记"], ["受理条件；申报材料；办理程序"], "信息形成之日起20个工作日内", "县公安局",
         ["政府网站", "精准推送"], basis=["户口登记条例"], audience=(False, ["回国定居人员"]), mode=["proactive"]),
]

# 5. Parts of one table told by rows across it; sums, signatures, page numbers.
parts = xlsx("自然资源和规划局.xlsx", [("目录", [
    ["国土空间规划领域基层政务公开标准目录"],
    ["序号", "事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开对象", "公开方式"],
    ["一、规划编制"],
    ["1", "国土空间总体规划", "1.规划文本\n2.图件", "《中华人民共和国城乡规划法》第八条", "批准之日起20个工作日内", "县自然资源和规划局", "政府网站；规划展览馆", "全社会", "主动公开"],
    ["2", "村庄规划", "规划文本、图件", "《中华人民共和国城乡规划法》第八条", "批准之日起20个工作日内", "镇人民政府", "政府网站；村公示栏", "全社会", "主动公开"],
    ["二、规划许可"],
    ["3", "建设用地规划许可", "许可证及附图", "《中华人民共和国城乡规划法》第三十七条", "核发之日起7个工作日内", "县自然资源和规划局", "政府网站", "利害关系人", "依申请公开"],
    ["", "合计", "3项"],
    ["第1页，共1页"],
    ["审核：", "", "", "制表：", "", "日期：  年  月  日"],
], [(0, 0, 0, 8), (2, 0, 2, 8), (5, 0, 5, 8), (8, 0, 8, 8)])])
parts_rows = [
    item(["国土空间总体规划"], ["规划文本", "图件"], "批准之日起20个工作日内", "县自然资源和规划局",
         ["政府网站", "规划展览馆"], basis=["城乡规划法"], audience=(True, []), mode=["proactive"]),
    item(["村庄规划"], ["规划文本、图件"], "批准之日起20个工作日内", "镇人民政府", ["政府网站", "村公示栏"],
         basis=["城乡规划法"], audience=(True, []), mode=["proactive"]),
    item(["建设用地规划许可"], ["许可证及附图"], "核发之日起7个工作日内", "县自然资源和规划局", ["政府网站"],
         basis=["城乡规划法"], audience=(False, ["利害关系人"]), mode=["on-request"]),
]

# 6. A village's list.
village = xlsx("村务公开目录.xlsx", [("村务公开", [
    ["前进村村务公开目录清单"],
    ["公开类别", "序号", "公开项目", "公开的主要内容", "公开时间", "公开形式", "责任人"],
    ["党务公开", "1", "党组织决议", "村党组织会议决议、决定及执行情况", "及时公开", "公开栏、微信群", "村党支部书记"],
    ["", "2", "党费收缴", "党员姓名、应交金额、实交金额", "每季度一次", "公开栏", "组织委员"],
    ["财务公开", "3", "财务收支", "收入、支出、结余", "每月10日前", "公开栏、微信群", "村报账员"],
], [(0, 0, 0, 6), (2, 0, 3, 0)])])
village_rows = [
    item(["党组织决议"], ["村党组织会议决议、决定及执行情况"], "及时公开", "村党支部书记", ["公开栏", "微信群"],
         elements={"公开类别": "党务公开"}),
    item(["党费收缴"], ["党员姓名、应交金额、实交金额"], "每季度一次", "组织委员", ["公开栏"], elements={"公开类别": "党务公开"}),
    item(["财务收支"], ["收入、支出、结余"], "每月10日前", "村报账员", ["公开栏", "微信群"], elements={"公开类别": "财务公开"}),
]

# 7. Boxes in two columns of blanks, other words over the columns.
boxes = xlsx("医疗卫生领域.xlsx", [("Sheet2", [
    ["青禾区医疗卫生领域基层政务公开标准目录（2023年版）"],
    ["编号", "公  开  事  项", "", "公 开 内 容", "公 开 依 据", "公 开 时 限", "公 开 主 体", "公开渠道和载体（在选项前打√）", "公 开 对 象", "", "公 开 方 式", "", "公 开 层 级", ""],
    ["", "一  级", "二  级", "", "", "", "", "", "全社会", "特定群体（须写明）", "主  动", "依申请", "区县级", "乡镇（街道）级"],
    ["01", "行政许可", "医疗机构设置审批", "①机构职能 ②办事指南 ③审批结果", "①《医疗机构管理条例》②《医疗机构管理条例实施细则》", "自作出行政许可决定之日起7个工作日内", "区卫生健康局", "☑政府网站      ☐政府公报\n☐两微一端      ☐发布会/听证会\n☑政务服务中心  ☐其他____", "√", "", "√", "", "√", ""],
    ["02", "", "护士执业注册", "①办事指南 ②审批结果", "《护士条例》", "自作出行政许可决定之日起7个工作日内", "区卫生健康局", "☑政府网站      ☐政府公报\n☑两微一端      ☐发布会/听证会\n☐政务服务中心  ☑其他__12320热线__", "√", "", "√", "", "√", ""],
    ["03", "公共卫生", "预防接种", "①接种门诊 ②疫苗种类", "《中华人民共和国疫苗管理法》", "实时公开", "区卫生健康局、各镇（街道）", "☑政府网站      ☐政府公报\n☑两微一端      ☐发布会/听证会\n☐政务服务中心  ☐其他____", "", "受种者及其监护人", "√", "", "√", "√"],
], [(0, 0, 0, 13), (1, 0, 2, 0), (1, 1, 1, 2)] + [(1, c, 2, c) for c in range(3, 8)] +
    [(1, 8, 1, 9), (1, 10, 1, 11), (1, 12, 1, 13), (3, 1, 4, 1)])])
boxes_rows = [
    item(["行政许可", "医疗机构设置审批"], ["机构职能", "办事指南", "审批结果"], "自作出行政许可决定之日起7个工作日内", "区卫生健康局",
         ["政府网站", "政务服务中心"], basis=["医疗机构管理条例", "医疗机构管理条例实施细则"], audience=(True, []),
         mode=["proactive"], levels={"county"}),
    item(["行政许可", "护士执业注册"], ["办事指南", "审批结果"], "自作出行政许可决定之日起7个工作日内", "区卫生健康局",
         ["政府网站", "两微一端", "12320热线"], basis=["护士条例"], audience=(True, []), mode=["proactive"], levels={"county"}),
    item(["公共卫生", "预防接种"], ["接种门诊", "疫苗种类"], "实时公开", "区卫生健康局、各镇（街道）",
         ["政府网站", "两微一端"], basis=["疫苗管理法"], audience=(False, ["受种者及其监护人"]), mode=["proactive"],
         levels={"county", "town"}),
]

# 8. A page of a content system.
cms_page = raw("index.html", """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>公共文化服务_青禾市人民政府</title></head><body>
<div class="nav"><table><tr><td><a href="/">首页</a></td><td><a href="/zwgk/">政务公开</a></td></tr></table></div>
<h1>公共文化服务领域基层政务公开标准目录</h1><div class="date">发布日期：2022-03-01</div>
<div class="TRS_Editor"><table style="width:100%"><tbody>
<tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容<br/>（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th colspan="2">公开对象</th><th colspan="2">公开方式</th><th colspan="2">公开层级</th></tr>
<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群众</th><th>主动</th><th>依申请公开</th><th>市级</th><th>乡镇（街道）</th></tr>
<tr><td>1</td><td rowspan="2">公共服务</td><td>公共文化机构免费开放信息</td><td>●机构名称；<br>●开放时间；<br>●机构地址；</td><td rowspan="2">《中华人民共和国公共文化服务保障法》、《中华人民共和国政府信息公开条例》</td><td rowspan="2">自信息形成或变更之日起20个工作日内公开</td><td>市文化广电和旅游局</td><td>■政府网站 ■两微一端<br>■公开查阅点</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td>√</td></tr>
<tr><td>2</td><td>特殊群体公共文化服务信息</td><td>●机构名称；<br>●服务内容；</td><td>市文化广电和旅游局</td><td>■政府网站 ■两微一端<br>■其他：残疾人联合会网站</td><td></td><td>残疾人、老年人</td><td>√</td><td></td><td>√</td><td></td></tr>
</tbody></table></div><p>打印 关闭</p></body></html>
""".encode())
cms_page_rows = [
    item(["公共服务", "公共文化机构免费开放信息"], ["机构名称", "开放时间", "机构地址"], "自信息形成或变更之日起20个工作日内公开",
         "市文化广电和旅游局", ["政府网站", "两微一端", "公开查阅点"], basis=["公共文化服务保障法", "政府信息公开条例"],
         audience=(True, []), mode=["proactive"], levels={"county", "town"}),
    item(["公共服务", "特殊群体公共文化服务信息"], ["机构名称", "服务内容"], "自信息形成或变更之日起20个工作日内公开",
         "市文化广电和旅游局", ["政府网站", "两微一端", "残疾人联合会网站"],
         basis=["公共文化服务保障法", "政府信息公开条例"], audience=(False, ["残疾人、老年人"]), mode=["proactive"],
         levels={"county"}),
]

# 9. A power list used as a catalog.
powers = xlsx("公共服务事项公开清单.xlsx", [("清单", [
    ["青禾县市场监督管理局公开事项清单"],
    [],
    ["序号", "事项类型", "事项名称", "实施主体", "法律依据", "公开要素", "公开属性", "公开期限", "发布载体", "监督电话"],
    ["1", "行政许可", "食品经营许可", "县市场监督管理局", "《中华人民共和国食品安全法》第三十五条\n《食品经营许可和备案管理办法》", "办事指南、许可结果", "主动公开", "7个工作日", "政府网站、信用中国", "12315"],
    ["2", "行政处罚", "食品违法案件", "县市场监督管理局", "《中华人民共和国食品安全法》第一百二十二条", "处罚决定书（摘要）", "主动公开", "作出处罚决定之日起7个工作日内", "国家企业信用信息公示系统", "12315"],
    ["3", "其他", "投诉举报处理情况", "县市场监督管理局", "——", "投诉举报处理结果", "依申请公开", "收到申请之日起20个工作日内", "当面答复、邮寄", "12315"],
], [(0, 0, 0, 9)])])
powers_rows = [
    item(["食品经营许可"], ["办事指南、许可结果"], "7个工作日", "县市场监督管理局", ["政府网站", "信用中国"],
         basis=["食品安全法", "食品经营许可和备案管理办法"], mode=["proactive"], phone="12315", elements={"事项类型": "行政许可"}),
    item(["食品违法案件"], ["处罚决定书（摘要）"], "作出处罚决定之日起7个工作日内", "县市场监督管理局",
         ["国家企业信用信息公示系统"], basis=["食品安全法"], mode=["proactive"], phone="12315", elements={"事项类型": "行政处罚"}),
    item(["投诉举报处理情况"], ["投诉举报处理结果"], "收到申请之日起20个工作日内", "县市场监督管理局", ["当面答复", "邮寄"],
         mode=["on-request"], phone="12315", elements={"事项类型": "其他"}),
]

# 10. Saved by WPS as text: an empty column before, yes and no instead of ticks.
wps = raw("养老服务.csv", separated([
    ["", "养老服务领域基层政务公开标准目录"],
    [],
    ["", "序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "", "公开层级", "", "备注"],
    ["", "", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请", "县级", "乡级", ""],
    ["", "1", "养老服务通用政策", "国家和地方层面养老服务相关政策文件", "文件名称；文号；发文部门", "《中华人民共和国老年人权益保障法》；《养老机构管理办法》", "制定或获取之日起10个工作日内", "县民政局", "政府网站/政务服务中心", "是", "否", "是", "否", "是", "否", ""],
    ["", "2", "", "老年人补贴", "补贴名称；补贴标准", "《中华人民共和国老年人权益保障法》", "制定或获取之日起10个工作日内", "县民政局", "政府网站/政务服务中心", "是", "否", "是", "否", "是", "是", "含高龄津贴"],
    ["", "3", "养老服务业务办理", "养老机构备案", "备案申请材料样式；备案流程", "《养老机构管理办法》", "制定或获取之日起10个工作日内", "县民政局", "政府网站", "否", "养老机构举办者", "是", "否", "是", "否", ""],
    ["", "合计", "3", "", "", "", "", "", "", "", "", "", "", "", "", ""],
], "utf-8-sig"))
wps_rows = [
    item(["养老服务通用政策", "国家和地方层面养老服务相关政策文件"], ["文件名称；文号；发文部门"], "制定或获取之日起10个工作日内",
         "县民政局", ["政府网站", "政务服务中心"], basis=["老年人权益保障法", "养老机构管理办法"], audience=(True, []),
         mode=["proactive"], levels={"county"}),
    item(["养老服务通用政策", "老年人补贴"], ["补贴名称；补贴标准"], "制定或获取之日起10个工作日内", "县民政局",
         ["政府网站", "政务服务中心"], basis=["老年人权益保障法"], audience=(True, []), mode=["proactive"],
         levels={"county", "town"}, note="含高龄津贴"),
    item(["养老服务业务办理", "养老机构备案"], ["备案申请材料样式；备案流程"], "制定或获取之日起10个工作日内", "县民政局",
         ["政府网站"], basis=["养老机构管理办法"], audience=(False, ["养老机构举办者"]), mode=["proactive"], levels={"county"}),
]

# 11. Explanations before the tables, which are numbered; two on a sheet.
two_tables = xlsx("汇总.xlsx", [("汇总表", [
    ["填 表 说 明"],
    ["1.本表由各单位填写，一式两份。"],
    ["2.公开时限请写明起算时间。"],
    ["表1　就业创业领域政务公开标准目录"],
    ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开对象", "公开方式"],
    ["1-1", "就业信息服务", "岗位信息发布", "招聘单位；岗位要求；福利待遇", "《就业促进法》", "公开之日起3个工作日内更新", "县人力资源和社会保障局", "■网站□公报■微信", "□特定群体 ■全社会", "■主动 □依申请"],
    ["1-2", "就业信息服务", "求职信息登记", "服务对象；提交材料", "《就业促进法》", "20个工作日内", "县人力资源和社会保障局", "■网站□公报□微信", "■特定群体：求职者 □全社会", "■主动 □依申请"],
    [],
    ["表2　社会保险领域政务公开标准目录"],
    ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道", "公开对象", "公开方式"],
    ["2-1", "社会保险登记", "单位参保登记", "事项名称；办理材料", "《社会保险法》", "20个工作日内", "县社会保险事业管理中心", "■网站□公报□微信", "□特定群体 ■全社会", "■主动 □依申请"],
], [(0, 0, 0, 9), (1, 0, 1, 9), (2, 0, 2, 9), (3, 0, 3, 9), (8, 0, 8, 9)])])
two_tables_rows = [
    item(["就业信息服务", "岗位信息发布"], ["招聘单位；岗位要求；福利待遇"], "公开之日起3个工作日内更新", "县人力资源和社会保障局",
         ["网站", "微信"], basis=["就业促进法"], audience=(True, []), mode=["proactive"], domain="就业创业"),
    item(["就业信息服务", "求职信息登记"], ["服务对象；提交材料"], "20个工作日内", "县人力资源和社会保障局", ["网站"],
         basis=["就业促进法"], audience=(False, ["求职者"]), mode=["proactive"], domain="就业创业"),
    item(["社会保险登记", "单位参保登记"], ["事项名称；办理材料"], "20个工作日内", "县社会保险事业管理中心", ["网站"],
         basis=["社会保险法"], audience=(True, []), mode=["proactive"], domain="社会保险"),
]

# 12. A site's own words for the same columns; how often instead of by when.
site_words = xlsx("信息公开目录.xlsx", [("Sheet1", [
    ["青禾县水利局信息公开目录"],
    ["序号", "主题分类", "信息名称", "内容描述", "更新频率", "责任单位", "公开平台", "公开依据"],
    ["1", "水资源管理", "取水许可", "取水许可审批结果", "每月更新", "县水利局", "县政府门户网站", "《取水许可和水资源费征收管理条例》"],
    ["2", "防汛抗旱", "汛情预警", "预警级别、影响范围、防范措施", "实时更新", "县水利局", "县政府门户网站、电视台", "《中华人民共和国防洪法》"],
], [(0, 0, 0, 7)])])
site_words_rows = [
    item(["取水许可"], ["取水许可审批结果"], "每月更新", "县水利局", ["县政府门户网站"],
         basis=["取水许可和水资源费征收管理条例"], elements={"主题分类": "水资源管理"}),
    item(["汛情预警"], ["预警级别、影响范围、防范措施"], "实时更新", "县水利局", ["县政府门户网站", "电视台"],
         basis=["防洪法"], elements={"主题分类": "防汛抗旱"}),
]

TABLES = {
    "channels in columns": (channels_split, channels_split_rows),
    "merged numbers": (merged_numbers, merged_numbers_rows),
    "a town's csv": (town_csv, town_csv_rows),
    "saved by Word": (word_page, word_page_rows),
    "parts and sums": (parts, parts_rows),
    "a village": (village, village_rows),
    "boxes and blanks": (boxes, boxes_rows),
    "a page of a site": (cms_page, cms_page_rows),
    "a list of powers": (powers, powers_rows),
    "saved by WPS": (wps, wps_rows),
    "two tables": (two_tables, two_tables_rows),
    "other words": (site_words, site_words_rows),
}
