#pragma once

#include <cstddef>
#include <functional>

namespace catalog::parallel {

/// How many threads to use where nobody says: one for each processor that this
/// process may run on.
unsigned default_threads();

/// Calls `work(i)` once for every i below `count`, on up to `threads` threads,
/// the calling one among them; they take the numbers in order. Where the
/// system gives fewer threads, fewer do the work. `told` hears, in the calling
/// thread, how many were begun.
///
/// An exception ends it: no further number is begun, and of those that were
/// thrown the one of the lowest number comes out, whatever the threads did.
void each(std::size_t count, unsigned threads,
          const std::function<void(std::size_t)>& work,
          const std::function<void(std::size_t)>& told = {});

}  // namespace catalog::parallel
