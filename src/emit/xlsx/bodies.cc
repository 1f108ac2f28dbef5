#include "emit/bodies.h"

#include "emit/xlsx/workbook.h"
#include "view/appendices.h"
#include "view/duties.h"

namespace catalog::emit {

void body_workbooks(const resolve::Edition& edition,
                    const source::SourceTree* sources, const Sink& sink) {
  const auto all = view::duties_of(edition);
  for (const view::Duties& each : all) {
    const resolve::Edition of_body = view::edition_of(edition, each);
    const model::Body& body = edition[each.body];
    const view::Publication publication =
        view::duties_publication(of_body, body, sources);
    sink.put_file(view::path_of_duties(body),
                  [&](const std::filesystem::path& path) {
                    write_workbook(publication, path);
                  });
  }
  view::Publication list = view::headed(edition);
  list.views.push_back(view::finished(view::list_of_duties(edition, all),
                                      view::subtitle_of(list)));
  sink.put_file("bodies.xlsx", [&](const std::filesystem::path& path) {
    write_single_sheet(list, path);
  });
}

}  // namespace catalog::emit
