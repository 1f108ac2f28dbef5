#include "view/cells.h"

#include <fmt/format.h>

#include <algorithm>

namespace catalog::view {
namespace {

using model::Level;
using model::Text;
using resolve::Item;

std::string joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  std::size_t size = 0;
  for (const std::string& part : parts) size += part.size() + separator.size();
  std::string all;
  all.reserve(size);
  for (const std::string& part : parts) {
    if (&part != parts.data()) all += separator;
    all += part;
  }
  return all;
}

std::string joined(const std::vector<Text>& parts, std::string_view separator) {
  std::string all;
  for (const Text& part : parts) {
    if (!all.empty()) all += separator;
    all += part.text;
  }
  return all;
}

/// The value by level as lines, each led by its level where they differ.
template <class T, class Print>
std::string by_level(const model::PerLevel<T>& value, Print print) {
  std::vector<std::string> lines;
  for (const auto& part : value.parts)
    lines.push_back(part.level ? fmt::format("{}：{}", chinese(*part.level),
                                             print(part.value))
                               : print(part.value));
  return joined(lines, "\n");
}

/// The same of what a value says in an edition, of which nothing is copied.
template <class T, class Print>
std::string by_level(const resolve::Edition& edition,
                     const model::PerLevel<T>& value, Print print) {
  if (!edition.is_of_place_below) return by_level(value, print);
  const T* const here = value.at(edition.level);
  return here == nullptr ? std::string() : print(*here);
}

std::string names_of(model::Levels levels) {
  std::vector<std::string> names;
  for (const Level level : model::all_levels)
    if (levels.contains(level)) names.emplace_back(chinese(level));
  return joined(names, "、");
}

bool is_same(const model::Audience& a, const model::Audience& b) {
  return a.everyone == b.everyone &&
         std::equal(
             a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
             [](const Text& x, const Text& y) { return x.text == y.text; });
}

std::string audience_text(const model::Audience& audience) {
  std::string groups = joined(audience.groups, "、");
  if (!audience.everyone) return groups;
  return groups.empty() ? "全社会" : "全社会；" + groups;
}

/// What stands behind the dot of a value: `1` of `name.1`.
std::string_view part_of(std::string_view value) {
  const std::size_t dot = value.find('.');
  return dot == std::string_view::npos ? "" : value.substr(dot + 1);
}

using Choices = std::vector<resolve::ChannelChoice>;

bool is_chosen(const Choices& choices, resolve::ChannelId id,
               bool counts_options) {
  using Kind = model::ChannelEntry::Kind;
  for (const resolve::ChannelChoice& choice : choices)
    if ((choice.kind == Kind::one || counts_options) &&
        std::find(choice.channels.begin(), choice.channels.end(), id) !=
            choice.channels.end())
      return true;
  return false;
}

/// What an item chooses here, level by level; nothing is copied.
std::vector<const Choices*> choices_of(const resolve::Edition& edition,
                                       const Item& item) {
  std::vector<const Choices*> all;
  edition.each_here(item.channels, [&](const Choices& choices, auto) {
    all.push_back(&choices);
  });
  return all;
}

/// Where a channel is chosen at some levels only: those levels, else nothing.
std::string levels_note(const resolve::Edition& edition,
                        const model::PerLevel<Choices>& channels,
                        resolve::ChannelId id, bool counts_options) {
  if (!edition.differs_here(channels)) return {};
  std::vector<std::string> levels;
  bool everywhere = true;
  for (const auto& part : channels.parts) {
    if (is_chosen(part.value, id, counts_options))
      levels.emplace_back(chinese(*part.level));
    else
      everywhere = false;
  }
  return everywhere || levels.empty()
             ? std::string()
             : fmt::format("（{}）", joined(levels, "、"));
}

}  // namespace

std::string joined_lines(const std::vector<std::string>& lines, model::As as) {
  if (as != model::As::numbered || lines.size() < 2) return joined(lines, "\n");
  std::string all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) all += '\n';
    ((all += std::to_string(i + 1)) += ". ") += lines[i];
  }
  return all;
}

std::string citation_text(const resolve::Edition& edition,
                          const resolve::Citation& citation) {
  constexpr std::size_t most_brackets = 18;  // bytes: three pairs
  std::string text;
  const auto add_bracketed = [&](std::string_view remark) {
    if (!remark.empty()) ((text += "（") += remark) += "）";
  };
  if (citation.law) {
    const model::Law& law = edition[*citation.law];
    text.reserve(law.title.text.size() + law.number.text.size() +
                 citation.article.size() + citation.remark.size() +
                 citation.note.text.size() + most_brackets);
    ((text += "《") += law.title.text) += "》";
    add_bracketed(law.number.text);
    text += citation.article;
    text += citation.remark;
  } else {
    text = citation.text();
  }
  add_bracketed(citation.note.text);
  return text;
}

std::string Cells::text(const model::Column& column, const Item& item,
                        std::size_t number) const {
  const std::string_view value = column.value.text;
  const std::string_view head = value.substr(0, value.find('.'));
  const std::string_view part = part_of(value);
  if (head == "number") return std::to_string(number);
  if (head == "id") return std::string(item.id.text);
  if (head == "code") return code(item, part);
  if (head == "name") return name(item, part);
  if (head == "content") return content(column, item);
  if (head == "basis") return basis(column, item);
  if (head == "timing") return timing(item);
  if (head == "body") return part.empty() ? body(item) : contact(part, item);
  if (head == "channels")
    return column.as == model::As::boxes ? boxes(item) : channel_names(item);
  if (head == "audience") return audience(part, column, item);
  if (head == "mode") return modes(part, item);
  if (head == "level") return levels(part, item);
  if (head == "supervision") return supervision(part, item);
  if (head == "facets") return terms(part, item);
  if (head == "element") return element(part, item);
  if (head == "domain") return std::string(edition_[item.domain].name.text);
  if (head == "column") return joined(item.column, ">");
  if (head == "flow")
    return item.flow ? std::string(edition_[*item.flow].title.text) : "";
  if (head == "note") return std::string(item.note.text);
  if (head == "must-post") return tick(item.must_post);
  return {};
}

std::string Cells::tick(bool on) const {
  return on ? std::string(layout_.glyphs.tick) : std::string();
}

std::string Cells::name(const Item& item, std::string_view level) const {
  if (level.empty()) return joined(item.name, "/");
  const auto index = static_cast<std::size_t>(level[0] - '1');
  if (index < item.name.size()) return std::string(item.name[index].text);
  return layout_.missing == model::Missing::dash ? "—" : "";
}

/// Nine digits are domain, first and second level, three each; the first two
/// are printed as codes of their own, filled up with zeros.
std::string Cells::code(const Item& item, std::string_view part) const {
  const std::string_view code = item.code.text;
  if (part.empty() || part == "3" || code.size() != 9) {
    return part.empty() || part == "3" ? std::string(code) : std::string();
  }
  return part == "1" ? std::string(code.substr(0, 3)) + "000000"
                     : std::string(code.substr(0, 6)) + "000";
}

std::string Cells::content(const model::Column& column,
                           const Item& item) const {
  std::vector<std::string> lines;
  for (const model::ContentEntry* entry : edition_.content_of(item)) {
    std::string line(entry->optional ? "〇" : "");
    line += entry->text.text;
    if (!entry->parts.empty()) line += "：" + joined(entry->parts, "、");
    if (!entry->levels.empty() && !edition_.is_of_place_below)
      line += fmt::format("（{}）", names_of(entry->levels));
    lines.push_back(std::move(line));
  }
  return joined_lines(lines, column.as);
}

std::string Cells::basis(const model::Column& column, const Item& item) const {
  std::vector<std::string> lines;
  for (const resolve::Citation& citation : item.basis)
    lines.push_back(citation_text(edition_, citation));
  return joined_lines(lines, column.as);
}

/// Parts of the content that have a timing of their own come first.
std::string Cells::timing(const Item& item) const {
  std::string general =
      by_level(edition_, item.timing, [](const model::Timing& timing) {
        return std::string(timing.phrase.text);
      });
  const auto content = edition_.content_of(item);
  std::vector<std::string> lines;
  for (const model::ContentEntry* entry : content)
    if (entry->timing)
      lines.push_back(
          fmt::format("{}：{}", entry->text.text, entry->timing->phrase.text));
  if (lines.empty()) return general;
  if (lines.size() < content.size()) lines.push_back("其他内容：" + general);
  return joined(lines, "\n");
}

std::string Cells::body(const Item& item) const {
  const auto bound = edition_.body_of(item);
  return by_level(bound, [&](const std::vector<resolve::BodyId>& bodies) {
    std::vector<std::string> names;
    for (const resolve::BodyId id : bodies)
      if (const Text& name = edition_[id].name; !name.empty())
        names.emplace_back(name.text);
    return joined(names, "、");
  });
}

/// What is known of the bodies, such as their phones. Levels of which nothing
/// is known are left out.
std::string Cells::contact(std::string_view part, const Item& item) const {
  auto bound = edition_.body_of(item);
  const auto text_of = [&](const model::Body& body) -> const Text& {
    return part == "unit" ? body.unit : part == "phone" ? body.phone : body.url;
  };
  for (auto& level : bound.parts)
    std::erase_if(level.value, [&](resolve::BodyId id) {
      return text_of(edition_[id]).empty();
    });
  std::erase_if(bound.parts,
                [](const auto& level) { return level.value.empty(); });
  return by_level(bound, [&](const std::vector<resolve::BodyId>& bodies) {
    std::vector<std::string> texts;
    for (const resolve::BodyId id : bodies)
      texts.emplace_back(text_of(edition_[id]).text);
    return joined(texts, "、");
  });
}

/// A box for each standard channel, each chosen one and each of the domain's
/// own, in the order of the registry; then what has no id.
std::string Cells::boxes(const Item& item) const {
  const auto& channels = edition_->channels;
  const std::string_view domain = edition_[item.domain].id.text;
  const bool counts_options = !note_explains_off_;
  const auto choices = choices_of(edition_, item);
  std::string all;
  const auto add = [&](bool on, std::string_view name, std::string_view note) {
    if (!all.empty()) all += '\n';
    all += on ? layout_.glyphs.on : layout_.glyphs.off;
    all += name;
    all += note;
  };
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const model::Channel& channel = channels.all()[i];
    bool on = false;
    bool named = false;
    for (const Choices* const here : choices) {
      named |= is_chosen(*here, channels.id(i), true);
      on |= named && is_chosen(*here, channels.id(i), counts_options);
    }
    const bool is_domains_own =
        std::any_of(channel.domains.begin(), channel.domains.end(),
                    [&](const Text& each) { return each.text == domain; });
    if (named || channel.standard || is_domains_own)
      add(on, channel.name.text,
          levels_note(edition_, item.channels, channels.id(i), counts_options));
  }
  for (const Choices* const here : choices)
    for (const resolve::ChannelChoice& choice : *here)
      if (choice.kind == model::ChannelEntry::Kind::other)
        add(true, choice.name.text, "");
  return all;
}

std::string Cells::channel_names(const Item& item) const {
  return by_level(edition_, item.channels,
                  [&](const std::vector<resolve::ChannelChoice>& choices) {
                    std::vector<std::string> names;
                    for (const resolve::ChannelChoice& choice : choices) {
                      std::vector<std::string> each;
                      for (const resolve::ChannelId id : choice.channels)
                        each.emplace_back(edition_[id].name.text);
                      if (choice.kind == model::ChannelEntry::Kind::other)
                        each.emplace_back(choice.name.text);
                      const bool is_any =
                          choice.kind == model::ChannelEntry::Kind::any_of;
                      names.push_back(joined(each, is_any ? "或" : "、"));
                    }
                    return joined(names, "、");
                  });
}

/// Parts of the content that are for others come with their names.
std::string Cells::audience(std::string_view part, const model::Column& column,
                            const Item& item) const {
  std::vector<const model::ContentEntry*> others;
  const auto content = edition_.content_of(item);
  for (const model::ContentEntry* entry : content)
    if (entry->audience && !is_same(*entry->audience, item.audience))
      others.push_back(entry);
  if (part == "public")
    return tick(item.audience.everyone ||
                std::any_of(others.begin(), others.end(), [](auto* entry) {
                  return entry->audience->everyone;
                }));
  const bool is_whole = part != "group";
  std::vector<std::string> lines;
  std::string general = is_whole ? audience_text(item.audience)
                                 : joined(item.audience.groups, "、");
  if (!is_whole && !general.empty()) lines.push_back(general);
  for (const model::ContentEntry* entry : others)
    if (is_whole || !entry->audience->groups.empty())
      lines.push_back(fmt::format("{}：{}", entry->text.text,
                                  is_whole
                                      ? audience_text(*entry->audience)
                                      : joined(entry->audience->groups, "、")));
  if (is_whole) {
    if (lines.empty()) return general;
    if (others.size() < content.size()) lines.push_back("其他内容：" + general);
    return joined(lines, "\n");
  }
  if (lines.empty() || column.as == model::As::tick)
    return tick(!lines.empty());
  return fmt::format("{}\n{}", layout_.glyphs.tick, joined(lines, "\n"));
}

std::string Cells::modes(std::string_view part, const Item& item) const {
  if (const auto mode = model::mode_of(part))
    return tick(item.modes.contains(*mode));
  std::vector<std::string> names;
  for (const model::Mode mode : item.modes.all)
    names.emplace_back(chinese(mode));
  return joined(names, "、");
}

/// `level.town,village` is ticked for either.
std::string Cells::levels(std::string_view part, const Item& item) const {
  if (part.empty()) return names_of(item.levels.all);
  while (!part.empty()) {
    const std::size_t comma = std::min(part.find(','), part.size());
    const auto level = model::level_of(part.substr(0, comma));
    if (level && item.levels.all.contains(*level)) return tick(true);
    part.remove_prefix(std::min(comma + 1, part.size()));
  }
  return {};
}

std::string Cells::supervision(std::string_view part, const Item& item) const {
  const model::Supervision supervision = edition_.supervision_of(item);
  if (part == "phone") return std::string(supervision.phone.text);
  if (part == "office") return std::string(supervision.office.text);
  if (part == "url") return std::string(supervision.url.text);
  std::vector<std::string> lines;
  if (!supervision.office.empty()) lines.emplace_back(supervision.office.text);
  if (!supervision.phone.empty())
    lines.push_back(fmt::format("电话：{}", supervision.phone.text));
  if (!supervision.url.empty())
    lines.push_back(fmt::format("网址：{}", supervision.url.text));
  return joined(lines, "\n");
}

std::string Cells::terms(std::string_view taxonomy, const Item& item) const {
  std::vector<std::string> names;
  for (const resolve::TermId term : item.facets)
    if (edition_[term.taxonomy].id.text == taxonomy)
      names.emplace_back(edition_[term].name.text);
  return joined(names, "、");
}

std::string Cells::element(std::string_view id, const Item& item) const {
  for (const resolve::ElementValue& element : item.elements)
    if (edition_[element.element].id.text == id)
      return joined(element.values, "\n");
  return {};
}

}  // namespace catalog::view
