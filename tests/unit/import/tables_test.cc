#include "import/tables.h"

#include <doctest/doctest.h>

#include "diagnostics/diagnostics.h"
#include "import/csv.h"
#include "import/html.h"
#include "import/text.h"

namespace catalog::import {
namespace {

using Texts = std::vector<std::string>;

/// What a table of text reads as, and what was remarked.
struct Reading {
  SheetReading sheet;
  Texts remarks;
};

Reading read(std::string_view text) {
  auto sheet = csv_sheet(text);
  REQUIRE(sheet.has_value());
  Remarks remarks(diagnostics::Language::en);
  Reading reading{read_tables(Grid(*sheet, "表.csv"), "", {}, remarks), {}};
  for (const Remark& each : remarks.all())
    reading.remarks.emplace_back(each.code);
  return reading;
}

/// The cells of a field, a row each, names as `一级/二级`.
Texts cells(const SheetReading& reading, Field field) {
  Texts all;
  for (const Table& table : reading.tables)
    for (const Row& row : table.rows) {
      const std::string* text = table.text(row, field);
      all.push_back(text ? *text : "-");
    }
  return all;
}

Texts names(const SheetReading& reading) {
  Texts all = cells(reading, Field::name1);
  const Texts second = cells(reading, Field::name2);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (second[i] != "-") all[i] += "/" + second[i];
  return all;
}

std::vector<Field> fields(const SheetReading& reading) {
  std::vector<Field> all;
  for (const Column& each : reading.tables.at(0).header.columns)
    all.push_back(each.field);
  return all;
}

TEST_CASE("a header of three rows has its groups and its channels") {
  const auto found = read(
      "序号,公开事项,,公开要求,,责任单位,公开载体,,,公开层级\n"
      ",事项大类,事项名称,公开内容,公开时限,,线上,,线下,县级\n"
      ",,,,,,政府门户网站,微信公众号,公开栏,\n"
      "1,法律援助,申请指南,援助范围,及时公开,县司法局,√,,√,√\n"
      "2,,审查结果,审查结论,及时公开,县司法局,,,√,√\n");
  CHECK(names(found.sheet) == Texts{"法律援助/申请指南", "法律援助/审查结果"});
  CHECK(fields(found.sheet) ==
        std::vector{Field::number, Field::name1, Field::name2, Field::content,
                    Field::timing, Field::body, Field::channel, Field::channel,
                    Field::channel, Field::level});
}

TEST_CASE("heads that lost their merged cells stand over parts") {
  const auto found = read(
      "序号,事项,,公示要点,公布渠道,,,公开属性,承办股室,时间要求\n"
      ",类别,名称,,网站,公众号,校园公示栏,,,\n"
      "1,招生,招生简章,招生对象,√,,√,主动公开,基教股,招生前10日\n"
      "2,,录取名单,学生姓名,,,√,依申请公开,基教股,录取后3日内\n");
  CHECK(names(found.sheet) == Texts{"招生/招生简章", "招生/录取名单"});
  CHECK(fields(found.sheet) ==
        std::vector{Field::number, Field::name1, Field::name2, Field::content,
                    Field::channel, Field::channel, Field::channel, Field::mode,
                    Field::body, Field::timing});
}

TEST_CASE("a first level may stand over its items with its number") {
  const auto found = read(
      "序号,一级事项,二级事项,公开内容,公开时限,公开主体\n"
      "一、,行政许可,,,,\n"
      "1,,采矿许可,许可结果,及时公开,自然资源局\n"
      "二、,行政处罚,,,,\n"
      "1,,水利处罚,处罚结果,及时公开,水利局\n");
  CHECK(names(found.sheet) == Texts{"行政许可/采矿许可", "行政处罚/水利处罚"});
}

TEST_CASE("a repeated header of two rows is no lower part of another") {
  const auto found = read(
      "序号,公开事项,公开内容,公开时限,公开主体,公开对象,\n"
      ",,,,,全社会,特定群体\n"
      "1,甲事项,内容甲,及时公开,县教育局,√,\n"
      "序号,公开事项,公开内容,公开时限,公开主体,公开对象,\n"
      ",,,,,全社会,特定群体\n"
      "2,乙事项,内容乙,及时公开,县教育局,√,\n");
  CHECK(names(found.sheet) == Texts{"甲事项", "乙事项"});
  CHECK(found.remarks == Texts{"repeated-header"});
}

TEST_CASE("rows that number those below them are their first level") {
  const auto found = read(
      "序号,公开事项,公开内容,公开时限,公开主体\n"
      ",1 机构信息,,,\n"
      "1.1,机构概况,地址,长期公开,卫生院\n"
      "1.2,科室,职称,长期公开,卫生院\n"
      ",2 监督投诉,,,\n"
      "2.1,投诉渠道,电话,长期公开,卫生院\n");
  CHECK(names(found.sheet) ==
        Texts{"1 机构信息/机构概况", "1 机构信息/科室", "2 监督投诉/投诉渠道"});
  CHECK(found.remarks == Texts{"section-title", "section-title"});
}

TEST_CASE("titles over items that begin to count are their first level") {
  const auto found = read(
      "项目编号,公开项目,具体内容,公开时间,责任人\n"
      "一、党务公开,,,,\n"
      "1,1.发展党员,基本情况,及时公开,村党支部\n"
      "二、村务公开,,,,\n"
      "2,1.村民会议决议,表决结果,及时公开,村委会\n"
      "第 1 页 / 共 2 页,,,,\n"
      "项目编号,公开项目,具体内容,公开时间,责任人\n"
      "3,2.宅基地审批,审批结果,及时公开,村委会\n"
      "村务监督委员会主任（签字）：,,村党支部书记（签字）：,,年  月  日\n");
  CHECK(names(found.sheet) == Texts{"一、党务公开/1.发展党员",
                                    "二、村务公开/1.村民会议决议",
                                    "二、村务公开/2.宅基地审批"});
}

TEST_CASE("titles over items numbered through are parts of the table") {
  const auto found = read(
      "序号,公开项目,公开内容,公开时间,责任单位\n"
      "一、村级事务,,,,\n"
      "1,村庄规划,规划文本,及时公开,村委会\n"
      "二、惠民政策,,,,\n"
      "2,危房改造,补助标准,及时公开,村委会\n");
  CHECK(names(found.sheet) == Texts{"村庄规划", "危房改造"});
  CHECK(found.remarks == Texts{"section-title", "section-title"});
}

TEST_CASE("a column of groups is a level where its cells hold for several") {
  const auto merged = read(
      "序号,公开类别,公开项目,公开内容,公开时间,责任主体\n"
      "1,村级事务,村庄规划,布局图,及时公开,村委会\n"
      "2,,村规民约,全文,及时公开,村委会\n");
  CHECK(names(merged.sheet) == Texts{"村级事务/村庄规划", "村级事务/村规民约"});
  const auto repeated = read(
      "序号,公开类别,公开项目,公开内容,公开时间,责任主体\n"
      "1,村级事务,村庄规划,布局图,及时公开,村委会\n"
      "2,村级事务,村规民约,全文,及时公开,村委会\n");
  CHECK(names(repeated.sheet) == Texts{"村庄规划", "村规民约"});
  const auto mode = read(
      "序号,公开类型,公开项目,公开内容,公开时间,责任主体\n"
      "1,主动,村庄规划,布局图,及时公开,村委会\n"
      "2,,村规民约,全文,及时公开,村委会\n");
  CHECK(cells(mode.sheet, Field::mode)[0] == "主动");
}

TEST_CASE("lines that a page put in rows of their own are one text") {
  const auto found = read(
      "事项编码,主项,公开事项,公开内容,法定依据,公开时限,公开机构,公开渠道\n"
      "A01,检查,巡查,路段、频次、,《无证经营查处办,决定之日起7,"
      "区城管局、各街道,▲政府网站\n"
      ",,,执法队伍,法》第六条,个工作日内,办事处,△公告栏\n"
      "A02,检查,户外广告,结果,《广告法》,同上,区城管局,▲政府网站\n"
      ",,,,,,,3\n");
  CHECK(cells(found.sheet, Field::content) ==
        Texts{"路段、频次、执法队伍", "结果"});
  CHECK(cells(found.sheet, Field::basis)[0] == "《无证经营查处办法》第六条");
  CHECK(cells(found.sheet, Field::timing) ==
        Texts{"决定之日起7个工作日内", "决定之日起7个工作日内"});
  CHECK(cells(found.sheet, Field::body)[0] == "区城管局、各街道办事处");
  CHECK(cells(found.sheet, Field::channels) ==
        Texts{"▲政府网站\n△公告栏", "▲政府网站"});
  CHECK(found.remarks ==
        Texts{"stands-in", "joined-to-above", "ditto", "footer-row"});
}

TEST_CASE("one bracket left open does not join an item to the one above") {
  const auto found = read(
      "序号,公开事项,公开内容,公开依据,公开时限,公开主体\n"
      "1,甲事项,内容甲,《信息公开条例,及时公开,县教育局\n"
      ",乙事项,内容乙,《义务教育法》,及时公开,县教育局\n"
      "2,丙事项,内容丙,《义务教育法》,及时公开,县教育局\n");
  CHECK(names(found.sheet) == Texts{"甲事项", "乙事项", "丙事项"});
  const auto cut = read(
      "序号,公开事项,公开内容,公开依据,公开时限,公开主体\n"
      "1,违法建筑强制拆,拆除时间（公告,《行政强,及时公开,区城管局\n"
      ",除,）,制法》,,\n"
      "2,丙事项,内容丙,《义务教育法》,及时公开,县教育局\n");
  CHECK(cells(cut.sheet, Field::name1) == Texts{"违法建筑强制拆除", "丙事项"});
}

TEST_CASE("who signs a table and when is none of its items") {
  const auto found = read(
      "序号,公开事项,公开内容,公开时限,公开主体,公开层级\n"
      "1,甲事项,内容甲,及时公开,县教育局、各乡镇,县级\n"
      "分管领导签字：,,,科室负责人：,,\n"
      ",,,,,县教育局（盖章）\n"
      ",,,,,东关街道办事处\n"
      ",,,,,2024年3月8日\n");
  CHECK(cells(found.sheet, Field::levels) == Texts{"县级"});
  CHECK(cells(found.sheet, Field::timing) == Texts{"及时公开"});
  CHECK(found.remarks ==
        Texts{"footer-row", "footer-row", "footer-row", "footer-row"});
  // An office in the last row of a column of offices goes on with it.
  const auto cut = read(
      "序号,公开事项,公开内容,公开时限,公开主体,公开层级\n"
      "1,甲事项,内容甲,及时公开,县教育局、各街道,县级\n"
      ",,,,街道办事处,\n");
  CHECK(cut.remarks == Texts{"joined-to-above"});
}

TEST_CASE("the title over a table of a page is its first row") {
  const auto sheets = html_sheets(
      "<html><body><div>当前位置：<a>首页</a> &gt; 救灾领域</div>"
      "<ul><li><a>义务教育领域基层政务公开标准目录</a></li></ul>"
      "<table><tr><td>索引号<td>0001</table>"
      "<h1>清泉县救灾领域\n基层政务公开标准目录</h1><p>来源：县应急管理局</p>"
      "<table><tr><td rowspan=2>序号<td>公开事项<tr><td>预案</table>"
      "<table><tr><td>序号<td>一级公开目录</table>");
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].cells.front().text == "索引号");
  CHECK(sheets[1].cells.front().text == "清泉县救灾领域基层政务公开标准目录");
  CHECK(sheets[1].cells.back().at == workbook::Position{2, 1});
  CHECK(sheets[1].merges.front().last == workbook::Position{2, 0});
  CHECK(sheets[2].cells.front().text == sheets[1].cells.front().text);
}

TEST_CASE("a lone column of long texts is the content") {
  const auto found = read(
      "序号,公开事项,事项说明一览,公开时限,公开主体\n"
      "1,甲事项,申请条件、办理流程、办理结果,及时公开,县教育局\n"
      "2,乙事项,招生范围、招生计划、录取名单,及时公开,县教育局\n");
  CHECK(cells(found.sheet, Field::content)[0] ==
        "申请条件、办理流程、办理结果");
  CHECK(found.remarks == Texts{"stands-in"});
}

}  // namespace
}  // namespace catalog::import
