#include "publish/workbook.h"

#include <zip.h>

#include <array>
#include <memory>

namespace catalog::publish {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

/// Whether the part has all of its bytes; the library compares the checksum
/// when it comes to the end.
bool reads_whole(zip_t* archive, zip_uint64_t index) {
  zip_stat_t status;
  if (zip_stat_index(archive, index, 0, &status) != 0) return false;
  if ((status.valid & ZIP_STAT_SIZE) == 0 || status.size == 0) return false;
  const std::unique_ptr<zip_file_t, Discard> part(
      zip_fopen_index(archive, index, 0));
  if (!part) return false;
  std::array<char, 1 << 16> buffer;
  zip_uint64_t size = 0;
  zip_int64_t got = 0;
  while ((got = zip_fread(part.get(), buffer.data(), buffer.size())) > 0)
    size += static_cast<zip_uint64_t>(got);
  return got == 0 && size == status.size;
}

}  // namespace

std::optional<std::string> fault_of_workbook(
    const std::filesystem::path& file) {
  int error = 0;
  const std::unique_ptr<zip_t, Discard> archive(
      zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
  if (!archive) return "the archive";
  if (zip_name_locate(archive.get(), "[Content_Types].xml", 0) < 0)
    return "[Content_Types].xml";
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    if (reads_whole(archive.get(), index)) continue;
    const char* name = zip_get_name(archive.get(), index, 0);
    return name == nullptr ? "a part without a name" : name;
  }
  return {};
}

}  // namespace catalog::publish
