#pragma once

#include <string>
#include <vector>

#include "view/publication.h"

namespace catalog::view {

/// Tables that only a workbook has room for, in order: what departs from the
/// base, which items rest on which law, what each body publishes, how the
/// items spread over classes, and what the columns mean. Those that would have
/// no row are left out.
struct Appendices {
  Table base_changes;  // 与上级目录的差异
  Table citations;     // 引用事项
  Table duties;        // 主体职责
  Table classes;       // 分类统计
  Table elements;      // 要素说明
};

Appendices appendices_of(const Publication& publication);

/// A publication with what its cover says, and no table yet.
Publication headed(const resolve::Edition& edition);

/// The line under a table's title: place, edition and date.
std::string subtitle_of(const Publication& publication);

/// The table with that line, measured.
Table finished(Table table, const std::string& subtitle);

}  // namespace catalog::view
