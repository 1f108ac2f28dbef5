#include "syntax/read.h"

#include "syntax/yaml_reader.h"

namespace catalog::syntax {

Document read(const source::SourceTree& tree, source::FileId file,
              diagnostics::Diagnostics& diagnostics) {
  return read_yaml(tree, file, diagnostics);
}

}  // namespace catalog::syntax
