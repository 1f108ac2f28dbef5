#include "workbook/archive.h"

#include <zip.h>

#include <new>
#include <utility>

namespace catalog::workbook {
namespace {

bool is_out_of_memory(const zip_error_t* error) {
  constexpr int zlib_has_no_memory = -4;  // Z_MEM_ERROR
  return zip_error_code_zip(error) == ZIP_ER_MEMORY ||
         (zip_error_code_zip(error) == ZIP_ER_ZLIB &&
          zip_error_code_system(error) == zlib_has_no_memory);
}

struct Close {
  void operator()(zip_file_t* part) const { zip_fclose(part); }
};

}  // namespace

std::variant<Archive, Refused> Archive::open(std::string bytes) {
  if (bytes.size() > max_file_bytes) return Refused{Fault::too_large, {}};
  Archive archive;
  archive.bytes_ = std::make_unique<std::string>(std::move(bytes));
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(
      archive.bytes_->data(), archive.bytes_->size(), 0, &error);
  if (source != nullptr) {
    archive.zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive.zip_ == nullptr) zip_source_free(source);
  }
  const bool has_no_memory = is_out_of_memory(&error);
  zip_error_fini(&error);
  if (archive.zip_ == nullptr && has_no_memory) throw std::bad_alloc();
  if (archive.zip_ == nullptr) return Refused{Fault::damaged, {}};
  if (zip_get_num_entries(archive.zip_, 0) > max_parts)
    return Refused{Fault::too_large, {}};
  return archive;
}

Archive::Archive(Archive&& other) noexcept
    : bytes_(std::move(other.bytes_)),
      zip_(std::exchange(other.zip_, nullptr)),
      unpacked_(other.unpacked_) {}

Archive& Archive::operator=(Archive&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(zip_, other.zip_);
  std::swap(unpacked_, other.unpacked_);
  return *this;
}

Archive::~Archive() {
  if (zip_ != nullptr) zip_discard(zip_);
}

bool Archive::has(const std::string& part) const {
  return zip_name_locate(zip_, part.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::variant<std::string, Refused> Archive::read(const std::string& part) {
  const zip_int64_t at = zip_name_locate(zip_, part.c_str(), ZIP_FL_NOCASE);
  zip_stat_t status;
  constexpr zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (at < 0 ||
      zip_stat_index(zip_, static_cast<zip_uint64_t>(at), 0, &status) != 0 ||
      (status.valid & wanted) != wanted)
    return Refused{Fault::damaged, part};
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      status.encryption_method != ZIP_EM_NONE)
    return Refused{Fault::encrypted, part};
  if (status.size > small_part_bytes &&
      status.size / max_ratio > status.comp_size)
    return Refused{Fault::inflates, part};
  if (status.size > max_part_bytes ||
      unpacked_ + status.size > max_unpacked_bytes)
    return Refused{Fault::too_large, part};
  const std::unique_ptr<zip_file_t, Close> file(
      zip_fopen_index(zip_, static_cast<zip_uint64_t>(at), 0));
  if (!file && is_out_of_memory(zip_get_error(zip_)))
    throw std::bad_alloc();
  if (!file) return Refused{Fault::damaged, part};
  // The directory of the archive may lie: no byte more than it says is taken.
  std::string bytes(status.size, '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const zip_int64_t more =
        zip_fread(file.get(), bytes.data() + got, bytes.size() - got);
    if (more < 0 && is_out_of_memory(zip_file_get_error(file.get())))
      throw std::bad_alloc();
    if (more <= 0) return Refused{Fault::damaged, part};
    got += static_cast<std::size_t>(more);
  }
  char beyond = 0;
  if (zip_fread(file.get(), &beyond, 1) != 0)
    return Refused{Fault::damaged, part};
  unpacked_ += bytes.size();
  return bytes;
}

}  // namespace catalog::workbook
