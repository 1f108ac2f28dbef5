#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::emit {

/// What a CSV file begins with: without it Excel reads GBK.
inline constexpr const char* csv_mark = "\xEF\xBB\xBF";

/// Appends one field; commas between them and the line end are the caller's.
void append_field(std::string& out, std::string_view text);

/// Appends one record of RFC 4180 with its line end. What a spreadsheet would
/// run gets an apostrophe before it, which spreadsheets take for "this is
/// text".
void append_record(std::string& out, const std::vector<std::string>& fields);

}  // namespace catalog::emit
