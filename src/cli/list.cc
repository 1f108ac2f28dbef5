#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "compile/compile.h"
#include "json/writer.h"
#include "model/layout.h"
#include "resolve/names.h"
#include "unicode/closest.h"
#include "unicode/width.h"
#include "view/selection.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using resolve::Item;

constexpr Message<std::string, std::string_view> no_such{
    "error: `{}` is not the id of a known {}\n",
    "错误：没有标识为 `{}` 的{}\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<> one{"1 item\n", "共 1 项\n"};
constexpr Message<std::size_t> several{"{} items\n", "共 {} 项\n"};
constexpr Message<> empty{"the catalog has no items\n", "目录中还没有事项\n"};
constexpr Message<> none{
    "no item is like that: leave a condition out, or see `catalog list` for "
    "all\n",
    "没有符合条件的事项：可减少条件，或用 `catalog list` 查看全部\n"};

/// The conditions that the options make, as a `where` of the language.
model::Where where_of(const std::vector<std::vector<std::string>>& texts,
                      std::span<const std::string_view> keys) {
  model::Where where;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (texts[i].empty()) continue;
    model::Where::Condition& condition = where.conditions.emplace_back();
    condition.key.text = keys[i];
    for (const std::string& text : texts[i])
      condition.values.push_back({text, {}});
  }
  return where;
}

std::string full_name(const Item& item) {
  std::string name;
  for (const model::Text& level : item.name) {
    if (!name.empty()) name += " / ";
    name += level.text;
  }
  return name;
}

std::string as_text(const resolve::Edition& edition,
                    const std::vector<resolve::ItemId>& items,
                    Language language) {
  if (items.empty())
    return edition->items.size() == 0 ? empty.in(language) : none.in(language);
  std::size_t width = 0;
  for (const resolve::ItemId id : items)
    width = std::max(width, unicode::width(edition[id].id.text));
  std::string text;
  for (const resolve::ItemId id : items) {
    const Item& item = edition[id];
    text +=
        fmt::format("{}{:{}}{}\n", item.id.text, "",
                    width - unicode::width(item.id.text) + 2, full_name(item));
  }
  return text + (items.size() == 1 ? one.in(language)
                                   : several.in(language, items.size()));
}

std::string as_json(const resolve::Edition& edition,
                    const std::vector<resolve::ItemId>& items) {
  std::string text;
  json::Writer out(text);
  out.begin_array();
  for (const resolve::ItemId id : items) {
    const Item& item = edition[id];
    out.begin_object().on_one_line();
    out.key("id").value(item.id.text);
    out.key("domain").value(edition[item.domain].id.text);
    out.key("name").begin_array();
    for (const model::Text& level : item.name) out.value(level.text);
    out.end_array().end_object();
  }
  out.end_array();
  return text + "\n";
}

/// Whether every id names something; says so of the first that does not.
template <class Registry>
bool are_known(const std::vector<std::string>& ids, const Registry& registry,
               const Words& kind, Language language) {
  for (const std::string& id : ids) {
    if (registry.find(id)) continue;
    print_error(no_such.in(language, id, kind.in(language)));
    std::vector<std::string_view> known;
    for (const auto& each : registry) known.push_back(each.id.text);
    if (const auto meant = unicode::closest(id, known))
      print_error(did_you_mean.in(language, *meant));
    return false;
  }
  return true;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const std::filesystem::path folder = arguments.value("DIR").value_or(".");
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(folder, settings_of(arguments, line));
  line.clear();
  const resolve::Edition& edition = compiled->edition;

  constexpr std::string_view keys[] = {"domain", "level", "body", "channel",
                                       "law"};
  std::vector<std::vector<std::string>> texts;
  for (const std::string_view key : keys)
    texts.push_back(arguments.values(fmt::format("--{}", key)));
  const resolve::ResolvedCatalog& catalog = compiled->catalog;
  if (!are_known(texts[0], catalog.domains, resolve::a_domain.kind, language) ||
      !are_known(texts[2], catalog.bodies, resolve::a_body.kind, language) ||
      !are_known(texts[3], catalog.channels, resolve::a_channel.kind,
                 language) ||
      !are_known(texts[4], catalog.laws, resolve::a_law.kind, language))
    return exit_usage;
  const auto items = view::items_where(edition, where_of(texts, keys));
  print(arguments.value("--format") == "json"
            ? as_json(edition, items)
            : as_text(edition, items, language));
  return note_errors(*compiled, language);
}

constexpr Positional positionals[] = {
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr std::string_view formats[] = {"text", "json"};
constexpr std::string_view levels[] = {"national", "province", "city",
                                       "county",   "town",     "village"};
constexpr Option options[] = {
    as_of_option,
    {"--domain", "", "ID", {"only of these domains", "只列这些领域"}, {}, true},
    {"--level",
     "",
     "LEVEL",
     {"only of these levels", "只列这些层级"},
     levels,
     true},
    {"--body",
     "",
     "ID",
     {"only of these bodies", "只列这些公开主体"},
     {},
     true},
    {"--channel",
     "",
     "ID",
     {"only on these channels", "只列这些渠道"},
     {},
     true},
    {"--law",
     "",
     "ID",
     {"only what cites these laws", "只列引用这些法律法规的事项"},
     {},
     true},
    {"--format", "-f", "FORMAT", {"how to print", "打印格式"}, formats},
};
constexpr Example examples[] = {
    {"catalog list catalog --domain compulsory-education",
     {"the items of a domain", "列出一个领域的事项"}},
    {"catalog list --level village --format json",
     {"what villages publish, for other programs",
      "列出村级公开的事项，供其他程序读取"}},
};

}  // namespace

constinit const Command list_command{
    "list",      {"list the items of a catalog", "列出目录中的事项"},
    positionals, options,
    examples,    run};

}  // namespace catalog::cli
