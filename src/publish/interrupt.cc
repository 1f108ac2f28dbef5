#include "publish/interrupt.h"

#include <csignal>

namespace catalog::publish {
namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t noted = 0;

constexpr int watched[] = {SIGINT, SIGTERM, SIGHUP};

bool is_watching = false;

void set_unless_ignored(int signal, const struct sigaction& action) {
  struct sigaction before {};
  if (::sigaction(signal, nullptr, &before) == 0 &&
      before.sa_handler != SIG_IGN)
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupted::Interrupted(int signal)
    : Failure("interrupted: nothing was changed", "已中断：未作任何改动"),
      signal_(signal) {}

void watch_signals() {
  is_watching = true;
  struct sigaction action {};
  action.sa_handler = [](int signal) { noted = signal; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : watched) set_unless_ignored(signal, action);
}

SignalWatch::SignalWatch() : is_first_(!is_watching) {
  if (is_first_) watch_signals();
}

SignalWatch::~SignalWatch() {
  if (!is_first_) return;
  is_watching = false;
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  for (const int signal : watched) set_unless_ignored(signal, action);
  if (noted != 0) ::raise(noted);
}

int interrupted() { return noted; }

void stop_if_interrupted() {
  if (noted != 0) throw Interrupted(noted);
}

}  // namespace catalog::publish
