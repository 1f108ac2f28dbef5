#include "syntax/read.h"

#include "syntax/strict_reader.h"
#include "syntax/yaml_reader.h"

namespace catalog::syntax {

Document read(const source::SourceTree& tree, source::FileId file,
              diagnostics::Diagnostics& diagnostics, Reader reader) {
  return reader == Reader::strict ? read_strict(tree, file, diagnostics)
                                  : read_yaml(tree, file, diagnostics);
}

}  // namespace catalog::syntax
