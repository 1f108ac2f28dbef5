#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// YAML as it is put down, before `catalog fmt` lays it out.
class Yaml {
 public:
  /// Begins with the line that tells editors the schema; `depth` folders below
  /// that of the catalog.
  explicit Yaml(std::size_t depth = 0);

  void comment(std::size_t indent, std::string_view text);
  void key(std::size_t indent, std::string_view key);
  void value(std::size_t indent, std::string_view key, std::string_view text);
  /// A value under a text that an author wrote.
  void pair(std::size_t indent, std::string_view text, std::string_view value);
  void quoted_key(std::size_t indent, std::string_view text);
  void literal(std::size_t indent, std::string_view key, std::string_view text);
  void entry(std::size_t indent, std::string_view text);
  /// A list under a name; nothing where it is empty.
  void list(std::size_t indent, std::string_view name,
            const std::vector<std::string>& texts);
  void flow(std::size_t indent, std::string_view name,
            const std::vector<std::string>& texts);
  /// The first line of a mapping in a list.
  void begin(std::size_t indent, std::string_view key, std::string_view text);
  void line(std::size_t indent, std::string_view text);

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace catalog::import
