#include "phrase/citation.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace catalog::phrase {
namespace {

using Kind = BasisSlip::Kind;
using Fault = DocumentNumber::Fault;

struct Spelling {
  std::string_view written;
  std::string_view printed;
  Fault fault = Fault::none;
};
struct Misread {
  std::string_view cell;
  Kind kind;
  std::string_view text;
};

/// What a cell is read as: its citations in their printed form, a line each.
std::string read(std::string_view cell) {
  std::string text;
  for (const Citation& each : basis(cell).citations)
    text += (text.empty() ? "" : "\n") + canonical(each);
  return text;
}

std::string_view part(std::string_view cell, Range range) {
  return cell.substr(range.begin, range.end - range.begin);
}

TEST_CASE("citations are parted at 、 ； line ends, numbering or nothing") {
  const std::string two = "《预算法》\n《政府信息公开条例》";
  for (const std::string_view cell :
       {"《预算法》、《政府信息公开条例》", "《预算法》；《政府信息公开条例》",
        "《预算法》《政府信息公开条例》", "《预算法》;\n《政府信息公开条例》",
        "1.《预算法》2.《政府信息公开条例》",
        "1、《预算法》\n2、《政府信息公开条例》",
        "（一）《预算法》（二）《政府信息公开条例》",
        "①《预算法》②《政府信息公开条例》", "《预算法》和《政府信息公开条例》",
        "根据《预算法》以及《政府信息公开条例》", "预算法、政府信息公开条例",
        "预算法\n政府信息公开条例", "预算法、《政府信息公开条例》"})
    CHECK_MESSAGE(read(cell) == two, cell);
}

TEST_CASE("titles nest, in either brackets, and go on behind what they hold") {
  CHECK(read("《财政部关于印发〈地方预决算公开操作规程〉的通知》") ==
        "《财政部关于印发〈地方预决算公开操作规程〉的通知》");
  CHECK(read("《国务院关于印发《某规划》的通知》") ==
        "《国务院关于印发〈某规划〉的通知》");
  CHECK(read("关于印发《某方案》的通知") == "《关于印发〈某方案〉的通知》");
  CHECK(read("《残疾人保障法》实施办法") == "《〈残疾人保障法〉实施办法》");
  CHECK(read("中央办公厅、国务院办公厅《关于全面推进政务公开工作的意见》") ==
        "中央办公厅、国务院办公厅《关于全面推进政务公开工作的意见》");
  CHECK(read("《某办法》(试行)") == "《某办法（试行）》");
}

TEST_CASE("the line breaks of a page do not part a title or a number") {
  CHECK(read("《中华人民共和国政府信\n息公开条例》（国务院令\n第711号）第二\n十"
             "条") ==
        "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条");
}

TEST_CASE("numbers are read in every spelling, and written in one") {
  for (const Spelling& each : std::initializer_list<Spelling>{
           {"国令第711号", "国务院令第711号"},
           {"中华人民共和国国务院令第711号", "国务院令第711号"},
           {"主席令第三十七号", "主席令第37号"},
           {"国办发〔2017〕94号", "国办发〔2017〕94号"},
           {"司法部令2017年第138号", "司法部令2017年第138号"},
           {"国家发展改革委2017年第10号令", "国家发展改革委令2017年第10号"},
           {"国家税务总局公告2009年第1号", "国家税务总局公告2009年第1号"}}) {
    const auto number = document_number(each.written);
    REQUIRE_MESSAGE(number, each.written);
    CHECK(number->text == each.printed);
    CHECK(number->fault == Fault::none);
  }
}

TEST_CASE("a malformed number is read where one knows what was meant") {
  for (const Spelling& each : std::initializer_list<Spelling>{
           {"财农[2017]41号", "财农〔2017〕41号", Fault::brackets},
           {"财农﹝2017﹞41号", "财农〔2017〕41号", Fault::brackets},
           {"中办发(2015)21号", "中办发〔2015〕21号", Fault::brackets},
           {"国务院令711号", "国务院令第711号", Fault::order_word},
           {"财农〔2017〕第41号", "财农〔2017〕41号", Fault::extra_word},
           {"财农〔2017〕041号", "财农〔2017〕41号", Fault::zeros}}) {
    const auto number = document_number(each.written);
    REQUIRE_MESSAGE(number, each.written);
    CHECK(number->text == each.printed);
    CHECK(number->fault == each.fault);
  }
  for (const std::string_view written : {"〔201744号", "2016 )115号"}) {
    const auto number = document_number(written);
    REQUIRE_MESSAGE(number, written);
    CHECK(number->fault == Fault::run_together);
    CHECK(!is_sure(*number));
  }
  CHECK(document_number("渝交计121号")->fault == Fault::no_year);
  CHECK(!document_number("第六批"));
}

TEST_CASE("numbers are the same whatever the organ is called") {
  const auto same = [](std::string_view a, std::string_view b) {
    return may_be_same(*document_number(a), *document_number(b));
  };
  CHECK(same("国令第711号", "中华人民共和国国务院令第711号"));
  CHECK(same("公告2009年第1号", "国家税务总局公告2009年第1号"));
  CHECK(same("司法部令2017年第138号", "司法部令第138号"));
  CHECK(!same("国务院令第711号", "国务院令第710号"));
  CHECK(!same("财农〔2017〕41号", "财农〔2020〕41号"));
  CHECK(!same("民政部令第14号", "司法部令第14号"));
}

TEST_CASE("provisions are read with ranges, lists and what they narrow") {
  for (const Spelling& each : std::initializer_list<Spelling>{
           {"第12条", "第十二条"},
           {"第十二条、第十三条第二款", "第十二条、第十三条第二款"},
           {"第十至十二条", "第十条至第十二条"},
           {"第30条至第32条", "第三十条至第三十二条"},
           {"第19条、20条", "第十九条、第二十条"},
           {"第二十条第(一)款", "第二十条第一款"},
           {"第十三条第二款和第三款", "第十三条第二款、第三款"},
           {"第一百二十条之一", "第一百二十条之一"},
           {"第1098条", "第一千零九十八条"},
           {"第一千零四十九条", "第一千零四十九条"},
           {"第三章", "第三章"}}) {
    const auto all = provisions(each.written);
    REQUIRE_MESSAGE(all, each.written);
    CHECK(canonical(*all) == each.printed);
  }
  const auto range = provisions("第十二条、第五十条至第六十条");
  REQUIRE(range);
  CHECK(range->size() == 2);
  CHECK(range->back().highest_article() == 60);
  CHECK(!provisions("第六批"));
  CHECK(!provisions("第十二条规定"));
}

TEST_CASE("a history is days and what happened on them") {
  const auto read = basis(
      "《就业促进法》（2007年8月30日第十届全国人民代表大会常务委员会第二十九次"
      "会议通过 根据2015年4月24日《关于修改〈电力法〉等六部法律的决定》修正）");
  CHECK(read.slips.empty());
  REQUIRE(read.citations.size() == 1);
  const auto& events = read.citations[0].events;
  REQUIRE(events.size() == 2);
  CHECK(events[0].what == TextEvent::What::adopted);
  CHECK(events[0].year == 2007);
  CHECK(events[1].what == TextEvent::What::amended);
  CHECK(events[1].day == 24);
}

TEST_CASE("every fact knows its bytes") {
  constexpr std::string_view cell =
      "1.《预算法》；2."
      "《中华人民共和国政府信息公开条例》（国令第711号）第二十条等";
  const auto read = basis(cell);
  REQUIRE(read.citations.size() == 2);
  const Citation& second = read.citations[1];
  CHECK(part(cell, second.title_range) == "中华人民共和国政府信息公开条例");
  CHECK(part(cell, second.number_range) == "国令第711号");
  CHECK(part(cell, second.provisions_range) == "第二十条");
  CHECK(part(cell, second.note_range) == "等");
  CHECK(part(cell, second.range) == cell.substr(cell.rfind("《")));
}

TEST_CASE("what names no text or is cut off is said, with its place") {
  for (const Misread& each : std::initializer_list<Misread>{
           {"同上", Kind::ditto, "同上"},
           {"《预算法》、相关政策文件", Kind::names_nothing, "相关政策文件"},
           {"各省“七五”普法规划", Kind::names_nothing, "各省“七五”普法规划"},
           {"《中华人民共和国城市…", Kind::cut_off, "《中华人民共和国城市…"},
           {"《预算法》；…", Kind::cut_off, "…"},
           {"《预算法、《会计法》", Kind::open_title, "《预算法"},
           {"《预算法》阳光财政", Kind::not_understood, "阳光财政"},
           {"《意见》（中办发[2016]8号）", Kind::malformed_number,
            "中办发[2016]8号"}}) {
    const auto slips = basis(each.cell).slips;
    REQUIRE_MESSAGE(slips.size() == 1, each.cell);
    CHECK(slips[0].kind == each.kind);
    CHECK(part(each.cell, slips[0].range) == each.text);
  }
}

TEST_CASE("an article that was copied along is a quote") {
  const auto read = basis(
      "《户口登记条例》第七条婴儿出生后一个月以内,由户主申报出生登记。"
      "《政府信息公开条例》");
  CHECK(read.slips.empty());
  REQUIRE(read.citations.size() == 2);
  CHECK(read.citations[0].quote == "婴儿出生后一个月以内，由户主申报出生登记");
}

TEST_CASE("long nonsense is read in linear time") {
  for (const std::string_view unit :
       {"《", "(", "第一、", "关于、", "〈《(", "第(一)", "2016)1", "法("}) {
    std::string cell;
    for (int i = 0; i < 20000; ++i) cell += unit;
    CHECK(basis(cell).citations.size() < cell.size());
  }
}

}  // namespace
}  // namespace catalog::phrase
