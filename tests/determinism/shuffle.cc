// Preloaded into the program: shows the entries of folders in an order made up
// from SHUFFLE_SEED, and a clock that is CLOCK_AHEAD seconds ahead. What a
// compile gives must not depend on either.

#include <dirent.h>
#include <dlfcn.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <vector>

namespace {

long setting(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? 0 : std::atol(value);
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

/// The entries of an open folder that were not asked for yet.
struct Listing {
  std::vector<dirent> entries;
  std::size_t at = 0;
};

std::mutex lock;

std::map<DIR*, Listing>& listings() {
  static std::map<DIR*, Listing> all;
  return all;
}

}  // namespace

extern "C" {

dirent* readdir(DIR* folder) {
  const std::lock_guard guard(lock);
  const auto [known, is_new] = listings().try_emplace(folder);
  Listing& listing = known->second;
  if (is_new) {
    const auto real = next<dirent* (*)(DIR*)>("readdir");
    while (const dirent* const entry = real(folder))
      listing.entries.push_back(*entry);
    std::shuffle(listing.entries.begin(), listing.entries.end(),
                 std::mt19937(static_cast<unsigned>(setting("SHUFFLE_SEED"))));
  }
  return listing.at == listing.entries.size() ? nullptr
                                              : &listing.entries[listing.at++];
}

dirent64* readdir64(DIR* folder) {
  return reinterpret_cast<dirent64*>(readdir(folder));
}

int closedir(DIR* folder) {
  {
    const std::lock_guard guard(lock);
    listings().erase(folder);
  }
  return next<int (*)(DIR*)>("closedir")(folder);
}

// These ask the kernel: an allocator may call them, and dlsym allocates.

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const long result = ::syscall(SYS_clock_gettime, clock, time);
  if (clock == CLOCK_REALTIME) time->tv_sec += setting("CLOCK_AHEAD");
  return static_cast<int>(result);
}

int gettimeofday(timeval* time, void* zone) noexcept {
  const long result = ::syscall(SYS_gettimeofday, time, zone);
  time->tv_sec += setting("CLOCK_AHEAD");
  return static_cast<int>(result);
}

time_t time(time_t* at) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (at != nullptr) *at = now.tv_sec;
  return now.tv_sec;
}

}  // extern "C"
