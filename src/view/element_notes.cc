#include "view/element_notes.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "schema/registry.h"
#include "syntax/json_reader.h"
#include "view/departures.h"
#include "view/list_table.h"
#include "view/meanings.h"

namespace catalog::view {
namespace {

using model::ItemField;

/// What the schema says of a key of an item.
struct Description {
  std::string title;
  std::string text;
};
using Descriptions = std::unordered_map<std::string, Description>;

Descriptions read_descriptions() {
  Descriptions all;
  for (const source::EmbeddedFile& file : schema::embedded_files()) {
    if (file.path != "catalog.schema.json") continue;
    diagnostics::Diagnostics none(diagnostics::Language::en);
    const syntax::Document document =
        syntax::read_json(source::FileId{}, file.bytes, none);
    std::optional<syntax::Node> node = document.root();
    for (const std::string_view key : {"$defs", "item", "properties"})
      if (node) node = schema::value_at(*node, key);
    if (!node) continue;
    for (const syntax::Entry entry : node->entries()) {
      Description& description = all[std::string(entry.key.text())];
      if (const auto title = schema::value_at(entry.value, "title"))
        description.title = title->text();
      if (const auto text = schema::value_at(entry.value, "description"))
        description.text = text->text();
    }
  }
  return all;
}

/// Read once: the schema is part of the program.
const Description& description_of(std::string_view key) {
  static const Descriptions all = read_descriptions();
  static const Description none;
  const auto found = all.find(std::string(key));
  return found == all.end() ? none : found->second;
}

std::string_view meaning_of(ItemField field) {
  for (const Meaning& each : meanings)
    if (each.field == field) return each.meaning;
  return {};
}

/// The names of a taxonomy's terms, with what is said of each.
std::string terms_text(const model::Taxonomy& taxonomy) {
  std::string text;
  for (const model::Term& term : taxonomy.terms) {
    if (!text.empty()) text += "；";
    text += term.name.text;
    if (!term.note.empty()) text += fmt::format("（{}）", term.note.text);
  }
  return text;
}

/// Collects a row a column that means something of its own.
class Notes {
 public:
  Notes(const resolve::Edition& edition, Table& table)
      : edition_(edition), table_(table) {}

  void add(const std::vector<model::Column>& columns, std::string_view above) {
    for (const model::Column& column : columns)
      if (column.columns.empty())
        add(column, above);
      else
        add(column.columns, column.title.text);
  }

 private:
  void add(const model::Column& column, std::string_view above) {
    const std::string_view value = column.value.text;
    const std::string_view head = value.substr(0, value.find('.'));
    if (head == "facets") return add_taxonomy(column, value.substr(7));
    if (head == "element") return add_element(column, value.substr(8));
    const ItemField field =
        head == "domain" ? ItemField::domain : field_of(value);
    if (field == ItemField::assumed || !seen_.emplace(word(field)).second)
      return;
    // Several columns of one field stand under its title.
    const bool is_part = value.find('.') != value.npos && !above.empty();
    const Description& description = description_of(word(field));
    add_row(is_part ? above : std::string_view(column.title.text),
            meaning_of(field), description.text, word(field));
  }

  void add_taxonomy(const model::Column& column, std::string_view id) {
    if (!seen_.emplace(column.value.text).second) return;
    const auto taxonomy = edition_->taxonomies.find(id);
    if (!taxonomy) return;
    add_row(column.title.text,
            fmt::format("{}：{}。", edition_[*taxonomy].name.text,
                        terms_text(edition_[*taxonomy])),
            description_of("facets").text, fmt::format("facets.{}", id));
  }

  void add_element(const model::Column& column, std::string_view id) {
    if (!seen_.emplace(column.value.text).second) return;
    const auto element = edition_->elements.find(id);
    if (!element) return;
    add_row(column.title.text, edition_[*element].note.text,
            description_of("elements").text, fmt::format("elements.{}", id));
  }

  void add_row(std::string_view title, std::string_view meaning,
               std::string_view text, std::string_view key) {
    view::add_row(table_, {std::string(title), std::string(meaning),
                           std::string(text), std::string(key)});
  }

  const resolve::Edition& edition_;
  Table& table_;
  std::set<std::string> seen_;
};

}  // namespace

Table element_notes(const Publication& publication) {
  Table table =
      list_table(Table::Kind::appendix, "elements", "要素说明",
                 {"序号", "要素名称", "含义", "填写要求", "源文件字段"});
  constexpr double widths[] = {6, 16, 52, 46, 16};
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    table.columns[i].width = widths[i];
  table.columns[1].centred = true;
  table.columns[2].centred = table.columns[3].centred = false;
  table.paper = model::Paper::a4;
  Notes notes(*publication.edition, table);
  for (const auto* tables : {&publication.domains, &publication.views})
    for (const Table& each : *tables)
      if (each.layout != nullptr) notes.add(each.layout->columns, "");
  return table;
}

}  // namespace catalog::view
