#include "emit/xlsx/parts.h"

#include <dlfcn.h>
#include <libdeflate.h>
#include <minizip/zip.h>
#include <sys/types.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <new>
#include <string_view>
#include <utility>

namespace catalog::emit {
namespace {

// Of zlib the library asks for 6; by this workbooks come out two or three
// hundredths longer.
constexpr int level = 4;

struct Freeing {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

}  // namespace

struct Parts::Work {
  std::unique_ptr<libdeflate_compressor, Freeing> compressor{
      libdeflate_alloc_compressor(level)};
  std::string spare;       // memory of the last file that was closed
  std::string part;        // being put into the archive
  std::string compressed;  // no shorter than the longest has been
  bool hides_last_sheet = false;
  bool is_list_of_sheets = false;  // the part
  bool has_failed = false;         // something of the part was lost
};

namespace {

thread_local Parts::Work* work = nullptr;

/// A file of the library, in memory.
struct File {
  std::string bytes;
  std::size_t at = 0;
};

ssize_t read_file(void* cookie, char* to, std::size_t size) {
  File& file = *static_cast<File*>(cookie);
  const std::string_view rest = std::string_view(file.bytes).substr(file.at);
  size = std::min(size, rest.size());
  std::memcpy(to, rest.data(), size);
  file.at += size;
  return static_cast<ssize_t>(size);
}

ssize_t write_file(void* cookie, const char* from, std::size_t size) {
  File& file = *static_cast<File*>(cookie);
  try {
    file.bytes.replace(file.at, size, from, size);
  } catch (const std::bad_alloc&) {
    if (work != nullptr) work->has_failed = true;
    errno = ENOMEM;
    return 0;
  }
  file.at += size;
  return static_cast<ssize_t>(size);
}

int seek_file(void* cookie, off64_t* offset, int whence) {
  File& file = *static_cast<File*>(cookie);
  off64_t from = 0;
  if (whence == SEEK_CUR) from = static_cast<off64_t>(file.at);
  if (whence == SEEK_END) from = static_cast<off64_t>(file.bytes.size());
  const off64_t to = from + *offset;
  if (to < 0 || to > static_cast<off64_t>(file.bytes.size())) return -1;
  file.at = static_cast<std::size_t>(to);
  *offset = to;
  return 0;
}

int close_file(void* cookie) {
  const std::unique_ptr<File> file(static_cast<File*>(cookie));
  if (work != nullptr && file->bytes.capacity() > work->spare.capacity())
    work->spare = std::move(file->bytes);
  return 0;
}

/// Null, with errno set, where there is no memory.
std::FILE* open_file(std::string bytes) {
  auto file = std::make_unique<File>(File{std::move(bytes)});
  std::FILE* const stream = ::fopencookie(
      file.get(), "w+", {read_file, write_file, seek_file, close_file});
  if (stream != nullptr) static_cast<void>(file.release());
  return stream;
}

/// The list of sheets with the last hidden as deep as can be.
bool hide_last(std::string& list) {
  constexpr std::string_view hidden = "state=\"hidden\"";
  const std::size_t at = list.rfind(hidden);
  if (at == list.npos) return false;
  list.replace(at, hidden.size(), "state=\"veryHidden\"");
  return true;
}

}  // namespace

Parts::Parts() : work_(std::make_unique<Work>()) {
  if (!work_->compressor) throw std::bad_alloc();
  work = work_.get();
}

Parts::~Parts() { work = nullptr; }

std::FILE* Parts::file(std::string bytes) {
  std::FILE* const stream = open_file(std::move(bytes));
  if (stream == nullptr) throw std::bad_alloc();
  return stream;
}

void Parts::hide_last_sheet() { work_->hides_last_sheet = true; }

}  // namespace catalog::emit

// What stands in the place of functions of libxlsxwriter and of minizip: the
// dynamic linker finds these first.

namespace {

using catalog::emit::work;

/// The function of a library in whose place one of ours stands.
template <typename Function>
Function* usual(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

const auto usual_tmpfile = usual<decltype(lxw_tmpfile)>("lxw_tmpfile");
const auto usual_open =
    usual<decltype(zipOpenNewFileInZip4_64)>("zipOpenNewFileInZip4_64");
const auto usual_write =
    usual<decltype(zipWriteInFileInZip)>("zipWriteInFileInZip");
const auto usual_close =
    usual<decltype(zipCloseFileInZip)>("zipCloseFileInZip");

/// Puts the part, which is whole, into the archive.
int put_part(zipFile archive) {
  std::string& part = work->part;
  if (work->is_list_of_sheets && work->hides_last_sheet &&
      !catalog::emit::hide_last(part))
    return ZIP_INTERNALERROR;
  std::string& to = work->compressed;
  const std::size_t most =
      libdeflate_deflate_compress_bound(work->compressor.get(), part.size());
  if (most > std::numeric_limits<unsigned>::max()) return ZIP_INTERNALERROR;
  if (to.size() < most) to.resize(most);
  const std::size_t size = libdeflate_deflate_compress(
      work->compressor.get(), part.data(), part.size(), to.data(), to.size());
  const int result =
      usual_write(archive, to.data(), static_cast<unsigned>(size));
  if (result != ZIP_OK) return result;
  return zipCloseFileInZipRaw64(archive, part.size(),
                                libdeflate_crc32(0, part.data(), part.size()));
}

}  // namespace

std::FILE* lxw_tmpfile(char* folder) {
  if (work == nullptr) return usual_tmpfile(folder);
  std::string bytes = std::exchange(work->spare, {});
  bytes.clear();
  try {
    return catalog::emit::open_file(std::move(bytes));
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

int zipOpenNewFileInZip4_64(zipFile archive, const char* name,
                            const zip_fileinfo* about, const void* local,
                            uInt local_size, const void* central,
                            uInt central_size, const char* comment, int method,
                            int level, int raw, int window, int memory,
                            int strategy, const char* password, uLong crc,
                            uLong version, uLong flags, int is_long) {
  if (work != nullptr) {
    work->part.clear();
    work->is_list_of_sheets = std::strcmp(name, "xl/workbook.xml") == 0;
    raw = 1;  // it gets what is compressed already
  }
  return usual_open(archive, name, about, local, local_size, central,
                    central_size, comment, method, level, raw, window, memory,
                    strategy, password, crc, version, flags, is_long);
}

int zipWriteInFileInZip(zipFile archive, const void* bytes, unsigned size) {
  if (work == nullptr) return usual_write(archive, bytes, size);
  try {
    work->part.append(static_cast<const char*>(bytes), size);
    return ZIP_OK;
  } catch (const std::bad_alloc&) {
    return ZIP_INTERNALERROR;
  }
}

int zipCloseFileInZip(zipFile archive) {
  if (work == nullptr) return usual_close(archive);
  if (work->has_failed) return ZIP_INTERNALERROR;
  try {
    return put_part(archive);
  } catch (const std::bad_alloc&) {
    return ZIP_INTERNALERROR;
  }
}
