#include <fmt/format.h>

#include <iterator>

#include "diagnostics/places.h"
#include "diagnostics/render.h"

namespace catalog::diagnostics {
namespace {

/// Text for an attribute or an element; signs that XML has no room for are
/// shown as on a terminal.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char byte : printable(text)) switch (byte) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += byte;
    }
  return result;
}

class JunitRenderer {
 public:
  explicit JunitRenderer(const Report& report)
      : report_(report), places_(report.tree) {
    for (Diagnostic& each : report.diagnostics.sorted())
      if (report.shows_info || each.severity != Severity::info)
        all_.push_back(std::move(each));
  }

  std::string render() {
    const std::size_t broken = report_.failure.empty() ? 0 : 1;
    std::size_t failures = 0, tests = broken;
    std::string suites;
    for (std::size_t i = 0; i < report_.tree.size(); ++i) {
      const Suite suite = suite_of(report_.tree.id(i));
      if (suite.tests == 0) continue;
      failures += suite.failures;
      tests += suite.tests;
      suites += suite.text;
    }
    if (broken > 0) suites += suite_of_failure();
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites name=\"catalog\" tests=\"{}\" failures=\"{}\" "
        "errors=\"{}\">\n{}</testsuites>\n",
        tests, failures, broken, suites);
  }

 private:
  struct Suite {
    std::string text;
    std::size_t tests = 0;
    std::size_t failures = 0;
  };

  /// The findings of the next file; one case that passes where there are
  /// none.
  Suite suite_of(source::FileId file) {
    Suite suite;
    const std::string path = escaped(report_.path(file));
    std::string cases;
    for (; next_ < all_.size() && all_[next_].span.file == file; ++next_) {
      const Diagnostic& each = all_[next_];
      ++suite.tests;
      suite.failures += is_failure(each);
      cases += case_of(each, path);
    }
    const bool is_authors =
        static_cast<std::size_t>(file) < report_.coverage.files;
    if (suite.tests == 0 && is_authors) {
      suite.tests = 1;
      cases = fmt::format("    <testcase classname=\"{}\" name=\"check\"/>\n",
                          path);
    }
    suite.text = fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
        "skipped=\"0\">\n{}  </testsuite>\n",
        path, suite.tests, suite.failures, cases);
    return suite;
  }

  bool is_failure(const Diagnostic& each) const {
    return is_at_least(each.severity, report_.fails_at);
  }

  std::string case_of(const Diagnostic& each, const std::string& path) {
    const source::Position at = places_.begin(each.span);
    std::string text = fmt::format("{}:{}:{}: {}", path, at.line, at.column,
                                   escaped(each.message));
    if (!each.help.empty()) text += "\n" + escaped(each.help);
    const std::string inside =
        is_failure(each)
            ? fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                          escaped(each.code), escaped(each.message), text)
            : fmt::format("<system-out>{}</system-out>", text);
    return fmt::format(
        "    <testcase classname=\"{}\" name=\"{}:{} {}\">\n      {}\n"
        "    </testcase>\n",
        path, at.line, at.column, escaped(each.code), inside);
  }

  std::string suite_of_failure() const {
    const std::string why = escaped(report_.failure);
    return fmt::format(
        "  <testsuite name=\"catalog\" tests=\"1\" failures=\"0\" "
        "errors=\"1\" skipped=\"0\">\n"
        "    <testcase classname=\"catalog\" name=\"check\">\n"
        "      <error type=\"failure\" message=\"{0}\">{0}</error>\n"
        "    </testcase>\n  </testsuite>\n",
        why);
  }

  const Report& report_;
  Places places_;
  std::vector<Diagnostic> all_;  // by file
  std::size_t next_ = 0;
};

}  // namespace

std::string render_junit(const Report& report) {
  return JunitRenderer(report).render();
}

}  // namespace catalog::diagnostics
