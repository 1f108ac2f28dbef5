#pragma once

#include "source/failure.h"

namespace catalog::publish {

/// A person or the system asked the program to stop. `cli` exits with 128 and
/// the signal: 130 or 143.
class Interrupted : public source::Failure {
 public:
  explicit Interrupted(int signal);

  int signal() const { return signal_; }

 private:
  int signal_;
};

/// From here on SIGINT and SIGTERM are only noted, so that the staging folder
/// can be cleared away; a second one ends the program at once.
void watch_signals();

/// The signal that was noted, or 0.
int interrupted();

/// Throws Interrupted if one was; called between artifacts.
void stop_if_interrupted();

}  // namespace catalog::publish
