// Any bytes as JSON: read as another reader does, into a sound tree; and used
// as a schema, they compile or are refused.

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "fuzz/sound.h"
#include "schema/schema.h"
#include "syntax/json_reader.h"

using catalog::diagnostics::Diagnostics;
using catalog::diagnostics::Language;
using catalog::fuzz::require;

namespace {

/// Whether the other reader is one to compare with: it takes a byte 0 for the
/// end and skips a byte order mark, and it has no limit of depth.
bool is_comparable(std::string_view bytes) {
  std::size_t open = 0;
  for (const char each : bytes) open += each == '[' || each == '{';
  return open < catalog::syntax::max_json_depth &&
         bytes.find('\0') == bytes.npos && !bytes.starts_with("\xEF\xBB\xBF");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Diagnostics found(Language::en);
  const auto document = catalog::syntax::read_json({}, bytes, found);
  catalog::fuzz::require_sound(document, found);

  if (is_comparable(bytes))
    require(nlohmann::json::accept(bytes) != document.empty());
  if (document.empty()) require(found.has_errors());
  if (document.empty() || found.has_errors()) return 0;

  const catalog::schema::Registry registry;
  const auto schema =
      catalog::schema::compile(document, "urn:fuzz", registry,
                               catalog::schema::Dialect::standard, found);
  require(schema.has_value() != found.has_errors());
  if (schema) catalog::schema::validate(*schema, document.root(), found);
  catalog::fuzz::require_sound(document, found);
  return 0;
}
