#include "cli/item.h"

#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "unicode/closest.h"

namespace catalog::cli {

int unknown_item(const compile::Compilation& run, const std::string& id,
                 Language language) {
  using diagnostics::Message;
  constexpr Message<std::string> no_such{"error: there is no item `{}`\n",
                                         "错误：没有标识为 `{}` 的事项\n"};
  constexpr Message<std::string> did_you_mean{"  help: did you mean `{}`?\n",
                                              "  建议：是否应为 `{}`？\n"};
  constexpr Message<> see_list{"  help: `catalog list` prints all\n",
                               "  建议：用 `catalog list` 查看全部事项\n"};
  print_error(no_such.in(language, id));
  std::vector<std::string_view> ids;
  for (const resolve::Item& item : run.catalog.items)
    ids.push_back(item.id.text);
  const auto meant = unicode::closest(id, ids);
  print_error(meant ? did_you_mean.in(language, *meant)
                    : see_list.in(language));
  return exit_usage;
}

}  // namespace catalog::cli
