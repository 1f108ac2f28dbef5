#include "resolve/citations.h"

namespace catalog::resolve {
namespace {

constexpr std::string_view open = "《";
constexpr std::string_view close = "》";

/// The end of the title that opens at 0, after its 》.
std::optional<std::size_t> end_of_title(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(open)) {
      ++depth;
      at += open.size();
    } else if (text.substr(at).starts_with(close)) {
      at += close.size();
      if (--depth == 0) return at;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PrintedCitation> printed_citation(std::string_view text) {
  const std::size_t begin = text.find(open);
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin);
  const auto end = end_of_title(text);
  if (!end) return std::nullopt;
  PrintedCitation citation;
  citation.title = text.substr(open.size(), *end - open.size() - close.size());
  const std::string_view after = text.substr(*end);
  const std::size_t article = after.find("第");
  const std::size_t next = after.find(open);
  if (article != std::string_view::npos && article < next)
    citation.article = after.substr(article, next - article);
  return citation;
}

TitleIndex::TitleIndex(const Registry<LawId, model::Law>& laws) {
  for (std::size_t i = 0; i < laws.size(); ++i) {
    const model::Law& law = laws.all()[i];
    by_title_.try_emplace(law.title.text, laws.id(i));
    for (const model::Text& alias : law.aliases)
      by_title_.try_emplace(alias.text, laws.id(i));
  }
}

std::optional<LawId> TitleIndex::find(std::string_view title) const {
  const auto found = by_title_.find(title);
  if (found == by_title_.end()) return std::nullopt;
  return found->second;
}

}  // namespace catalog::resolve
