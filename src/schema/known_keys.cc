#include "schema/known_keys.h"

#include <algorithm>

#include "schema/evaluation.h"

namespace catalog::schema {

std::vector<std::string> KnownKeys::left_at(const Mistake& mistake) const {
  std::vector<std::string> keys;
  for (const std::string_view each :
       keys_known(program_, *mistake.schema, mistake.seen == 1))
    if (!has_key(mistake.node, each)) keys.push_back(quoted(each));
  return keys;
}

const Property* KnownKeys::property_at(syntax::Node mapping,
                                       std::string_view name) const {
  const auto notes = mistakes_.mappings.find(mapping.index());
  if (notes == mistakes_.mappings.end()) return nullptr;
  for (const Subschema* schema : notes->second.schemas)
    if (const Property* found = schema->object->properties.find(name);
        found && found->schema != SubschemaId::none &&
        !program_[found->schema].never)
      return found;
  return nullptr;
}

std::optional<std::string> KnownKeys::outside(const Mistake& mistake) const {
  auto notes = mistakes_.mappings.find(mistake.node.index());
  while (notes != mistakes_.mappings.end() && notes->second.around) {
    const syntax::Node around = *notes->second.around;
    notes = mistakes_.mappings.find(around.index());
    if (notes == mistakes_.mappings.end()) break;
    if (property_at(around, mistake.name) && !has_key(around, mistake.name))
      return words_.object(words_.owner(notes->second.where));
  }
  return std::nullopt;
}

std::optional<std::string> KnownKeys::inside(const Mistake& mistake) const {
  std::optional<std::string> found;
  if (!mistake.schema->object) return found;
  for (const Property& each : mistake.schema->object->properties.all()) {
    if (each.schema == SubschemaId::none ||
        !(program_[each.schema].admits & bit(Type::object)))
      continue;
    const auto keys = keys_known(program_, program_[each.schema], true);
    if (std::find(keys.begin(), keys.end(), mistake.name) == keys.end())
      continue;
    if (found) return std::nullopt;
    found = words_.object(
        words_.subject(words_.key(each.name, title_of(program_, each.schema))));
  }
  return found;
}

const Where& KnownKeys::where(const Mistake& mistake) const {
  const auto notes = mistakes_.mappings.find(mistake.node.index());
  return notes == mistakes_.mappings.end() ? mistake.where
                                           : notes->second.where;
}

std::string KnownKeys::name(const Mistake& mistake) const {
  const Property* property = property_at(mistake.node, mistake.name);
  return words_.key(mistake.name,
                    property ? title_of(program_, property->schema) : "");
}

}  // namespace catalog::schema
