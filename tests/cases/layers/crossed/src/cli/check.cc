#include <CLI/CLI.hpp>
#include <yaml-cpp/yaml.h>

#include "check/rule.h"
#include "odd/odd.h"

namespace catalog::cli {
int check() { return 0; }
}  // namespace catalog::cli
