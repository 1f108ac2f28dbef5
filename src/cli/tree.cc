#include "syntax/tree.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <variant>

#include "cli/command.h"
#include "cli/terminal.h"
#include "diagnostics/render.h"
#include "json/writer.h"
#include "source/lines.h"
#include "syntax/json_reader.h"

namespace catalog::cli {
namespace {

using source::Position;
using syntax::Kind;
using syntax::Node;

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::scalar: return "scalar";
    case Kind::sequence: return "sequence";
    case Kind::mapping: return "mapping";
  }
  return {};
}

std::string_view name_of(syntax::Style style) {
  constexpr std::string_view names[] = {
      "plain",  "single-quoted", "double-quoted", "literal",
      "folded", "block",         "flow"};
  return names[static_cast<std::size_t>(style)];
}

/// Lines and columns count from 1, columns in code points; the end is that of
/// the first character behind.
struct Place {
  Position begin;
  Position end;
};

Place place_of(Node node, const source::Lines& lines) {
  return {lines.position(node.span().begin), lines.position(node.span().end)};
}

/// The text of a large file is many times as large: it is printed as it is
/// written.
void spill(std::string& text) {
  constexpr std::size_t most_held = 1u << 20;
  if (text.size() < most_held) return;
  print(text);
  text.clear();
}

void write(Node node, const source::Lines& lines, json::Writer& out,
           std::string& text) {
  spill(text);
  const Place place = place_of(node, lines);
  out.begin_object();
  if (node.is_scalar()) out.on_one_line();
  out.member("kind", name_of(node.kind()));
  out.member("style", name_of(node.style()));
  out.member("line", std::uint64_t{place.begin.line});
  out.member("column", std::uint64_t{place.begin.column});
  out.member("end_line", std::uint64_t{place.end.line});
  out.member("end_column", std::uint64_t{place.end.column});
  if (node.is_scalar()) {
    out.member("value", node.text());
  } else if (node.is_sequence()) {
    out.key("items").begin_array();
    for (const Node item : node.items()) write(item, lines, out, text);
    out.end_array();
  } else {
    out.key("entries").begin_array();
    for (const auto& [key, value] : node.entries()) {
      out.begin_object();
      write(key, lines, out.key("key"), text);
      write(value, lines, out.key("value"), text);
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

void print_json(const syntax::Document& document, const source::Lines& lines) {
  if (document.empty()) return print("null\n");
  std::string text;
  json::Writer out(text);
  write(document.root(), lines, out, text);
  print(text + "\n");
}

/// A node a line, indented as it is nested; keys stand with their values.
void append(std::string& text, Node node, const source::Lines& lines,
            std::string_view label, std::size_t depth) {
  spill(text);
  const Place place = place_of(node, lines);
  text +=
      fmt::format("{:{}}{}{} {} {}:{}-{}:{}", "", depth * 2, label,
                  name_of(node.kind()), name_of(node.style()), place.begin.line,
                  place.begin.column, place.end.line, place.end.column);
  if (node.is_scalar()) {
    std::string value;
    json::Writer(value).value(node.text());
    text += " " + value;
  }
  text += '\n';
  for (const Node item : node.items())
    append(text, item, lines, "- ", depth + 1);
  for (const auto& [key, value] : node.entries()) {
    append(text, key, lines, "", depth + 1);
    append(text, value, lines, ": ", depth + 1);
  }
}

void print_text(const syntax::Document& document, const source::Lines& lines) {
  std::string text;
  if (!document.empty()) append(text, document.root(), lines, "", 0);
  print(text);
}

std::string bytes_of(const std::filesystem::path& path) {
  auto bytes = source::read_below(path.parent_path(), path.filename().string());
  if (auto* read = std::get_if<std::string>(&bytes)) return std::move(*read);
  const std::string name = "`" + diagnostics::printable(path.string()) + "`";
  switch (std::get<source::Refusal>(bytes)) {
    case source::Refusal::missing:
      throw source::Failure("there is no file " + name, "没有文件 " + name);
    case source::Refusal::too_large:
      throw source::Failure(name + " is too large", name + " 过大");
    default:
      throw source::Failure(name + " is not a file to be read here",
                            name + " 不是可在此读取的文件");
  }
}

int run(const Arguments& arguments) {
  const std::filesystem::path path = *arguments.value("FILE");
  source::SourceTree tree;
  const source::FileId file = tree.add(path.string(), bytes_of(path));
  diagnostics::Diagnostics found(arguments.language);
  const syntax::Document document =
      path.extension() == ".json"
          ? syntax::read_json(file, tree[file].bytes, found)
          : syntax::read(tree, file, found, arguments.reader);
  const source::Lines lines(tree[file].bytes);
  arguments.value("--format").value_or("json") == "json"
      ? print_json(document, lines)
      : print_text(document, lines);
  if (!found.has_errors()) return exit_fine;
  diagnostics::Report report{
      found, tree, {}, {}, wants_colour(stderr_is_terminal())};
  report.coverage.files = 1;
  print_error(diagnostics::render_text(report));
  return exit_errors;
}

constexpr Positional positionals[] = {
    {"FILE", {"a YAML or JSON file", "YAML 或 JSON 文件"}, true},
};
constexpr std::string_view formats[] = {"json", "text"};
constexpr Option options[] = {
    {"--format", "-f", "FORMAT", {"how to print", "打印格式"}, formats},
};
constexpr Example examples[] = {
    {"catalog tree catalog/catalog.yaml --format text",
     {"what a file says, each part with its place",
      "一个文件的内容及其各部分的位置"}},
    {"catalog tree items.yaml --reader yaml-cpp",
     {"as the reference reader sees it", "用参照解析器读取"}},
};

}  // namespace

constinit const Command tree_command{
    "tree",
    {"print what was read from a file, each part with its place",
     "打印一个文件的语法树，附各部分的位置"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
