#include "sync/given.h"

#include "import/lists.h"
#include "import/text.h"
#include "sync/plain.h"

namespace catalog::sync {

std::string part_of(std::string_view value) {
  const std::size_t dot = value.find('.');
  return dot == value.npos ? "" : std::string(value.substr(dot + 1));
}

std::string one_line(std::string_view text) {
  return import::printed(
      import::joined(import::trimmed(import::cleaned(text))));
}

std::vector<std::string> list_lines(const Given& cell, std::string_view text) {
  std::vector<std::string> lines = lines_in(import::cleaned(text));
  if (cell.kind().as == "numbered" && lines.size() > 1)
    for (std::string& each : lines) each = import::without_number(each);
  return lines;
}

}  // namespace catalog::sync
