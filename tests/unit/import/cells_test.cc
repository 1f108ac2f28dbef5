#include <doctest/doctest.h>

#include <set>

#include "import/basis.h"
#include "import/lists.h"
#include "import/text.h"
#include "import/ticks.h"
#include "import/values.h"
#include "import/words.h"
#include "unicode/slug.h"

namespace catalog::import {
namespace {

std::vector<std::string> texts_of(std::string_view cell, bool wrapped = false) {
  std::vector<std::string> texts;
  for (const Entry& each : entries_of(cell, wrapped)) {
    texts.push_back(each.text);
    for (const std::string& part : each.parts) texts.push_back("- " + part);
  }
  return texts;
}

std::vector<std::string> ticked(std::string_view cell) {
  std::vector<std::string> names;
  for (const Box& each : boxes_of(cell).boxes)
    if (each.ticked) names.push_back(each.name);
  return names;
}

using Texts = std::vector<std::string>;

TEST_CASE("lists are split at bullets, at numbers that count up, at lines") {
  CHECK(texts_of("1.计划;2.范围;3.条件") == Texts{"计划", "范围", "条件"});
  CHECK(texts_of("●政策依据 ●申请指南") == Texts{"政策依据", "申请指南"});
  CHECK(texts_of("（一）名称\n（二）地址") == Texts{"名称", "地址"});
  CHECK(texts_of("①收入表。②支出表。") == Texts{"收入表", "支出表"});
  CHECK(texts_of("招生计划\n招生范围") == Texts{"招生计划", "招生范围"});
}

TEST_CASE("commas never split, and numbers that count nothing do not") {
  CHECK(texts_of("机构职能、办公地址，电话") ==
        Texts{"机构职能、办公地址，电话"});
  CHECK(texts_of("每年3.5万元以上的，2.5万元以下的") ==
        Texts{"每年3.5万元以上的，2.5万元以下的"});
}

TEST_CASE("a sentence before a list has the list as its parts") {
  CHECK(texts_of("国有资本经营预算:①收入表。②支出表。") ==
        Texts{"国有资本经营预算", "- 收入表", "- 支出表"});
}

TEST_CASE("lines of a page are joined, lines within brackets too") {
  CHECK(texts_of("各级政府配套政\n策法规文件", true) ==
        Texts{"各级政府配套政策法规文件"});
  CHECK(texts_of("《政府信息\n公开条例》\n《义务教育法》") ==
        Texts{"《政府信息公开条例》", "《义务教育法》"});
}

TEST_CASE("optional content is marked by a circle or by brackets with a star") {
  const auto entries = entries_of("1.用途;2.〔*救济措施〕;3.〇附图", false);
  REQUIRE(entries.size() == 3);
  CHECK_FALSE(entries[0].optional);
  CHECK(entries[1].optional);
  CHECK(entries[1].text == "救济措施");
  CHECK(entries[2].optional);
}

TEST_CASE("boxes are read by their glyphs and by what a lost font leaves") {
  const Texts two{"政府网站", "公开查阅点"};
  CHECK(ticked("■政府网站 □政府公报 ■公开查阅点") == two);
  CHECK(ticked("■政府网站□政府公报■公开查阅点") == two);
  CHECK(ticked("▄政府网站口政府公报 ▄公开查阅点") == two);
  CHECK(ticked("R政府网站 £政府公报 R公开查阅点") == two);
  CHECK(ticked("þ政府网站\nt政府公报\nþ公开查阅点") == two);
  CHECK(ticked("◆政府网站 ◆公开查阅点") == two);
  CHECK(ticked("1.政府网站 2.公开查阅点") == two);
  CHECK(ticked("政府网站、公开查阅点") == two);
}

TEST_CASE("signs stand in brackets, behind names, or are crosses") {
  const Texts two{"政府网站", "公开查阅点"};
  CHECK(ticked("[√]政府网站 [ ]政府公报 [√]公开查阅点") == two);
  CHECK(ticked("（√）政府网站（ ）政府公报（√）公开查阅点") == two);
  CHECK(ticked("[ ]政府网站 [ ]公示栏").empty());
  CHECK(ticked("√政府网站 ×政府公报 √公开查阅点") == two);
  CHECK(ticked("×政府网站×政府公报") == Texts{});
  CHECK(ticked("政府网站√ 政府公报× 公开查阅点√") == two);
  // Blanks to write on, and names left blank.
  CHECK(ticked("☑政府网站 ☑其他（ ）") == Texts{"政府网站", "其他（）"});
  CHECK(ticked("√××县政府网站") == Texts{"××县政府网站"});
  CHECK(is_tick("[√]"));
  CHECK(is_untick("（ ）"));
  CHECK(is_untick("×"));
}

TEST_CASE("letters of a lost font stand before blanks and Latin names, too") {
  CHECK(ticked("R 政府网站\n£ 广播电视\nR 现场公示") ==
        Texts{"政府网站", "现场公示"});
  CHECK(ticked("R公众号 £LED屏 £现场") == Texts{"公众号"});
  CHECK(ticked("£政府网站 R公众号 RLED屏") == Texts{"公众号", "LED屏"});
  CHECK(ticked("RSS订阅、LED屏") == Texts{"RSS订阅", "LED屏"});
}

TEST_CASE("circled numbers name channels that a note explains") {
  CHECK(ticked("①政府网站\n②院内公示栏\n④村卫生室公示栏") ==
        Texts{"政府网站", "院内公示栏", "村卫生室公示栏"});
  CHECK(ticked("②公示栏③电子屏") == Texts{"公示栏", "电子屏"});
  CHECK(ticked("2.公示栏 3.电子屏") == Texts{"公示栏", "电子屏"});
}

TEST_CASE("one tick may stand before several names") {
  CHECK(ticked("■政府网站；微信公众号 □公示栏") ==
        Texts{"政府网站", "微信公众号"});
}

TEST_CASE("words that begin like a box stay words") {
  CHECK(ticked("政务服务窗口 人口公示栏") ==
        Texts{"政务服务窗口", "人口公示栏"});
  CHECK(ticked("■社区/企事业单位/村公示栏(电子屏)") ==
        Texts{"社区/企事业单位/村公示栏（电子屏）"});
}

TEST_CASE("punctuation is full-width in Chinese, years stand in brackets") {
  CHECK(printed("信息形成(变更)20个工作日内;") ==
        "信息形成（变更）20个工作日内；");
  CHECK(printed("(财农(2017)41号)") == "（财农〔2017〕41号）");
  CHECK(printed("A;B, 1,234") == "A;B, 1,234");
}

TEST_CASE("citations are taken apart") {
  const auto all = citations_in(
      "《中华人民共和国义务教育法》第十二条、《政府信息公开条例》("
      "国务院令第711号)"
      "《农业生产发展资金管理办法》(财农(2017)41号)、各地相关政策文件",
      false);
  REQUIRE(all.size() == 4);
  CHECK(all[0].title == "中华人民共和国义务教育法");
  CHECK(all[0].article == "第十二条");
  CHECK(all[1].number == "国务院令第711号");
  CHECK(all[2].number == "财农〔2017〕41号");
  CHECK(all[3].title.empty());
  CHECK(title_key("中华人民共和国政府信息公开条例") ==
        title_key("政府信息公开条例"));
}

TEST_CASE("bare titles are not cut at the commas within them") {
  const auto all =
      citations_in("《老年人权益保障法》、省、市年度适老化改造实施方案", false);
  REQUIRE(all.size() == 2);
  CHECK(all[1].title.empty());
  CHECK(all[1].printed == "省、市年度适老化改造实施方案");
}

TEST_CASE("names lose their numbers, circled ones too") {
  CHECK(without_number("①补贴政策") == "补贴政策");
  CHECK(without_number("1.1补贴政策") == "补贴政策");
  CHECK(without_number("2.1.4个人核对") == "个人核对");
  CHECK(without_number("3 公共卫生") == "公共卫生");
  CHECK(without_number("3公共卫生") == "公共卫生");
  CHECK(without_number("1.2024年预算") == "2024年预算");
  CHECK(without_number("12345热线") == "12345热线");
  CHECK(without_number("65岁老人体检") == "65岁老人体检");
}

TEST_CASE("bodies are parted only where every part is an office") {
  CHECK(bodies_in("县民政局、各乡(镇)人民政府", false) ==
        Texts{"县民政局", "各乡（镇）人民政府"});
  CHECK(bodies_in("市场监督管理、行政审批相关责任部门", false).size() == 1);
}

TEST_CASE("headers are known in many wordings") {
  CHECK(field_of("公开渠道和载体\n（\"■\"表示必选项，\"□\"表示可选项）") ==
        Field::channels);
  CHECK(field_of("公开内容 (要素)及要求") == Field::content);
  CHECK(field_of("Ⅱ级公开事项") == Field::name2);
  CHECK(field_of("一级事项\n（编码）") == Field::name1);
  CHECK(field_of("公开责任单位") == Field::body);
  CHECK(field_of("乡、村级") == Field::level);
  CHECK(field_of("镇街（园区）级") == Field::level);
  CHECK(field_of("法规政策依据") == Field::basis);
  CHECK(field_of("公开要点") == Field::content);
  CHECK(field_of("发布单位") == Field::body);
  CHECK(field_of("公示时间") == Field::timing);
  CHECK(field_of("是否主动公开") == Field::mode);
  CHECK(grouping_of("事项大类") == Grouping::plain);
  CHECK(grouping_of("公开类别") == Grouping::possible);
  CHECK(grouping_of("公开层级") == Grouping::none);
  CHECK(field_of("信息形成之日起20个工作日内") == Field::none);
}

TEST_CASE("a header may have its parents in it") {
  CHECK(header_parts("公开层级-村(社区)级") == Texts{"公开层级", "村(社区)级"});
  CHECK(field_of("公开事项-二级事项") == Field::name2);
  CHECK(field_of("公开对象/特定群体") == Field::group);
  CHECK(field_of("公开层级 — 县级") == Field::level);
  CHECK(header_parts("入户/现场") == Texts{"入户/现场"});
  CHECK(header_parts("2019-2025") == Texts{"2019-2025"});
}

TEST_CASE("cells say what their column holds") {
  CHECK(field_by_values({"主动公开", "依申请公开", "主动、依申请公开"}) ==
        Field::mode);
  CHECK(field_by_values({"《统计法》第二十条", "《预算法》", "国家规定"}) ==
        Field::basis);
  CHECK(field_by_values({"县级", "乡、村级", "县、乡级"}) == Field::levels);
  CHECK(field_by_values({"全体村民", "本村村民", "面向社会"}) ==
        Field::audience);
  CHECK(field_by_values({"■政府网站□公示栏", "■政府网站■公示栏",
                         "政府网站、公示栏"}) == Field::channels);
  CHECK(field_by_values({"县民政局", "县民政局、各乡镇人民政府", "镇政府"}) ==
        Field::body);
  CHECK(field_by_values({"每季度", "及时", "形成后20个工作日内"}) ==
        Field::timing);
  // Too few to tell, and too mixed.
  CHECK(field_by_values({"主动公开", "主动公开"}) == Field::none);
  CHECK(field_by_values({"县民政局", "及时", "《预算法》"}) == Field::none);
}

TEST_CASE("domains are found in titles, towns and places left out") {
  CHECK(domain_in("(一)义务教育领域基层政务公开标准目录") == "义务教育");
  CHECK(domain_in("青禾县社会救助领域") == "社会救助");
  CHECK(domain_in("26.城市综合执法") == "城市综合执法");
  CHECK(domain_in("二、政府文件信息领域") == "政府文件信息");
  CHECK(domain_in("Sheet1").empty());
}

TEST_CASE("tiers are read from words that hold others") {
  const TierWords town = tiers_in("镇街（园区）级");
  CHECK(town.town);
  CHECK_FALSE(town.county);
  const TierWords both = tiers_in("乡（镇）村级");
  CHECK(both.town);
  CHECK(both.village);
  const TierWords community = tiers_in("社区");
  CHECK(community.village);
  CHECK_FALSE(community.county);
}

TEST_CASE("ids are legal whatever the name") {
  CHECK(unicode::slug("政府信息公开条例", 60) ==
        "zhengfu-xinxi-gongkai-tiaoli");
  CHECK(unicode::slug("12345政务服务热线", 60).starts_with("12345"));
  CHECK(unicode::slug("——", 60).empty());
  CHECK(unicode::slug("政府信息公开条例", 10) == "zhengfu");
}

}  // namespace
}  // namespace catalog::import
