#include "compile/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compile/refusals.h"
#include "emit/html/grounds.h"
#include "emit/html/markdown.h"
#include "schema/registry.h"
#include "source/lines.h"
#include "theme/colour.h"
#include "theme/flaw.h"
#include "unicode/utf8.h"

namespace catalog::compile {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Message;
using diagnostics::Problem;
using diagnostics::Severity;
using diagnostics::Words;

constexpr Problem<std::string_view, std::string_view, std::string> too_faint{
    "low-contrast",
    Severity::error,
    {"`{}` on {} has a contrast of {}:1; WCAG 2.2 asks text for 4.5:1",
     "`{}` 与{}的对比度只有 {}:1，WCAG 2.2 要求文字不低于 4.5:1"}};
constexpr Message<std::string> take_this{"`{}` has enough", "可改用 `{}`"};
constexpr Problem<std::string_view> unused{
    "unused-theme-file",
    Severity::warning,
    {"`{}` is not used", "`{}` 没有用到"}};
constexpr Message<> these_are{
    "a theme has `logo.svg` or `logo.png`, `header.md`, `footer.md`, "
    "`style.css`",
    "theme/ 里可以放 `logo.svg` 或 `logo.png`、`header.md`、`footer.md`、"
    "`style.css`"};
constexpr Problem<std::string_view, std::size_t> too_large{
    "large-theme-file",
    Severity::error,
    {"`{}` is larger than {} bytes", "`{}` 超过 {} 字节"}};
constexpr Problem<std::string_view> not_text{
    "not-text",
    Severity::error,
    {"`{}` is not text in UTF-8", "`{}` 不是 UTF-8 编码的文本"}};
constexpr Message<> save_as{"save it as UTF-8", "请另存为 UTF-8 编码"};
constexpr Problem<std::string_view> unsafe{
    "unsafe-theme", Severity::error, {"{}", "{}"}};
constexpr Problem<> second_logo{"unused-theme-file",
                                Severity::warning,
                                {"there is a `logo.svg` too, which is taken",
                                 "已有 `logo.svg`，这个文件没有用到"}};
constexpr Problem<> no_address{
    "codes-without-address",
    Severity::warning,
    {"QR codes lead to the site, and nothing says where that is",
     "二维码要写网站地址，目录没有写"}};
constexpr Message<> say_where{"write `url` beside `theme`",
                              "请在 `theme` 旁写明 `url`"};
constexpr Problem<> raw_html{"raw-html",
                             Severity::error,
                             {"HTML is not taken over: write Markdown",
                              "不能写 HTML，请用 Markdown 书写"}};

/// One file of a theme: where its bytes go, and what may be wrong with them.
struct Part {
  std::string_view name;
  std::string_view theme::Theme::*bytes;
  std::size_t largest;
  std::vector<theme::Flaw> (*flaws)(std::string_view bytes);
  bool is_text = true;
};

std::vector<theme::Flaw> listed(std::optional<theme::Flaw> flaw) {
  if (!flaw) return {};
  return {*flaw};
}

constexpr Part parts[] = {
    {"logo.svg", &theme::Theme::svg_logo, theme::max_logo_bytes,
     [](std::string_view bytes) { return listed(theme::flaw_of_svg(bytes)); }},
    {"logo.png", &theme::Theme::png_logo, theme::max_logo_bytes,
     [](std::string_view bytes) { return listed(theme::flaw_of_png(bytes)); },
     false},
    {"header.md", &theme::Theme::header, theme::max_text_bytes, nullptr},
    {"footer.md", &theme::Theme::footer, theme::max_text_bytes, nullptr},
    {"style.css", &theme::Theme::style, theme::max_text_bytes,
     theme::flaws_of_style},
};

/// Reads one file, judges it and gives it to the theme.
class Reading {
 public:
  Reading(const fs::path& folder, source::SourceTree& tree, theme::Theme& theme,
          Diagnostics& found)
      : folder_(folder), tree_(tree), theme_(theme), found_(found) {}

  void read(const std::string& path) {
    const Part* part = part_named(path.substr(theme_folder.size()));
    if (part == nullptr) {
      const source::FileId file = tree_.add(path, "");
      found_.report(unused, source::Span{file, 0, 0}, path).help(these_are);
      return;
    }
    auto bytes = source::read_below(folder_, path);
    const auto* why = std::get_if<source::Refusal>(&bytes);
    const source::FileId file = tree_.add(
        path, why ? std::string() : std::move(std::get<std::string>(bytes)));
    const source::Span top{file, 0, 0};
    if (why) return report(*why, top, found_);
    if (part->bytes == &theme::Theme::png_logo) png_logo_ = file;
    if (is_sound(*part, file)) theme_.*part->bytes = tree_[file].bytes;
  }

  void choose_logo() {
    if (theme_.svg_logo.empty() || theme_.png_logo.empty()) return;
    theme_.png_logo = {};
    found_.report(second_logo, source::Span{png_logo_, 0, 0});
  }

 private:
  static const Part* part_named(std::string_view name) {
    for (const Part& part : parts)
      if (part.name == name) return &part;
    return nullptr;
  }

  bool is_sound(const Part& part, source::FileId file) {
    const std::string_view bytes = tree_[file].bytes;
    const source::Span top{file, 0, 0};
    if (bytes.size() > part.largest) {
      found_.report(too_large, top, part.name, part.largest);
      return false;
    }
    if (part.is_text && unicode::find_ill_formed(bytes) != bytes.npos) {
      found_.report(not_text, top, part.name).help(save_as);
      return false;
    }
    if (part.flaws == nullptr) return is_markdown(file);
    const auto flaws = part.flaws(bytes);
    for (const theme::Flaw& flaw : flaws)
      found_.report(unsafe,
                    source::Span{file, static_cast<std::uint32_t>(flaw.begin),
                                 static_cast<std::uint32_t>(flaw.end)},
                    flaw.what.in(found_.language()));
    return flaws.empty();
  }

  bool is_markdown(source::FileId file) {
    const auto line = emit::site::line_of_html(tree_[file].bytes);
    if (!line) return true;
    const source::Lines lines(tree_[file].bytes);
    const auto number = static_cast<std::uint32_t>(*line);
    const std::uint32_t begin = lines.start(number);
    const auto size = static_cast<std::uint32_t>(lines.line(number).size());
    found_.report(raw_html, source::Span{file, begin, begin + size});
    return false;
  }

  const fs::path& folder_;
  source::SourceTree& tree_;
  theme::Theme& theme_;
  Diagnostics& found_;
  source::FileId png_logo_{};
};

/// A colour that can be read on a ground of the site; else none, which is said.
std::string judged(const syntax::Node& node, theme::Colour ground,
                   const Words& ground_name, Diagnostics& found) {
  const auto read = theme::colour_of(node.text());
  if (!read) return {};
  const double contrast = theme::contrast(*read, ground);
  if (contrast >= theme::contrast_of_text) return std::string(node.text());
  const auto enough = theme::readable(*read, ground, theme::contrast_of_text);
  // Rounded down, so that no failing colour is said to have 4.5.
  found
      .report(too_faint, node.span(), node.text(),
              ground_name.in(found.language()),
              fmt::format("{:.1f}", static_cast<int>(contrast * 10) / 10.0))
      .help(take_this, theme::text_of(enough));
  return {};
}

/// What the manifest says, in whatever file it is.
void read_manifest(const syntax::Document& document, theme::Theme& theme,
                   Diagnostics& found) {
  const auto manifest = schema::value_at(document.root(), "catalog");
  const auto written =
      manifest ? schema::value_at(*manifest, "theme") : std::nullopt;
  if (!written) return;
  for (const auto [key, value] : written->entries()) {
    if (!value.is_scalar() || found.is_inside_poison(value.span())) continue;
    if (key.text() == "accent")
      theme.accent = judged(value, emit::site::light_ground,
                            {"a light ground", "浅色底"}, found);
    if (key.text() == "accent-dark")
      theme.accent_dark = judged(value, emit::site::dark_ground,
                                 {"a dark ground", "深色底"}, found);
    if (key.text() == "logo-text") theme.logo_text = value.text();
    if (key.text() == "item-codes" && value.text() == "true") {
      theme.has_item_codes = true;
      if (!schema::value_at(*manifest, "url"))
        found.report(no_address, key.span()).help(say_where);
    }
  }
}

}  // namespace

theme::Theme theme_in(const fs::path& folder, source::SourceTree& tree,
                      const std::vector<syntax::Document>& documents,
                      Diagnostics& found) {
  theme::Theme theme;
  for (const syntax::Document& document : documents)
    if (!document.empty()) read_manifest(document, theme, found);
  Reading reading(folder, tree, theme, found);
  for (const std::string& path : theme_files(folder)) reading.read(path);
  reading.choose_logo();
  return theme;
}

std::vector<std::string> theme_files(const fs::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator at(folder / theme_folder, error), end;
       !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with('.') && !name.ends_with(".yaml"))
      files.push_back(std::string(theme_folder) + name);
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace catalog::compile
