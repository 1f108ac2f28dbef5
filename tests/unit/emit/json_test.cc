#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "emit/emitters.h"
#include "schema/schema.h"
#include "syntax/json_reader.h"
#include "unit/emit/small_catalog.h"

namespace catalog {
namespace {

using nlohmann::ordered_json;

std::string catalog_json(const test::Sample& sample) {
  return test::files_of(emit::json, sample.publication).at("catalog.json");
}

ordered_json item_of(const ordered_json& all, std::string_view id) {
  for (const auto& item : all.at("items"))
    if (item.at("id") == id) return item;
  FAIL("no item " << id);
  return {};
}

TEST_CASE("catalog.json is as its schema says") {
  const std::string bytes = catalog_json(*test::make_sample(30));
  diagnostics::Diagnostics found(diagnostics::Language::en);
  schema::Registry registry;
  registry.add_embedded();
  const auto described = schema::compile("urn:catalog:output:catalog", registry,
                                         schema::Dialect::ours, found);
  REQUIRE(described);
  const auto document = syntax::read_json(source::FileId{}, bytes, found);
  REQUIRE_FALSE(document.empty());
  CHECK(schema::is_valid(*described, document.root()));
}

TEST_CASE("catalog.json says all that an item says") {
  const auto all = ordered_json::parse(catalog_json(*test::make_sample()));
  const auto item = item_of(all, "social-assistance/minimum-living");
  CHECK(item == ordered_json::parse(R"({
    "id": "social-assistance/minimum-living",
    "code": "120002003",
    "domain": "social-assistance",
    "name": ["最低生活保障", "审核信息"],
    "content": [
      {"text": "申请条件", "parts": ["范围", "标准"]},
      {"text": "低保对象名单", "optional": true, "timing": {"text": "每季度更新"},
       "mode": "on-request"}],
    "basis": [
      {"law": "disclosure-regulation",
       "title": "中华人民共和国政府信息公开条例",
       "number": "国务院令第711号", "article": "第二十六条",
       "text":
         "《中华人民共和国政府信息公开条例》（国务院令第711号）第二十六条"},
      {"law": "adoption-law", "title": "中华人民共和国收养法",
       "text": "《中华人民共和国收养法》"},
      {"text": "各地相关政策文件"}],
    "timing": {"text": "县级：每季度更新；乡级：长期公示", "by_level": [
      {"level": "county", "text": "每季度更新"},
      {"level": "town", "text": "长期公示"}]},
    "body": [
      {"id": "civil-affairs-bureau", "name": "瓯海区民政局",
       "levels": ["county"]},
      {"id": "town-government", "name": "乡镇人民政府", "levels": ["town"]}],
    "channels": [
      {"id": "website", "name": "政府网站"},
      {"id": "notice-board", "name": "社区/企事业单位/村公示栏（电子屏）",
       "any_of": 1},
      {"id": "hotline", "name": "12345政务服务热线", "any_of": 1},
      {"name": "村应急广播"}],
    "audience": {"public": true, "groups": ["低保对象"]},
    "mode": ["proactive", "on-request"],
    "levels": ["county", "town"],
    "must_post": true,
    "supervision": {"phone": "12345"},
    "facets": {"opens": ["service"]},
    "elements": {"format": ["文本"]},
    "duty": "proactive",
    "related": ["compulsory-education/enrolment-policy"],
    "column": ["政务公开", "救助"],
    "review": {"every": "1 year", "last": "2025-11-01"},
    "replaces": ["social-assistance/old"],
    "assumed": ["levels"],
    "en": {"name": ["Subsistence", "Review"]},
    "note": "试行"
  })"));
}

TEST_CASE("catalog.json says where a law stands on the catalog's date") {
  const auto all = ordered_json::parse(catalog_json(*test::make_sample()));
  CHECK(all["catalog"]["date"] == "2026-01-15");
  CHECK(all["laws"][0]["standing"] == "in-force");
  CHECK(all["laws"][0]["limits"][0]["article"] == 26);
  CHECK(all["laws"][1]["standing"] == "repealed");
  CHECK(all["laws"][1]["repealed"]["on"] == "2021-01-01");
  CHECK(all["laws"][2]["standing"] == "unknown");
}

TEST_CASE("hostile texts come back from catalog.json as they were") {
  const auto all = ordered_json::parse(catalog_json(*test::make_sample()));
  const auto item = item_of(all, "hostile/item");
  CHECK(item["name"][0] == test::hostile_name);
  CHECK(item["note"] == test::hostile_name);
  CHECK(item["timing"]["text"] == test::hostile_name);
}

TEST_CASE("catalog.json has an item a line, the same bytes each time") {
  const std::string bytes = catalog_json(*test::make_sample(20));
  CHECK(bytes == catalog_json(*test::make_sample(20)));
  CHECK(bytes.find("\n    {\"id\": \"compulsory-education/more-7\", ") !=
        std::string::npos);
  CHECK(bytes.ends_with("}\n"));
}

}  // namespace
}  // namespace catalog
