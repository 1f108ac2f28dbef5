#include "syntax/edit.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "source/tree.h"
#include "syntax/read.h"

namespace catalog::syntax {
namespace {

/// A text as a file of its own.
struct Text {
  explicit Text(std::string_view bytes) : found(diagnostics::Language::en) {
    document = read(tree, tree.add("a.yaml", std::string(bytes)), found);
    CHECK_FALSE(found.has_errors());
  }

  Node root() const { return document.root(); }
  std::string with(const source::Edits& edits) const {
    const auto result = source::apply(document.bytes, edits);
    return result ? *result : "(refused)";
  }

  source::SourceTree tree;
  diagnostics::Diagnostics found;
  Document document;
};

Node value(Node mapping, std::string_view key) {
  for (const Entry entry : mapping.entries())
    if (entry.key.text() == key) return entry.value;
  FAIL("no key " << key);
  return mapping;
}

Node key(Node mapping, std::string_view name) {
  for (const Entry entry : mapping.entries())
    if (entry.key.text() == name) return entry.key;
  FAIL("no key " << name);
  return mapping;
}

Node item(Node sequence, std::size_t number) {
  for (const Node each : sequence.items())
    if (number-- == 0) return each;
  FAIL("no item");
  return sequence;
}

/// The value of `a`, replaced.
std::string replaced(std::string_view bytes, const Draft& draft) {
  const Text text(bytes);
  return text.with(replace_value(value(text.root(), "a"), draft));
}

const Draft pair =
    Draft::mapping({{"x", Draft::of("1 个")}, {"y", Draft::of("乙")}});
const Draft words = Draft::list({Draft::of("甲，一"), Draft::of("乙")});

TEST_CASE("a scalar takes the place of a scalar, between its quotes") {
  CHECK(replaced("a: old # why\nb: c\n", Draft::of("new")) ==
        "a: new # why\nb: c\n");
  CHECK(replaced("a: \"old\"\n", Draft::of("new")) == "a: \"new\"\n");
  CHECK(replaced("a: 'old'\n", Draft::of("it's")) == "a: 'it''s'\n");
  CHECK(replaced("a: old\r\nb: c\r\n", Draft::of("12345")) ==
        "a: \"12345\"\r\nb: c\r\n");
  CHECK(replaced("a: 1\n", Draft::literal("2")) == "a: 2\n");
  CHECK(replaced("a: x\n", Draft::of("no")) == "a: \"no\"\n");
  CHECK(replaced("a: x\n", Draft::of("b: c")) == "a: \"b: c\"\n");
  CHECK(replaced("a: x\n", Draft::of("say \"so\": yes")) ==
        "a: 'say \"so\": yes'\n");
  CHECK(replaced("a: x\n", Draft::of("2026-01-15")) == "a: 2026-01-15\n");
  CHECK(replaced("a:\nb: c\n", Draft::of("new")) == "a: new\nb: c\n");
  CHECK(replaced("a:\n  long\n  text\nb: c\n", Draft::of("new")) ==
        "a: new\nb: c\n");
  CHECK(replaced("{a: x, b: c}", Draft::of("y, z")) == "{a: \"y, z\", b: c}");
}

TEST_CASE("texts of several lines become literal scalars") {
  CHECK(replaced("a: old # why\nb: c\n", Draft::of("一\n二\n")) ==
        "a: | # why\n  一\n  二\nb: c\n");
  CHECK(replaced("a: |\n  old\nb: c\n", Draft::of("一\n二")) ==
        "a: |-\n  一\n  二\nb: c\n");
  CHECK(replaced("a: |\n  old\nb: c\n", Draft::of("new")) == "a: new\nb: c\n");
  CHECK(replaced("{a: x}", Draft::of("一\n二")) == "{a: \"一\\n二\"}");
}

TEST_CASE("collections and scalars take each other's place") {
  CHECK(replaced("a: old # why\nb: c\n", words) ==
        "a: # why\n  - 甲，一\n  - 乙\nb: c\n");
  CHECK(replaced("a: # why\n  - old\n  - more # so\nb: c\n",
                 Draft::of("new")) == "a: new # why\n  # so\nb: c\n");
  CHECK(replaced("a:\n- old\nb: c\n", words) == "a:\n- 甲，一\n- 乙\nb: c\n");
  CHECK(replaced("a:\n    - old\nb: c\n", pair) ==
        "a:\n    x: 1 个\n    y: 乙\nb: c\n");
  CHECK(replaced("a: {x: 1}\n", pair) == "a:\n  x: 1 个\n  y: 乙\n");
  CHECK(replaced("b: {}\na: [x]\n",
                 Draft::list({Draft::of("website"), Draft::of("gazette")})) ==
        "b: {}\na: [website, gazette]\n");
}

TEST_CASE("items are added in the style of their neighbours") {
  const auto added = [](std::string_view bytes, const Draft& draft) {
    const Text text(bytes);
    return text.with(add_item(value(text.root(), "a"), draft));
  };
  CHECK(added("a:\n- x # why\nb: c\n", Draft::of("y")) ==
        "a:\n- x # why\n- y\nb: c\n");
  CHECK(added("a:\r\n  -   x", pair) ==
        "a:\r\n  -   x\r\n  -   x: 1 个\r\n      y: 乙");
  CHECK(added("a:\n  - x: 1\n\n  - x: 2\nb: c\n", pair) ==
        "a:\n  - x: 1\n\n  - x: 2\n\n  - x: 1 个\n    y: 乙\nb: c\n");
  CHECK(added("a: [x, y]\n", Draft::of("z, w")) == "a: [x, y, \"z, w\"]\n");
  CHECK(added("a: []\n", Draft::of("z")) == "a: [z]\n");
  CHECK(added("a: []\n", pair) == "a:\n  - x: 1 个\n    y: 乙\n");
  CHECK(added("a: [\n  x,\n  y,\n]\n", Draft::of("z")) ==
        "a: [\n  x,\n  y,\n  z,\n]\n");
  CHECK(added("a:\n  - |\n    cut short", Draft::of("z")) ==
        "a:\n  - |-\n    cut short\n  - z");
}

TEST_CASE("entries are added behind a key or at the end") {
  const Text text("- id: x # why\n  name: y\n- {id: z}\n");
  const Node first = item(text.root(), 0), second = item(text.root(), 1);
  CHECK(
      text.with(add_entry(first, "code", Draft::of("124"), key(first, "id"))) ==
      "- id: x # why\n  code: \"124\"\n  name: y\n- {id: z}\n");
  CHECK(text.with(add_entry(first, "content", words)) ==
        "- id: x # why\n  name: y\n  content:\n    - 甲，一\n    - 乙\n- {id: "
        "z}\n");
  CHECK(text.with(add_entry(second, "name", Draft::of("一"))) ==
        "- id: x # why\n  name: y\n- {id: z, name: 一}\n");
}

TEST_CASE("a section that is missing or empty is made") {
  const auto appended = [](std::string_view bytes) {
    const Text text(bytes);
    return text.with(append_to_section(text.document, "laws", pair));
  };
  const std::string law = "laws:\n  - x: 1 个\n    y: 乙\n";
  CHECK(appended("") == law);
  CHECK(appended("# only words") == "# only words\n" + law);
  CHECK(appended("items: []\n") == "items: []\n" + law);
  CHECK(appended("laws:\nitems: []\n") == law + "items: []\n");
  CHECK(appended("laws: []\n") == law);
  CHECK(appended("laws:\n  - a\n") == "laws:\n  - a\n  - x: 1 个\n    y: 乙\n");
}

TEST_CASE("what is removed takes its lines and no others") {
  const auto removed = [](std::string_view bytes,
                          std::initializer_list<std::size_t> numbers) {
    const Text text(bytes);
    const Node list = value(text.root(), "a");
    std::vector<Node> nodes;
    for (const std::size_t number : numbers)
      if (list.is_sequence()) {
        nodes.push_back(item(list, number));
      } else {
        auto at = list.entries().begin();
        for (std::size_t i = 0; i < number; ++i) ++at;
        nodes.push_back((*at).key);
      }
    return text.with(remove(nodes));
  };
  CHECK(removed("a:\n  - x # 1\n  # above\n  - y # 2\n  - z\nb: c\n", {1}) ==
        "a:\n  - x # 1\n  # above\n  - z\nb: c\n");
  CHECK(removed("a:\n  - x\n\n  - y\n\n  - z\n\nb: c\n", {1}) ==
        "a:\n  - x\n\n  - z\n\nb: c\n");
  CHECK(removed("a:\n  - x\n\n  - y\n\nb: c\n", {1}) == "a:\n  - x\n\nb: c\n");
  CHECK(removed("a:\n  - x\n  - y", {1}) == "a:\n  - x");
  CHECK(removed("a:\n  - x\n  - y\n", {0, 1}) == "a: []\n");
  CHECK(removed("a: # why\n  x: 1\n", {0}) == "a: {} # why\n");
  CHECK(removed("a: [x, y, z]\n", {0}) == "a: [y, z]\n");
  CHECK(removed("a: [x, y, z]\n", {1, 2}) == "a: [x]\n");
  CHECK(removed("a: [x, y, z]\n", {0, 2}) == "a: [y]\n");
  CHECK(removed("a: {x: 1, y: 2}\n", {0, 1}) == "a: {}\n");
  CHECK(removed("a: [\n  x, # 1\n  y # 2\n]\n", {1}) == "a: [\n  x # 1\n]\n");
  const Text text(
      "- id: x\n  # about the name\n  name: y\n- id: z\n  name: w\n");
  CHECK(text.with(remove(key(item(text.root(), 0), "id"))) ==
        "- # about the name\n  name: y\n- id: z\n  name: w\n");
  CHECK(text.with(remove(key(item(text.root(), 1), "id"))) ==
        "- id: x\n  # about the name\n  name: y\n- name: w\n");
}

TEST_CASE("keys are renamed") {
  const Text text("\"a\": 1\nb: 2\n");
  CHECK(text.with(rename_key(key(text.root(), "a"), "c d")) ==
        "\"c d\": 1\nb: 2\n");
  CHECK(text.with(rename_key(key(text.root(), "b"), "x: y")) ==
        "\"a\": 1\n\"x: y\": 2\n");
}

TEST_CASE("edits of one file compose unless they overlap") {
  const Text text("a: 1\nb: [x]\n");
  source::Edits edits = replace_value(value(text.root(), "a"), Draft::of("y"));
  for (const auto& edit : rename_key(key(text.root(), "b"), "c"))
    edits.push_back(edit);
  for (const std::string word : {"y", "z"})
    for (const auto& edit : add_item(value(text.root(), "b"), Draft::of(word)))
      edits.push_back(edit);
  CHECK(text.with(edits) == "a: y\nc: [x, y, z]\n");
  for (const auto& edit : remove(key(text.root(), "a"))) edits.push_back(edit);
  CHECK(text.with(edits) == "(refused)");
}

}  // namespace
}  // namespace catalog::syntax
