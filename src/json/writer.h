#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::json {

/// Appends JSON text to a string: the same calls give the same bytes. Text is
/// expected in UTF-8 and stays readable; only what must be escaped is.
///
///   Writer out(text);
///   out.begin_object();
///   out.key("name").value("目录");
///   out.end_object();
class Writer {
 public:
  /// `indent` blanks a level, and a member or element a line; 0: all on one
  /// line.
  explicit Writer(std::string& text, std::size_t indent = 2)
      : text_(text), indent_(indent) {}

  Writer& begin_object() { return open('{'); }
  Writer& end_object() { return close('}'); }
  Writer& begin_array() { return open('['); }
  Writer& end_array() { return close(']'); }

  /// From here to the end of the innermost open object or array, everything
  /// stands on one line.
  Writer& on_one_line();

  Writer& key(std::string_view name);
  /// A name that stands in the code has nothing to escape.
  template <std::size_t size>
  Writer& key(const char (&name)[size]) {
    return plain_key({name, size - 1});
  }
  Writer& value(std::string_view text);
  Writer& value(const char* text) { return value(std::string_view(text)); }
  Writer& value(std::uint64_t number);
  Writer& value(bool yes);

  template <class Value>
  Writer& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  template <std::size_t size, class Value>
  Writer& member(const char (&name)[size], const Value& content) {
    return key(name).value(content);
  }
  /// A member whose value is a text, if there is any text.
  template <std::size_t size>
  Writer& member_if(const char (&name)[size], std::string_view text) {
    if (!text.empty()) key(name).value(text);
    return *this;
  }

 private:
  struct Level {
    bool is_empty = true;
    bool is_flat = false;
  };

  Writer& plain_key(std::string_view name);
  Writer& open(char bracket);
  Writer& close(char bracket);
  /// What stands before a value or a key: a comma, a new line.
  void separate();
  void new_line(std::size_t depth);

  std::string& text_;
  std::size_t indent_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

/// Appends a JSON string with its quotes. Control characters, quotes,
/// backslashes, U+2028, U+2029, DEL and C1 (which move a terminal) are escaped;
/// ill-formed bytes become U+FFFD.
void append_string(std::string& text, std::string_view value);

}  // namespace catalog::json
