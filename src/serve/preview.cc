#include "serve/preview.h"

#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "serve/watch.h"
#include "source/failure.h"

namespace catalog::serve {
namespace {

constexpr auto moment = std::chrono::milliseconds(200);

/// A watch over folders that may be away for a moment, as while a checkout
/// replaces them. Null where it is over before they are back.
std::unique_ptr<Watch> watch_of(const Preview& preview, bool is_first) {
  while (true) try {
      return std::make_unique<Watch>(preview.folders());
    } catch (const source::Failure&) {
      if (is_first) throw;
      if (preview.is_over()) return nullptr;
      std::this_thread::sleep_for(moment);
    }
}

}  // namespace

void serve(const Preview& preview) {
  Showing showing;
  Server server(preview.port, showing);
  // Watched from before a build, so that no change is missed; and again after
  // one that found more to watch.
  auto watched = preview.folders();
  auto watch = watch_of(preview, true);
  showing.take(preview.build({}));
  preview.ready(server.port());
  while (!preview.is_over()) {
    if (auto now = preview.folders(); now != watched) {
      watched = std::move(now);
      watch = watch_of(preview, false);
    }
    const auto changed = watch ? watch->wait(preview.is_over) : std::nullopt;
    if (!changed) return;
    watch = watch_of(preview, false);
    if (!watch) return;
    Built built = preview.build(*changed);
    const bool is_sound = built.errors == 0;
    const std::size_t different = showing.take(std::move(built));
    if (is_sound) preview.rebuilt(different);
  }
}

}  // namespace catalog::serve
