#pragma once

#include <fmt/format.h>

#include <string>

#include "schema/schema.h"
#include "source/lines.h"
#include "source/tree.h"
#include "syntax/json_reader.h"
#include "syntax/yaml_reader.h"

namespace catalog::schema {

/// A schema and a YAML instance, both written out in a test.
class Trial {
 public:
  Trial(std::string schema, std::string instance,
        diagnostics::Language language = diagnostics::Language::en,
        Dialect dialect = Dialect::ours)
      : found(language) {
    const auto schema_file = tree_.add("schema.json", std::move(schema));
    file_ = tree_.add("a.yaml", std::move(instance));
    schema_ = syntax::read_json(schema_file, tree_[schema_file].bytes, found);
    compiled_ = compile(schema_, "urn:trial", registry_, dialect, found);
    document = syntax::read_yaml(tree_, file_, found);
    if (!compiled_ || document.empty()) return;
    valid = is_valid(*compiled_, document.root());
    validate(*compiled_, document.root(), found);
  }

  /// All findings: `2:3 message [code] | help`, a line each.
  std::string text() const {
    std::string all;
    for (const diagnostics::Diagnostic& each : found.sorted()) {
      const source::Lines lines(tree_[each.span.file].bytes);
      const auto place = lines.position(each.span.begin);
      if (!all.empty()) all += '\n';
      all += fmt::format("{}:{} {} [{}]", place.line, place.column,
                         each.message, each.code);
      if (!each.help.empty()) all += " | " + each.help;
    }
    return all;
  }

  /// Whether the bytes of `part` in the instance are of unknown meaning.
  bool is_poisoned(const std::string& part) const {
    const auto begin =
        static_cast<std::uint32_t>(tree_[file_].bytes.find(part));
    return found.is_poisoned(
        {file_, begin, begin + static_cast<std::uint32_t>(part.size())});
  }

  diagnostics::Diagnostics found;
  syntax::Document document;
  bool valid = false;

 private:
  source::SourceTree tree_;
  source::FileId file_{};
  syntax::Document schema_;
  Registry registry_;
  std::optional<Schema> compiled_;
};

inline std::string in_english(std::string schema, std::string instance) {
  return Trial(std::move(schema), std::move(instance)).text();
}

inline std::string in_chinese(std::string schema, std::string instance) {
  return Trial(std::move(schema), std::move(instance),
               diagnostics::Language::zh)
      .text();
}

}  // namespace catalog::schema
