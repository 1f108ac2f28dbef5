#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog::import {

/// What a column holds, by the words over it.
enum class Field : unsigned char {
  none,
  heading,  // stands over others and says nothing itself: 公开标准
  number,
  code,
  domain,
  name1,
  name2,
  name3,
  content,
  basis,
  timing,
  body,
  channels,
  channel,  // one of the columns under 公开渠道, named after it
  audience,
  everyone,
  group,
  mode,
  proactive,
  on_request,
  levels,
  level,  // one of the columns under 公开层级
  supervision,
  note,
  column,
  opens,
  phone,
  url,
  extra,  // any other: kept as an element
};

/// One of the levels of the name.
constexpr bool is_name(Field field) {
  return field == Field::name1 || field == Field::name2 ||
         field == Field::name3;
}

/// The field that a header cell names, whatever its wording; `none` where it
/// is none of those known.
Field field_of(std::string_view header);

/// The cells that were put into one with a separator: 公开层级, 县级 of
/// `公开层级-县级`. The text itself where it is no such header.
std::vector<std::string> header_parts(const std::string& header);

/// The field that a column holds where none of its own words stands over the
/// table: 公开形式 the channels, 责任科室 the body, 更新频率 the timing. `none`
/// where it is none of these.
Field stand_in_of(std::string_view header);

/// Whether a column left of the items groups them: plainly, by its words
/// (信息类别, 大类), or where a cell of it stands for several items (公开类别).
enum class Grouping : unsigned char { none, possible, plain };
Grouping grouping_of(std::string_view header);

/// A header without blanks, remarks in brackets and numbers behind it.
std::string header_word(std::string_view header);

/// Tiers that a text names: 县级, 乡、村级, 镇（街）级. 市级 alone may mean a
/// city or one that is a county: `city` says that the word stands there.
struct TierWords {
  bool province = false, city = false, county = false, town = false,
       village = false;

  bool any() const { return province || city || county || town || village; }
};
TierWords tiers_in(std::string_view text);

/// The domain that a title, a sheet or a file is named after: 义务教育 in
/// `(一)义务教育领域基层政务公开标准目录`. Empty where it names none.
std::string domain_in(std::string_view title);

}  // namespace catalog::import
