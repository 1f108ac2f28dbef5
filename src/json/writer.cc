#include "json/writer.h"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <iterator>

#include "unicode/classes.h"
#include "unicode/three_bytes.h"
#include "unicode/utf8.h"

namespace catalog::json {
namespace {

/// Bytes that may stand as they are.
bool is_plain(unsigned char byte) {
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/// What cannot be seen and changes what can: on a terminal, in a script.
bool is_unseen(char32_t value) {
  return value == 0x2028 || value == 0x2029 || value == 0xFEFF ||
         unicode::is_bidi_control(value);
}

/// Whether three bytes that begin with EF or E2 are a character that may stand
/// as it is: full-width punctuation, boxes, ticks. Others are looked at
/// closely.
bool is_plain_sign(const char* bytes) {
  const auto byte = [&](int at) {
    return static_cast<unsigned char>(bytes[at]);
  };
  if ((byte(2) & 0xC0) != 0x80) return false;
  if (byte(0) == 0xEF) return byte(1) == 0xBC || byte(1) == 0xBD;
  // Line separators and marks of direction are among E2 80 and E2 81.
  return byte(0) == 0xE2 && byte(1) > 0x81 && byte(1) < 0xC0;
}

/// How many bytes from `at` on may stand as they are.
std::size_t plain_from(std::string_view value, std::size_t at) {
  const std::size_t begin = at;
  while (at < value.size())
    if (is_plain(static_cast<unsigned char>(value[at])))
      ++at;
    else if (value.size() - at > 2 &&
             (value[at] == '\xE2' || value[at] == '\xEF'
                  ? is_plain_sign(value.data() + at)
                  : unicode::is_three_bytes(value.data() + at)))
      at += 3;
    else
      break;
  return at - begin;
}

void append_escaped(std::string& text, char32_t value) {
  switch (value) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default:
      fmt::format_to(std::back_inserter(text), "\\u{:04x}",
                     static_cast<std::uint32_t>(value));
  }
}

}  // namespace

Writer& Writer::on_one_line() {
  levels_.back().is_flat = true;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  append_string(text_, name);
  text_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

Writer& Writer::plain_key(std::string_view name) {
  separate();
  std::array<char, 64> quoted;
  assert(name.size() + 4 <= quoted.size() &&
         plain_from(name, 0) == name.size());
  std::size_t size = name.copy(quoted.data() + 1, name.size()) + 1;
  quoted[0] = quoted[size++] = '"';
  quoted[size++] = ':';
  if (indent_ > 0) quoted[size++] = ' ';
  text_.append(quoted.data(), size);
  after_key_ = true;
  return *this;
}

Writer& Writer::value(std::string_view text) {
  separate();
  append_string(text_, text);
  return *this;
}

Writer& Writer::value(std::uint64_t number) {
  separate();
  fmt::format_to(std::back_inserter(text_), "{}", number);
  return *this;
}

Writer& Writer::value(bool yes) {
  separate();
  text_ += yes ? "true" : "false";
  return *this;
}

Writer& Writer::open(char bracket) {
  separate();
  text_ += bracket;
  const bool is_flat = !levels_.empty() && levels_.back().is_flat;
  levels_.push_back({true, is_flat});
  return *this;
}

Writer& Writer::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.is_empty && !level.is_flat) new_line(levels_.size());
  text_ += bracket;
  return *this;
}

void Writer::separate() {
  if (after_key_ || levels_.empty()) {
    after_key_ = false;
    return;
  }
  Level& level = levels_.back();
  if (!level.is_empty) text_.append(", ", level.is_flat && indent_ > 0 ? 2 : 1);
  if (!level.is_flat) new_line(levels_.size());
  level.is_empty = false;
}

void Writer::new_line(std::size_t depth) {
  if (indent_ == 0) return;
  text_ += '\n';
  text_.append(depth * indent_, ' ');
}

void append_string(std::string& text, std::string_view value) {
  std::size_t at = plain_from(value, 0);
  // Most are short and plain.
  std::array<char, 128> quoted;
  if (at == value.size() && at + 2 <= quoted.size()) {
    quoted[0] = '"';
    value.copy(quoted.data() + 1, at);
    quoted[at + 1] = '"';
    text.append(quoted.data(), at + 2);
    return;
  }
  text += '"';
  text.append(value, 0, at);
  while (at < value.size()) {
    const std::size_t plain = plain_from(value, at);
    text.append(value, at, plain);
    at += plain;
    if (at == value.size()) break;
    const unicode::CodePoint next = unicode::decode(value, at);
    if (next.value < 0xA0 || is_unseen(next.value))
      append_escaped(text, next.value);
    else
      unicode::append(text, next.value);
    at += next.size;
  }
  text += '"';
}

}  // namespace catalog::json
