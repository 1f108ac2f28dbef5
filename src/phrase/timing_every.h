#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing_clause.h"

namespace catalog::phrase {

// The ways to say a period, wherever in a piece it stands. Into `read` go the
// period, what is said with it, and the rest behind it.

/// 每季度, 每两周, 每周一、周四. Gives what stands before it.
std::optional<std::string_view> read_each(std::string_view piece,
                                          ReadClause& read);

/// 一季度一次, 一月一公开, 2次/年: the period and how often.
std::optional<ReadClause> read_per(std::string_view piece);

/// 月月, 天天: each of them. 隔月, 双周: each second.
bool read_repeated(std::string_view piece, ReadClause& read);

/// 按月公开, 发放结果按季公布, 年度公开. Gives what stands before it.
std::optional<std::string_view> read_by_period(std::string_view piece,
                                               ReadClause& read);

}  // namespace catalog::phrase
