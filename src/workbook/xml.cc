#include "workbook/xml.h"

#include <new>
#include <optional>

namespace catalog::workbook {
namespace {

constexpr std::size_t max_elements = 8'000'000;
constexpr std::size_t max_depth = 100;

/// What a look at the bytes tells before a tree is made of them. Well-formed
/// XML has no `<` but where markup begins.
std::optional<Fault> fault_of(std::string_view bytes) {
  std::size_t elements = 0, depth = 0;
  for (std::size_t at = bytes.find('<'); at != bytes.npos;
       at = bytes.find('<', at + 1)) {
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!ENTITY"))
      return Fault::has_declarations;
    if (rest.starts_with("<!") || rest.starts_with("<?")) continue;
    if (rest.starts_with("</")) {
      if (depth > 0) --depth;
      continue;
    }
    if (++elements > max_elements) return Fault::too_large;
    const std::size_t end = rest.find_first_of("<>", 1);
    const bool is_empty =
        end != rest.npos && rest[end] == '>' && rest[end - 1] == '/';
    if (!is_empty && ++depth > max_depth) return Fault::too_deep;
  }
  return std::nullopt;
}

}  // namespace

std::variant<Xml, Refused> Xml::parse(std::string bytes,
                                      const std::string& part) {
  if (const auto fault = fault_of(bytes)) return Refused{*fault, part};
  Xml xml;
  xml.bytes_ = std::make_unique<std::string>(std::move(bytes));
  xml.document_ = std::make_unique<pugi::xml_document>();
  const auto result = xml.document_->load_buffer_inplace(
      xml.bytes_->data(), xml.bytes_->size(),
      pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result || !xml.root()) return Refused{Fault::damaged, part};
  return xml;
}

std::string_view local_name(const char* name) {
  const std::string_view all = name;
  const std::size_t colon = all.find(':');
  return colon == all.npos ? all : all.substr(colon + 1);
}

bool is_named(pugi::xml_node node, std::string_view local) {
  return local_name(node.name()) == local;
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node each : node)
    if (is_named(each, local)) return each;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute each : node.attributes())
    if (local_name(each.name()) == local) return each.value();
  return {};
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

}  // namespace catalog::workbook
