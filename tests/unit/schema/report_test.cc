#include <doctest/doctest.h>

#include "trial.h"

namespace catalog::schema {
namespace {

const std::string item = R"json({
  "type": "object",
  "required": ["id", "level"],
  "additionalProperties": false,
  "properties": {
    "id": {"title": "标识", "type": "string", "pattern": "^[a-z]+$",
           "description": "小写字母。"},
    "level": {"title": "层级", "type": "string",
              "enum": ["county", "town", "village"]},
    "status": {"title": "状态", "type": "string", "minLength": 2,
               "maxLength": 5},
    "day": {"type": "string", "format": "date"},
    "order": {"type": "integer", "minimum": 1, "maximum": 9},
    "names": {"title": "名称", "type": "array", "minItems": 1, "maxItems": 2,
              "uniqueItems": true, "items": {"type": "string"}},
    "supervision": {"title": "监督渠道", "type": "object",
                    "properties": {"phone": {"type": "string"}},
                    "additionalProperties": false}
  }
})json";

TEST_CASE("an unknown key is shown with the key that was meant") {
  const std::string bad = "id: a\nlevel: town\nstatuss: abc\n";
  CHECK(in_english(item, bad) ==
        "3:1 `statuss` is not a key of the file [unknown-key] | "
        "did you mean `status`?");
  CHECK(in_chinese(item, bad) ==
        "3:1 文件没有 `statuss` 这个键 [unknown-key] | 是否应为 `status`？");
}

TEST_CASE("a misspelt key is not also told to be missing") {
  CHECK(in_english(item, "id: a\nlevl: town\n") ==
        "2:1 `levl` is not a key of the file [unknown-key] | "
        "did you mean `level`?");
}

TEST_CASE("a key like no other comes with those that are left") {
  CHECK(in_english(item, "id: a\nlevel: town\nzzz: 1\n") ==
        "3:1 `zzz` is not a key of the file [unknown-key] | it takes the keys "
        "`status`, `day`, `order`, `names` or `supervision`");
}

TEST_CASE("a right key in the wrong place is sent where it belongs") {
  const std::string below = "id: a\nlevel: town\nphone: x\n";
  CHECK(in_english(item, below) ==
        "3:1 `phone` is not a key of the file [unknown-key] | "
        "`phone` is written under `supervision`");
  CHECK(in_chinese(item, below) ==
        "3:1 文件没有 `phone` 这个键 [unknown-key] | "
        "`phone` 应写在 `supervision`（监督渠道）之下");
  const std::string outside =
      "id: a\nlevel: town\nsupervision:\n  phone: x\n  order: 3\n";
  CHECK(in_english(item, outside) ==
        "5:3 `order` is not a key of `supervision` [unknown-key] | "
        "`order` is a key of the file: check the indentation");
  CHECK(in_chinese(item, outside) ==
        "5:3 `supervision`（监督渠道）没有 `order` 这个键 [unknown-key] | "
        "`order` 是文件的键，请检查缩进");
}

TEST_CASE("the keys that a mapping lacks are named together") {
  CHECK(in_english(item, "status: abc\n") ==
        "1:1 the file has no `id` and `level` [missing-key]");
  CHECK(in_chinese(item, "id: a\n") ==
        "1:1 文件缺少 `level`（层级） [missing-key]");
}

TEST_CASE("a missing key is shown at what introduces the mapping") {
  const std::string schema = R"({"type": "object", "properties": {
    "catalog": {"title": "目录", "type": "object", "required": ["id"]},
    "items": {"title": "事项", "type": "array",
              "items": {"type": "object", "required": ["id"]}}}})";
  const std::string bad = "catalog:\n  a: 1\nitems:\n  - a: 1\n  - {}\n";
  CHECK(in_english(schema, bad) ==
        "1:1 `catalog` has no `id` [missing-key]\n"
        "4:5 an entry of `items` has no `id` [missing-key]\n"
        "5:5 an entry of `items` has no `id` [missing-key]");
  CHECK(in_chinese(schema, bad) ==
        "1:1 `catalog`（目录）缺少 `id` [missing-key]\n"
        "4:5 `items`（事项）的条目缺少 `id` [missing-key]\n"
        "5:5 `items`（事项）的条目缺少 `id` [missing-key]");
}

TEST_CASE("a value that is not allowed comes with those that are") {
  const std::string bad = "id: a\nlevel: countyy\n";
  CHECK(in_english(item, bad) ==
        "2:8 `countyy` is not a value of `level` [not-allowed-value] | "
        "did you mean `county`? it takes `county`, `town` or `village`");
  CHECK(in_chinese(item, bad) ==
        "2:8 `level`（层级）不能写 `countyy` [not-allowed-value] | "
        "是否应为 `county`？可写：`county`、`town` 或 `village`");
}

TEST_CASE("a long list of allowed values is cut") {
  std::string schema = R"({"type": "string", "enum": [)";
  for (int i = 10; i < 40; ++i)
    schema += fmt::format("{}\"v{}\"", i > 10 ? ", " : "", i);
  const std::string found = in_english(schema + "]}", "nothing-like-it\n");
  CHECK(found.ends_with("`v20`, `v21` and 18 more"));
}

TEST_CASE("a value of the wrong type is told with both types") {
  const std::string bad = "id: a\nlevel: town\norder: many\nnames: x\n";
  CHECK(in_english(item, bad) ==
        "3:8 text `many` where `order` takes a whole number [wrong-type]\n"
        "4:8 text `x` where `names` takes a list [wrong-type]");
  CHECK(in_chinese(item, bad) ==
        "3:8 `order` 是文本 `many`，应为整数 [wrong-type]\n"
        "4:8 `names`（名称）是文本 `x`，应为列表 [wrong-type]");
  CHECK(in_english(item, "- a\n") ==
        "1:1 a list where a mapping is expected [wrong-type]");
  CHECK(in_chinese(item, "- a\n") == "1:1 此处是列表，应为键值组 [wrong-type]");
}

TEST_CASE("quotes that make text of a number are pointed out") {
  CHECK(in_english(item, "id: a\nlevel: town\norder: \"3\"\n") ==
        "3:8 quoted text `3` where `order` takes a whole number [wrong-type] "
        "| write it without quotes");
}

TEST_CASE("an entry of a list is told by its number") {
  const std::string bad = "id: a\nlevel: town\nnames: [x, {a: b}]\n";
  CHECK(in_english(item, bad) ==
        "3:12 a mapping where entry 2 of `names` takes text [wrong-type]");
  CHECK(in_chinese(item, bad) ==
        "3:12 `names`（名称）的第 2 项是键值组，应为文本 [wrong-type]");
}

TEST_CASE("an empty value is shown at its key") {
  const std::string bad = "id: a\nlevel:\nnames:\n";
  CHECK(in_english(item, bad) ==
        "2:1 nothing is written for `level` [empty-value] | "
        "it takes `county`, `town` or `village`\n"
        "3:1 nothing is written for `names` [empty-value] | "
        "expected a list");
  CHECK(in_chinese(item, bad) ==
        "2:1 `level`（层级）没有写内容 [empty-value] | "
        "可写：`county`、`town` 或 `village`\n"
        "3:1 `names`（名称）没有写内容 [empty-value] | 应为列表");
}

TEST_CASE("a form is explained by what the schema says of it") {
  CHECK(in_english(item, "id: A1\nlevel: town\n") ==
        "1:5 `A1` does not have the form of `id` [wrong-form] | "
        "it must match `^[a-z]+$`");
  CHECK(in_chinese(item, "id: A1\nlevel: town\n") ==
        "1:5 `id`（标识）的写法不对：`A1` [wrong-form] | 小写字母");
}

TEST_CASE("a date must be a day of the calendar") {
  const std::string bad = "id: a\nlevel: town\nday: 2026-02-29\n";
  CHECK(in_english(item, bad) ==
        "3:6 `2026-02-29` is not a date [wrong-format] | "
        "a date is written 2026-01-15");
  CHECK(in_chinese(item, bad) ==
        "3:6 `2026-02-29` 不是日期 [wrong-format] | 日期写作 2026-01-15");
}

TEST_CASE("lengths, bounds and counts tell both numbers") {
  const std::string bad =
      "id: a\nlevel: town\nstatus: 一二三四五六\norder: 0\n"
      "names: [x, y, z]\n";
  CHECK(in_english(item, bad) ==
        "3:9 `status` has 6 characters, more than 5 [too-long]\n"
        "4:8 `0` for `order`, which is at least 1 [too-small]\n"
        "5:15 `names` has 3 entries, more than 2 [too-many]");
  CHECK(in_chinese(item, bad) ==
        "3:9 `status`（状态）有 6 个字，至多 5 个 [too-long]\n"
        "4:8 `order` 写了 `0`，不得小于 1 [too-small]\n"
        "5:15 `names`（名称）有 3 项，至多 2 项 [too-many]");
}

TEST_CASE("an empty list and a repeated entry are found") {
  CHECK(in_english(item, "id: a\nlevel: town\nnames: []\n") ==
        "3:1 `names` has no entries [too-few]");
  const Trial trial(item, "id: a\nlevel: town\nnames: [x, x]\n");
  CHECK(trial.text() == "3:12 `x` stands twice in `names` [repeated-entry]");
  REQUIRE(trial.found.sorted()[0].labels.size() == 1);
  CHECK(trial.found.sorted()[0].labels[0].message == "first written here");
}

TEST_CASE("keys that need or exclude each other are told") {
  const std::string schema = R"({"type": "object",
    "dependentRequired": {"from": ["to"]},
    "not": {"required": ["a", "b"]}})";
  CHECK(in_english(schema, "from: x\na: 1\nb: 2\n") ==
        "1:1 `from` is written without `to` [missing-key]\n"
        "3:1 `a` and `b` do not go together [not-together] | "
        "keep one of them");
  CHECK(in_chinese(schema, "from: x\n") ==
        "1:1 写了 `from` 而没有写 `to` [missing-key]");
}

TEST_CASE("what has no meaning is poisoned, and nothing else") {
  const Trial trial(item,
                    "id: a\nlevel: twon\nzzz: {deep: 1}\nstatus: abcdefgh\n"
                    "order: 3\n");
  CHECK(trial.is_poisoned("twon"));
  CHECK(trial.is_poisoned("deep"));
  CHECK_FALSE(trial.is_poisoned("id: a"));
  CHECK_FALSE(trial.is_poisoned("abcdefgh"));
  CHECK_FALSE(trial.is_poisoned("order"));
}

TEST_CASE("nothing is claimed to be absent where a part was not read") {
  const std::string schema = R"({"type": "object", "required": ["id", "name"],
    "properties": {"list": {"type": "array", "minItems": 3}},
    "if": {"required": ["extra"]}, "else": {"required": ["more"]}})";
  const Trial whole(schema, "id: a\nlist: [1]\n");
  CHECK(whole.text() ==
        "1:1 the file has no `name` and `more` [missing-key]\n"
        "2:1 `list` has 1 entry, fewer than 3 [too-few]");
  const Trial broken(schema, "id: a\nlist: [1, \"x]\n");
  for (const auto& each : broken.found.sorted())
    CHECK(each.code != "missing-key");
  for (const auto& each : broken.found.sorted()) CHECK(each.code != "too-few");
  CHECK(broken.found.has_errors());
}

TEST_CASE("of all that is wrong with one value only the first is told") {
  const std::string schema = R"({"$defs": {
    "id": {"type": "string", "pattern": "^a"}},
    "allOf": [{"$ref": "#/$defs/id"}, {"$ref": "#/$defs/id"},
              {"type": "string", "minLength": 4}]})";
  CHECK(in_english(schema, "b\n") ==
        "1:1 `b` does not have the form of the file [wrong-form] | "
        "it must match `^a`");
  CHECK(in_english(schema, "a\n") ==
        "1:1 the file has 1 character, fewer than 4 [too-short]");
}

TEST_CASE("entries of a kind are counted") {
  const std::string schema = R"({"type": "object", "properties": {"list": {
    "type": "array", "contains": {"type": "object"}, "maxContains": 1}}})";
  CHECK(in_english(schema, "list: [a]\n") ==
        "1:1 `list` has 0 entries of the form a mapping, fewer than 1 "
        "[too-few-matching]");
  CHECK(in_chinese(schema, "list: [{a: 1}, {b: 2}]\n") ==
        "1:1 `list` 中有 2 项是键值组，至多 1 项 [too-many-matching]");
}

TEST_CASE("unevaluated properties are unknown keys") {
  const std::string schema = R"({"type": "object",
    "allOf": [{"properties": {"a": {"type": "integer"}}}],
    "properties": {"b": {"type": "string"}},
    "unevaluatedProperties": false})";
  CHECK(in_english(schema, "a: x\nbb: y\n") ==
        "1:4 text `x` where `a` takes a whole number [wrong-type]\n"
        "2:1 `bb` is not a key of the file [unknown-key] | did you mean `b`?");
}

}  // namespace
}  // namespace catalog::schema
