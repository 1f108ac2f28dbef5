#include "resolve/seen.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "source/hash.h"

namespace catalog::resolve {
namespace {

using model::Item;
using model::ItemField;
using model::Text;

constexpr std::size_t fingerprint_digits = 16;

std::string joined(const std::vector<std::string>& parts,
                   std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string say(const Text& text) { return std::string(text.text); }
std::string say(const model::Timing& timing) { return say(timing.phrase); }

std::string say(const model::ContentEntry& entry);
std::string say(const model::BasisEntry& entry);
std::string say(const model::ChannelEntry& entry);
std::string say(const model::FacetEntry& entry);
std::string say(const model::ElementEntry& entry);

template <class T>
std::vector<std::string> each_of(const std::vector<T>& all) {
  std::vector<std::string> texts;
  for (const T& each : all) texts.push_back(say(each));
  return texts;
}

template <class T>
std::string say(const std::vector<T>& all) {
  return joined(each_of(all), "、");
}

std::string say(const model::Audience& audience) {
  std::vector<std::string> parts = each_of(audience.groups);
  if (audience.everyone) parts.insert(parts.begin(), "全社会");
  return joined(parts, "；");
}

std::string say(const model::Levels& levels) {
  std::vector<std::string> names;
  for (const model::Level level : model::all_levels)
    if (levels.contains(level)) names.emplace_back(chinese(level));
  return joined(names, "、");
}

std::string say(const model::ContentEntry& entry) {
  std::string text = entry.optional ? "〇" : "";
  text += entry.text.text;
  if (!entry.parts.empty()) text += "：" + say(entry.parts);
  std::vector<std::string> more;
  if (entry.timing) more.push_back(say(*entry.timing));
  if (entry.mode) more.emplace_back(chinese(*entry.mode));
  if (entry.audience) more.push_back(say(*entry.audience));
  if (!entry.levels.empty()) more.push_back(say(entry.levels));
  if (entry.note) more.push_back(say(*entry.note));
  if (!more.empty()) text += fmt::format("（{}）", joined(more, "；"));
  return text;
}

std::string say(const model::BasisEntry& entry) {
  std::string text = say(entry.written);
  if (entry.law.text == entry.written.text && !entry.article.empty())
    text += fmt::format(" {}", entry.article.text);
  if (entry.note) text += fmt::format("（{}）", entry.note->text);
  return text;
}

std::string say(const model::ChannelEntry& entry) {
  using Kind = model::ChannelEntry::Kind;
  if (entry.kind == Kind::other) return say(entry.name);
  const std::string ids =
      joined(each_of(entry.ids), entry.kind == Kind::any_of ? " 或 " : "、");
  return entry.kind == Kind::optional ? "〇" + ids : ids;
}

template <class T>
std::string say(const model::PerLevel<T>& value) {
  std::vector<std::string> parts;
  for (const auto& part : value.parts)
    parts.push_back(part.level ? fmt::format("{}：{}", chinese(*part.level),
                                             say(part.value))
                               : say(part.value));
  return joined(parts, "；");
}

std::string say(const model::Modes& modes) {
  std::vector<std::string> names;
  for (const model::Mode mode : modes.all) names.emplace_back(chinese(mode));
  return joined(names, "、");
}

std::string say(const model::Supervision& supervision) {
  std::vector<std::string> parts;
  for (const Text* part :
       {&supervision.phone, &supervision.office, &supervision.url})
    if (!part->empty()) parts.push_back(say(*part));
  return joined(parts, "；");
}

std::string say(const model::FacetEntry& entry) {
  return fmt::format("{}：{}", entry.taxonomy.text, say(entry.terms));
}
std::string say(const model::ElementEntry& entry) {
  return fmt::format("{}：{}", entry.element.text, say(entry.values));
}

std::string say(const model::Review& review) {
  return fmt::format("{}；{}", review.every.text,
                     review.last.date ? days::iso(*review.last.date) : "");
}

std::string say(const model::Translation& translation) {
  return fmt::format("{}；{}", say(translation.name), say(translation.content));
}

std::string plain_text(const Item& item, ItemField field) {
  switch (field) {
    case ItemField::code: return say(item.code);
    case ItemField::name: return joined(each_of(item.name), "/");
    case ItemField::domain: return say(item.domain);
    case ItemField::order: return item.order ? std::to_string(*item.order) : "";
    case ItemField::after: return say(item.after);
    case ItemField::content: return joined(each_of(item.content), "；");
    case ItemField::basis: return joined(each_of(item.basis), "；");
    case ItemField::timing: return say(item.timing);
    case ItemField::body: return say(item.body);
    case ItemField::channels: return say(item.channels);
    case ItemField::audience: return say(item.audience);
    case ItemField::mode: return say(item.modes);
    case ItemField::levels: return say(item.levels.all);
    case ItemField::only: return say(item.only);
    case ItemField::must_post: return item.must_post ? "true" : "false";
    case ItemField::supervision:
      return item.supervision ? say(*item.supervision) : "";
    case ItemField::facets: return joined(each_of(item.facets), "；");
    case ItemField::elements: return joined(each_of(item.elements), "；");
    case ItemField::duty: return say(item.duty);
    case ItemField::related: return say(item.related);
    case ItemField::flow: return say(item.flow);
    case ItemField::column: return joined(each_of(item.column), ">");
    case ItemField::review: return item.review ? say(*item.review) : "";
    case ItemField::en: return say(item.en.value_or({}));
    case ItemField::note: return say(item.note);
    case ItemField::id:
    case ItemField::replaces:
    case ItemField::assumed:
    case ItemField::waive: break;
  }
  return {};
}

/// Without ids of items, which may be renamed.
void add(std::string& all, std::string_view field, std::string_view text) {
  for (const std::string_view part : {field, text})
    all.append(part).push_back('\n');
}

std::string digits_of(const std::string& all) {
  return source::hash(all).substr(0, fingerprint_digits);
}

}  // namespace

std::string value_text(const Item& item, ItemField field) {
  std::string text = plain_text(item, field);
  // How it reads in some places counts too.
  for (const Item& variant : item.variants)
    if (const std::string other = plain_text(variant, field); other != text)
      text += fmt::format("；{}：{}", say(variant.holds_in.back()), other);
  return text;
}

void add_value(const Item& base, ItemField field, source::Span here,
               const model::Origins& origins, model::Replacement& into) {
  const model::OriginId origin = base.origin_of(field);
  into.values.push_back(
      {base.id.text, field, value_text(base, field), here,
       origin == model::OriginId::none ? base.span : origins[origin].span});
}

void add_item(const Item& base, source::Span here,
              const model::Origins& origins, model::Replacement& into) {
  for (const ItemField field :
       {ItemField::name, ItemField::content, ItemField::basis,
        ItemField::timing, ItemField::body, ItemField::channels,
        ItemField::audience, ItemField::mode, ItemField::levels})
    add_value(base, field, here, origins, into);
}

std::string fingerprint_of(const model::Replacement& replacement) {
  std::string all;
  for (const auto& value : replacement.values)
    add(all, word(value.field), value.text);
  return digits_of(all);
}

std::string fingerprint_of(const model::SeenRecord& record) {
  std::string all;
  for (const auto& value : record.values)
    add(all, value.field.text, value.text.text);
  return digits_of(all);
}

}  // namespace catalog::resolve
