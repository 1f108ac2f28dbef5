#include "serve/server.h"

#include <civetweb.h>

#include <string>
#include <string_view>

#include "serve/answers.h"
#include "source/failure.h"

namespace catalog::serve {
namespace {

std::string text_of(const char* value) { return value ? value : ""; }

/// A value of the query; empty where it is not there or too long to be ours.
std::string parameter(const mg_request_info& request, const char* name) {
  constexpr std::size_t longest = 4096;
  char value[longest];
  const std::string query = text_of(request.query_string);
  const int size = mg_get_var(query.data(), query.size(), name, value, longest);
  return size > 0 ? std::string(value, static_cast<std::size_t>(size)) : "";
}

void add(mg_connection* connection, const char* name, std::string_view value) {
  mg_response_header_add(connection, name, value.data(),
                         static_cast<int>(value.size()));
}

void send(mg_connection* connection, const Answer& answer, bool has_body) {
  mg_response_header_start(connection, answer.status);
  add(connection, "Content-Type", answer.type);
  add(connection, "Content-Length", std::to_string(answer.bytes.size()));
  add(connection, "Cache-Control", "no-store");
  add(connection, "X-Content-Type-Options", "nosniff");
  add(connection, "X-Frame-Options", "DENY");
  add(connection, "Referrer-Policy", "no-referrer");
  add(connection, "Cross-Origin-Resource-Policy", "same-origin");
  if (answer.status == 405) add(connection, "Allow", "GET, HEAD");
  mg_response_header_send(connection);
  if (has_body) mg_write(connection, answer.bytes.data(), answer.bytes.size());
}

/// Civetweb's own ways to answer are never reached.
int on_request(mg_connection* connection) {
  const mg_request_info& request = *mg_get_request_info(connection);
  const auto& server = *static_cast<const Server*>(request.user_data);
  const std::string method = text_of(request.request_method);
  const Answer answer =
      answer_to({method, text_of(mg_get_header(connection, "Host")),
                 text_of(request.local_uri), parameter(request, "page"),
                 parameter(request, "found"), parameter(request, "path")},
                server.port(), server.showing());
  send(connection, answer, method != "HEAD");
  return answer.status;
}

/// What it would print to standard error is told by a Failure, or does not
/// matter.
int on_message(const mg_connection*, const char*) { return 1; }

}  // namespace

Server::Server(const Port& wanted, Showing& showing) : showing_(showing) {
  mg_init_library(MG_FEATURES_DEFAULT);
  port_ = wanted.number;
  context_ = started(wanted.number);
  if (context_ == nullptr && wanted.or_any) context_ = started(0);
  if (context_ == nullptr) {
    mg_exit_library();
    throw source::Failure(
        "cannot listen on port " + std::to_string(wanted.number) +
            ": another program uses it, or it is not for you to use",
        "无法使用端口 " + std::to_string(wanted.number) +
            "：已被其他程序占用，或者没有权限");
  }
}

Server::~Server() {
  showing_.end();
  mg_stop(context_);
  mg_exit_library();
}

mg_context* Server::started(int number) {
  const std::string address = "127.0.0.1:" + std::to_string(number);
  const char* options[] = {
      "listening_ports", address.c_str(), "num_threads",
      "32",  // each open page holds one
      // A connection that is only kept open would hold a thread, too.
      "enable_keep_alive", "no", "request_timeout_ms", "5000",
      // Nobody else's pages may ask, and hosts are judged by answer_to.
      "access_control_allow_origin", "", "access_control_allow_methods", "",
      "enable_auth_domain_check", "no", nullptr};
  mg_callbacks callbacks{};
  callbacks.begin_request = on_request;
  callbacks.log_message = on_message;
  mg_context* const context = mg_start(&callbacks, this, options);
  mg_server_port bound{};
  if (context != nullptr && mg_get_server_ports(context, 1, &bound) == 1)
    port_ = bound.port;
  return context;
}

}  // namespace catalog::serve
