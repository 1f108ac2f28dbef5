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
#include "resolve/names.h"
#include "unicode/closest.h"
#include "unicode/width.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using model::Law;
using resolve::Citation;
using resolve::Edition;
using resolve::Item;
using resolve::ItemId;
using resolve::LawId;
using Standing = Edition::Standing;

constexpr Message<std::string, std::string_view> no_such{
    "error: `{}` is not the id of a known {}\n",
    "错误：没有标识为 `{}` 的{}\n"};
constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                            "  建议：是否应为 `{}`？\n"};
constexpr Message<> empty{"the catalog has no laws: add them to `laws:`\n",
                          "目录中还没有登记法律法规：请写入 `laws:`\n"};
constexpr Message<> none{
    "no law is like that: leave a condition out, or see `catalog laws` for "
    "all\n",
    "没有符合条件的法律法规：可减少条件，或用 `catalog laws` 查看全部\n"};
constexpr Message<std::size_t, std::string> counted{"laws: {}, judged on {}\n",
                                                    "共 {} 部，按 {} 判断\n"};
constexpr Message<> uncited{"no item cites it\n", "没有事项引用\n"};
constexpr Message<std::size_t> cited{"cited by {}:\n",
                                     "引用它的事项（{}）：\n"};

struct StandingWord {
  Standing standing;
  std::string_view key;  // of --status and in JSON
  Words words;
};
constexpr StandingWord standings[] = {
    {Standing::in_force, "in-force", {"in force", "有效"}},
    {Standing::not_yet, "not-yet", {"not yet in force", "尚未施行"}},
    {Standing::repealed, "repealed", {"repealed", "已废止"}},
    {Standing::expired, "expired", {"expired", "已到期"}},
    {Standing::unknown, "unknown", {"unknown", "不详"}},
};

const StandingWord& word_of(Standing standing) {
  return *std::find_if(
      std::begin(standings), std::end(standings),
      [&](const StandingWord& each) { return each.standing == standing; });
}

/// The day that a law's standing turns on; nothing where it holds.
std::optional<days::Date> day_of(const Law& law, Standing standing) {
  if (standing == Standing::repealed) return law.repealed->on.date;
  if (standing == Standing::expired) return law.expires.date;
  if (standing != Standing::not_yet) return std::nullopt;
  return law.effective.date ? law.effective.date
                            : days::parse_date(law.issued.text);
}

std::string standing_text(const Edition& edition, const Law& law,
                          Language language) {
  const Standing standing = edition.standing_of(law);
  std::string text(word_of(standing).words.in(language));
  if (const auto day = day_of(law, standing)) text += " " + days::iso(*day);
  return text;
}

/// An item that cites a law, and what of it.
struct Use {
  ItemId item{};
  std::string article;  // of several citations, joined
};

/// The items that cite each law, in catalog order, an item once.
std::vector<std::vector<Use>> uses_of_laws(const Edition& edition) {
  std::vector<std::vector<Use>> uses(edition->laws.size());
  for (const ItemId id : edition.items)
    for (const Citation& citation : edition[id].basis) {
      if (!citation.law) continue;
      auto& all = uses[static_cast<std::size_t>(*citation.law)];
      if (all.empty() || all.back().item != id) all.push_back({id, {}});
      std::string& article = all.back().article;
      if (!article.empty() && !citation.article.empty()) article += "、";
      article += citation.article;
    }
  return uses;
}

std::string full_name(const Item& item) {
  std::string name;
  for (const model::Text& level : item.name) {
    if (!name.empty()) name += " / ";
    name += level.text;
  }
  return name;
}

std::string titled(const Law& law, std::string_view number) {
  return number.empty() ? fmt::format("《{}》", law.title.text)
                        : fmt::format("《{}》（{}）", law.title.text, number);
}

std::string padded(std::string_view text, std::size_t width) {
  return fmt::format("{}{:{}}", text, "",
                     width - std::min(width, unicode::width(text)));
}

/// A law as a row of the table.
struct Row {
  LawId law{};
  std::size_t items = 0;
  std::string article;  // with --cited-by
};

std::string as_text(const Edition& edition, const std::vector<Row>& rows,
                    Language language) {
  if (rows.empty())
    return edition->laws.size() == 0 ? empty.in(language) : none.in(language);
  std::size_t id_width = 0, standing_width = 0, count_width = 0;
  for (const Row& row : rows) {
    const Law& law = edition[row.law];
    id_width = std::max(id_width, unicode::width(law.id.text));
    standing_width = std::max(
        standing_width, unicode::width(standing_text(edition, law, language)));
    count_width = std::max(count_width, std::to_string(row.items).size());
  }
  std::string text;
  for (const Row& row : rows) {
    const Law& law = edition[row.law];
    text += fmt::format(
        "{}  {}  {:>{}}  {}{}\n", padded(law.id.text, id_width),
        padded(standing_text(edition, law, language), standing_width),
        row.items, count_width, titled(law, edition.number_of(law)),
        row.article);
  }
  return text + counted.in(language, rows.size(), days::iso(edition.date));
}

void write_law(const Edition& edition, const Law& law, std::size_t items,
               json::Writer& out) {
  const Standing standing = edition.standing_of(law);
  out.member("id", law.id.text).member("title", law.title.text);
  if (const auto number = edition.number_of(law); !number.empty())
    out.member("number", number);
  out.member("status", word_of(standing).key);
  if (const auto day = day_of(law, standing)) out.member("on", days::iso(*day));
  if (const auto successors = edition.successors_of(law); !successors.empty()) {
    out.key("successors").begin_array();
    for (const LawId id : successors) out.value(edition[id].id.text);
    out.end_array();
  }
  out.member("count", static_cast<std::uint64_t>(items));
}

std::string as_json(const Edition& edition, const std::vector<Row>& rows) {
  std::string text;
  json::Writer out(text);
  out.begin_array();
  for (const Row& row : rows) {
    out.begin_object().on_one_line();
    write_law(edition, edition[row.law], row.items, out);
    if (!row.article.empty()) out.member("article", row.article);
    out.end_object();
  }
  out.end_array();
  return text + "\n";
}

/// A line of the card of one law; none where there is nothing to say.
void add_line(std::string& text, Words label, std::string_view value,
              Language language) {
  constexpr std::size_t width = 11;
  if (!value.empty())
    text += fmt::format("  {}{}\n", padded(label.in(language), width), value);
}

std::string card_text(const Edition& edition, const Law& law,
                      const std::vector<Use>& uses, Language language) {
  std::string text = fmt::format("{}\n", law.id.text);
  add_line(text, {"title", "名称"}, titled(law, edition.number_of(law)),
           language);
  for (const model::Text& alias : law.aliases)
    add_line(text, {"alias", "别名"}, alias.text, language);
  add_line(text, {"issued", "公布"}, law.issued.text, language);
  if (law.effective.date)
    add_line(text, {"effective", "施行"}, days::iso(*law.effective.date),
             language);
  for (const model::WrittenDate& each : law.amended)
    if (each.date)
      add_line(text, {"amended", "修改"}, days::iso(*each.date), language);
  for (const Law::Former& former : law.former)
    add_line(text, {"former", "旧文本"},
             fmt::format("{} {}", former.number.text, former.issued.text),
             language);
  add_line(text, {"status", "状态"}, standing_text(edition, law, language),
           language);
  for (const LawId id : edition.successors_of(law))
    add_line(text, {"now", "现行"},
             titled(edition[id], edition.number_of(edition[id])), language);
  if (uses.empty()) return text + uncited.in(language);
  text += cited.in(language, uses.size());
  std::size_t width = 0;
  for (const Use& use : uses)
    width = std::max(width, unicode::width(edition[use.item].id.text));
  for (const Use& use : uses)
    text +=
        fmt::format("  {}  {}{}{}\n", padded(edition[use.item].id.text, width),
                    full_name(edition[use.item]),
                    use.article.empty() ? "" : "  ", use.article);
  return text;
}

std::string card_json(const Edition& edition, const Law& law,
                      const std::vector<Use>& uses) {
  std::string text;
  json::Writer out(text);
  out.begin_object();
  write_law(edition, law, uses.size(), out);
  out.key("items").begin_array();
  for (const Use& use : uses) {
    out.begin_object().on_one_line();
    out.member("id", edition[use.item].id.text);
    if (!use.article.empty()) out.member("article", use.article);
    out.end_object();
  }
  out.end_array().end_object();
  return text + "\n";
}

/// Says that an id leads nowhere, and what was probably meant.
template <class Registry>
int unknown(const std::string& id, const Registry& registry, const Words& kind,
            Language language) {
  print_error(no_such.in(language, id, kind.in(language)));
  std::vector<std::string_view> known;
  for (const auto& each : registry) known.push_back(each.id.text);
  if (const auto meant = unicode::closest(id, known))
    print_error(did_you_mean.in(language, *meant));
  return exit_usage;
}

/// The laws that the conditions leave, in the order of the registry.
std::vector<Row> rows_of(const Edition& edition,
                         const std::vector<std::vector<Use>>& uses,
                         const std::vector<std::string>& status,
                         std::optional<ItemId> item) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const LawId id = edition->laws.id(i);
    const std::string_view key = word_of(edition.standing_of(edition[id])).key;
    if (!status.empty() &&
        std::find(status.begin(), status.end(), key) == status.end())
      continue;
    Row row{id, uses[i].size(), {}};
    if (item) {
      const auto use =
          std::find_if(uses[i].begin(), uses[i].end(),
                       [&](const Use& each) { return each.item == *item; });
      if (use == uses[i].end()) continue;
      row.article = use->article;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// `catalog laws FOLDER` and `catalog laws LAW [FOLDER]`.
struct Asked {
  std::optional<std::string> law;
  std::filesystem::path folder;
};

Asked asked_for(const Arguments& arguments) {
  Asked asked{arguments.value("LAW"), arguments.value("DIR").value_or(".")};
  if (asked.law && !arguments.value("DIR") &&
      std::filesystem::exists(std::filesystem::path(*asked.law) /
                              "catalog.yaml"))
    return {std::nullopt, *asked.law};
  return asked;
}

int run(const Arguments& arguments) {
  const Language language = arguments.language;
  const Asked asked = asked_for(arguments);
  ProgressLine line(language);
  const auto compiled =
      compile::edition_in(asked.folder, settings_of(arguments, line));
  line.clear();
  const Edition& edition = compiled->edition;
  const bool is_json = arguments.value("--format") == "json";
  const auto uses = uses_of_laws(edition);
  if (asked.law) {
    const auto id = edition->laws.find(*asked.law);
    if (!id)
      return unknown(*asked.law, edition->laws, resolve::a_law.kind, language);
    const auto& own = uses[static_cast<std::size_t>(*id)];
    print(is_json ? card_json(edition, edition[*id], own)
                  : card_text(edition, edition[*id], own, language));
    return note_errors(*compiled, language);
  }
  std::optional<ItemId> item;
  if (const auto name = arguments.value("--cited-by")) {
    item = edition->items.find(*name);
    if (!item)
      return unknown(*name, edition->items, resolve::an_item.kind, language);
  }
  const auto rows = rows_of(edition, uses, arguments.values("--status"), item);
  print(is_json ? as_json(edition, rows) : as_text(edition, rows, language));
  return note_errors(*compiled, language);
}

constexpr Positional positionals[] = {
    {"LAW",
     {"a law's id: what is known of it, and the items that cite it",
      "法律法规的标识：列出其情况和引用它的事项"}},
    {"DIR",
     {"folder of the catalog; else the current one",
      "目录所在的文件夹；不写则为当前文件夹"}},
};
constexpr std::string_view formats[] = {"text", "json"};
constexpr std::string_view status_words[] = {"in-force", "not-yet", "repealed",
                                             "expired", "unknown"};
constexpr Option options[] = {
    {"--cited-by",
     "",
     "ID",
     {"only what this item cites", "只列该事项引用的法律法规"}},
    {"--status",
     "",
     "STATUS",
     {"only those that stand so", "只列处于这种状态的"},
     status_words,
     true},
    as_of_option,
    {"--format", "-f", "FORMAT", {"how to print", "打印格式"}, formats},
};
constexpr Example examples[] = {
    {"catalog laws catalog --status repealed,expired",
     {"what no longer holds", "列出已经失效的"}},
    {"catalog laws adoption-law catalog",
     {"which items cite a law", "查看哪些事项引用某部法律"}},
    {"catalog laws --cited-by household-registration/adoption",
     {"what an item rests on", "查看某一事项的依据"}},
    {"catalog laws --as-of 2020-12-31",
     {"where the laws stood on a day", "按某一天判断各部法律法规的状态"}},
};

}  // namespace

constinit const Command laws_command{
    "laws",
    {"list the laws, where they stand, and how many items cite each",
     "列出法律法规、其效力状态和引用的事项数"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
