#include "publish/interrupt.h"

#include <csignal>

namespace catalog::publish {
namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t noted = 0;

}  // namespace

Interrupted::Interrupted(int signal)
    : Failure("interrupted: nothing was changed", "已中断：未作任何改动"),
      signal_(signal) {}

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { noted = signal; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

int interrupted() { return noted; }

void stop_if_interrupted() {
  if (noted != 0) throw Interrupted(noted);
}

}  // namespace catalog::publish
