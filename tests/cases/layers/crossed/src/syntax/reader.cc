#include <regex>

#include "tree.h"
#include "view/table.h"

namespace catalog::model {
struct Item;
}  // namespace catalog::model

namespace catalog::syntaxes {
int read();
}  // namespace catalog::syntaxes
