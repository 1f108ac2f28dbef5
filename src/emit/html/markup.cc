#include "emit/html/markup.h"

#include <algorithm>
#include <array>

namespace catalog::emit::site {
namespace {

/// What stands for a byte in a page; empty: the byte itself.
constexpr std::string_view escape_of(char byte) {
  switch (byte) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

/// HTML has no way to write the other control characters.
constexpr bool is_unwritable(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return (code < 0x20 && byte != '\t' && byte != '\n') || code == 0x7f;
}

/// Whether a byte of text may stand as it is, by its value.
constexpr std::array<bool, 256> stands = [] {
  std::array<bool, 256> table{};
  for (unsigned i = 0; i < table.size(); ++i) {
    const auto byte = static_cast<char>(i);
    table[i] = escape_of(byte).empty() && !is_unwritable(byte);
  }
  return table;
}();

bool is_same_folded(std::string_view written, std::string_view lower) {
  return std::ranges::equal(written, lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

}  // namespace

Markup& Markup::operator<<(Text value) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < value.value.size(); ++i) {
    const char byte = value.value[i];
    if (stands[static_cast<unsigned char>(byte)]) continue;
    out_.append(value.value.substr(done, i - done)).append(escape_of(byte));
    done = i + 1;
  }
  out_.append(value.value.substr(done));
  return *this;
}

bool is_safe_link(std::string_view url) {
  // Browsers skip white space and control characters, and read `\` as `/`.
  if (url.empty() || std::ranges::any_of(url, [](char byte) {
        return static_cast<unsigned char>(byte) <= 0x20 || byte == '\\' ||
               byte == 0x7f;
      }))
    return false;
  if (url.starts_with("//")) return false;
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon > url.find_first_of("/?#"))
    return true;
  constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto",
                                                    "tel"};
  return std::ranges::any_of(schemes, [&](std::string_view scheme) {
    return is_same_folded(url.substr(0, colon), scheme);
  });
}

}  // namespace catalog::emit::site
