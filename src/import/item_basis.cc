#include "import/item_basis.h"

#include <algorithm>

#include "import/basis.h"
#include "import/text.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

constexpr RemarkKind no_text{"names-no-text",
                             Sure::unsure,
                             {"names no law or document: kept as `{}`",
                              "没有指明法律法规或文件，照录为 `{}`"}};
constexpr RemarkKind other_number{
    "other-number",
    Sure::unsure,
    {"the number differs from that of the same title elsewhere: `{}`",
     "与别处同名文件的文号不同：`{}`"}};

void add_basis(ItemRow& row, Item& item, const Citation& citation) {
  constexpr std::size_t longest_title = 300, longest_text = 1000,
                        longest_note = 200;
  Basis basis;
  if (citation.title.empty() ||
      unicode::count(citation.title) > longest_title) {
    row.ask(item, "basis", no_text, row.place(Field::basis), citation.printed,
            std::string(unicode::prefix(citation.printed, 40)));
    for (std::string& piece : pieces_of(citation.printed, longest_text)) {
      Basis part;
      part.text = std::move(piece);
      item.basis.push_back(std::move(part));
    }
    return;
  }
  Registered& law =
      row.imported.laws.entry(title_key(citation.title), citation.title);
  if (law.name != citation.title &&
      std::find(law.aliases.begin(), law.aliases.end(), citation.title) ==
          law.aliases.end()) {
    // The full title is the one with 中华人民共和国 before it.
    if (citation.title.size() > law.name.size()) {
      law.aliases.push_back(law.name);
      law.name = citation.title;
    } else {
      law.aliases.push_back(citation.title);
    }
  }
  if (law.number.empty()) law.number = citation.number;
  const bool is_known_number =
      citation.number.empty() || citation.number == law.number ||
      std::find(law.former_numbers.begin(), law.former_numbers.end(),
                citation.number) != law.former_numbers.end();
  if (!is_known_number) {
    row.ask(item, "basis", other_number, row.place(Field::basis),
            citation.printed, law.number);
    basis.text = citation.printed;
    basis.is_citation = true;
    item.basis.push_back(std::move(basis));
    return;
  }
  if (unicode::count(citation.rest) > longest_note) {
    for (std::string& piece : pieces_of(citation.printed, longest_text)) {
      Basis part;
      part.text = std::move(piece);
      part.is_citation = item.basis.empty() && contains(part.text, "《");
      item.basis.push_back(std::move(part));
    }
    return;
  }
  basis.law = law.id;
  basis.article = citation.article;
  basis.note = citation.rest;
  item.basis.push_back(std::move(basis));
}

}  // namespace

void read_basis(ItemRow& row, Item& item) {
  const std::string text = row.cell(Field::basis);
  if (is_empty_mark(text)) return;
  for (const Citation& each : citations_in(text, row.is_wrapped(Field::basis)))
    add_basis(row, item, each);
}

}  // namespace catalog::import
