#include "import/text.h"
#include "sync/drafts.h"
#include "sync/plain.h"
#include "sync/values.h"

/// Where complaints go: office, telephone and address.
namespace catalog::sync {
namespace {

using diagnostics::Message;
using syntax::Draft;

constexpr Message<> inherited{
    "it comes from the office's or the catalog's own entry and cannot be taken "
    "away here",
    "该值取自公开主体或目录的统一设定，不能在此删去"};

/// What the lines of a cell say, all in one.
struct Contact {
  std::string office, phone, url;
};

Contact contact_in(std::string_view cell) {
  Contact contact;
  for (const std::string& line : lines_in(import::cleaned(cell))) {
    const std::string printed = import::printed(line);
    if (printed.starts_with("电话：")) {
      contact.phone = printed.substr(std::string_view("电话：").size());
    } else if (printed.starts_with("网址：") || printed.starts_with("http")) {
      const std::size_t at = line.find("http");
      contact.url = at == line.npos ? printed : line.substr(at);
    } else if (contact.phone.empty() &&
               printed.find_first_not_of("0123456789-()、/转 ") ==
                   printed.npos) {
      contact.phone = printed;
    } else {
      contact.office += printed;
    }
  }
  return contact;
}

}  // namespace

Value ValueReader::supervision(const std::optional<Draft>& current,
                               const std::vector<Given>& cells) const {
  Draft draft = current.value_or(Draft::mapping({}));
  const auto put = [&](std::string_view key, const std::string& now,
                       bool was_there) {
    if (!now.empty()) {
      set(draft, key, Draft::of(now));
      return true;
    }
    const bool is_own = find(draft, key) != nullptr;
    erase(draft, key);
    return is_own || !was_there;
  };
  for (const Given& cell : cells) {
    const std::string part = part_of(cell.kind().value);
    bool is_fine = true;
    if (part.empty()) {
      const Contact before = contact_in(cell.mine), now = contact_in(cell.now);
      if (before.office != now.office)
        is_fine = put("office", now.office, true) && is_fine;
      if (before.phone != now.phone)
        is_fine = put("phone", now.phone, true) && is_fine;
      if (before.url != now.url) is_fine = put("url", now.url, true) && is_fine;
    } else {
      const std::string now = part == "url"
                                  ? std::string(import::trimmed(cell.now))
                                  : one_line(cell.now);
      is_fine = put(part, now, !cell.mine.empty());
    }
    if (!is_fine) return Said::of(inherited);
  }
  if (draft.values.empty()) return std::monostate();
  return draft;
}

}  // namespace catalog::sync
