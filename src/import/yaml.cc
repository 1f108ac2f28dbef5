#include "import/yaml.h"

#include "import/text.h"
#include "syntax/quoting.h"

namespace catalog::import {
namespace {

std::string scalar(std::string_view text) {
  return syntax::quoted_if_needed(text, syntax::Surroundings::block);
}

}  // namespace

Yaml::Yaml(std::size_t depth) {
  comment(0, std::string("yaml-language-server: $schema=") +
                 (depth > 0 ? "../" : "") + "catalog.schema.json");
}

void Yaml::comment(std::size_t indent, std::string_view text) {
  line(indent, "# " + joined(text));
}

void Yaml::key(std::size_t indent, std::string_view key) {
  line(indent, std::string(key) + ":");
}

void Yaml::value(std::size_t indent, std::string_view key,
                 std::string_view text) {
  line(indent, std::string(key) + ": " + scalar(text));
}

void Yaml::pair(std::size_t indent, std::string_view text,
                std::string_view value) {
  line(indent, scalar(text) + ": " + scalar(value));
}

void Yaml::quoted_key(std::size_t indent, std::string_view text) {
  line(indent, scalar(text) + ":");
}

void Yaml::literal(std::size_t indent, std::string_view key,
                   std::string_view text) {
  line(indent, std::string(key) + ": " + std::string(text));
}

void Yaml::entry(std::size_t indent, std::string_view text) {
  line(indent, "- " + scalar(text));
}

void Yaml::list(std::size_t indent, std::string_view name,
                const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  key(indent, name);
  for (const std::string& each : texts) entry(indent + 2, each);
}

void Yaml::flow(std::size_t indent, std::string_view name,
                const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& each : texts) {
    if (!all.empty()) all += ", ";
    all += syntax::quoted_if_needed(each, syntax::Surroundings::flow);
  }
  line(indent, std::string(name) + ": [" + all + "]");
}

void Yaml::begin(std::size_t indent, std::string_view key,
                 std::string_view text) {
  line(indent, "- " + std::string(key) + ": " + scalar(text));
}

void Yaml::line(std::size_t indent, std::string_view text) {
  text_.append(indent, ' ');
  text_ += text;
  text_ += '\n';
}

}  // namespace catalog::import
