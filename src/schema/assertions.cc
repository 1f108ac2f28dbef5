#include "schema/assertions.h"

#include <algorithm>
#include <utility>

namespace catalog::schema {

void Assertions::add(const syntax::Entry& entry, Keyword keyword) {
  switch (keyword) {
    case Keyword::type:
      made_.types = values_.types(entry);
      made_.has_type = true;
      break;
    case Keyword::enum_:
      if (values_.is_list(entry)) {
        std::vector<syntax::Node> all;
        for (const syntax::Node each : entry.value.items()) all.push_back(each);
        allow(all);
      }
      break;
    case Keyword::const_: allow({entry.value}); break;
    case Keyword::multiple_of:
      number().multiple_of = values_.divisor(entry);
      break;
    case Keyword::maximum: number().maximum = values_.number(entry); break;
    case Keyword::exclusive_maximum:
      number().below = values_.number(entry);
      break;
    case Keyword::minimum: number().minimum = values_.number(entry); break;
    case Keyword::exclusive_minimum:
      number().above = values_.number(entry);
      break;
    case Keyword::max_length: string().at_most = values_.count(entry); break;
    case Keyword::min_length: string().at_least = values_.count(entry); break;
    case Keyword::pattern:
      if (values_.is_text(entry))
        string().pattern = values_.pattern(entry.value);
      break;
    case Keyword::max_items: array().at_most = values_.count(entry); break;
    case Keyword::min_items: array().at_least = values_.count(entry); break;
    case Keyword::unique_items: array().unique = values_.boolean(entry); break;
    case Keyword::max_contains:
      array().contains_at_most = values_.count(entry);
      break;
    case Keyword::min_contains:
      array().contains_at_least = values_.count(entry).value_or(1);
      break;
    case Keyword::max_properties:
      object().at_most = values_.count(entry);
      break;
    case Keyword::min_properties:
      object().at_least = values_.count(entry);
      break;
    case Keyword::required: required(entry); break;
    case Keyword::dependent_required: dependent_required(entry); break;
    default: break;
  }
}

void Assertions::allow(const std::vector<syntax::Node>& nodes) {
  const auto before = std::exchange(made_.allowed, std::vector<Value>());
  for (const syntax::Node node : nodes) {
    const Value value = read(node, no_type);
    const bool admitted =
        !before ||
        std::any_of(before->begin(), before->end(), [&](const Value& each) {
          return equals_constant(value, each);
        });
    if (admitted) made_.allowed->push_back(value);
  }
}

void Assertions::required(const syntax::Entry& entry) {
  std::uint64_t next = 1;
  for (const std::string_view name : values_.names(entry)) {
    if (next == 0) {
      object().more_required.push_back(name);
      continue;
    }
    object().properties[name].required = next;
    object().required |= next;
    next <<= 1;
  }
}

void Assertions::dependent_required(const syntax::Entry& entry) {
  if (!values_.is_mapping(entry)) return;
  for (const syntax::Entry& each : entry.value.entries())
    object().dependent_names.push_back({each.key.text(), values_.names(each)});
}

}  // namespace catalog::schema
