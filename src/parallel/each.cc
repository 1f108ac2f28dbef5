#include "parallel/each.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace catalog::parallel {
namespace {

/// What the threads share.
class Queue {
 public:
  Queue(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work) {}

  /// Does what is left, or its part of it.
  void run(const std::function<void(std::size_t)>& told) {
    for (;;) {
      const std::size_t i = next_.fetch_add(1);
      if (i >= count_) return;
      if (told) told(i);
      try {
        work_(i);
      } catch (...) {
        fail(i);
        return;
      }
    }
  }

  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  /// Numbers are begun in order, so every lower one was and will end.
  void fail(std::size_t i) {
    next_ = count_;
    const std::lock_guard guard(lock_);
    if (i >= failed_) return;
    failed_ = i;
    thrown_ = std::current_exception();
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex lock_;
  std::size_t failed_ = std::numeric_limits<std::size_t>::max();
  std::exception_ptr thrown_;
};

}  // namespace

unsigned default_threads() {
  cpu_set_t mine;
  if (::sched_getaffinity(0, sizeof mine, &mine) == 0)
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&mine)));
  return std::max(1u, std::thread::hardware_concurrency());
}

void each(std::size_t count, unsigned threads,
          const std::function<void(std::size_t)>& work,
          const std::function<void(std::size_t)>& told) {
  Queue queue(count, work);
  std::vector<std::thread> others;
  const std::size_t most = std::min<std::size_t>(threads, count);
  try {
    while (others.size() + 1 < most)
      others.emplace_back([&queue] { queue.run({}); });
  } catch (const std::system_error&) {
    // The system gives no more: those that are there do the work.
  }
  queue.run(told);
  for (std::thread& other : others) other.join();
  queue.rethrow();
}

}  // namespace catalog::parallel
