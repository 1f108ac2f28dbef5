#include "diagnostics/fingerprint.h"

#include <map>

#include "source/hash.h"

namespace catalog::diagnostics {

std::vector<std::string> fingerprints_of(const std::vector<Diagnostic>& all,
                                         const Report& report) {
  std::map<std::string, std::size_t> alike;
  std::vector<std::string> names;
  for (const Diagnostic& each : all) {
    const char end = '\0';
    std::string what = each.code + end + report.tree[each.span.file].path +
                       end + std::string(report.tree.text(each.span)) + end;
    what += std::to_string(alike[what]++);
    names.push_back(source::hash(what));
  }
  return names;
}

}  // namespace catalog::diagnostics
