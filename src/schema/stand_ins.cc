#include "schema/stand_ins.h"

namespace catalog::schema {
namespace {

/// Whether a schema says nothing of a value but that it fits another one.
bool only_refers(const Subschema& schema) {
  const InPlace* const in_place = schema.in_place.get();
  return in_place != nullptr && in_place->ref != SubschemaId::none &&
         !schema.never && schema.types == any_type && !schema.allowed &&
         !schema.number && !schema.string && !schema.array && !schema.object &&
         in_place->dynamic_ref == SubschemaId::none &&
         in_place->all_of.empty() && in_place->any_of.empty() &&
         in_place->one_of.empty() && in_place->not_ == SubschemaId::none &&
         in_place->if_ == SubschemaId::none;
}

}  // namespace

void find_stand_ins(Program& program) {
  if (!program.dynamic_anchors.empty()) return;
  for (Subschema& each : program.subschemas) {
    const Subschema* last = &each;
    while (only_refers(*last)) {
      each.stands_for = last->in_place->ref;
      last = &program[each.stands_for];
    }
  }
}

}  // namespace catalog::schema
