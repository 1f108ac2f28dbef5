#include "syntax/yaml_characters.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "syntax/yaml_problems.h"
#include "syntax/yaml_scan.h"
#include "unicode/classes.h"
#include "unicode/gb18030.h"
#include "unicode/utf8.h"

namespace catalog::syntax {
namespace {

using diagnostics::Diagnostics;
using source::FileId;
using source::Span;

/// After so many, more of the same tell nobody anything.
constexpr std::size_t most_reported = 20;

Span span_of(FileId file, std::size_t begin, std::size_t end) {
  return {file, static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(end)};
}

bool begins_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// Replaces the bytes that are not UTF-8; one report a file.
void check_encoding(std::string_view bytes, FileId file, Characters& result,
                    Diagnostics& diagnostics) {
  const std::size_t first = unicode::find_ill_formed(bytes);
  if (first == std::string_view::npos) return;
  const bool utf16 = begins_like_utf16(bytes);
  result.is_text = !utf16 && !unicode::looks_like_gb18030(bytes);
  std::size_t broken = 0;
  for (std::size_t at = first; at < bytes.size();) {
    const unicode::CodePoint point = unicode::decode(bytes, at);
    if (point.size == 1 && point.value == U'\uFFFD') {
      result.text[at] = '?';
      result.unsound.push_back(span_of(file, at, at + 1));
      ++broken;
    }
    at += point.size;
  }
  auto entry = diagnostics.report(
      problems::not_utf8, span_of(file, first, first + 1),
      static_cast<unsigned>(static_cast<unsigned char>(bytes[first])));
  if (utf16)
    entry.help(problems::save_utf16);
  else if (!result.is_text)
    entry.help(problems::save_gb18030);
  else
    entry.help(problems::mend_bytes, broken);
}

void report_character(char32_t value, Span span, Diagnostics& diagnostics) {
  if (value == 0xFEFF)
    diagnostics.report(problems::byte_order_mark, span)
        .help(problems::delete_mark)
        .fix({span, ""});
  else if (unicode::is_bidi_control(value))
    diagnostics
        .report(problems::bidi_control, span, static_cast<unsigned>(value))
        .help(problems::delete_character)
        .fix({span, ""});
  else
    diagnostics
        .report(problems::control_character, span, static_cast<unsigned>(value))
        .help(problems::delete_character)
        .fix({span, ""});
}

bool is_unsound(char32_t value, std::size_t at) {
  return unicode::is_control(value) || unicode::is_bidi_control(value) ||
         (value == 0xFEFF && at > 0);
}

/// A line of blanks alone says nothing, but its tabs stop the parser.
void blank_empty_lines(std::string& text) {
  for (std::size_t line = 0; line < text.size();
       line = scan::next_line(text, line)) {
    const std::size_t end = scan::line_end(text, line);
    if (line + scan::indentation(text, line) < end) continue;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(line),
              text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
}

constexpr std::uint64_t in_each_byte(std::uint64_t byte) {
  return byte * 0x0101010101010101;
}
constexpr std::uint64_t high_bits = in_each_byte(0x80);

/// The high bit of each byte that is less than `bound`. Of a word of ASCII.
constexpr std::uint64_t less(std::uint64_t word, std::uint64_t bound) {
  return ~(word + in_each_byte(0x80 - bound)) & high_bits;
}

/// How many of the next eight bytes are ASCII without control characters, but
/// for line feeds; counted from the first.
std::size_t count_of_plain(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof(word));
  const std::uint64_t others = word & high_bits;
  const std::uint64_t ascii = word & ~high_bits;
  const std::uint64_t line_feeds = less(ascii ^ in_each_byte('\n'), 1);
  const std::uint64_t deletes = less(ascii ^ in_each_byte(0x7F), 1);
  const std::uint64_t controls = less(ascii, 0x20) & ~line_feeds;
  const std::uint64_t odd = others | controls | deletes;
  static_assert(std::endian::native == std::endian::little);
  return static_cast<std::size_t>(std::countr_zero(odd)) / 8;
}

/// Whether a byte begins a character of three bytes that is sound whatever the
/// two others are, as long as they go on one.
constexpr bool begins_plain(unsigned char byte) {
  return byte >= 0xE3 && byte < 0xED;
}
constexpr bool goes_on(char byte) { return (byte & 0xC0) == 0x80; }

/// Walks on over plain characters, up to one that asks for a closer look or has
/// less than eight bytes behind it.
std::size_t end_of_plain(std::string_view bytes, std::size_t at) {
  const char* byte = bytes.data() + at;
  const char* const end = bytes.data() + bytes.size() - 8;
  while (byte < end) {
    const auto first = static_cast<unsigned char>(*byte);
    if (begins_plain(first) && goes_on(byte[1]) && goes_on(byte[2])) {
      byte += 3;
      continue;
    }
    const std::size_t count = count_of_plain(byte);
    if (count == 0) break;
    byte += count;
  }
  return static_cast<std::size_t>(byte - bytes.data());
}

}  // namespace

bool is_plain_text(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes.size() - at > 8) at = end_of_plain(bytes, at);
    const char first = bytes[at];
    if ((first >= 0x20 && first < 0x7F) || first == '\n') {
      ++at;
      continue;
    }
    const unicode::CodePoint point = unicode::decode(bytes, at);
    if (point.size == 1 || point.value == 0xFEFF || is_unsound(point.value, at))
      return false;
    at += point.size;
  }
  return true;
}

Characters check_characters(const source::SourceTree& tree, FileId file,
                            Diagnostics& diagnostics) {
  const std::string_view bytes = tree[file].bytes;
  Characters result{std::string(bytes), {}, true};
  check_encoding(bytes, file, result, diagnostics);
  if (!result.is_text) return result;
  const std::string_view text = result.text;
  std::size_t reported = 0;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::CodePoint point = unicode::decode(text, at);
    if (is_unsound(point.value, at)) {
      const Span span = span_of(file, at, at + point.size);
      if (++reported <= most_reported)
        report_character(point.value, span, diagnostics);
      result.unsound.push_back(span);
      if (point.size == 1) result.text[at] = ' ';
    } else if (point.value == '\r' && !text.substr(at + 1).starts_with('\n')) {
      result.text[at] = '\n';
    }
    at += point.size;
  }
  blank_empty_lines(result.text);
  return result;
}

}  // namespace catalog::syntax
