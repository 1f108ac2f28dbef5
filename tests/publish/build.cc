#include "build.h"

#include <fcntl.h>
#include <zip.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "publish/manifest.h"
#include "publish/workbook.h"
#include "source/failure.h"

namespace catalog::testing {
namespace {

namespace fs = std::filesystem;

/// A workbook as far as `publish` looks. A library that does not say when the
/// disk is full is what this stands for, so it does not say either.
void write_workbook(const fs::path& path, const std::string& text) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, &error);
  if (archive == nullptr) return;
  for (const char* name : {"[Content_Types].xml", "xl/workbook.xml"}) {
    zip_source_t* part =
        zip_source_buffer(archive, text.data(), text.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, name, part, 0));
    zip_file_set_mtime(archive, index, 1'000'000'000, 0);
  }
  if (zip_close(archive) != 0) zip_discard(archive);
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

std::set<std::string> files_below(const fs::path& folder) {
  std::set<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory())
      paths.insert(entry.path().lexically_relative(folder));
  paths.erase("build.json");
  paths.erase(".build-state");
  return paths;
}

void put_version(const emit::Sink& sink, int version, int weight) {
  const std::string number = std::to_string(version);
  sink.put("version.txt", number);
  sink.put("site/pages/index.html", "page " + number);
  if (version % 2 == 1) sink.put("odd/only.txt", number);
  sink.put_file("book.xlsx", [&](const fs::path& path) {
    write_workbook(path, "workbook " + number);
  });
  for (int i = 0; i < weight; ++i)
    sink.put("weight/" + std::to_string(i) + ".txt",
             std::string(4096, static_cast<char>('a' + version % 26)));
}

}  // namespace

publish::Outcome publish_version(const fs::path& out, const fs::path& source,
                                 int version, int weight) {
  const std::string number = std::to_string(version);
  publish::Request request;
  request.out = out;
  request.source = source;
  request.program = number;
  return publish::publish_parts(request, [&](publish::Parts& parts) {
    // The second version carries this part over.
    parts.add("same", "same", [](const emit::Sink& sink) {
      sink.put("same.txt", "same");
      sink.put("site/style.css", "same");
    });
    parts.add("version", number, [&](const emit::Sink& sink) {
      put_version(sink, version, weight);
    });
  });
}

std::optional<int> version_in(const fs::path& out) {
  const auto folder =
      source::open_at(AT_FDCWD, out.c_str(), O_RDONLY | O_DIRECTORY);
  if (!folder) return {};
  const auto manifest = publish::manifest_in(folder, out);
  if (!manifest || bytes_of(out / "version.txt") != manifest->program)
    return {};
  std::set<std::string> paths;
  for (const auto& [path, output] : manifest->outputs) {
    const auto file = source::open_regular(AT_FDCWD, (out / path).c_str());
    if (!file || publish::hash_of(file) != output.hash) return {};
    paths.insert(path);
  }
  const int version = std::atoi(manifest->program.c_str());
  if (paths != files_below(out) ||
      paths.contains("odd/only.txt") != (version % 2 == 1) ||
      bytes_of(out / "site/pages/index.html") != "page " + manifest->program ||
      publish::fault_of_workbook(out / "book.xlsx"))
    return {};
  return version;
}

}  // namespace catalog::testing
