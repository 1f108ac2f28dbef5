#include "compare/item_fields.h"

#include <fmt/format.h>

#include <set>

namespace catalog::compare {
namespace {

using model::ItemField;
using model::Level;
using model::Text;
using resolve::Edition;
using resolve::Item;

/// 县级： before what holds at one level only.
std::string at(std::optional<Level> level) {
  return level ? fmt::format("{}：", chinese(*level)) : std::string();
}

std::string_view key_of(std::optional<Level> level) {
  return level ? word(*level) : std::string_view();
}

std::string joined(const std::vector<Text>& texts, std::string_view by) {
  std::string all;
  for (const Text& text : texts) {
    if (!all.empty()) all += by;
    all += text.text;
  }
  return all;
}

void write_texts(const std::vector<Text>& texts, Values& out) {
  for (const Text& text : texts) out.add(text.text);
}

void write_text(const Text& text, Values& out) {
  if (!text.empty()) out.add(text.text);
}

void write_path(const std::vector<Text>& texts, std::string_view by,
                Values& out) {
  if (!texts.empty()) out.add(joined(texts, by));
}

void write_name(const Edition&, const Item& item, Values& out) {
  write_path(item.name, " / ", out);
}

void write_domain(const Edition& edition, const Item& item, Values& out) {
  const model::Domain& domain = edition[item.domain];
  out.add({domain.id.text}, [&] { return std::string(domain.name.text); });
}

void write_content(const Edition&, const Item& item, Values& out) {
  for (const model::ContentEntry& entry : item.content) {
    const std::string parts = joined(entry.parts, "、");
    const std::string_view timing =
        entry.timing ? entry.timing->phrase.text : std::string_view();
    const std::string_view mode = entry.mode ? word(*entry.mode) : "";
    out.add({entry.text.text, parts, timing, mode, entry.optional ? "?" : ""},
            [&] {
              std::string text(entry.text.text);
              if (!parts.empty()) text += fmt::format("（{}）", parts);
              if (!timing.empty()) text += fmt::format("：{}", timing);
              if (entry.mode)
                text += fmt::format("（{}）", chinese(*entry.mode));
              if (entry.optional) text += "〔可选〕";
              return text;
            });
  }
}

void write_basis(const Edition& edition, const Item& item, Values& out) {
  for (const resolve::Citation& citation : item.basis) {
    const std::string_view name =
        citation.law ? edition[*citation.law].title.text : citation.text();
    out.add({name, citation.article, citation.remark, citation.note.text}, [&] {
      std::string text = citation.law
                             ? fmt::format("《{}》{}{}", name, citation.article,
                                           citation.remark)
                             : std::string(name);
      if (!citation.note.empty())
        text += fmt::format("（{}）", citation.note.text);
      return text;
    });
  }
}

void write_timing(const Edition&, const Item& item, Values& out) {
  for (const auto& part : item.timing.parts)
    out.add({key_of(part.level), part.value.phrase.text}, [&] {
      return at(part.level) + std::string(part.value.phrase.text);
    });
}

void write_body(const Edition& edition, const Item& item, Values& out) {
  for (const auto& part : edition.body_of(item).parts)
    for (const resolve::BodyId id : part.value) {
      const model::Body& body = edition[id];
      out.add({key_of(part.level), body.id.text},
              [&] { return at(part.level) + std::string(body.name.text); });
    }
}

std::string text_of(const Edition& edition,
                    const resolve::ChannelChoice& choice) {
  using ChoiceKind = model::ChannelEntry::Kind;
  if (choice.kind == ChoiceKind::other) return std::string(choice.name.text);
  std::string text;
  for (const resolve::ChannelId id : choice.channels) {
    if (!text.empty())
      text += choice.kind == ChoiceKind::any_of ? " 或 " : "、";
    text += edition[id].name.text;
  }
  if (choice.kind == ChoiceKind::optional) text += "〔可选〕";
  return text;
}

void write_channels(const Edition& edition, const Item& item, Values& out) {
  constexpr std::string_view kind_keys[] = {"one", "any", "optional", "other"};
  for (const auto& part : item.channels.parts)
    for (const resolve::ChannelChoice& choice : part.value) {
      const auto add = [&](const resolve::ChannelChoice& one) {
        std::string ids(one.name.text);
        for (const resolve::ChannelId id : one.channels)
          (ids += edition[id].id.text) += ' ';
        out.add({key_of(part.level),
                 kind_keys[static_cast<std::size_t>(one.kind)], ids},
                [&] { return at(part.level) + text_of(edition, one); });
      };
      // Only alternatives belong together.
      if (choice.kind == model::ChannelEntry::Kind::any_of ||
          choice.channels.size() < 2) {
        add(choice);
        continue;
      }
      for (const resolve::ChannelId id : choice.channels)
        add({choice.kind, {id}, {}, choice.span});
    }
}

void write_audience(const Edition&, const Item& item, Values& out) {
  if (item.audience.everyone) out.add("全社会");
  for (const Text& group : item.audience.groups)
    out.add({"group", group.text},
            [&] { return fmt::format("特定群体：{}", group.text); });
}

void write_mode(const Edition&, const Item& item, Values& out) {
  for (const model::Mode mode : item.modes.all) out.add(chinese(mode));
}

void write_levels(const Edition&, const Item& item, Values& out) {
  for (const Level level : model::all_levels)
    if (item.levels.all.contains(level)) out.add(chinese(level));
}

void write_only(const Edition&, const Item& item, Values& out) {
  write_texts(item.only, out);
}

void write_not_in(const Edition&, const Item& item, Values& out) {
  write_texts(item.not_in, out);
}

void write_posting(const Edition&, const Item& item, Values& out) {
  if (item.must_post) out.add("须在公示栏张贴");
}

void write_supervision(const Edition& edition, const Item& item, Values& out) {
  const model::Supervision all = edition.supervision_of(item);
  const auto add = [&](std::string_view key, const Text& text) {
    if (!text.empty())
      out.add({key, text.text}, [&] { return std::string(text.text); });
  };
  add("phone", all.phone);
  add("office", all.office);
  add("url", all.url);
}

void write_facets(const Edition& edition, const Item& item, Values& out) {
  for (const resolve::TermId term : item.facets) {
    const model::Taxonomy& taxonomy = edition[term.taxonomy];
    out.add({taxonomy.id.text, edition[term].id.text}, [&] {
      return fmt::format("{}：{}", taxonomy.name.text, edition[term].name.text);
    });
  }
}

void write_elements(const Edition& edition, const Item& item, Values& out) {
  for (const resolve::ElementValue& value : item.elements) {
    const model::Element& element = edition[value.element];
    for (const Text& text : value.values)
      out.add({element.id.text, text.text}, [&] {
        return fmt::format("{}：{}", element.name.text, text.text);
      });
  }
}

void write_related(const Edition& edition, const Item& item, Values& out) {
  for (const resolve::ItemId id : item.related) out.add(edition[id].id.text);
}

void write_flow(const Edition& edition, const Item& item, Values& out) {
  if (!item.flow) return;
  const model::Flow& flow = edition[*item.flow];
  out.add({flow.id.text}, [&] { return std::string(flow.title.text); });
}

void write_column(const Edition&, const Item& item, Values& out) {
  write_path(item.column, " > ", out);
}

void write_review(const Edition&, const Item& item, Values& out) {
  if (!item.review) return;
  write_text(item.review->every, out);
  if (item.review->last.date) out.add(days::iso(*item.review->last.date));
}

void write_code(const Edition&, const Item& item, Values& out) {
  write_text(item.code, out);
}
void write_duty(const Edition&, const Item& item, Values& out) {
  write_text(item.duty, out);
}
void write_replaces(const Edition&, const Item& item, Values& out) {
  write_texts(item.replaces, out);
}
void write_assumed(const Edition&, const Item& item, Values& out) {
  write_texts(item.assumed, out);
}
void write_note(const Edition&, const Item& item, Values& out) {
  write_text(item.note, out);
}

void write_english(const Edition&, const Item& item, Values& out) {
  write_path(item.en.name, " / ", out);
  write_texts(item.en.content, out);
}

void write_waivers(const Edition&, const Item& item, Values& out) {
  for (const model::Waiver& waiver : item.waivers) {
    const std::string until =
        waiver.until.date ? days::iso(*waiver.until.date) : std::string();
    out.add({waiver.rule.text, waiver.reason.text, until}, [&] {
      return fmt::format("{}：{}（至 {}）", waiver.rule.text,
                         waiver.reason.text, until);
    });
  }
}

template <FieldOrder (*order)(const Reading&, const Reading&)>
FieldOrder without_calendar(const Reading& now, const Reading& base,
                            const days::Calendar&) {
  return order(now, base);
}

/// Fewer places than the base has are weaker; none written means all.
FieldOrder order_of_only(const Reading& now, const Reading& base) {
  if (base.item.only.empty() != now.item.only.empty())
    return {now.item.only.empty() ? Order::stricter : Order::weaker};
  std::set<std::string_view> here, there;
  for (const Text& place : now.item.only) here.insert(place.text);
  for (const Text& place : base.item.only) there.insert(place.text);
  FieldOrder all;
  for (const std::string_view place : there)
    if (!here.contains(place)) all.add({Order::weaker, place});
  for (const std::string_view place : here)
    if (!there.contains(place)) all.add({Order::stricter, place});
  return all;
}

/// Every place that leaves it out is one less.
FieldOrder order_of_not_in(const Reading& now, const Reading& base) {
  std::set<std::string_view> here, there;
  for (const Text& place : now.item.not_in) here.insert(place.text);
  for (const Text& place : base.item.not_in) there.insert(place.text);
  FieldOrder all;
  for (const std::string_view place : here)
    if (!there.contains(place)) all.add({Order::weaker, place});
  for (const std::string_view place : there)
    if (!here.contains(place)) all.add({Order::stricter, place});
  return all;
}

/// Whether the timings of the whole items read the same, so that a difference
/// in time comes from an entry of content.
bool have_same_timing(const Item& a, const Item& b) {
  if (a.timing.parts.size() != b.timing.parts.size()) return false;
  for (std::size_t i = 0; i < a.timing.parts.size(); ++i)
    if (a.timing.parts[i].level != b.timing.parts[i].level ||
        a.timing.parts[i].value.phrase.text !=
            b.timing.parts[i].value.phrase.text)
      return false;
  return true;
}

/// An entry that has a mode of its own, or its item's.
model::Mode mode_of(const Item& item, const model::ContentEntry& entry) {
  if (entry.mode) return *entry.mode;
  return item.modes.all.empty() ? model::Mode::proactive
                                : item.modes.all.front();
}

/// Content with what its entries say of their own time and mode.
FieldOrder order_of_entries(const Reading& now, const Reading& base,
                            const days::Calendar& calendar) {
  FieldOrder all = order_of_content(now, base);
  if (have_same_timing(now.item, base.item))
    all.add(order_of_timing(now, base, calendar));
  for (const model::ContentEntry& entry : base.item.content)
    for (const model::ContentEntry& same : now.item.content) {
      if (same.text.text != entry.text.text || (!same.mode && !entry.mode))
        continue;
      const model::Mode here = mode_of(now.item, same),
                        there = mode_of(base.item, entry);
      if (here != there)
        all.add({here > there ? Order::weaker : Order::stricter});
    }
  return all;
}

constexpr ItemFieldRow rows[] = {
    {ItemField::domain,
     "domain",
     {"domain", "领域"},
     true,
     Effect::shown,
     write_domain,
     nullptr},
    {ItemField::code,
     "code",
     {"code", "编码"},
     true,
     Effect::exchange,
     write_code,
     nullptr},
    {ItemField::name,
     "name",
     {"name", "公开事项"},
     true,
     Effect::shown,
     write_name,
     nullptr},
    {ItemField::content,
     "content",
     {"content", "公开内容"},
     true,
     Effect::shown,
     write_content,
     order_of_entries},
    {ItemField::basis,
     "basis",
     {"basis", "公开依据"},
     true,
     Effect::shown,
     write_basis,
     without_calendar<order_of_basis>},
    {ItemField::timing,
     "timing",
     {"timing", "公开时限"},
     true,
     Effect::editorial,
     write_timing,
     order_of_timing},
    {ItemField::body,
     "body",
     {"body", "公开主体"},
     true,
     Effect::shown,
     write_body,
     without_calendar<order_of_body>},
    {ItemField::channels,
     "channels",
     {"channels", "公开渠道"},
     true,
     Effect::shown,
     write_channels,
     without_calendar<order_of_channels>},
    {ItemField::audience,
     "audience",
     {"audience", "公开对象"},
     true,
     Effect::shown,
     write_audience,
     without_calendar<order_of_audience>},
    {ItemField::mode,
     "mode",
     {"mode", "公开方式"},
     true,
     Effect::shown,
     write_mode,
     without_calendar<order_of_mode>},
    {ItemField::levels,
     "levels",
     {"levels", "公开层级"},
     true,
     Effect::shown,
     write_levels,
     without_calendar<order_of_levels>},
    {ItemField::only,
     "only",
     {"only in", "限定地方"},
     true,
     Effect::shown,
     write_only,
     without_calendar<order_of_only>},
    {ItemField::only,
     "not-in",
     {"not in", "不适用的地方"},
     false,
     Effect::shown,
     write_not_in,
     without_calendar<order_of_not_in>},
    {ItemField::must_post,
     "must-post",
     {"must be posted", "公示栏张贴"},
     true,
     Effect::shown,
     write_posting,
     without_calendar<order_of_posting>},
    {ItemField::supervision,
     "supervision",
     {"supervision", "监督渠道"},
     true,
     Effect::shown,
     write_supervision,
     without_calendar<order_of_supervision>},
    {ItemField::facets,
     "facets",
     {"facets", "分类"},
     true,
     Effect::shown,
     write_facets,
     nullptr},
    {ItemField::elements,
     "elements",
     {"elements", "自定要素"},
     true,
     Effect::shown,
     write_elements,
     nullptr},
    {ItemField::duty,
     "duty",
     {"statutory limit", "法定时限"},
     true,
     Effect::exchange,
     write_duty,
     nullptr},
    {ItemField::related,
     "related",
     {"related items", "相关事项"},
     true,
     Effect::shown,
     write_related,
     nullptr},
    {ItemField::flow,
     "flow",
     {"flow", "流程图"},
     false,
     Effect::shown,
     write_flow,
     nullptr},
    {ItemField::column,
     "column",
     {"website column", "网站栏目"},
     true,
     Effect::shown,
     write_column,
     nullptr},
    {ItemField::review,
     "review",
     {"review", "复查"},
     true,
     Effect::editorial,
     write_review,
     nullptr},
    {ItemField::replaces,
     "replaces",
     {"replaces", "曾用标识"},
     true,
     Effect::exchange,
     write_replaces,
     nullptr},
    {ItemField::assumed,
     "assumed",
     {"assumed values", "推定的内容"},
     true,
     Effect::shown,
     write_assumed,
     nullptr},
    {ItemField::en,
     "en",
     {"English", "英文"},
     true,
     Effect::shown,
     write_english,
     nullptr},
    {ItemField::note,
     "note",
     {"note", "备注"},
     true,
     Effect::shown,
     write_note,
     nullptr},
    {ItemField::waive,
     "waive",
     {"waivers", "例外"},
     true,
     Effect::shown,
     write_waivers,
     nullptr},
};

}  // namespace

std::span<const ItemFieldRow> item_field_rows() { return rows; }

}  // namespace catalog::compare
