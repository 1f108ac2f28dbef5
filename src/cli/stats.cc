#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/report.h"
#include "cli/sides.h"
#include "cli/terminal.h"
#include "json/writer.h"
#include "unicode/width.h"
#include "view/census.h"

namespace catalog::cli {
namespace {

using diagnostics::Message;
using view::Census;
using view::Count;
using view::Shortened;

constexpr Message<std::string, std::size_t> whole{"{}: {} items\n",
                                                  "{}：共 {} 项\n"};
constexpr Message<std::string, std::size_t> base_line{
    "base {}: {} items\n", "对照目录 {}：共 {} 项\n"};
constexpr Message<std::string, std::size_t, std::size_t, std::size_t> change{
    "{}: {} of its items kept, {} gone, {} added\n",
    "{}：沿用 {} 项，减少 {} 项，新增 {} 项\n"};
constexpr Words here{"items", "项数"};
constexpr Words there{"base", "对照"};
constexpr Words shortened_title{"limits shortened", "缩短的时限"};
constexpr Message<std::string, std::string, std::size_t> shortened_line{
    "{} → {}: {} item(s)", "{} → {}：{} 项"};
constexpr Words none_shortened{"no limit was shortened", "没有缩短的时限"};

/// What is counted, and beside what.
struct Statistics {
  const resolve::Edition& edition;
  const resolve::Edition* base = nullptr;
  std::vector<Census> censuses;
  std::vector<Shortened> shortened;
  std::size_t kept = 0;

  std::size_t items() const { return edition.items.size(); }
  std::size_t base_items() const { return base->items.size(); }
};

Statistics statistics_of(const resolve::Edition& edition,
                         const resolve::Edition* base) {
  Statistics all{edition, base, view::census_of(edition, base), {}, 0};
  if (base == nullptr) return all;
  all.shortened = view::shortened_between(*base, edition);
  for (const resolve::ItemId id : edition.items)
    all.kept += (*base)->items.find(edition[id].id.text).has_value();
  return all;
}

/// `50.0 % larger than the base`.
std::string growth_text(const Statistics& all, Language language) {
  const bool is_zh = language == Language::zh;
  const auto now = static_cast<double>(all.items()),
             base = static_cast<double>(all.base_items());
  if (all.items() == all.base_items() || all.base_items() == 0)
    return is_zh ? "与对照目录比较" : "beside the base";
  const double growth = (now / base - 1) * 100;
  if (growth < 0)
    return is_zh ? fmt::format("比对照目录少 {:.1f}%", -growth)
                 : fmt::format("{:.1f} % smaller than the base", -growth);
  return is_zh ? fmt::format("比对照目录多 {:.1f}%", growth)
               : fmt::format("{:.1f} % larger than the base", growth);
}

std::string title_of(const Census& census, Language language) {
  if (census.name.empty()) return std::string(census.title.in(language));
  return language == Language::zh ? fmt::format("按{}", census.name)
                                  : fmt::format("by {}", census.name);
}

std::string name_of(const Census& census, const Count& count,
                    Language language) {
  // Of what the program names itself there is an English word.
  const bool is_ours = census.id == "timing" && census.name.empty();
  return is_ours && language == Language::en ? count.id : count.name;
}

std::string sign_of(const Count& count) {
  const auto now = static_cast<long>(count.items),
             base = static_cast<long>(*count.base);
  return now == base ? "" : fmt::format("{:+}", now - base);
}

std::string padded(std::string_view text, std::size_t width) {
  return fmt::format("{}{:{}}", text, "",
                     width - std::min(width, unicode::width(text)));
}

std::string head_text(const Statistics& all, Language language) {
  std::string text = whole.in(
      language, std::string(all.edition->manifest.title.text), all.items());
  if (all.base == nullptr) return text;
  text += base_line.in(language, std::string((*all.base)->manifest.title.text),
                       all.base_items());
  return text + change.in(language, growth_text(all, language), all.kept,
                          all.base_items() - all.kept, all.items() - all.kept);
}

std::string as_text(const Statistics& all, Language language) {
  std::string text = head_text(all, language);
  std::size_t width = 0;
  for (const Census& census : all.censuses)
    for (const Count& count : census.counts)
      width = std::max(width, unicode::width(name_of(census, count, language)));
  for (const Census& census : all.censuses) {
    text += fmt::format("\n{}", padded(title_of(census, language), width + 4));
    if (all.base != nullptr)
      text += fmt::format("{}  {}", here.in(language), there.in(language));
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
    for (const Count& count : census.counts) {
      text += fmt::format("  {}{:>6}",
                          padded(name_of(census, count, language), width),
                          count.items);
      if (count.base) {
        text += fmt::format("{:>6}", *count.base);
        if (const std::string sign = sign_of(count); !sign.empty())
          text += fmt::format("{:>7}", sign);
      }
      text += '\n';
    }
  }
  if (all.base == nullptr) return text;
  text += fmt::format("\n{}\n", shortened_title.in(language));
  if (all.shortened.empty())
    text += fmt::format("  {}\n", none_shortened.in(language));
  for (const Shortened& each : all.shortened)
    text += fmt::format(
        "  {}\n",
        shortened_line.in(language, phrase::printed(each.from),
                          phrase::printed(each.to), each.items.size()));
  return text;
}

std::string cell(std::string_view text) {
  std::string all;
  for (const char each : text) {
    if (each == '|' || each == '\\' || each == '<') all += '\\';
    all += each == '\n' ? ' ' : each;
  }
  return all;
}

std::string as_markdown(const Statistics& all, Language language) {
  std::string text = head_text(all, language);
  for (const Census& census : all.censuses) {
    text += fmt::format("\n| {} | {} |", cell(title_of(census, language)),
                        here.in(language));
    if (all.base != nullptr)
      text += fmt::format(" {} | ± |", there.in(language));
    text += all.base != nullptr ? "\n|---|---:|---:|---:|\n" : "\n|---|---:|\n";
    for (const Count& count : census.counts) {
      text += fmt::format("| {} | {} |", cell(name_of(census, count, language)),
                          count.items);
      if (count.base)
        text += fmt::format(" {} | {} |", *count.base, sign_of(count));
      text += '\n';
    }
  }
  if (all.base == nullptr) return text;
  text += fmt::format("\n**{}**\n\n", shortened_title.in(language));
  if (all.shortened.empty())
    text += fmt::format("{}\n", none_shortened.in(language));
  for (const Shortened& each : all.shortened)
    text += fmt::format(
        "- {}\n",
        shortened_line.in(language, phrase::printed(each.from),
                          phrase::printed(each.to), each.items.size()));
  return text;
}

void write_census(const Census& census, json::Writer& out) {
  out.begin_object().member("by", census.id).member_if("name", census.name);
  out.key("counts").begin_array();
  for (const Count& count : census.counts) {
    out.begin_object().on_one_line().member("id", count.id);
    out.member("name", count.name);
    out.member("items", static_cast<std::uint64_t>(count.items));
    if (count.base) out.member("base", static_cast<std::uint64_t>(*count.base));
    out.end_object();
  }
  out.end_array().end_object();
}

std::string as_json(const Statistics& all, Language) {
  std::string text;
  json::Writer out(text);
  out.begin_object().member("id", all.edition->manifest.id.text);
  out.member("items", static_cast<std::uint64_t>(all.items()));
  if (all.base != nullptr) {
    out.key("base").begin_object().on_one_line();
    out.member("id", (*all.base)->manifest.id.text);
    out.member("items", static_cast<std::uint64_t>(all.base_items()));
    out.member("kept", static_cast<std::uint64_t>(all.kept));
    out.member("gone", static_cast<std::uint64_t>(all.base_items() - all.kept));
    out.member("added", static_cast<std::uint64_t>(all.items() - all.kept));
    out.end_object();
  }
  out.key("censuses").begin_array();
  for (const Census& census : all.censuses) write_census(census, out);
  out.end_array();
  if (all.base != nullptr) {
    out.key("shortened").begin_array();
    for (const Shortened& each : all.shortened) {
      out.begin_object().member("from", phrase::key(each.from));
      out.member("to", phrase::key(each.to)).key("items").begin_array();
      for (const std::string& item : each.items)
        out.value(std::string_view(item));
      out.end_array().end_object();
    }
    out.end_array();
  }
  out.end_object();
  return text + "\n";
}

struct Format {
  std::string_view name;
  std::string (*of)(const Statistics& all, Language language);
};
constexpr Format formats[] = {
    {"text", as_text}, {"json", as_json}, {"markdown", as_markdown}};

int run(const Arguments& arguments) {
  const std::string folder = arguments.value("DIR").value_or(".");
  const auto against = arguments.value("--against");
  const auto side = side_of(folder, against.value_or("."), arguments);
  if (!side) return exit_usage;
  std::optional<compile::Opened> other;
  if (against) {
    other = side_of(*against, folder, arguments);
    if (!other) return exit_usage;
  }
  const resolve::Edition* const base = other ? &other->run->edition
                                       : side->run->base != nullptr
                                           ? &side->run->base->edition
                                           : nullptr;
  const Statistics all = statistics_of(side->run->edition, base);
  for (const Format& format : formats)
    if (format.name == arguments.value("--format").value_or("text"))
      print(format.of(all, arguments.language));
  return note_errors(*side->run, arguments.language);
}

constexpr Positional positionals[] = {
    {"DIR",
     {"a folder, a git revision or a built catalog.json; else the current "
      "folder",
      "文件夹、git 版本或构建得到的 catalog.json；不写则为当前文件夹"}},
};
constexpr std::string_view format_names[] = {"text", "json", "markdown"};
constexpr Option options[] = {
    {"--against",
     "",
     "BASE",
     {"beside this one; else beside what it extends",
      "与之对照；不写则与上级目录对照"}},
    {"--format", "-f", "FORMAT", {"how to print", "打印格式"}, format_names},
};
constexpr Example examples[] = {
    {"catalog stats examples/longhua",
     {"a district beside its province: how much larger, which limits shorter",
      "区级目录与省级目录对照：多出多少项，缩短了哪些时限"}},
    {"catalog stats . --against v2025: -f markdown",
     {"beside an earlier edition, for a report", "与较早版本对照，供写入报告"}},
};

}  // namespace

constinit const Command stats_command{
    "stats",
    {"count items by domain, class, level, mode and timing",
     "按领域、分类、层级、方式和时限统计事项"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
