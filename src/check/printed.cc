#include "check/printed.h"

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
    visit(entry.note);
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
  visit(item.supervision.office);
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

}  // namespace

void for_each_printed(const resolve::Edition& edition,
                      const std::function<void(const Printed&)>& visit) {
  const resolve::Item* item = nullptr;
  const auto each = [&](const Text& text) {
    if (!text.empty()) visit({item, text});
  };
  each(edition->manifest.title);
  each(edition->manifest.issuer);
  each(edition->manifest.supervision.office);
  visit_registries(*edition, each);
  for (const resolve::ItemId id : edition.items) {
    item = &edition[id];
    visit_item(*item, each);
  }
}

}  // namespace catalog::check
