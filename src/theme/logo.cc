#include <algorithm>
#include <array>
#include <cstdint>
#include <pugixml.hpp>
#include <string>

#include "theme/flaw.h"
#include "theme/letters.h"

namespace catalog::theme {
namespace {

using diagnostics::Words;

constexpr Words no_svg{"this is no SVG: its root is to be `<svg>`",
                       "这不是 SVG 文件：根元素应为 `<svg>`"};
constexpr Words not_drawing{
    "a logo has only shapes, text and gradients; save it as plain SVG",
    "徽标只能由图形、文字和渐变组成；请另存为普通 SVG"};
constexpr Words acts{"a logo does nothing: take the script or handler out",
                     "徽标不能带脚本或事件，请删去"};
constexpr Words leads_out{
    "this leads out of the file: a logo refers only to its own parts (`#id`)",
    "这里引用了文件以外的内容：徽标只能引用自身部分（`#id`）"};
constexpr Words declares{"a logo has no document type and no instructions",
                         "徽标文件不能有文档类型声明和处理指令"};
constexpr Words no_size{"`<svg>` has neither `viewBox` nor width and height",
                        "`<svg>` 没有写 `viewBox`，也没有写宽和高"};
constexpr Words no_png{"this is no PNG", "这不是 PNG 文件"};
constexpr Words cut_short{"this PNG is cut short or has more behind its end",
                          "PNG 文件不完整，或者结尾之后还有内容"};
constexpr Words too_wide{"this PNG is over 4,096 pixels wide or high",
                         "PNG 图片的宽或高超过 4096 像素"};

constexpr auto shapes = std::to_array<std::string_view>(
    {"svg",           "g",        "path",
     "rect",          "circle",   "ellipse",
     "line",          "polyline", "polygon",
     "text",          "tspan",    "title",
     "desc",          "defs",     "use",
     "symbol",        "style",    "clipPath",
     "mask",          "stop",     "linearGradient",
     "radialGradient"});

/// Whether a value refers to something that is no part of the file. Escapes
/// and rules of CSS could, too.
bool refers_outside(const std::string& value) {
  if (value.find_first_of("\\@") != value.npos) return true;
  for (std::size_t at = value.find("url"); at != value.npos;
       at = value.find("url", at + 1)) {
    std::size_t to = at + 3;
    while (to < value.size() && (value[to] == ' ' || value[to] == '(' ||
                                 value[to] == '"' || value[to] == '\''))
      ++to;
    if (to < value.size() && value[to] != '#') return true;
  }
  return value.find("image") != value.npos ||
         value.find("expression") != value.npos;
}

const Words* fault_of(const pugi::xml_attribute& attribute) {
  const std::string name = lower(attribute.name());
  const std::string value = lower(attribute.value());
  if (name.starts_with("on")) return &acts;
  if (name == "xml:base") return &leads_out;
  if (name == "href" || name.ends_with(":href"))
    return value.starts_with('#') ? nullptr : &leads_out;
  if (name == "xmlns" || name.starts_with("xmlns:")) return nullptr;
  return refers_outside(value) ? &leads_out : nullptr;
}

const Words* fault_of(const pugi::xml_node& node) {
  switch (node.type()) {
    case pugi::node_pi:
    case pugi::node_doctype: return &declares;
    case pugi::node_element: break;
    case pugi::node_pcdata:
    case pugi::node_cdata:
      return std::string_view(node.parent().name()) == "style" &&
                     refers_outside(lower(node.value()))
                 ? &leads_out
                 : nullptr;
    default: return nullptr;
  }
  if (std::ranges::find(shapes, std::string_view(node.name())) == shapes.end())
    return lower(node.name()) == "script" ? &acts : &not_drawing;
  for (const pugi::xml_attribute& attribute : node.attributes())
    if (const Words* fault = fault_of(attribute)) return fault;
  return nullptr;
}

/// Finds the first node that is no drawing; without recursion.
class Search : public pugi::xml_tree_walker {
 public:
  explicit Search(std::size_t size) : size_(size) {}

  bool for_each(pugi::xml_node& node) override {
    const Words* fault = fault_of(node);
    if (fault == nullptr) return true;
    const auto begin =
        std::min(static_cast<std::size_t>(node.offset_debug()), size_);
    const std::size_t length = node.type() == pugi::node_element
                                   ? std::string_view(node.name()).size()
                                   : 1;
    flaw = Flaw{begin, std::min(begin + length, size_), *fault};
    return false;
  }

  std::optional<Flaw> flaw;

 private:
  std::size_t size_;
};

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

std::optional<Flaw> flaw_of_svg(std::string_view bytes) {
  pugi::xml_document document;
  const auto result = document.load_buffer(
      bytes.data(), bytes.size(),
      pugi::parse_default | pugi::parse_doctype | pugi::parse_pi,
      pugi::encoding_utf8);
  if (!result) {
    const auto at = std::min(static_cast<std::size_t>(result.offset),
                             bytes.empty() ? 0 : bytes.size() - 1);
    return Flaw{at, std::min(at + 1, bytes.size()), no_svg};
  }
  Search search(bytes.size());
  document.traverse(search);
  if (search.flaw) return search.flaw;
  const pugi::xml_node root = document.document_element();
  if (std::string_view(root.name()) != "svg") return Flaw{0, 0, no_svg};
  if (!root.attribute("viewBox") &&
      !(root.attribute("width") && root.attribute("height")))
    return Flaw{0, 0, no_size};
  return std::nullopt;
}

std::optional<Flaw> flaw_of_png(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr std::string_view signature = "\x89PNG\r\n\x1a\n"sv;
  constexpr std::uint32_t largest = 4096;
  constexpr std::size_t frame = 12;  // length, name and check of a chunk
  if (!bytes.starts_with(signature)) return Flaw{0, 0, no_png};
  bool has_head = false;
  for (std::size_t at = signature.size(); at + frame <= bytes.size();) {
    const std::size_t length = number_at(bytes, at);
    const std::string_view name = bytes.substr(at + 4, 4);
    if (length > bytes.size() - at - frame) break;
    if (!has_head && (name != "IHDR" || length != 13)) break;
    if (name == "IHDR" && (number_at(bytes, at + 8) > largest ||
                           number_at(bytes, at + 12) > largest))
      return Flaw{0, 0, too_wide};
    has_head = true;
    at += frame + length;
    if (name == "IEND")
      return at == bytes.size() ? std::nullopt
                                : std::optional(Flaw{0, 0, cut_short});
  }
  return Flaw{0, 0, cut_short};
}

}  // namespace catalog::theme
