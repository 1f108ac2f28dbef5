#include "view/registers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "view/list_table.h"

namespace catalog::view {
namespace {

using model::Level;
using resolve::BodyId;
using resolve::Edition;
using resolve::Item;
using resolve::ItemId;
using resolve::LawId;

std::string count_text(std::size_t count) {
  return count == 0 ? "" : std::to_string(count);
}

std::size_t count_items(const Edition& edition,
                        const std::vector<ItemId>& items,
                        bool (*holds)(const Item& item, Level level),
                        Level level) {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(),
                    [&](ItemId id) { return holds(edition[id], level); }));
}

bool is_at(const Item& item, Level level) {
  return item.levels.all.contains(level);
}

/// One row of the statistics: a name and the counts over some items.
std::vector<std::string> counts(const Edition& edition, std::string name,
                                const std::vector<ItemId>& items,
                                const std::vector<Level>& levels) {
  std::vector<std::string> row{std::move(name), std::to_string(items.size())};
  std::size_t proactive = 0;
  std::size_t on_request = 0;
  std::set<LawId> laws;
  for (const ItemId id : items) {
    proactive += edition[id].modes.contains(model::Mode::proactive);
    on_request += edition[id].modes.contains(model::Mode::on_request);
    for (const resolve::Citation& citation : edition[id].basis)
      if (citation.law) laws.insert(*citation.law);
  }
  row.push_back(count_text(proactive));
  row.push_back(count_text(on_request));
  for (const Level level : levels)
    row.push_back(count_text(count_items(edition, items, is_at, level)));
  row.push_back(count_text(laws.size()));
  return row;
}

std::vector<Level> levels_used(const Edition& edition) {
  std::vector<Level> used;
  for (const Level level : model::all_levels)
    if (count_items(edition, edition.items, is_at, level) > 0)
      used.push_back(level);
  return used;
}

}  // namespace

std::string_view kind_text(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> names{
      {{"law", "法律"},
       {"administrative-regulation", "行政法规"},
       {"ministry-rule", "部门规章"},
       {"local-regulation", "地方性法规"},
       {"local-rule", "地方政府规章"},
       {"judicial-interpretation", "司法解释"},
       {"party-document", "党内法规和文件"},
       {"normative-document", "规范性文件"},
       {"standard", "标准"},
       {"plan", "规划"},
       {"other", "其他"}}};
  for (const auto& [word, name] : names)
    if (word == kind) return name;
  return kind;
}

namespace {

/// （2021年修改）, the last up to the edition's date; empty for none.
std::string last_amendment(const Edition& edition, const model::Law& law) {
  std::optional<days::Date> last;
  for (const model::WrittenDate& each : law.amended)
    if (each.date && *each.date <= edition.date &&
        (!last || *last < *each.date))
      last = each.date;
  return last ? fmt::format("（{}年修改）", last->year) : std::string();
}

/// ，由《…》取代, of those that are registered.
std::string successors(const Edition& edition, const model::Law& law) {
  std::string titles;
  for (const model::Text& by : law.repealed->by)
    if (const auto id = edition->laws.find(by.text))
      titles += fmt::format("{}《{}》", titles.empty() ? "" : "、",
                            edition[*id].title.text);
  return titles.empty() ? titles : fmt::format("，由{}取代", titles);
}

}  // namespace

std::string standing_text(const Edition& edition, const model::Law& law) {
  const std::string amended = last_amendment(edition, law);
  switch (edition.standing_of(law)) {
    case Edition::Standing::in_force: return "有效" + amended;
    case Edition::Standing::not_yet: return "尚未施行";
    case Edition::Standing::repealed:
      return fmt::format("已于{}废止", days::chinese(*law.repealed->on.date)) +
             successors(edition, law);
    case Edition::Standing::expired:
      return fmt::format("已于{}到期", days::chinese(*law.expires.date));
    case Edition::Standing::unknown: break;
  }
  return "未见废止" + amended;
}

Table laws_table(const Edition& edition) {
  Table table = list_table(
      Table::Kind::laws, "laws", "依据目录",
      {"序号", "名称", "文号", "类别", "施行日期", "状态", "引用事项数"});
  std::vector<std::size_t> cited(edition->laws.size());
  for (const ItemId id : edition.items) {
    std::set<LawId> once;
    for (const resolve::Citation& citation : edition[id].basis)
      if (citation.law && once.insert(*citation.law).second)
        ++cited[static_cast<std::size_t>(*citation.law)];
  }
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (cited[i] == 0) continue;
    const model::Law& law = edition->laws.all()[i];
    add_row(table, {std::string(law.title.text), std::string(law.number.text),
                    std::string(kind_text(law.kind.text)),
                    law.effective.date ? days::iso(*law.effective.date) : "",
                    standing_text(edition, law), std::to_string(cited[i])});
    table.rows.back().anchor = law.id.text;
  }
  return table;
}

Table bodies_table(const Edition& edition) {
  Table table = list_table(Table::Kind::bodies, "bodies", "公开主体",
                           {"序号", "公开主体", "涉及领域", "承办科室",
                            "联系电话", "监督电话", "事项数"});
  table.columns[2].centred = false;
  struct Duties {
    std::size_t items = 0;
    std::set<resolve::DomainId> domains;
  };
  std::vector<Duties> duties(edition->bodies.size());
  for (const ItemId id : edition.items) {
    std::set<BodyId> once;
    for (const auto& part : edition.body_of(edition[id]).parts)
      once.insert(part.value.begin(), part.value.end());
    for (const BodyId body : once) {
      Duties& duty = duties[static_cast<std::size_t>(body)];
      ++duty.items;
      duty.domains.insert(edition[id].domain);
    }
  }
  for (std::size_t i = 0; i < duties.size(); ++i) {
    if (duties[i].items == 0) continue;
    const model::Body& body = edition->bodies.all()[i];
    std::string domains;
    for (const resolve::DomainId domain : duties[i].domains) {
      if (!domains.empty()) domains += "、";
      domains += edition[domain].name.text;
    }
    add_row(table, {std::string(body.name.text), std::move(domains),
                    std::string(body.unit.text), std::string(body.phone.text),
                    std::string(body.supervision.phone.text),
                    std::to_string(duties[i].items)});
    table.rows.back().anchor = body.id.text;
  }
  return table;
}

Table statistics_table(const Edition& edition) {
  const std::vector<Level> levels = levels_used(edition);
  std::vector<std::string> columns{"序号", "领域", "事项数", "主动公开",
                                   "依申请公开"};
  for (const Level level : levels) columns.emplace_back(chinese(level));
  columns.emplace_back("公开依据数");
  Table table =
      list_table(Table::Kind::statistics, "statistics", "统计", columns);

  std::vector<std::vector<ItemId>> by_domain(edition->domains.size());
  for (const ItemId id : edition.items)
    by_domain[static_cast<std::size_t>(edition[id].domain)].push_back(id);
  for (std::size_t i = 0; i < by_domain.size(); ++i)
    if (const model::Domain& domain = edition->domains.all()[i];
        !by_domain[i].empty()) {
      add_row(table, counts(edition, std::string(domain.name.text),
                            by_domain[i], levels));
      table.rows.back().cells[1].link =
          Link{Link::Kind::table, std::string(domain.id.text)};
    }
  add_row(table, counts(edition, "合计", edition.items, levels));
  table.rows.back().cells[0].text.clear();
  return table;
}

}  // namespace catalog::view
