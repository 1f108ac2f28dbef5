#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalog::unicode {

/// A text in GB18030 (and so in GBK or GB 2312, what older Windows programs
/// write) as UTF-8; nothing where the bytes are not that.
std::optional<std::string> decode_gb18030(std::string_view bytes);

/// Whether bytes that are not UTF-8 read as GB18030: they decode, and what
/// comes out beyond ASCII is mostly Chinese.
bool looks_like_gb18030(std::string_view bytes);

}  // namespace catalog::unicode
