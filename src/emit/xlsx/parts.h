#pragma once

#include <cstdio>
#include <memory>
#include <string>

namespace catalog::emit {

/// How the parts of a workbook, its XML files, get into it. libxlsxwriter would
/// write each to a temporary file, read it again and have minizip compress it
/// with zlib. While a Parts lives, what the library does on this thread goes
/// another way: parts stay in memory, and libdeflate compresses them, in three
/// fifths of the instructions. Nor can the failing write of a temporary file,
/// which the library does not notice, lose a row.
///
/// Lives from before a workbook is opened until it is closed, one a thread at
/// a time.
class Parts {
 public:
  Parts();
  ~Parts();
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  /// A file in memory, with its place at the start. The library closes it.
  std::FILE* file(std::string bytes);

  /// Of the list of sheets the last is hidden so that Excel does not offer to
  /// show it, which the library cannot say.
  void hide_last_sheet();

  /// What stands in for the library's functions (parts.cc) works with this.
  struct Work;

 private:
  std::unique_ptr<Work> work_;
};

}  // namespace catalog::emit
