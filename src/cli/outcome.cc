#include "cli/outcome.h"

#include <algorithm>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace catalog::cli {
namespace {

namespace fs = std::filesystem;
using diagnostics::Language;
using diagnostics::Message;

constexpr Message<std::string, std::size_t, std::size_t> written{
    "wrote {}: {} new or changed, {} as before\n",
    "已写入 {}：新写或有变化 {} 个文件，未变 {} 个\n"};
constexpr Message<std::string> unchanged{
    "{} is up to date: nothing was written\n",
    "{} 已是最新，没有写入任何文件\n"};
constexpr Message<std::string> open_this{"open {}\n", "请打开 {}\n"};
constexpr Message<std::string, std::string> kept{
    "note: what was not ours in {} lies in {} now\n",
    "说明：{} 中不属于本程序的文件已移到 {}\n"};

/// The files that a person would want to open first.
std::vector<std::string> entrances(const publish::Outcome& outcome) {
  std::vector<std::string> all;
  for (const auto* paths : {&outcome.written, &outcome.same})
    for (const std::string& path : *paths)
      if (path.find('/') == std::string::npos &&
          (path.ends_with(".xlsx") || path == "index.html"))
        all.push_back(path);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

void say(const publish::Outcome& outcome, const fs::path& out,
         Language language) {
  for (const publish::Notice& notice : outcome.notices)
    print_error((language == Language::zh ? notice.zh : notice.en) + "\n");
  if (!outcome.old_kept_as.empty())
    print_error(kept.in(language, out.string(), outcome.old_kept_as));
  if (outcome.unchanged) {
    print(unchanged.in(language, out.string()));
  } else {
    print(written.in(language, out.string(), outcome.written.size(),
                     outcome.same.size()));
  }
  for (const std::string& path : entrances(outcome))
    print(open_this.in(language, (out / path).string()));
}

}  // namespace catalog::cli
