#include "import/report.h"

#include <algorithm>

#include "import/text.h"
#include "json/writer.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

using diagnostics::Language;
using diagnostics::Message;
using diagnostics::Words;

constexpr Words sureness[] = {
    {"repaired", "已修复"}, {"likely", "较有把握"}, {"to decide", "待定"}};
constexpr std::string_view keys[] = {"certain", "likely", "unsure"};
constexpr Message<std::string, std::string_view, std::string, std::string_view>
    with_text{"{}: {}: {} [{}]\n", "{}：{}：{} [{}]\n"};
constexpr Message<std::string> what_stood{", read from `{}`", "，原文 `{}`"};

/// Long cells are told from their beginning.
std::string shortened(const std::string& text) {
  constexpr std::size_t enough = 60;
  const std::string line = joined(text);
  const std::string_view begin = unicode::prefix(line, enough);
  return begin.size() == line.size() ? line : std::string(begin) + "…";
}

}  // namespace

std::string text_of(const Place& place) {
  std::string text = place.file;
  if (!place.sheet.empty()) text += " " + place.sheet;
  return text + "!" + workbook::a1(place.at);
}

void Remarks::add(const RemarkKind& kind, const Place& place, std::string read,
                  const std::string& instead) {
  all_.push_back({kind.code, kind.sure, place, std::move(read),
                  kind.message.in(language_, instead)});
}

void Remarks::replace(std::size_t index, const RemarkKind& kind) {
  Remark& remark = all_[index];
  remark.code = kind.code;
  remark.sure = kind.sure;
  remark.message = kind.message.in(language_, std::string());
}

std::size_t Remarks::count(Sure sure) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(),
                    [&](const Remark& each) { return each.sure == sure; }));
}

std::string report_text(const Remarks& remarks, Language language) {
  std::string text;
  for (const Remark& each : remarks.all()) {
    std::string message = each.message;
    if (!each.read.empty())
      message += what_stood.in(language, shortened(each.read));
    text +=
        with_text.in(language, text_of(each.place),
                     sureness[static_cast<std::size_t>(each.sure)].in(language),
                     message, each.code);
  }
  return text;
}

std::string report_json(const Remarks& remarks) {
  std::string text;
  json::Writer out(text);
  out.begin_array();
  for (const Remark& each : remarks.all()) {
    out.begin_object();
    out.member("file", std::string_view(each.place.file));
    out.member_if("sheet", each.place.sheet);
    out.member("cell", std::string_view(workbook::a1(each.place.at)));
    out.member("code", each.code);
    out.member("sure", keys[static_cast<std::size_t>(each.sure)]);
    out.member_if("read", each.read);
    out.member("message", std::string_view(each.message));
    out.end_object();
  }
  out.end_array();
  return text + "\n";
}

}  // namespace catalog::import
