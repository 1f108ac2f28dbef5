#pragma once

#include <optional>
#include <string_view>

#include "days/date.h"
#include "source/span.h"

namespace catalog::model {

/// Something an author wrote, and where. Views into the layer's files or its
/// arena. Not written: empty, with an empty span at the owner's start.
struct Text {
  std::string_view text;
  source::Span span;

  bool is_written() const { return span.end > span.begin; }
  bool empty() const { return text.empty(); }
};

/// The same for a day; absent where nothing readable was written.
struct WrittenDate {
  std::optional<days::Date> date;
  source::Span span;
};

}  // namespace catalog::model
