#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "diagnostics/message.h"
#include "emit/sink.h"
#include "view/publication.h"

namespace catalog::emit {

void csv(const view::Publication& publication, const Sink& sink);
void fragment(const view::Publication& publication, const Sink& sink);
void html(const view::Publication& publication, const Sink& sink);
void json(const view::Publication& publication, const Sink& sink);
void tables(const view::Publication& publication, const Sink& sink);
void xlsx(const view::Publication& publication, const Sink& sink);

/// One kind of output. `emit` writes all its artifacts to the sink; it throws
/// Failure where the machine does not take them.
struct Emitter {
  std::string_view name;
  diagnostics::Words summary;
  void (*emit)(const view::Publication& publication, const Sink& sink);
  /// It says at which line and column of the sources a value stands.
  bool tells_places = false;
  /// It leads to the editions of other places.
  bool leads_elsewhere = false;
  /// It says what changed since the last edition.
  bool tells_changes = false;
};

/// Every output there is; `--format`, its help and its check read this.
inline constexpr Emitter emitters[] = {
    {"xlsx", {"one workbook, for offices", "一个工作簿，供各单位使用"}, xlsx},
    {"html",
     {"a site that works from a folder", "可离线打开的网站"},
     html,
     false,
     true,
     true},
    {"json",
     {"one machine-readable catalog", "一份机器可读的目录"},
     json,
     true},
    {"csv",
     {"a text table a sheet, for other programs",
      "每张表一个文本文件，供其他程序使用"},
     csv},
    {"fragment",
     {"a bare table a domain, to paste into a website's own system",
      "每个领域一张独立表格，可粘贴到网站后台"},
     fragment},
    {"tables",
     {"a workbook of the domains' tables with nothing hidden, to attach to a "
      "notice",
      "只含各领域表格、没有隐藏内容的工作簿，可作公文附件"},
     tables},
};

inline constexpr auto emitter_names = [] {
  std::array<std::string_view, std::size(emitters)> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = emitters[i].name;
  return names;
}();

}  // namespace catalog::emit
