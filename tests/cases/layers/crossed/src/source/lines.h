#include <string>

#include "syntax/tree.h"

namespace catalog::source {
struct Lines {};
}  // namespace catalog::source
