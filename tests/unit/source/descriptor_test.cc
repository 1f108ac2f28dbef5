#include "source/descriptor.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace catalog::source {
namespace {

TEST_CASE("the end of a descriptor leaves what failed before in errno") {
  {
    const Descriptor file = open_at(AT_FDCWD, "/dev/null", O_RDONLY);
    REQUIRE(file);
    ::close(file.get());  // so that its own closing fails with EBADF
    errno = ENOENT;
  }
  CHECK(errno == ENOENT);
}

}  // namespace
}  // namespace catalog::source
