#include "cli/build_editions.h"

#include <fmt/format.h>

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "emit/bodies.h"
#include "emit/index.h"
#include "parallel/each.h"
#include "publish/program.h"
#include "source/hash.h"
#include "view/appendices.h"

namespace catalog::cli {
namespace {

/// A sink for what lies in a folder of the output.
emit::Sink below(const emit::Sink& sink, const std::string& folder) {
  if (folder.empty()) return sink;
  return {[&sink, folder](std::string_view path, std::string_view bytes) {
            sink.put(fmt::format("{}/{}", folder, path), bytes);
          },
          [&sink, folder](
              std::string_view path,
              const std::function<void(const std::filesystem::path&)>& write) {
            sink.put_file(fmt::format("{}/{}", folder, path), write);
          }};
}

}  // namespace

BuildEditions::BuildEditions(const compile::Compilation& run,
                             std::vector<compile::Place> places,
                             Outputs outputs, const LastEdition& last)
    : run_(run),
      last_(last),
      places_(std::move(places)),
      outputs_(std::move(outputs)),
      theme_(theme::hash(run.theme)) {
  for (const emit::Emitter* output : outputs_.formats)
    formats_.emplace_back(output->name);
}

void BuildEditions::write(const publish::Shard& shard, bool has_index,
                          const compile::Settings& settings,
                          publish::Parts& parts, Count& count) const {
  const compile::Fingerprints fingerprints(run_);
  std::vector<emit::IndexEntry> entries(places_.size());
  parallel::each(
      places_.size(), settings.threads,
      [&](std::size_t i) {
        const resolve::Edition edition = compile::edition_of(run_, places_[i]);
        std::string folder;
        if (has_index) {
          folder = emit::folder_of(edition);
          entries[i] = emit::entry_of(head_of(edition), folder);
        }
        if (shard && i % shard.of != shard.number - 1) return;
        ++count.all;
        if (write_one(edition, folder, fingerprints, parts)) ++count.as_before;
      },
      [&](std::size_t begun) {
        settings.progress({"writing", "写入"}, begun, places_.size());
      });
  if (has_index)
    parts.add("index", "", [&](const emit::Sink& sink) {
      emit::index(head_of(run_.edition), entries, sink);
    });
}

/// A publication before anything is arranged in it.
view::Publication BuildEditions::head_of(
    const resolve::Edition& edition) const {
  view::Publication head = view::headed(edition);
  head.formats = formats_;
  head.theme = &run_.theme;
  return head;
}

/// Whether all of it came over from the last build.
bool BuildEditions::write_one(const resolve::Edition& edition,
                              const std::string& folder,
                              const compile::Fingerprints& fingerprints,
                              publish::Parts& parts) const {
  const auto print = fingerprints.of(edition);
  bool is_carried = true;
  const auto add = [&](std::string_view name, const std::string& more,
                       const std::function<void(const emit::Sink&)>& emit) {
    const std::string key = source::hash(
        fmt::format("{} {} {} {} {}", publish::name_of_program(), name,
                    fmt::join(formats_, ","), print.content, more));
    is_carried &= parts.add(
        folder.empty() ? std::string(name) : fmt::format("{}/{}", folder, name),
        key, [&](const emit::Sink& sink) { emit(below(sink, folder)); });
  };
  const auto changes =
      last_ ? compile::changes_since(*last_, edition) : std::nullopt;
  std::optional<view::Publication> publication;
  for (const emit::Emitter* output : outputs_.formats)
    add(output->name,
        (output->tells_places ? print.places : "") +
            (output->leads_elsewhere ? theme_ + fingerprints.neighbours()
                                     : "") +
            (output->tells_changes && changes ? compile::hash_of(*changes)
                                              : ""),
        [&](const emit::Sink& sink) {
          if (!publication) {
            publication = compile::publication_of(run_, edition);
            publication->formats = formats_;
            publication->last_changes = changes;
            if (!folder.empty()) publication->around = "../";
          }
          output->emit(*publication, sink);
        });
  if (outputs_.has_bodies)
    add("bodies", "", [&](const emit::Sink& sink) {
      emit::body_workbooks(edition, compile::sources_of(run_), sink);
    });
  return is_carried;
}

}  // namespace catalog::cli
