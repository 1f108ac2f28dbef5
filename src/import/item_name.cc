#include "import/item_name.h"

#include <re2/re2.h>

#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind no_first_level{
    "no-first-level",
    Sure::likely,
    {"nothing stands in the level above; `{}` is the whole name",
     "上一级事项为空，以 `{}` 为事项名称"}};
constexpr RemarkKind no_domain{
    "no-domain",
    Sure::unsure,
    {"no title, sheet or column names the domain: put into `{}`",
     "标题、工作表和列中都没有领域名称，归入 `{}`"}};

}  // namespace

void read_name(ItemRow& row, Item& item) {
  bool lacks_first = false;
  for (std::size_t i = 0; i < row.columns().size(); ++i) {
    const Field field = row.columns()[i].field;
    if (field != Field::name1 && field != Field::name2 && field != Field::name3)
      continue;
    std::string name = joined(row.text(i));
    if (is_empty_mark(name)) {
      lacks_first = lacks_first || item.name.empty();
      continue;
    }
    static const re2::RE2 coded("^(.*?)[\\s(（]*([0-9]{6,12})[)）]?$");
    std::string code, rest;
    if (re2::RE2::FullMatch(name, coded, &rest, &code) && !rest.empty()) {
      item.code = code;
      name = rest;
    }
    if (row.is_numbered(i)) name = without_number(name);
    name = printed(trimmed(name));
    if (is_empty_mark(name)) continue;
    constexpr std::size_t longest = 200;
    if (unicode::count(name) > longest) {
      item.note = name;
      row.ask(item, "name", cut_text, row.place(i), name, "note");
      name = std::string(unicode::prefix(name, longest));
    }
    if (lacks_first && item.name.empty())
      row.remarks.add(no_first_level, row.place(i), {}, name);
    item.name.push_back(name);
  }
  for (const Column& each : row.columns()) {
    if (each.field != Field::code) continue;
    const auto index = static_cast<std::size_t>(&each - row.columns().data());
    const std::string code = squashed(row.text(index));
    static const re2::RE2 legal("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
    if (re2::RE2::FullMatch(code, legal)) item.code = code;
  }
}

std::string domain_name(const ItemRow& row, std::string& code) {
  std::string name = joined(row.cell(Field::domain));
  static const re2::RE2 coded("^(.*?)[\\s(（]*([0-9]{3,12})[)）]?$");
  std::string rest;
  if (re2::RE2::FullMatch(name, coded, &rest, &code) && !rest.empty())
    name = rest;
  else
    code.clear();
  if (ends_with_any(name, {"领域"}))
    name.erase(name.size() - std::string_view("领域").size());
  name = printed(without_number(name));
  if (name.empty() || unicode::count(name) > 60) name = row.domain();
  return name.empty() ? row.fallback_domain : name;
}

void read_domain(ItemRow& row, Item& item) {
  std::string code;
  std::string name = domain_name(row, code);
  if (name.empty()) {
    name = "未分领域";
    if (!row.has_asked_for_domain)
      row.ask(item, "id", no_domain, row.first_place(), {}, name);
    row.has_asked_for_domain = true;
  }
  Registered& domain = row.imported.domains.entry(squashed(name), name);
  if (domain.code.empty()) domain.code = code;
  item.domain = row.imported.domains.index_of(domain.id);
}

}  // namespace catalog::import
