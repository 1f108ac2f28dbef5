#include "publish/state.h"

#include <charconv>
#include <type_traits>

#include "source/hash.h"
#include "source/name.h"

namespace catalog::publish {
namespace {

// A word and its values a line; what may hold spaces comes last.
constexpr std::string_view head = "catalog-state 1\n";
constexpr std::string_view no_key = "-";

class Lines {
 public:
  explicit Lines(std::string& bytes) : bytes_(bytes) {}

  template <class... Values>
  void add(std::string_view word, const Values&... values) {
    bytes_ += word;
    ((bytes_ += ' ', put(values)), ...);
    bytes_ += '\n';
  }

 private:
  void put(std::string_view text) { bytes_ += text; }
  template <class Number>
  requires std::is_integral_v<Number>
  void put(Number number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    bytes_.append(digits, end);
  }

  std::string& bytes_;
};

/// A line, taken apart from the front.
class Line {
 public:
  explicit Line(std::string_view rest) : rest_(rest) {}

  std::string_view word() {
    const std::size_t space = rest_.find(' ');
    const std::string_view word = rest_.substr(0, space);
    rest_.remove_prefix(space == rest_.npos ? rest_.size() : space + 1);
    return word;
  }
  template <class Number>
  bool number(Number& into) {
    const std::string_view text = word();
    const char* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, into);
    return result.ec == std::errc() && result.ptr == end && !text.empty();
  }
  std::string rest() const { return std::string(rest_); }

 private:
  std::string_view rest_;
};

bool take_output(Line line, Manifest& into, const std::string& part) {
  Output output;
  Identity& identity = output.identity;
  if (!line.number(identity.size) || !line.number(identity.time) ||
      !line.number(identity.inode))
    return false;
  output.hash = line.word();
  output.part = part;
  return into.outputs.emplace(line.rest(), std::move(output)).second;
}

bool take_input(Line line, Root& into) {
  Input input;
  source::Stamp& stamp = input.stamp;
  if (!line.number(stamp.size) || !line.number(stamp.modified) ||
      !line.number(stamp.changed) || !line.number(stamp.inode))
    return false;
  input.hash = line.word();
  return into.files.emplace(line.rest(), std::move(input)).second;
}

bool take(Line line, Manifest& into, std::string& part) {
  const std::string_view word = line.word();
  Grounds& grounds = into.grounds;
  if (word == "output") return take_output(line, into, part);
  if (word == "part") {
    const std::string key(line.word());
    part = line.rest();
    return key == no_key || into.parts.emplace(part, key).second;
  }
  if (word == "root") {
    grounds.roots.push_back({line.rest(), {}, {}});
    return true;
  }
  if (word == "program") return grounds.program = line.rest(), true;
  if (word == "order") return grounds.order = line.rest(), true;
  if (word == "shard")
    return line.number(into.shard.number) && line.number(into.shard.of) &&
           !(into.shard.build = line.rest()).empty();
  if (word == "begun") return line.number(grounds.begun);
  if (word == "warnings") return line.number(grounds.warnings);
  if (grounds.roots.empty()) return false;
  Root& root = grounds.roots.back();
  if (word == "named") return root.named.push_back(line.rest()), true;
  return word == "input" && take_input(line, root);
}

/// Whether every name fits on a line.
bool is_plain(const Manifest& manifest) {
  for (const Root& root : manifest.grounds.roots) {
    if (!source::is_printable(root.way)) return false;
    for (const auto& [path, input] : root.files)
      if (!source::is_printable(path)) return false;
  }
  for (const auto& [path, output] : manifest.outputs)
    if (!source::is_printable(path) || !source::is_printable(output.part))
      return false;
  return source::is_printable(manifest.grounds.order);
}

void add_grounds(const Grounds& grounds, Lines& lines) {
  lines.add("program", grounds.program);
  lines.add("order", grounds.order);
  lines.add("begun", grounds.begun);
  lines.add("warnings", grounds.warnings);
  for (const Root& root : grounds.roots) {
    lines.add("root", root.way);
    for (const auto& [path, input] : root.files)
      lines.add("input", input.stamp.size, input.stamp.modified,
                input.stamp.changed, input.stamp.inode, input.hash, path);
    for (const std::string& path : root.named) lines.add("named", path);
  }
}

}  // namespace

std::string state_of(const Manifest& manifest,
                     std::string_view hash_of_manifest) {
  if (!is_plain(manifest)) return {};
  std::string bytes(head);
  Lines lines(bytes);
  lines.add("manifest", hash_of_manifest);
  if (const Shard& shard = manifest.shard)
    lines.add("shard", shard.number, shard.of, shard.build);
  add_grounds(manifest.grounds, lines);
  std::map<std::string_view, std::vector<const std::string*>> by_part;
  for (const auto& [part, key] : manifest.parts) by_part[part];
  for (const auto& [path, output] : manifest.outputs)
    by_part[output.part].push_back(&path);
  for (const auto& [part, paths] : by_part) {
    const auto key = manifest.parts.find(std::string(part));
    lines.add(
        "part",
        key == manifest.parts.end() ? no_key : std::string_view(key->second),
        part);
    for (const std::string* const path : paths) {
      const Output& output = manifest.outputs.at(*path);
      lines.add("output", output.identity.size, output.identity.time,
                output.identity.inode, output.hash, *path);
    }
  }
  // Whatever cuts it short or changes it is seen.
  lines.add("end", source::hash(bytes));
  return bytes;
}

std::optional<Manifest> read_state(std::string_view bytes,
                                   std::string_view hash_of_manifest) {
  const std::size_t end = bytes.rfind("end ");
  if (end == bytes.npos || !bytes.starts_with(head) || !bytes.ends_with('\n'))
    return {};
  if (bytes.substr(end + 4, bytes.size() - end - 5) !=
      source::hash(bytes.substr(0, end)))
    return {};
  bytes = bytes.substr(head.size(), end - head.size());
  Line first(bytes.substr(0, bytes.find('\n')));
  if (first.word() != "manifest" || first.rest() != hash_of_manifest) return {};
  Manifest told;
  std::string part;
  for (std::size_t at = bytes.find('\n') + 1; at < bytes.size();) {
    const std::size_t stop = bytes.find('\n', at);
    if (!take(Line(bytes.substr(at, stop - at)), told, part)) return {};
    at = stop + 1;
  }
  return told;
}

void add_state(std::optional<Manifest> state, Manifest& manifest) {
  if (!state) return;
  manifest.grounds = std::move(state->grounds);
  manifest.parts = std::move(state->parts);
  for (auto& [path, output] : manifest.outputs)
    if (const auto seen = state->outputs.find(path);
        seen != state->outputs.end() && seen->second.hash == output.hash)
      output = std::move(seen->second);
}

}  // namespace catalog::publish
