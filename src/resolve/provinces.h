#pragma once

#include <string_view>

#include "phrase/citation.h"

namespace catalog::resolve {

struct Province {
  std::string_view code;    // the first two digits of its division codes
  std::string_view name;    // in full
  std::string_view letter;  // that its document numbers begin with, where no
                            // ministry's do; else empty
};

/// The province whose document a citation names: by its title, 安徽省最低生活
/// 保障…, or by its number, 皖民社救字〔2019〕56号. Null where neither says so.
const Province* province_of(const phrase::Citation& citation);

}  // namespace catalog::resolve
