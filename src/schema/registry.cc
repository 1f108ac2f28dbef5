#include "schema/registry.h"

#include <cassert>

#include "schema/keywords.h"
#include "schema/uri.h"
#include "syntax/json_reader.h"

namespace catalog::schema {
namespace {

using diagnostics::Problem;
using diagnostics::Severity;

constexpr Problem<std::string_view> repeated_schema{
    "repeated-schema",
    Severity::error,
    {"`{}` names another schema already", "`{}` 已是另一个模式的名称"}};

std::string_view text_at(syntax::Node schema, std::string_view key) {
  const auto value = value_at(schema, key);
  return value && value->is_scalar() ? value->text() : std::string_view();
}

}  // namespace

std::optional<syntax::Node> value_at(syntax::Node mapping,
                                     std::string_view key) {
  for (const syntax::Entry& entry : mapping.entries())
    if (entry.key.text() == key) return entry.value;
  return std::nullopt;
}

void Registry::add(std::string_view address, const syntax::Document& document,
                   diagnostics::Diagnostics& diagnostics) {
  if (document.empty()) return;
  diagnostics_ = &diagnostics;
  const syntax::Node root = document.root();
  const std::string id(text_at(root, "$id"));
  std::string uri = resolved_uri(address, id);
  uri.resize(split_fragment(uri).address.size());
  Resource* resource = add_resource(uri, root, text_at(root, "$schema"));
  if (uri != address) by_uri_.emplace(address, resource);
  scan(root, resource);
  diagnostics_ = nullptr;
}

void Registry::add_embedded() {
  diagnostics::Diagnostics none(diagnostics::Language::en);
  for (const source::EmbeddedFile& file : embedded_files())
    add(std::string("embedded:/") + std::string(file.path),
        own_.emplace_back(
            syntax::read_json(source::FileId{}, file.bytes, none)),
        none);
  assert(!none.has_errors());
}

const Resource* Registry::find(std::string_view uri) const {
  const auto found = by_uri_.find(std::string(uri));
  return found == by_uri_.end() ? nullptr : found->second;
}

const Resource* Registry::resource_of(syntax::Node node) const {
  const auto found = by_document_.find(&node.document());
  if (found == by_document_.end()) return nullptr;
  const auto& all = found->second;
  for (auto each = all.rbegin(); each != all.rend(); ++each)
    if ((*each)->root <= node.index() &&
        node.index() < (*each)->node().next().index())
      return *each;
  return nullptr;
}

Resource* Registry::add_resource(const std::string& uri, syntax::Node schema,
                                 std::string_view dialect) {
  Resource* resource = &resources_.emplace_back(
      Resource{uri, &schema.document(), schema.index(), dialect, {}});
  by_document_[&schema.document()].push_back(resource);
  if (!by_uri_.emplace(uri, resource).second) {
    const auto id = value_at(schema, "$id");
    diagnostics_->report(repeated_schema, (id ? *id : schema).span(), uri);
  }
  return resource;
}

/// Finds `$id` and anchors where schemas can stand: in a `const` or `enum`
/// they are data.
void Registry::scan(syntax::Node schema, Resource* around) {
  if (!schema.is_mapping()) return;
  const std::string_view id = text_at(schema, "$id");
  if (!id.empty() && schema.index() != around->root) {
    std::string uri = resolved_uri(around->uri, id);
    uri.resize(split_fragment(uri).address.size());
    const std::string_view own = text_at(schema, "$schema");
    around = add_resource(uri, schema, own.empty() ? around->dialect : own);
  }
  for (const syntax::Entry& entry : schema.entries()) {
    const KeywordInfo* info = keyword_named(entry.key.text());
    if (!info) continue;
    if (info->keyword == Keyword::anchor ||
        info->keyword == Keyword::dynamic_anchor)
      around->anchors.push_back({entry.value.text(), schema.index(),
                                 info->keyword == Keyword::dynamic_anchor});
    switch (info->holds) {
      case Holds::data: break;
      case Holds::schema: scan(entry.value, around); break;
      case Holds::schemas:
        for (const syntax::Node each : entry.value.items()) scan(each, around);
        break;
      case Holds::schemas_by_name:
        for (const syntax::Entry& each : entry.value.entries())
          scan(each.value, around);
        break;
    }
  }
}

}  // namespace catalog::schema
