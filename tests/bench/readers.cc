// catalog_readers FOLDER [READER [TIMES]]: reads every YAML file below FOLDER
// and prints, for each reader, the bytes a second of its fastest of several
// runs: our own, yaml-cpp as the reference reads by it, and the bare events of
// libyaml, which makes no tree.

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "source/tree.h"
#include "syntax/read.h"

using catalog::source::FileId;
using catalog::source::SourceTree;

namespace {

std::size_t events_of(std::string_view bytes) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(
      &parser, reinterpret_cast<const unsigned char*>(bytes.data()),
      bytes.size());
  std::size_t count = 0;
  for (bool is_over = false; !is_over; ++count) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event))
      throw std::runtime_error("libyaml cannot read a file");
    is_over = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

std::size_t nodes_of(const SourceTree& tree, FileId file,
                     catalog::syntax::Reader reader) {
  catalog::diagnostics::Diagnostics found(catalog::diagnostics::Language::en);
  const auto document = catalog::syntax::read(tree, file, found, reader);
  if (found.has_errors())
    throw std::runtime_error(tree[file].path + " has errors");
  return document.nodes.size();
}

}  // namespace

/// All files once. Has a plain name, so that valgrind can be told of it.
__attribute__((noinline)) std::size_t reading_of(const SourceTree& tree,
                                                 std::string_view reader) {
  using catalog::syntax::Reader;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < tree.size(); ++i)
    parts +=
        reader == "libyaml"
            ? events_of(tree[tree.id(i)].bytes)
            : nodes_of(tree, tree.id(i),
                       reader == "strict" ? Reader::strict : Reader::yaml_cpp);
  return parts;
}

namespace {

SourceTree files_below(const std::filesystem::path& folder) {
  SourceTree tree;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    tree.add(entry.path().string(),
             std::string(std::istreambuf_iterator<char>(stream), {}));
  }
  return tree;
}

void measure(const SourceTree& tree, std::string_view reader, int times) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < tree.size(); ++i)
    bytes += tree[tree.id(i)].bytes.size();
  double best = 0;
  for (int run = 0; run < times; ++run) {
    const auto start = std::chrono::steady_clock::now();
    reading_of(tree, reader);
    const std::chrono::duration<double> taken =
        std::chrono::steady_clock::now() - start;
    if (run == 0 || taken.count() < best) best = taken.count();
  }
  fmt::print("{:<14}{:>10}{:>10.1f}\n", reader, bytes,
             static_cast<double>(bytes) / best / 1e6);
}

}  // namespace

int main(int count, char* arguments[]) try {
  if (count < 2 || count > 4) {
    fmt::print(stderr, "usage: catalog_readers FOLDER [READER [TIMES]]\n");
    return 2;
  }
  const SourceTree tree = files_below(arguments[1]);
  const int times = count == 4 ? std::stoi(arguments[3]) : 5;
  fmt::print("{:<14}{:>10}{:>10}\n", "reader", "bytes", "MB/s");
  for (const std::string_view reader : {"strict", "yaml-cpp", "libyaml"})
    if (count == 2 || reader == arguments[2]) measure(tree, reader, times);
  return 0;
} catch (const std::exception& problem) {
  fmt::print(stderr, "catalog_readers: {}\n", problem.what());
  return 3;
}
