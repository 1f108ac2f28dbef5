#include "serve/preview.h"

#include <httplib.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "serve/answers.h"
#include "serve/watch.h"
#include "source/failure.h"

namespace catalog::serve {
namespace {

constexpr char address[] = "127.0.0.1";
constexpr std::size_t answering_threads = 32;  // each open page holds one
constexpr auto moment = std::chrono::milliseconds(200);

/// So that a port is not shared with another program that listens on it.
void set_options(socket_t socket) {
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

/// Answers on a thread of its own, for as long as it lives.
class Server {
 public:
  Server(const Port& wanted, Showing& showing) : showing_(showing) {
    server_.set_socket_options(set_options);
    server_.new_task_queue = [] {
      return new httplib::ThreadPool(answering_threads);  // httplib frees it
    };
    // A connection that is only kept open would hold a thread.
    server_.set_keep_alive_max_count(1);
    server_.set_default_headers(
        {{"Cache-Control", "no-store"},
         {"X-Content-Type-Options", "nosniff"},
         {"X-Frame-Options", "DENY"},
         {"Referrer-Policy", "no-referrer"},
         {"Cross-Origin-Resource-Policy", "same-origin"}});
    // Everything is answered before routing: that would use std::regex.
    server_.set_pre_routing_handler(
        [this](const auto& request, auto& response) {
          answer(request, response);
          return httplib::Server::HandlerResponse::Handled;
        });
    port_ = bound(wanted);
    answering_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::sleep_for(moment / 20);
  }

  ~Server() {
    showing_.end();
    server_.stop();
    answering_.join();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  int port() const { return port_; }

 private:
  int bound(const Port& wanted) {
    if (server_.bind_to_port(address, wanted.number)) return wanted.number;
    const int any = wanted.or_any ? server_.bind_to_any_port(address) : -1;
    if (any > 0) return any;
    throw source::Failure(
        "cannot listen on port " + std::to_string(wanted.number) +
            ": another program uses it, or it is not for you to use",
        "无法使用端口 " + std::to_string(wanted.number) +
            "：已被其他程序占用，或者没有权限");
  }

  void answer(const httplib::Request& request, httplib::Response& response) {
    Answer given = answer_to(
        {request.method, request.get_header_value("Host"), request.path,
         request.get_param_value("page"), request.get_param_value("found"),
         request.get_param_value("path")},
        port_, showing_);
    response.status = given.status;
    if (given.status == 405) response.set_header("Allow", "GET, HEAD");
    response.set_content(std::move(given.bytes), given.type);
  }

  httplib::Server server_;
  Showing& showing_;
  int port_ = 0;
  std::thread answering_;
};

/// A watch over folders that may be away for a moment, as while a checkout
/// replaces them. Null where it is over before they are back.
std::unique_ptr<Watch> watch_of(const Preview& preview, bool is_first) {
  while (true) try {
      return std::make_unique<Watch>(preview.folders());
    } catch (const source::Failure&) {
      if (is_first) throw;
      if (preview.is_over()) return nullptr;
      std::this_thread::sleep_for(moment);
    }
}

}  // namespace

void serve(const Preview& preview) {
  Showing showing;
  Server server(preview.port, showing);
  // Watched from before a build, so that no change is missed; and again after
  // one that found more to watch.
  auto watched = preview.folders();
  auto watch = watch_of(preview, true);
  showing.take(preview.build({}));
  preview.ready(server.port());
  while (!preview.is_over()) {
    if (auto now = preview.folders(); now != watched) {
      watched = std::move(now);
      watch = watch_of(preview, false);
    }
    const auto changed = watch ? watch->wait(preview.is_over) : std::nullopt;
    if (!changed) return;
    watch = watch_of(preview, false);
    if (!watch) return;
    Built built = preview.build(*changed);
    const bool is_sound = built.errors == 0;
    const std::size_t different = showing.take(std::move(built));
    if (is_sound) preview.rebuilt(different);
  }
}

}  // namespace catalog::serve
