#include "view/duties.h"

#include <fmt/format.h>

#include <algorithm>

#include "view/appendices.h"
#include "view/departures.h"
#include "view/item_table.h"
#include "view/list_table.h"
#include "view/measure.h"
#include "view/registers.h"
#include "view/selection.h"

namespace catalog::view {
namespace {

using resolve::BodyId;
using resolve::Edition;
using resolve::ItemId;

constexpr std::string_view duties_layout = "duties";

const model::Layout* layout_for_duties(const Edition& edition) {
  for (const model::Layout& layout : edition->layouts)
    if (layout.id.text == duties_layout) return &layout;
  return nullptr;
}

std::string signers_text(const model::Body& body, std::size_t items) {
  return fmt::format(
      "本单位已核对以上{}项公开事项：　□无异议　　□有修改意见，已填入“确认意见”"
      "一栏\n责任单位（盖章）：{}　　　　　　负责人（签字）：　　　　　　　　"
      "联系人：　　　　　　　　联系电话：　　　　　　　　　　日期：　　　　年　"
      "　"
      "月　　日",
      items, body.name.text);
}

Table duties_table(const Edition& of_body, const model::Body& body,
                   const source::SourceTree* sources) {
  const model::Layout* const layout = layout_for_duties(of_body);
  if (layout == nullptr) return {};
  Table table =
      item_table(of_body, *layout, grouped(of_body, of_body.items, "domain"),
                 Departures(of_body, sources));
  table.kind = Table::Kind::view;
  table.id = "duties";
  table.name = "责任分解表";
  table.title = fmt::format("{}政务公开责任分解表", body.name.text);
  table.signers = signers_text(body, table.items);
  return table;
}

std::string domains_text(const Edition& edition, const Duties& duties) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < edition->domains.size(); ++i)
    if (std::any_of(duties.items.begin(), duties.items.end(), [&](ItemId id) {
          return static_cast<std::size_t>(edition[id].domain) == i;
        }))
      names.push_back(edition->domains.all()[i].name.text);
  return fmt::format("{}", fmt::join(names, "、"));
}

}  // namespace

std::set<BodyId> publishers_of(const Edition& edition, ItemId item) {
  std::set<BodyId> bodies;
  for (const auto& part : edition.body_of(edition[item]).parts)
    bodies.insert(part.value.begin(), part.value.end());
  return bodies;
}

std::vector<Duties> duties_of(const Edition& edition) {
  std::vector<Duties> all(edition->bodies.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].body = edition->bodies.id(i);
  for (const ItemId id : edition.items)
    for (const BodyId body : publishers_of(edition, id))
      all[static_cast<std::size_t>(body)].items.push_back(id);
  std::erase_if(all, [](const Duties& each) { return each.items.empty(); });
  return all;
}

Edition edition_of(const Edition& edition, const Duties& duties) {
  Edition of_body = edition;
  of_body.items = duties.items;
  return of_body;
}

Publication duties_publication(const Edition& of_body, const model::Body& body,
                               const source::SourceTree* sources) {
  Publication publication = headed(of_body);
  publication.sources = sources;
  publication.body = body.name.text;
  publication.title = fmt::format("{}政务公开责任分解表", body.name.text);
  const std::string subtitle = subtitle_of(publication);
  publication.views.push_back(
      finished(duties_table(of_body, body, sources), subtitle));
  publication.laws = finished(laws_table(of_body), subtitle);
  return publication;
}

Table list_of_duties(const Edition& edition, const std::vector<Duties>& all) {
  Table table =
      list_table(Table::Kind::appendix, "duties", "责任分解总表",
                 {"序号", "责任单位", "涉及领域", "事项数", "单独负责",
                  "共同负责", "责任分解表", "送达日期", "确认日期", "备注"});
  table.title = fmt::format("{}责任分解总表", edition->manifest.title.text);
  table.columns[2].centred = false;
  table.columns[6].centred = false;
  for (const std::size_t i : {7u, 8u, 9u}) table.columns[i].width = 13;
  for (const Duties& each : all) {
    const model::Body& body = edition[each.body];
    const auto alone = static_cast<std::size_t>(std::count_if(
        each.items.begin(), each.items.end(),
        [&](ItemId item) { return publishers_of(edition, item).size() == 1; }));
    const std::string path = path_of_duties(body);
    add_row(table, {std::string(body.name.text), domains_text(edition, each),
                    std::to_string(each.items.size()), std::to_string(alone),
                    std::to_string(each.items.size() - alone),
                    fmt::format("{}.xlsx", body.id.text), "", "",
                    body.generic ? "通用主体" : ""});
    table.rows.back().cells[6].link = Link{Link::Kind::file, path};
  }
  table.items = all.size();
  return table;
}

std::string path_of_duties(const model::Body& body) {
  return fmt::format("bodies/{}.xlsx", body.id.text);
}

}  // namespace catalog::view
