#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/xml.h"

namespace catalog::workbook {

/// How the numbers of a workbook are shown, as far as it changes their text.
class NumberFormats {
 public:
  NumberFormats() = default;
  /// From `styles.xml`.
  explicit NumberFormats(pugi::xml_node styles);

  /// The text of a number in a cell of this style: a date, a code with its
  /// leading zeros, or the number itself. `value` is as written in the file.
  std::string text_of(std::string_view value, std::string_view style,
                      bool from_1904) const;

 private:
  struct Format {
    bool is_date = false;
    bool has_time = false;
    std::size_t digits = 0;  // `0000`: at least so many
  };
  static Format format_of(std::string_view code);

  std::vector<Format> styles_;
};

}  // namespace catalog::workbook
