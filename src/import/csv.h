#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/sheet.h"

namespace catalog::import {

/// A table of text (RFC 4180, as offices write it): UTF-8 with or without a
/// byte order mark, or GB18030; commas, semicolons or tabs, whichever the file
/// uses; quoted cells may hold line ends. Nothing where the bytes are no text.
std::optional<workbook::Sheet> csv_sheet(std::string_view bytes);

/// Bytes as UTF-8 without a byte order mark; UTF-16 with one, UTF-8 and
/// GB18030 are known. Nothing where they are no text.
std::optional<std::string> text_of_bytes(std::string_view bytes);

}  // namespace catalog::import
