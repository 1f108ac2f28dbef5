#include "cli/settings.h"

namespace catalog::cli {

compile::Settings settings_of(const Arguments& arguments, ProgressLine& line) {
  return {arguments.language, arguments.reader, arguments.date("--as-of"),
          arguments.jobs, line.callback()};
}

}  // namespace catalog::cli
