#include "tree.h"

#include <regex>

#include "view/table.h"

namespace catalog::model {
struct Item;
}  // namespace catalog::model

namespace catalog::syntaxes {
int read();
}  // namespace catalog::syntaxes
