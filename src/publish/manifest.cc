#include "publish/manifest.h"

#include <cerrno>
#include <nlohmann/json.hpp>

#include "publish/state.h"
#include "source/failure.h"
#include "source/hash.h"
#include "source/tree.h"

namespace catalog::publish {
namespace {

// Keys come sorted, and reading takes no longer than the file is long.
using Json = nlohmann::json;

constexpr std::uint64_t max_bytes = 256u << 20;
constexpr int format = 1;

template <class Number>
bool take_number(const Json& object, const char* key, Number& number) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_number_integer()) return false;
  if (std::is_unsigned_v<Number> && !at->is_number_unsigned()) return false;
  number = at->get<Number>();
  return true;
}

bool take_text(const Json& object, const char* key, std::string& text) {
  const auto at = object.find(key);
  if (at == object.end() || !at->is_string()) return false;
  text = at->get<std::string>();
  return true;
}

bool take_output(const std::string& path, const Json& json,
                 std::map<std::string, Output>& outputs) {
  Output output;
  return is_safe_path(path) && path != source::build_manifest &&
         path != state_file && json.is_object() &&
         take_number(json, "size", output.identity.size) &&
         take_text(json, "hash", output.hash) &&
         outputs.emplace(path, std::move(output)).second;
}

bool take_shard(const Json& json, Shard& shard) {
  const auto at = json.find("shard");
  if (at == json.end()) return true;
  return at->is_object() && take_number(*at, "number", shard.number) &&
         take_number(*at, "of", shard.of) &&
         take_text(*at, "build", shard.build) && shard.number > 0 &&
         shard.number <= shard.of;
}

std::optional<Manifest> manifest_of(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  int version = 0;
  Manifest manifest;
  if (!json.is_object() || !take_number(json, "catalog-build", version) ||
      version != format || !take_text(json, "program", manifest.program) ||
      !take_shard(json, manifest.shard))
    return {};
  const auto inputs = json.find("inputs");
  const auto outputs = json.find("outputs");
  if (inputs == json.end() || !inputs->is_object() || outputs == json.end() ||
      !outputs->is_object())
    return {};
  for (const auto& [path, hash] : inputs->items()) {
    if (!hash.is_string()) return {};
    manifest.inputs.emplace(path, hash.get<std::string>());
  }
  for (const auto& [path, output] : outputs->items())
    if (!take_output(path, output, manifest.outputs)) return {};
  return manifest;
}

std::optional<Manifest> state_beside(const source::Descriptor& folder,
                                     const std::string& manifest) {
  const auto file =
      source::open_regular(folder.get(), std::string(state_file).c_str());
  const auto state = file ? source::read_all(file, max_bytes) : std::nullopt;
  return state ? read_state(*state, source::hash(manifest)) : std::nullopt;
}

[[noreturn]] void fail_distrust(const std::string& shown) {
  throw source::Failure(
      "`" + shown +
          "/build.json` was changed or cannot be read, so it does not say what "
          "may be replaced: move `" +
          shown + "` elsewhere and build again",
      "`" + shown +
          "/build.json` 被改动或无法读取，无从判断哪些文件可以替换：请将 `" +
          shown + "` 移走后重新生成");
}

}  // namespace

std::optional<Manifest> manifest_in(const source::Descriptor& folder,
                                    const std::string& shown) {
  const std::string name(source::build_manifest);
  const auto file = source::open_regular(folder.get(), name.c_str());
  if (!file && (errno == ENOENT || errno == ELOOP || errno == ENXIO)) return {};
  const auto bytes = file ? source::read_all(file, max_bytes) : std::nullopt;
  if (!bytes) fail_distrust(shown);
  if (bytes->substr(0, 256).find(source::build_mark) == bytes->npos) return {};
  auto manifest = manifest_of(*bytes);
  if (!manifest) fail_distrust(shown);
  add_state(state_beside(folder, *bytes), *manifest);
  return manifest;
}

std::optional<Manifest> state_in(const source::Descriptor& folder) {
  const std::string name(source::build_manifest);
  const auto file = source::open_regular(folder.get(), name.c_str());
  const auto bytes = file ? source::read_all(file, max_bytes) : std::nullopt;
  return bytes ? state_beside(folder, *bytes) : std::nullopt;
}

std::string json_of(const Manifest& manifest) {
  Json json;
  json["catalog-build"] = format;
  json["program"] = manifest.program;
  json["inputs"] = Json::object();
  for (const auto& [path, hash] : manifest.inputs) json["inputs"][path] = hash;
  Json outputs = Json::object();
  for (const auto& [path, output] : manifest.outputs)
    outputs[path] = {{"size", output.identity.size}, {"hash", output.hash}};
  json["outputs"] = std::move(outputs);
  if (manifest.shard)
    json["shard"] = {{"number", manifest.shard.number},
                     {"of", manifest.shard.of},
                     {"build", manifest.shard.build}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace catalog::publish
