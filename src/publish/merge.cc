#include "publish/merge.h"

#include <fcntl.h>

#include <cerrno>

#include "publish/interrupt.h"
#include "publish/place.h"
#include "source/failure.h"
#include "source/name.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

namespace fs = std::filesystem;
using source::Failure;

struct Opened {
  std::string shown;
  source::Descriptor folder;
  Manifest manifest;
};

Opened opened(const fs::path& path) {
  Opened shard;
  shard.shown = source::printable(path.native());
  shard.folder =
      source::open_at(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY);
  if (!shard.folder) source::fail_errno("read", "读取", path);
  auto manifest = manifest_in(shard.folder, shard.shown);
  if (!manifest || !manifest->shard)
    throw Failure("`" + shard.shown +
                      "` is no shard of a build: `catalog build --all --shard` "
                      "makes one",
                  "`" + shard.shown +
                      "` 不是分片生成的结果：请用 `catalog build --all "
                      "--shard` 生成");
  shard.manifest = std::move(*manifest);
  return shard;
}

void check_place(const fs::path& out, const fs::path& shard) {
  if (!overlap(out, shard)) return;
  throw Failure("the output folder `" + source::printable(out.native()) +
                    "` is, holds or lies in the shard `" +
                    source::printable(shard.native()) + "`: choose another",
                "输出文件夹 `" + source::printable(out.native()) +
                    "` 与分片 `" + source::printable(shard.native()) +
                    "` 相同或互相包含：请另选位置");
}

void check_same_build(const Opened& first, const Opened& other) {
  const Manifest &a = first.manifest, &b = other.manifest;
  if (a.shard.build == b.shard.build && a.shard.of == b.shard.of &&
      a.program == b.program && a.inputs == b.inputs)
    return;
  throw Failure("`" + first.shown + "` and `" + other.shown +
                    "` are shards of different builds: build all of them from "
                    "the same sources, with the same options and program",
                "`" + first.shown + "` 和 `" + other.shown +
                    "` 不是同一次生成的分片：请用相同的源文件、选项和程序"
                    "重新生成全部分片");
}

/// Every shard of the build once.
void check_complete(const std::vector<Opened>& shards) {
  const std::size_t of = shards[0].manifest.shard.of;
  std::map<std::size_t, const Opened*> by_number;
  for (const Opened& shard : shards) {
    const std::size_t number = shard.manifest.shard.number;
    const auto [at, is_new] = by_number.try_emplace(number, &shard);
    if (is_new) continue;
    const std::string name = std::to_string(number) + "/" + std::to_string(of);
    throw Failure("`" + at->second->shown + "` and `" + shard.shown +
                      "` are both shard " + name + ": leave one out",
                  "`" + at->second->shown + "` 和 `" + shard.shown +
                      "` 都是分片 " + name + "：请去掉其中一个");
  }
  if (by_number.size() == of) return;
  std::string missing, missing_zh;
  for (std::size_t number = 1; number <= of; ++number) {
    if (by_number.contains(number)) continue;
    missing += (missing.empty() ? "" : ", ") + std::to_string(number);
    missing_zh += (missing_zh.empty() ? "" : "、") + std::to_string(number);
  }
  const std::string all = std::to_string(of);
  throw Failure("of " + all + " shards these are missing: " + missing,
                "共 " + all + " 个分片，缺少：" + missing_zh);
}

/// Which shard each file is taken from. Only what all shards have alike, such
/// as the index, may be in several.
std::map<std::string, std::size_t> sources_of(
    const std::vector<Opened>& shards) {
  std::map<std::string, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < shards.size(); ++i)
    for (const auto& [path, output] : shards[i].manifest.outputs)
      holders[path].push_back(i);
  std::map<std::string, std::size_t> sources;
  for (const auto& [path, in] : holders) {
    sources[path] = in[0];
    bool is_shared = in.size() == 1 || in.size() == shards.size();
    for (const std::size_t each : in)
      is_shared &= shards[each].manifest.outputs.at(path).hash ==
                   shards[in[0]].manifest.outputs.at(path).hash;
    if (is_shared) continue;
    throw Failure("`" + path + "` is in `" + shards[in[0]].shown +
                      "` and in `" + shards[in[1]].shown +
                      "`: the shards overlap, build them again",
                  "`" + path + "` 同时在 `" + shards[in[0]].shown + "` 和 `" +
                      shards[in[1]].shown + "` 中：分片重叠，请重新生成");
  }
  return sources;
}

void take(const Opened& shard, const std::string& path, Parts& parts) {
  stop_if_interrupted();
  const Manifest& manifest = shard.manifest;
  const Output& output = manifest.outputs.at(path);
  const auto key = manifest.parts.find(output.part);
  if (parts.take(shard.folder, path, output,
                 key == manifest.parts.end() ? std::string() : key->second))
    return;
  throw Failure("`" + shard.shown + "/" + path +
                    "` was changed or removed after its shard was built: "
                    "build that shard again",
                "`" + shard.shown + "/" + path +
                    "` 在分片生成之后被改动或删除：请重新生成该分片");
}

/// What all shards rest on, if the state of each says the same.
Grounds grounds_of(const std::vector<Opened>& shards) {
  const Grounds& first = shards[0].manifest.grounds;
  for (const Opened& shard : shards)
    if (shard.manifest.grounds.program != first.program ||
        shard.manifest.grounds.order != first.order)
      return {};
  return first;
}

}  // namespace

Outcome merge(const fs::path& out, const std::vector<fs::path>& paths,
              bool discard_edits) {
  std::vector<Opened> shards;
  for (const fs::path& path : paths) {
    shards.push_back(opened(path));
    check_place(out, path);
    check_same_build(shards.front(), shards.back());
  }
  check_complete(shards);
  const auto sources = sources_of(shards);
  Request request;
  request.out = out;
  request.discard_edits = discard_edits;
  request.inputs = shards[0].manifest.inputs;
  request.program = shards[0].manifest.program;
  request.grounds = grounds_of(shards);
  return publish_parts(request, [&](Parts& parts) {
    for (const auto& [path, shard] : sources) take(shards[shard], path, parts);
  });
}

}  // namespace catalog::publish
