#include "compile/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "json/writer.h"
#include "source/tree.h"
#include "syntax/json_reader.h"

namespace catalog::compile {
namespace {

using json::Writer;
using syntax::Node;

std::optional<Node> find(Node mapping, std::string_view key) {
  for (const syntax::Entry entry : mapping.entries())
    if (entry.key.text() == key) return entry.value;
  return std::nullopt;
}

std::string_view text_at(Node mapping, std::string_view key) {
  const auto value = find(mapping, key);
  return value && value->is_scalar() ? value->text() : std::string_view();
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A value as it is.
void copy(Node node, Writer& out) {
  if (node.is_scalar()) {
    // Numbers and booleans are plain in JSON; in the source language a quoted
    // scalar is a text.
    if (!node.is_plain())
      out.value(node.text());
    else if (node.text() == "true" || node.text() == "false")
      out.value(node.text() == "true");
    else
      out.value(number_of(node.text()));
  } else if (node.is_sequence()) {
    out.begin_array();
    for (const Node item : node.items()) copy(item, out);
    out.end_array();
  } else {
    out.begin_object();
    for (const syntax::Entry entry : node.entries()) {
      out.key(entry.key.text());
      copy(entry.value, out);
    }
    out.end_object();
  }
}

/// The members that the source language has by the same name.
void copy_members(Node from, std::initializer_list<std::string_view> keys,
                  Writer& out) {
  for (const std::string_view key : keys)
    if (const auto value = find(from, key)) {
      out.key(key);
      copy(*value, out);
    }
}

void copy_as(Node from, std::string_view key, std::string_view name,
             Writer& out) {
  if (const auto value = find(from, key)) {
    out.key(name);
    copy(*value, out);
  }
}

void write_supervision(Node from, Writer& out) {
  const auto value = find(from, "supervision");
  if (!value || value->size() == 0) return;
  out.key("supervision");
  copy(*value, out);
}

void write_manifest(Node from, Writer& out) {
  out.key("catalog").begin_object();
  copy_members(from, {"id", "title", "version", "date", "issuer"}, out);
  write_supervision(from, out);
  const auto place = find(from, "jurisdiction");
  if (place) out.member("jurisdiction", text_at(*place, "code"));
  out.end_object();
  if (!place || !find(*place, "name")) return;
  out.key("jurisdictions").begin_array().begin_object();
  copy_members(*place, {"code", "name", "level", "kind", "assumed"}, out);
  out.end_object().end_array();
}

void write_law(Node law, Writer& out) {
  copy_members(
      law,
      {"id", "title", "aliases", "kind", "issuer", "number", "issued",
       "effective", "former", "articles", "repealed", "expires", "url", "note"},
      out);
  const auto limits = find(law, "limits");
  if (!limits) return;
  out.key("limits").begin_array();
  for (const Node limit : limits->items()) {
    out.begin_object();
    copy_members(limit, {"id", "article"}, out);
    if (const auto timing = find(limit, "timing"))
      out.member("timing", text_at(*timing, "text"));
    out.end_object();
  }
  out.end_array();
}

void write_body(Node body, Writer& out) {
  copy_members(body,
               {"id", "name", "generic", "level", "unit", "phone", "address",
                "url", "note"},
               out);
  copy_as(body, "credit_code", "credit-code", out);
  write_supervision(body, out);
}

/// Values are texts as printed, whatever type they were written in.
void write_element(Node element, Writer& out) {
  copy_members(element, {"id", "name", "note"}, out);
  out.member("type", "list");
}

template <class Write>
void write_all(Node from, std::string_view key, Writer& out, Write write) {
  const auto entries = find(from, key);
  if (!entries || entries->size() == 0) return;
  out.key(key).begin_array();
  for (const Node entry : entries->items()) {
    out.begin_object();
    write(entry, out);
    out.end_object();
  }
  out.end_array();
}

/// The levels that entries name; none where they hold at all.
std::vector<std::string_view> levels_of(Node entries) {
  std::vector<std::string_view> all;
  for (const Node entry : entries.items())
    if (const auto levels = find(entry, "levels"))
      for (const Node level : levels->items())
        if (std::find(all.begin(), all.end(), level.text()) == all.end())
          all.push_back(level.text());
  return all;
}

bool is_at(Node entry, std::string_view level) {
  const auto levels = find(entry, "levels");
  if (!levels || level.empty()) return true;
  for (const Node each : levels->items())
    if (each.text() == level) return true;
  return false;
}

/// A list that may differ by level; `write` writes those of one level.
template <class Write>
void write_by_level(Node entries, std::string_view key, Writer& out,
                    Write write) {
  const auto levels = levels_of(entries);
  out.key(key);
  if (levels.empty()) return write(entries, std::string_view(), out);
  out.begin_object().key("by-level").begin_object();
  for (const std::string_view level : levels) {
    out.key(level);
    write(entries, level, out);
  }
  out.end_object().end_object();
}

void write_bodies(Node entries, std::string_view level, Writer& out) {
  out.begin_array();
  for (const Node entry : entries.items())
    if (is_at(entry, level)) out.value(text_at(entry, "id"));
  out.end_array();
}

void write_channels(Node entries, std::string_view level, Writer& out) {
  std::string_view choice;
  out.begin_array();
  const auto end_choice = [&] {
    if (!choice.empty()) out.end_array().end_object();
    choice = {};
  };
  for (const Node entry : entries.items()) {
    if (!is_at(entry, level)) continue;
    const std::string_view any_of = text_at(entry, "any_of"),
                           id = text_at(entry, "id");
    if (any_of != choice) end_choice();
    if (!any_of.empty() && choice.empty()) {
      out.begin_object().key("any-of").begin_array();
      choice = any_of;
    }
    if (id.empty())
      out.begin_object().member("other", text_at(entry, "name")).end_object();
    else if (find(entry, "optional"))
      out.begin_object()
          .key("optional")
          .begin_array()
          .value(id)
          .end_array()
          .end_object();
    else
      out.value(id);
  }
  end_choice();
  out.end_array();
}

void write_content(Node entries, Writer& out) {
  out.key("content").begin_array();
  for (const Node entry : entries.items()) {
    out.begin_object();
    copy_members(entry, {"text", "parts", "optional", "mode"}, out);
    if (const auto timing = find(entry, "timing"))
      out.member("timing", text_at(*timing, "text"));
    out.end_object();
  }
  out.end_array();
}

void write_citation(Node entry, Writer& out) {
  const std::string_view note = text_at(entry, "note");
  if (find(entry, "law")) {
    out.begin_object().member("law", text_at(entry, "law"));
    const std::string article = fmt::format("{}{}", text_at(entry, "article"),
                                            text_at(entry, "remark"));
    out.member_if("article", article).member_if("note", note).end_object();
    return;
  }
  std::string text(text_at(entry, "text"));
  if (!note.empty())
    text.resize(text.size() - fmt::format("（{}）", note).size());
  if (note.empty() && text.find("《") != text.npos)
    out.value(text);
  else
    out.begin_object()
        .member("text", std::string_view(text))
        .member_if("note", note)
        .end_object();
}

void write_timing(Node timing, Writer& out) {
  out.key("timing");
  const auto levels = find(timing, "by_level");
  if (!levels) {
    out.value(text_at(timing, "text"));
    return;
  }
  out.begin_object().key("by-level").begin_object();
  for (const Node each : levels->items())
    out.member(text_at(each, "level"), text_at(each, "text"));
  out.end_object().end_object();
}

void write_audience(Node audience, Writer& out) {
  out.key("audience").begin_array();
  if (text_at(audience, "public") == "true") out.value("public");
  if (const auto groups = find(audience, "groups"))
    for (const Node group : groups->items())
      out.begin_object().member("group", group.text()).end_object();
  out.end_array();
}

void write_item(Node item, Writer& out) {
  out.begin_object().on_one_line();
  copy_members(item,
               {"id", "code", "domain", "name", "mode", "only", "facets",
                "elements", "duty", "related", "column", "review", "replaces",
                "assumed", "en", "note"},
               out);
  if (const auto content = find(item, "content")) write_content(*content, out);
  if (const auto basis = find(item, "basis"); basis && basis->size() > 0) {
    out.key("basis").begin_array();
    for (const Node entry : basis->items()) write_citation(entry, out);
    out.end_array();
  }
  if (const auto timing = find(item, "timing")) write_timing(*timing, out);
  if (const auto body = find(item, "body"))
    write_by_level(*body, "body", out, write_bodies);
  if (const auto channels = find(item, "channels"))
    write_by_level(*channels, "channels", out, write_channels);
  if (const auto audience = find(item, "audience"))
    write_audience(*audience, out);
  if (const auto levels = find(item, "levels"); levels && levels->size() > 0)
    copy_as(item, "levels", "levels", out);
  copy_as(item, "must_post", "must-post", out);
  copy_as(item, "waivers", "waive", out);
  write_supervision(item, out);
  out.end_object();
}

void write_registries(Node root, Writer& out) {
  const auto whole = [](std::initializer_list<std::string_view> keys) {
    return [keys = std::vector(keys)](Node entry, Writer& to) {
      for (const std::string_view key : keys) copy_members(entry, {key}, to);
    };
  };
  write_all(root, "domains", out,
            whole({"id", "name", "code", "guideline", "note"}));
  write_all(root, "laws", out, write_law);
  write_all(root, "bodies", out, write_body);
  write_all(root, "channels", out,
            whole({"id", "name", "standard", "domains", "url", "note"}));
  write_all(root, "taxonomies", out,
            whole({"id", "name", "ordered", "terms", "note"}));
  write_all(root, "elements", out, write_element);
}

/// So many items a file, which keeps each below what is read.
constexpr std::size_t items_a_file = 500;

void write_items(Node items, const source::TemporaryFolder& to) {
  std::size_t number = 0;
  auto at = items.items().begin();
  const auto end = items.items().end();
  while (!(at == end)) {
    std::string text;
    Writer out(text);
    out.begin_object().key("items").begin_array();
    for (std::size_t i = 0; i < items_a_file && !(at == end); ++i, ++at)
      write_item(*at, out);
    out.end_array().end_object();
    to.write(fmt::format("items/{:06}.yaml", number++), text);
  }
}

}  // namespace

bool unpack_published(std::string_view json,
                      const source::TemporaryFolder& to) {
  diagnostics::Diagnostics found(diagnostics::Language::en);
  const syntax::Document document =
      syntax::read_json(source::FileId{}, json, found);
  if (document.empty() || !document.root().is_mapping()) return false;
  const Node root = document.root();
  const auto manifest = find(root, "catalog"), items = find(root, "items");
  if (!manifest || !manifest->is_mapping() || !items || !items->is_sequence())
    return false;
  std::string text;
  Writer out(text);
  out.begin_object();
  write_manifest(*manifest, out);
  write_registries(root, out);
  out.end_object();
  to.write("catalog.yaml", text);
  write_items(*items, to);
  return true;
}

}  // namespace catalog::compile
