#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "workbook/fault.h"

namespace catalog::workbook {

/// A part of a workbook as a tree. Document types are refused, so there are no
/// entities but the five of XML; depth and number of elements are bounded.
class Xml {
 public:
  static std::variant<Xml, Refused> parse(std::string bytes,
                                          const std::string& part);

  pugi::xml_node root() const { return document_->document_element(); }

 private:
  std::unique_ptr<std::string> bytes_;  // the tree points into them
  std::unique_ptr<pugi::xml_document> document_;
};

/// A name without its prefix: parts may be written with any.
std::string_view local_name(const char* name);
bool is_named(pugi::xml_node node, std::string_view local);
pugi::xml_node child(pugi::xml_node node, std::string_view local);
/// An attribute by its name without prefix; empty where it is missing.
std::string_view attribute(pugi::xml_node node, std::string_view local);
bool is_true(std::string_view value);

}  // namespace catalog::workbook
