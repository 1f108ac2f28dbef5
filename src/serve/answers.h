#pragma once

#include <string>
#include <string_view>

#include "serve/showing.h"

namespace catalog::serve {

/// A request, as far as it matters here.
struct Asked {
  std::string method;
  std::string host;         // as the header has it
  std::string path;         // decoded, from `/` on
  std::string known_page;   // of a page that asks for news: itself and
  std::string known_found;  // what it shows of findings, as it knows them
  std::string page;         // and where it stands
};

struct Answer {
  int status = 200;
  std::string type;
  std::string bytes;
};

/// Whether a Host header names this machine by an address of its own. A page
/// elsewhere whose name was made to lead here would come with that name.
bool is_own_host(std::string_view host, int port);

/// Gives a file of the site or of the preview, or news. There is no way to
/// what lies on disk: only what was built is answered with.
Answer answer_to(const Asked& asked, int port, Showing& showing);

}  // namespace catalog::serve
