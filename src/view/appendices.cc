#include "view/appendices.h"

#include "view/base_changes.h"
#include "view/class_table.h"
#include "view/element_notes.h"
#include "view/references.h"

namespace catalog::view {

Appendices appendices_of(const Publication& publication) {
  const resolve::Edition& edition = *publication.edition;
  const std::string subtitle = subtitle_of(publication);
  const auto made = [&](Table table) {
    return table.rows.empty() ? Table() : finished(std::move(table), subtitle);
  };
  return {made(base_changes_table(publication.base_changes)),
          made(citations_table(edition)), made(body_duties_table(edition)),
          made(class_table(edition)), made(element_notes(publication))};
}

}  // namespace catalog::view
