#include "publish/merge.h"

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/outcome.h"
#include "publish/interrupt.h"

namespace catalog::cli {
namespace {

int run(const Arguments& arguments) {
  const std::filesystem::path out = *arguments.value("OUT");
  std::vector<std::filesystem::path> shards;
  for (const std::string& each : arguments.values("SHARD"))
    shards.emplace_back(each);
  publish::watch_signals();
  say(publish::merge(out, shards, arguments.has("--discard-edits")), out,
      arguments.language);
  return exit_fine;
}

constexpr Positional positionals[] = {
    {"OUT", {"folder to write to", "写到哪个文件夹"}, true},
    {"SHARD",
     {"what each `build --shard` wrote, all of them, in any order",
      "各次 `build --shard` 生成的文件夹，须齐全，次序不限"},
     true,
     true},
};
constexpr Option options[] = {
    {"--discard-edits",
     "",
     "",
     {"overwrite outputs in OUT that were edited since the last build",
      "覆盖 OUT 中上次生成后被人改过的文件"}},
};
constexpr Example examples[] = {
    {"catalog merge out shard-1 shard-2 shard-3",
     {"three shards to one folder", "把三个分片合成一个文件夹"}},
    {"catalog merge out shards/*", {"all that are there", "合并全部分片"}},
};

}  // namespace

constinit const Command merge_command{
    "merge",
    {"join the shards of a build to the whole",
     "把分片生成的结果合并成完整的一套"},
    positionals,
    options,
    examples,
    run};

}  // namespace catalog::cli
