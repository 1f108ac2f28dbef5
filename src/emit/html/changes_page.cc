#include "emit/html/changes_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "emit/diff/change.h"
#include "emit/diff/diff.h"
#include "emit/html/item_text.h"
#include "emit/html/page.h"

namespace catalog::emit::site {
namespace {

using compare::Change;
using compare::Changes;
using compare::Effect;
using compare::Fate;
using compare::Kind;
using diagnostics::Language;
using diagnostics::Words;

Language language_of(const Site& site) {
  return site.is_english ? Language::en : Language::zh;
}

/// Changes that belong together.
struct Section {
  std::string_view id;  // of its heading, behind the `_` of the frame
  Words title;
  Words means;
  std::vector<const Change*> changes;
};

constexpr Words meaning_of(Effect effect) {
  switch (effect) {
    case Effect::duty_removed:
      return {"Had to be published by the last edition, and no longer has to.",
              "上一版要求公开、本版不再要求公开的事项。"};
    case Effect::duty_loosened:
      return {
          "Asks for less than the last edition: a longer limit, less "
          "content, fewer channels.",
          "要求低于上一版，如时限放长、内容或渠道减少。"};
    case Effect::duty_changed:
      return {"Asks for something else; which is stricter cannot be said.",
              "要求与上一版不同，且不能判定宽严。"};
    case Effect::duty_added:
      return {"Has to be published from this edition on.",
              "本版新列入的公开事项。"};
    case Effect::duty_tightened:
      return {
          "Asks for more than the last edition: a shorter limit, more "
          "content, more channels.",
          "要求高于上一版，如时限缩短、内容或渠道增加。"};
    case Effect::shown:
      return {
          "The duty is as before; what readers see is not, such as a name "
          "or a telephone number.",
          "公开义务不变，公众看到的内容有变，如名称、电话。"};
    case Effect::exchange:
      return {
          "Ids, codes and structure, for systems that exchange the "
          "catalog.",
          "标识、编码和结构的变化，供交换数据的系统对照。"};
    case Effect::editorial: break;
  }
  return {"The same in other words or in another order.",
          "意思不变，只改文字或先后。"};
}

/// A section for each effect that is the gravest of some changes.
std::vector<Section> by_effect(const Changes& changes) {
  std::vector<Section> sections;
  for (const Effect effect : compare::all_effects) {
    Section section{word(effect), name_of(effect), meaning_of(effect), {}};
    for (const Change& change : changes.all)
      if (change.effects.gravest() == effect)
        section.changes.push_back(&change);
    if (!section.changes.empty()) sections.push_back(std::move(section));
  }
  return sections;
}

/// What the catalog changed, what it added, what it left out.
std::vector<Section> by_fate(const Changes& changes) {
  std::vector<Section> sections = {
      {"changed",
       {"Items that were adjusted", "有调整的事项"},
       {"Fields that this catalog sets otherwise than the base.",
        "本目录的规定与上级目录不同的要素。"},
       {}},
      {"added",
       {"Items that were added", "本级增加的事项"},
       {"Items that the base does not have.", "上级目录没有的事项。"},
       {}},
      {"removed",
       {"Items that were left out", "未采用的上级事项"},
       {"Items of the base that this catalog does not have.",
        "上级目录有、本目录没有的事项。"},
       {}}};
  constexpr Fate fates[] = {Fate::changed, Fate::added, Fate::removed};
  for (std::size_t i = 0; i < sections.size(); ++i)
    for (const Change& change : changes.all)
      if (change.fate == fates[i]) sections[i].changes.push_back(&change);
  std::erase_if(sections,
                [](const Section& each) { return each.changes.empty(); });
  return sections;
}

/// How a change is told in this site: in its language, with the way to where
/// it is shown now.
ChangeStyle style_of(const Site& site, Words before, Words now) {
  const auto item_of = [&site](const Change& change) {
    return change.kind == Kind::item && change.fate != Fate::removed
               ? site.edition->items.find(change.id)
               : std::nullopt;
  };
  ChangeStyle style{before, now};
  style.name = [&site, item_of](const Change& change) {
    if (const auto item = item_of(change))
      return ItemText::name(site, site.edition[*item]);
    if (change.name.empty()) return change.id;
    // The levels of a name are told apart as everywhere on the site.
    std::string name = change.name;
    constexpr std::string_view between = " / ";
    for (auto at = name.find(between);
         change.kind == Kind::item && at != name.npos;
         at = name.find(between, at))
      name.replace(at, between.size(), " › ");
    return name;
  };
  style.about = [&site](const Change& change) {
    return change.kind == Kind::item
               ? change.domain
               : std::string(name_of(change.kind).in(language_of(site)));
  };
  style.address = [&site, item_of](const Change& change) -> std::string {
    if (change.fate == Fate::removed) return {};
    if (const auto item = item_of(change)) return address_of(site, *item, "");
    using LinkKind = view::Link::Kind;
    if (change.kind == Kind::law)
      return address_of(site, {LinkKind::law, change.id}, "");
    if (change.kind == Kind::body)
      return address_of(site, {LinkKind::body, change.id}, "");
    if (change.kind == Kind::domain)
      return address_of(site, {LinkKind::table, change.id}, "");
    return {};
  };
  style.folds = true;
  return style;
}

/// The words of an effect as a heading.
std::string capitalised(std::string_view words) {
  std::string heading(words);
  if (!heading.empty() && heading[0] >= 'a' && heading[0] <= 'z')
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  return heading;
}

void write_contents(const Site& site, const std::vector<Section>& sections,
                    Markup& out) {
  if (sections.empty()) return;
  out << "<nav aria-label=\"" << site.say("本页内容", "On this page")
      << "\">\n<ul class=\"effects\">\n";
  for (const Section& section : sections)
    out << "<li><a href=\"#_" << text(section.id) << "\">"
        << text(capitalised(section.title.in(language_of(site)))) << " <b>"
        << section.changes.size() << "</b></a></li>\n";
  out << "</ul>\n</nav>\n";
}

/// What was not compared, where it was not all.
void write_remarks(const Site& site, const Changes& changes, Markup& out) {
  if (changes.not_compared.empty()) return;
  out << "<p class=\"note\">"
      << site.say("上一版的数据没有下列内容，未作比较：",
                  "Not compared, as the data of the last edition lacks it: ");
  for (std::size_t i = 0; i < changes.not_compared.size(); ++i) {
    if (i > 0) out << site.say("、", ", ");
    out << text(name_of(changes.not_compared[i]).in(language_of(site)));
  }
  out << site.say("。", ".") << "</p>\n";
}

/// How many changes, of items or of other things too.
Text unit_of(const Site& site, const Section& section) {
  const bool are_items = std::ranges::all_of(
      section.changes,
      [](const Change* change) { return change->kind == Kind::item; });
  return are_items ? site.say(" 项", "") : site.say(" 处", "");
}

void write_section(const Site& site, const Changes& changes,
                   const Section& section, const ChangeStyle& style,
                   Markup& out) {
  const Language language = language_of(site);
  const Revision revision{changes, "", "", language};
  out << "<section aria-labelledby=\"_" << text(section.id) << "\">\n<h2 id=\"_"
      << text(section.id) << "\">"
      << text(capitalised(section.title.in(language)))
      << " <span class=\"count\">" << section.changes.size()
      << unit_of(site, section) << "</span></h2>\n<p class=\"note\">"
      << text(section.means.in(language)) << "</p>\n";
  for (const Change* const change : section.changes)
    write_change(revision, *change, style, out);
  out << "</section>\n";
}

/// An edition as it is told apart from another: version, day, items.
std::string facts_of(const Site& site, const compare::Side& side) {
  std::string facts = side.version;
  const auto add = [&](std::string_view fact) {
    if (fact.empty()) return;
    if (!facts.empty()) facts += site.say("，", ", ").value;
    facts += fact;
  };
  const auto date = days::parse_date(side.date);
  add(date && !site.is_english ? days::chinese(*date) : side.date);
  add(std::to_string(side.items) +
      std::string(site.say(" 项", " items").value));
  return facts;
}

void write_title(const Site& site, std::string_view name, Markup& out) {
  out << "<div class=\"wide\">\n";
  write_crumbs(site, {}, name, "", out);
  out << "<div class=\"title\">\n<h1>" << text(name) << "</h1>\n";
}

void write_changes(const Site& site, const Changes& changes,
                   const std::vector<Section>& sections,
                   const ChangeStyle& style, Markup& out) {
  write_contents(site, sections, out);
  write_remarks(site, changes, out);
  for (const Section& section : sections)
    write_section(site, changes, section, style, out);
  out << "</div>\n";
}

}  // namespace

bool has_departures(const Site& site) {
  return !site.publication.base_changes.empty();
}

Markup departures_page(const Site& site) {
  const Changes& changes = site.publication.base_changes;
  const std::string name(
      site.say("与上级目录的差别", "Departures from the base").value);
  Markup main;
  write_title(site, name, main);
  main << "<p class=\"under\">" << site.say("上级目录：", "Base: ")
       << text(changes.before.title) << "</p>\n</div>\n";
  write_changes(site, changes, by_fate(changes),
                style_of(site, {"Base", "上级目录"}, {"Here", "本目录"}), main);
  return page_of(site, {"changes.html", name, PageKind::changes}, main);
}

Markup last_changes_page(const Site& site) {
  const Changes& changes = *site.publication.last_changes;
  const std::string name(
      site.say("本版的变化", "Changes since the last edition").value);
  Markup main;
  write_title(site, name, main);
  main << "<p class=\"under\">" << site.say("上一版：", "Last edition: ")
       << text(facts_of(site, changes.before)) << "<br>"
       << site.say("本版：", "This edition: ")
       << text(facts_of(site, changes.now)) << "</p>\n</div>\n";
  if (changes.empty())
    main << "<p class=\"empty\">"
         << site.say("与上一版相比没有变化。",
                     "Nothing changed since the last edition.")
         << " <a href=\"index.html\">"
         << site.say("到首页查找公开事项", "Find items on the home page")
         << "</a></p>\n";
  write_changes(
      site, changes, by_effect(changes),
      style_of(site, {"Last edition", "上一版"}, {"This edition", "本版"}),
      main);
  return page_of(site, {"last-changes.html", name, PageKind::changes}, main);
}

}  // namespace catalog::emit::site
