#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// One thing said at the front of a piece of a phrase. The views are into the
/// piece.
struct ReadClause {
  Clause clause;
  std::string_view rest;   // of the piece, not yet read
  bool has_verb = false;   // 更新1次 says what is done
  std::string_view act;    // where that is not publishing: 审核1次
  bool is_number = false;  // 20个工作日, without 内
  bool is_most = false;    // 不超过20个工作日
  std::optional<Slip::Kind> slip;
  std::string_view slip_text;  // what it is about
};

}  // namespace catalog::phrase
