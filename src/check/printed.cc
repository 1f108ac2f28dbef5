#include "check/printed.h"

#include <array>
#include <string_view>

#include "unicode/three_bytes.h"
#include "unicode/traditional.h"
#include "unicode/utf8.h"

namespace catalog::check {
namespace {

using model::Text;

template <class Visit>
void visit_all(const std::vector<Text>& texts, const Visit& visit) {
  for (const Text& text : texts) visit(text);
}

template <class Visit>
void visit_timing(const model::Timing& timing, const Visit& visit) {
  for (const auto& phrase : timing.phrases)
    if (phrase.is_written) visit(phrase.text);
  visit_all(timing.fields, visit);
}

template <class Visit>
void visit_content(const resolve::Item& item, const Visit& visit) {
  for (const model::ContentEntry& entry : item.content) {
    visit(entry.text);
    visit_all(entry.parts, visit);
    if (entry.timing) visit_timing(*entry.timing, visit);
    if (entry.audience) visit_all(entry.audience->groups, visit);
    if (entry.note) visit(*entry.note);
  }
}

template <class Visit>
void visit_channels(const resolve::Item& item, const Visit& visit) {
  for (const auto& part : item.channels.parts)
    for (const resolve::ChannelChoice& choice : part.value) visit(choice.name);
}

template <class Visit>
void visit_item(const resolve::Item& item, const Visit& visit) {
  visit_all(item.name, visit);
  visit_content(item, visit);
  for (const resolve::Citation& citation : item.basis) visit(citation.written);
  for (const auto& part : item.timing.parts) visit_timing(part.value, visit);
  visit_channels(item, visit);
  visit_all(item.audience.groups, visit);
  if (item.supervision) visit(item.supervision->office);
  for (const resolve::ElementValue& element : item.elements)
    visit_all(element.values, visit);
  visit_all(item.column, visit);
  visit(item.note);
}

template <class Visit>
void visit_registries(const resolve::ResolvedCatalog& catalog,
                      const Visit& visit) {
  for (const model::Domain& domain : catalog.domains) visit(domain.name);
  for (const model::Law& law : catalog.laws) {
    visit(law.title);
    visit(law.number);
    visit(law.issuer);
    for (const model::Limit& limit : law.limits)
      visit_timing(limit.timing, visit);
  }
  for (const model::Body& body : catalog.bodies) {
    visit(body.name);
    visit(body.unit);
    visit(body.address);
    visit(body.supervision.office);
  }
  for (const model::Channel& channel : catalog.channels) visit(channel.name);
  for (const model::Taxonomy& taxonomy : catalog.taxonomies) {
    visit(taxonomy.name);
    for (const model::Term& term : taxonomy.terms) visit(term.name);
  }
  for (const model::Element& element : catalog.elements) visit(element.name);
  for (const model::Jurisdiction& place : catalog.jurisdictions)
    visit(place.name);
}

/// The signs that a character is, as far as it was asked for.
class Signs {
 public:
  /// Those of all characters of a text.
  unsigned in(std::string_view text) {
    unsigned signs = 0;
    for (std::size_t at = 0; at < text.size();) {
      // Mostly Chinese: three bytes a character.
      const char* const bytes = text.data() + at;
      if (text.size() - at >= 3 && unicode::is_three_bytes(bytes)) {
        signs |= of(unicode::from_three_bytes(bytes));
        at += 3;
        continue;
      }
      const unicode::CodePoint point = unicode::decode(text, at);
      signs |= of(point.value);
      at += point.size;
    }
    return signs & ~asked;
  }

 private:
  static constexpr unsigned asked = 128;

  unsigned of(char32_t value) {
    if (value >= known_.size()) return Sign::stray | Sign::traditional;
    if (known_[value] == 0)
      known_[value] = static_cast<std::uint8_t>(asked | found(value));
    return known_[value];
  }
  static unsigned found(char32_t value) {
    const bool is_ascii = value > U' ' && value < 0x7F;
    const bool is_chinese = value > 0x3000 && value < 0xA000;
    const bool is_wide = value > 0xFF00 && value < 0xFF5F;
    unsigned signs = 0;
    if (!(is_ascii || is_chinese || is_wide || value == U' ') || value == U'_')
      signs |= Sign::stray;
    if (is_wide || is_one_of(value, U",;:?!()")) signs |= Sign::width;
    if (unicode::simplified(value)) signs |= Sign::traditional;
    if (is_one_of(value, U"XxＸｘ×＊*○某_＿各待暂填插Tt?？"))
      signs |= Sign::placeholder;
    if (is_one_of(value, U"同上〃″〞")) signs |= Sign::ditto;
    return signs;
  }
  static bool is_one_of(char32_t value, std::u32string_view all) {
    return all.find(value) != all.npos;
  }

  std::array<std::uint8_t, 0x10000> known_{};
};

unsigned signs_in(std::string_view text, Signs& known) {
  if (text.empty()) return 0;
  unsigned signs = known.in(text);
  if (text.front() == ' ' || text.back() == ' ') signs |= Sign::stray;
  return signs;
}

}  // namespace

void PrintedTexts::find() const {
  const resolve::Item* item = nullptr;
  Signs known;
  const auto each = [&](const Text& text) {
    if (const unsigned signs = signs_in(text.text, known))
      texts_.push_back({item, &text, signs});
  };
  each(edition_->manifest.title);
  each(edition_->manifest.issuer);
  each(edition_->manifest.supervision.office);
  visit_registries(*edition_, each);
  for (const resolve::ItemId id : edition_.items) {
    item = &edition_[id];
    visit_item(*item, each);
  }
}

}  // namespace catalog::check
