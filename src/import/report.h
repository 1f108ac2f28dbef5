#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"
#include "workbook/sheet.h"

namespace catalog::import {

/// Where something was read.
struct Place {
  std::string file;
  std::string sheet;  // empty: the file has one without a name
  workbook::Position at;
};

/// `month.xlsx 义务教育!F37`.
std::string text_of(const Place& place);

/// How sure the reading is.
enum class Sure {
  certain,  // repaired: there is no other way to read it
  likely,   // read as tables mean it as a rule: worth a look
  unsure,   // a person must decide; a comment stands in the YAML
};

/// Something about a reading that the author should know.
struct Remark {
  std::string_view code;
  Sure sure = Sure::certain;
  Place place;
  std::string read;  // what stood there; may be empty
  std::string message;
};

/// A kind of remark, declared beside the code that makes it. Takes what was
/// read instead, where there is something to say.
struct RemarkKind {
  std::string_view code;
  Sure sure;
  diagnostics::Message<std::string> message;
};

class Remarks {
 public:
  explicit Remarks(diagnostics::Language language) : language_(language) {}

  void add(const RemarkKind& kind, const Place& place, std::string read,
           const std::string& instead = {});
  /// Says something else in the place of a remark.
  void replace(std::size_t index, const RemarkKind& kind);
  const std::vector<Remark>& all() const { return all_; }
  std::size_t count(Sure sure) const;

 private:
  diagnostics::Language language_;
  std::vector<Remark> all_;
};

/// A line a remark, as people read it, and as JSON.
std::string report_text(const Remarks& remarks, diagnostics::Language language);
std::string report_json(const Remarks& remarks);

}  // namespace catalog::import
