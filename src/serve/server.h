#pragma once

#include <atomic>

#include "serve/showing.h"

struct mg_context;  // of civetweb

namespace catalog::serve {

/// Where a preview listens unless told otherwise: always the same, so that a
/// page left open finds it again.
inline constexpr int usual_port = 8137;

/// Where to listen, and what to do with nobody there.
struct Port {
  int number = usual_port;
  bool or_any = true;  // another one where this is taken
};

/// Answers on 127.0.0.1, on threads of its own, for as long as it lives.
class Server {
 public:
  /// Throws Failure where no port is to be had.
  Server(const Port& wanted, Showing& showing);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const { return port_; }
  Showing& showing() const { return showing_; }

 private:
  mg_context* started(int number);

  Showing& showing_;
  std::atomic<int> port_ = 0;  // read by threads that it starts
  mg_context* context_ = nullptr;
};

}  // namespace catalog::serve
