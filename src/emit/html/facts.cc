#include "emit/html/facts.h"

#include <string>

namespace catalog::emit::site {
namespace {

/// The number to dial, or nothing where it is not one number.
std::string dialled(std::string_view phone) {
  std::string digits;
  for (const char each : phone) {
    if (each >= '0' && each <= '9')
      digits += each;
    else if (each != '-' && each != ' ')
      return {};
  }
  return digits;
}

}  // namespace

void Facts::open() {
  if (!is_open_) out_ << "<dl class=\"facts\">\n";
  is_open_ = true;
}

void Facts::add(Text label, std::string_view value) {
  if (value.empty()) return;
  Markup shown;
  shown << text(value);
  add(label, shown);
}

void Facts::add(Text label, const Markup& value) {
  if (value.empty()) return;
  open();
  out_ << "<div><dt>" << label << "</dt><dd>" << value << "</dd></div>\n";
}

void Facts::add_link(Text label, std::string_view url) {
  if (!is_safe_link(url)) {
    add(label, url);
    return;
  }
  Markup link;
  link << "<a href=\"" << text(url) << "\" rel=\"noopener noreferrer\">"
       << text(url) << "</a>";
  add(label, link);
}

void Facts::add_phone(Text label, std::string_view phone) {
  const std::string number = dialled(phone);
  if (number.empty()) {
    add(label, phone);
    return;
  }
  Markup link;
  link << "<a href=\"tel:" << text(number) << "\">" << text(phone) << "</a>";
  add(label, link);
}

void Facts::end() {
  if (is_open_) out_ << "</dl>\n";
}

}  // namespace catalog::emit::site
