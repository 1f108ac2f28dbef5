// Any bytes as a file of a catalog: a sound tree, every place inside the file,
// and the same reading twice. Nothing is left out in silence.

#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/sound.h"
#include "source/tree.h"
#include "syntax/read.h"

using catalog::diagnostics::Diagnostics;
using catalog::diagnostics::Language;
using catalog::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  catalog::source::SourceTree tree;
  const auto file = tree.add(
      "fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size));
  Diagnostics found(Language::en);
  const auto document = catalog::syntax::read(tree, file, found);
  catalog::fuzz::require_sound(document, found);
  if (!document.skipped.empty()) require(found.has_errors());

  Diagnostics found_again(Language::en);
  const auto again = catalog::syntax::read(tree, file, found_again);
  require(found.sorted() == found_again.sorted());
  require(document.nodes.size() == again.nodes.size());
  return 0;
}
