#pragma once

#include "source/failure.h"

namespace catalog::publish {

/// A person or the system asked the program to stop. `cli` exits with 128 and
/// the signal: 130, 143, 129.
class Interrupted : public source::Failure {
 public:
  explicit Interrupted(int signal);

  int signal() const { return signal_; }

 private:
  int signal_;
};

/// From here on SIGINT, SIGTERM and SIGHUP are only noted, so that what was
/// half written can be cleared away; a second one ends the program at once.
/// Those that the program was started to ignore stay ignored (`nohup`).
void watch_signals();

/// The same while this lives. When it ends, the signals are as before; one
/// that came meanwhile takes effect then, on the whole program.
class SignalWatch {
 public:
  SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;
  ~SignalWatch();

 private:
  bool is_first_;  // else somebody further out watches already
};

/// The signal that was noted, or 0.
int interrupted();

/// Throws Interrupted if one was; called between artifacts.
void stop_if_interrupted();

}  // namespace catalog::publish
