#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalog::phrase {

/// The number of a document: 国务院令第711号, 财农〔2017〕41号,
/// 国家税务总局公告2009年第1号.
struct DocumentNumber {
  enum class Form {
    none,
    letter,  // 财农〔2017〕41号
    order,   // 国务院令第711号, with a year or without
    notice,  // 国家税务总局公告2009年第1号
  };
  enum class Fault {
    none,
    brackets,      // 财农[2017]41号: surely 〔〕
    order_word,    // 国务院令711号: 第 is missing
    extra_word,    // 财农〔2017〕第41号: 第 too many
    zeros,         // 财农〔2017〕041号
    run_together,  // 〔201744号: what was meant is not sure
    no_year,       // 渝交计121号
  };
  Form form = Form::none;
  std::string organ;  // 财农, 国务院; may be empty
  int year = 0;       // 0: not said
  int number = 0;     // 0: not sure
  Fault fault = Fault::none;
  std::string text;  // in its printed form; as written where that is not sure

  bool empty() const { return form == Form::none; }
  friend bool operator==(const DocumentNumber&,
                         const DocumentNumber&) = default;
};

/// Takes a number off the front of a plain text (see PlainText), which may go
/// on with anything.
std::optional<DocumentNumber> take_document_number(std::string_view& plain);

/// Notes that a number was written with years in ﹝﹞, which a plain text does
/// not tell from 〔〕.
void mind_brackets(std::string_view written, DocumentNumber& number);

/// Reads a number that stands alone, half- or full-width.
std::optional<DocumentNumber> document_number(std::string_view text);

/// Whether one knows what was meant by a malformed number.
bool is_sure(const DocumentNumber& number);

/// Whether two numbers may be the same: what both say agrees, whatever the
/// spelling of the organ (国令, 中华人民共和国国务院令).
bool may_be_same(const DocumentNumber& a, const DocumentNumber& b);

/// The same text for all spellings of one number; empty where the number is
/// not sure or does not say whose it is.
std::string key_of(const DocumentNumber& number);

}  // namespace catalog::phrase
