#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <vector>

#include "cli/command.h"
#include "cli/item.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "source/lines.h"
#include "unicode/width.h"
#include "view/cells.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using resolve::Item;
using source::Span;

constexpr Message<> from_default{"by default", "默认值"};
constexpr Message<std::string, std::string> not_there{
    "`{}` is not published in {}\n", "`{}` 不在{}公开\n"};

/// A field as it is shown: its printed value, and where it was written.
struct Field {
  Words label;
  std::string_view value;  // the layouts' word for it
  model::ItemField field;
  Span (*place)(const Item& item);
};

template <class T>
Span first_place(const std::vector<T>& all) {
  return all.empty() ? Span{} : all.front().span;
}

Span timing_place(const Item& item) {
  return item.timing.empty() ? Span{} : item.timing.parts[0].value.phrase.span;
}

Span channels_place(const Item& item) {
  return item.channels.empty() ? Span{}
                               : first_place(item.channels.parts[0].value);
}

Span nowhere(const Item&) { return {}; }

/// In the order of the printed table.
constexpr Field fields[] = {
    {{"name", "公开事项"},
     "name",
     model::ItemField::name,
     [](const Item& item) { return first_place(item.name); }},
    {{"code", "编码"},
     "code",
     model::ItemField::code,
     [](const Item& item) { return item.code.span; }},
    {{"domain", "领域"},
     "domain",
     model::ItemField::domain,
     [](const Item&) { return Span{}; }},
    {{"content", "公开内容"},
     "content",
     model::ItemField::content,
     [](const Item& item) { return first_place(item.content); }},
    {{"basis", "公开依据"},
     "basis",
     model::ItemField::basis,
     [](const Item& item) {
       return item.basis.empty() ? Span{} : item.basis[0].written.span;
     }},
    {{"timing", "公开时限"}, "timing", model::ItemField::timing, timing_place},
    {{"body", "公开主体"},
     "body",
     model::ItemField::body,
     [](const Item&) { return Span{}; }},
    {{"channels", "公开渠道"},
     "channels",
     model::ItemField::channels,
     channels_place},
    {{"audience", "公开对象"},
     "audience",
     model::ItemField::audience,
     [](const Item& item) { return item.audience.span; }},
    {{"mode", "公开方式"},
     "mode",
     model::ItemField::mode,
     [](const Item& item) { return item.modes.span; }},
    {{"levels", "公开层级"},
     "level",
     model::ItemField::levels,
     [](const Item& item) { return item.levels.span; }},
    {{"supervision", "监督渠道"},
     "supervision",
     model::ItemField::supervision,
     [](const Item& item) {
       return item.supervision ? item.supervision->span : source::Span();
     }},
    {{"must-post", "公示栏张贴"},
     "must-post",
     model::ItemField::must_post,
     nowhere},
    {{"flow", "流程"}, "flow", model::ItemField::flow, nowhere},
    {{"column", "网站栏目"},
     "column",
     model::ItemField::column,
     [](const Item& item) { return first_place(item.column); }},
    {{"duty", "法定时限"},
     "",
     model::ItemField::duty,
     [](const Item& item) { return item.duty.span; }},
    {{"related", "相关事项"}, "", model::ItemField::related, nowhere},
    {{"review", "复审"}, "", model::ItemField::review, nowhere},
    {{"elements", "自定要素"}, "", model::ItemField::elements, nowhere},
    {{"note", "备注"},
     "note",
     model::ItemField::note,
     [](const Item& item) { return item.note.span; }},
};

std::string place_text(const compile::Compilation& run, Span span) {
  const source::File& file = run.tree[span.file];
  const source::Position at = source::Lines(file.bytes).position(span.begin);
  const std::string layer =
      run.catalog.is_own(span)
          ? std::string()
          : fmt::format("{} ", run.catalog.layer_of(span).id.text);
  return fmt::format("{}{}:{}:{}", layer, file.path, at.line, at.column);
}

/// The places that set a field, the last one first; each found what follows it
/// set already.
std::vector<Span> chain_of(const resolve::Edition& edition, const Item& item,
                           model::ItemField field) {
  std::vector<Span> chain;
  if (field == model::ItemField::body) chain = edition.bound_by(item);
  const model::Origins& origins = edition->origins;
  for (auto id = item.origin_of(field); id != model::OriginId::none;
       id = origins[id].below)
    chain.push_back(origins[id].span);
  return chain;
}

/// A place for the value's first line, and a line for each one below it.
std::string chain_text(const compile::Compilation& run,
                       const std::vector<Span>& chain) {
  std::string text;
  for (std::size_t i = 1; i < chain.size(); ++i)
    text += fmt::format("  {:12}← {}\n", "", place_text(run, chain[i]));
  return text;
}

/// A label, its value over one or several lines, and its place behind the
/// first of them.
std::string field_text(std::string_view label, const std::string& value,
                       const std::string& place) {
  constexpr std::size_t width = 12;
  std::string text;
  std::istringstream lines(value);
  std::string line;
  for (bool is_first = true; std::getline(lines, line); is_first = false) {
    const std::string_view head = is_first ? label : std::string_view();
    text += fmt::format("  {}{:{}}{}", head, "",
                        width - std::min(width, unicode::width(head)), line);
    if (is_first && !place.empty()) text += fmt::format("  ({})", place);
    text += '\n';
  }
  return text;
}

std::string terms_text(const resolve::Edition& edition, const Item& item,
                       std::string_view taxonomy) {
  std::string text;
  for (const resolve::TermId term : item.facets)
    if (edition[term.taxonomy].id.text == taxonomy) {
      if (!text.empty()) text += "、";
      text += edition[term].name.text;
    }
  return text;
}

/// The values that no layout has a word for.
std::string unprinted_text(const resolve::Edition& edition, const Item& item,
                           model::ItemField field) {
  std::vector<std::string> parts;
  if (field == model::ItemField::duty) return std::string(item.duty.text);
  if (field == model::ItemField::related)
    for (const resolve::ItemId id : item.related)
      parts.emplace_back(edition[id].id.text);
  if (field == model::ItemField::review && item.review)
    parts = {std::string(item.review->every.text),
             item.review->last.date ? days::iso(*item.review->last.date) : ""};
  if (field == model::ItemField::elements)
    for (const resolve::ElementValue& element : item.elements)
      for (const model::Text& value : element.values)
        parts.push_back(fmt::format(
            "{}：{}", edition[element.element].name.text, value.text));
  return fmt::format("{}", fmt::join(parts, "\n"));
}

std::string item_text(const compile::Compilation& run,
                      const resolve::Edition& edition, const Item& item,
                      Language language) {
  const bool is_alone =
      run.catalog.layers.size() == 1 && edition.bound_by(item).empty();
  const model::Layout layout;
  const view::Cells cells(edition, layout);
  std::string text =
      fmt::format("{}  ({})\n", item.id.text, place_text(run, item.span));
  for (const Field& field : fields) {
    model::Column column;
    column.value.text = field.value;
    column.as = model::As::lines;
    const std::string value = field.value.empty()
                                  ? unprinted_text(edition, item, field.field)
                                  : cells.text(column, item, 0);
    if (value.empty()) continue;
    const std::vector<Span> chain =
        is_alone ? std::vector<Span>{} : chain_of(edition, item, field.field);
    const Span span = chain.empty() ? field.place(item) : chain.front();
    const bool is_default =
        (field.value == "audience" || field.value == "mode") &&
        span.begin == span.end &&
        (field.value == "mode" ||
         std::none_of(item.content.begin(), item.content.end(),
                      [](const model::ContentEntry& entry) {
                        return entry.audience.has_value();
                      }));
    text += field_text(field.label.in(language), value,
                       is_default              ? from_default.in(language)
                       : span.end > span.begin ? place_text(run, span)
                                               : std::string());
    text += chain_text(run, chain);
  }
  const std::vector<Span> facets =
      is_alone ? std::vector<Span>{}
               : chain_of(edition, item, model::ItemField::facets);
  bool is_first = true;
  for (const model::Taxonomy& taxonomy : edition->taxonomies)
    if (const std::string terms = terms_text(edition, item, taxonomy.id.text);
        !terms.empty()) {
      text += field_text(
          taxonomy.name.text, terms,
          is_first && !facets.empty() ? place_text(run, facets.front()) : "");
      if (is_first) text += chain_text(run, facets);
      is_first = false;
    }
  return text;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::string id = *arguments.value("ID");
  const std::filesystem::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(folder, settings_of(arguments, line));
  line.clear();
  const auto item = compiled->catalog.items.find(id);
  if (!item) return unknown_item(*compiled, id, language);
  const auto edition =
      edition_asked_for(*compiled, arguments.value("--jurisdiction"), language);
  if (!edition) return exit_usage;
  const auto reading = edition->reading_of(*item);
  if (!reading) {
    print(not_there.in(language, id, std::string(edition->place)));
    return note_errors(*compiled, language);
  }
  print(item_text(*compiled, *edition, compiled->catalog[*reading], language));
  return note_errors(*compiled, language);
}

constexpr Positional positionals[] = {
    {"ID", {"an item's id", "事项的标识"}, true},
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr Option options[] = {
    as_of_option,
    {"--jurisdiction",
     "",
     "CODE",
     {"as one place below reads it", "按下级某地的目录显示"}},
};
constexpr Example examples[] = {
    {"catalog show compulsory-education/enrolment-policy catalog",
     {"one item with the places of its values", "一个事项及其各项的出处"}},
    {"catalog list catalog", {"which ids there are", "查看有哪些标识"}},
};

}  // namespace

constinit const Command show_command{
    "show",
    {"show one item, and where each value was written",
     "显示一个事项及其各项内容的出处"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
