#include "serve/answers.h"

#include <chrono>
#include <span>
#include <utility>

#include "source/embedded.h"

namespace catalog::serve {

/// The script and the style of the overlay: serve/assets.
std::span<const source::EmbeddedFile> embedded_files();

namespace {

constexpr auto patience = std::chrono::seconds(20);
constexpr std::string_view own_folder = "/_serve/";

std::string_view type_of(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".json", "application/json"},
  };
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

void put_before(std::string& text, std::string_view place,
                std::string_view part) {
  if (const auto at = text.find(place); at != std::string::npos)
    text.insert(at, part);
}

/// The page with the overlay's script, which may ask this server and no other.
std::string with_overlay(std::string page, std::string_view print) {
  put_before(page, "; base-uri", "; connect-src 'self'");
  put_before(page, "</head>",
             "<link rel=\"stylesheet\" href=\"/_serve/preview.css\">\n"
             "<script src=\"/_serve/preview.js\" data-page=\"" +
                 std::string(print) + "\" defer></script>\n");
  return page;
}

std::string bare_page(std::string_view words) {
  return "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n"
         "<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\""
         "default-src 'none'; style-src 'self'; script-src 'self'; "
         "base-uri 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n"
         "<title>catalog serve</title>\n</head>\n"
         "<body class=\"_bare\">\n<main>\n" +
         std::string(words) + "</main>\n</body>\n</html>\n";
}

constexpr std::string_view nothing_yet =
    "<h1>还没有可以显示的页面</h1>\n"
    "<p>目录有错误。改正并保存后，这里会自动显示网站。</p>\n"
    "<p lang=\"en\">The catalog has errors: mend them, and the site appears "
    "here.</p>\n";
constexpr std::string_view no_page =
    "<h1>没有这个页面</h1>\n"
    "<p>可能已改名或删除。请<a href=\"/\">返回首页</a>。</p>\n"
    "<p lang=\"en\">There is no such page. "
    "<a href=\"/\">Home</a></p>\n";

std::string file_at(std::string_view path) {
  std::string file(path.substr(path.starts_with('/') ? 1 : 0));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

Answer refused(int status, std::string_view why) {
  return {status, "text/plain; charset=utf-8", std::string(why)};
}

Answer page_or_file(const std::string& file, Showing& showing) {
  auto found = showing.file(file);
  if (!found && !file.ends_with(".html")) return refused(404, "not found\n");
  const int status = found || !showing.has_files() ? 200 : 404;
  if (!found) found = {bare_page(status == 404 ? no_page : nothing_yet), ""};
  if (file.ends_with(".html"))
    found->bytes = with_overlay(std::move(found->bytes), found->print);
  return {status, std::string(type_of(file)), std::move(found->bytes)};
}

Answer own(const Asked& asked, std::string_view name, Showing& showing) {
  if (name == "news")
    return {200, "application/json",
            showing.news(file_at(asked.page), asked.known_page,
                         asked.known_found, patience)};
  for (const source::EmbeddedFile& file : embedded_files())
    if (file.path == name)
      return {200, std::string(type_of(name)), std::string(file.bytes)};
  return refused(404, "not found\n");
}

}  // namespace

bool is_own_host(std::string_view host, int port) {
  const std::string at = ":" + std::to_string(port);
  return host == "127.0.0.1" + at || host == "localhost" + at;
}

Answer answer_to(const Asked& asked, int port, Showing& showing) {
  if (!is_own_host(asked.host, port))
    return refused(403, "this preview is for this machine only\n");
  if (asked.method != "GET" && asked.method != "HEAD")
    return refused(405, "there is nothing to change here\n");
  if (asked.path.starts_with(own_folder))
    return own(asked, std::string_view(asked.path).substr(own_folder.size()),
               showing);
  return page_or_file(file_at(asked.path), showing);
}

}  // namespace catalog::serve
