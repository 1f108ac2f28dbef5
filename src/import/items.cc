#include "import/items.h"

#include <re2/re2.h>

#include <algorithm>

#include "import/basis.h"
#include "import/text.h"
#include "import/ticks.h"
#include "phrase/timing.h"
#include "unicode/utf8.h"

namespace catalog::import {
namespace {

using model::Level;
using model::Mode;

constexpr RemarkKind nothing_stands{
    "nothing-stands",
    Sure::unsure,
    {"the table does not say it; written as the most usual: `{}`",
     "原表没有写明，暂按通例写作 `{}`"}};
constexpr RemarkKind not_understood{
    "timing-not-understood",
    Sure::unsure,
    {"of this timing, `{}` is not understood", "公开时限中的 `{}` 未能理解"}};
constexpr RemarkKind lost_font{
    "lost-font",
    Sure::likely,
    {"letters left of a lost symbol font, read as ticks: {}",
     "符号字体丢失后残留的字母，按勾选读取：{}"}};
constexpr RemarkKind two_ticks{
    "two-ticks",
    Sure::unsure,
    {"two different signs are used, both read as ticked: {}",
     "用了两种勾选符号，均按已勾选读取：{}"}};
constexpr RemarkKind no_text{"names-no-text",
                             Sure::unsure,
                             {"names no law or document: kept as `{}`",
                              "没有指明法律法规或文件，照录为 `{}`"}};
constexpr RemarkKind other_number{
    "other-number",
    Sure::unsure,
    {"the number differs from that of the same title elsewhere: `{}`",
     "与别处同名文件的文号不同：`{}`"}};
constexpr RemarkKind unnamed_group{
    "unnamed-group",
    Sure::unsure,
    {"a special group is ticked and not named{}", "勾选了特定群体而未写明{}"}};
constexpr RemarkKind unnamed_channel{
    "unnamed-channel",
    Sure::unsure,
    {"another channel is ticked and not named{}", "勾选了其他渠道而未写明{}"}};
constexpr RemarkKind said_more{
    "said-more",
    Sure::likely,
    {"more than a tick: ticked, and `{}` is in the note",
     "不止一个勾：按勾选读取，`{}` 写入备注"}};
constexpr RemarkKind no_first_level{
    "no-first-level",
    Sure::likely,
    {"nothing stands in the level above; `{}` is the whole name",
     "上一级事项为空，以 `{}` 为事项名称"}};
constexpr RemarkKind unknown_level{
    "unknown-level",
    Sure::unsure,
    {"`{}` is not one of the levels of the language", "`{}` 不是可识别的层级"}};
constexpr RemarkKind no_mode{
    "no-mode",
    Sure::likely,
    {"neither proactive nor on request is ticked: taken for {}",
     "主动与依申请均未勾选，按 {} 处理"}};
constexpr RemarkKind cut_text{
    "long-text",
    Sure::unsure,
    {"longer than the language allows: parted, the rest is in `{}`",
     "超过允许的长度，已拆分，其余写在 `{}`"}};
constexpr RemarkKind ditto_inside{
    "ditto",
    Sure::unsure,
    {"points to another row; write it out: `{}`", "指向其他行，须写明：`{}`"}};
constexpr RemarkKind shown_before{"shown-before",
                                  Sure::likely,
                                  {"the same item stands at {}: imported once",
                                   "与 {} 为同一事项，只导入一次"}};
constexpr RemarkKind no_domain{
    "no-domain",
    Sure::unsure,
    {"no title, sheet or column names the domain: put into `{}`",
     "标题、工作表和列中都没有领域名称，归入 `{}`"}};

constexpr std::string_view statutory = "信息形成或者变更之日起20个工作日内";

std::string plain_text(const std::string& cell) {
  return printed(joined(cell));
}

/// Cells that say there is nothing: —, /, 无.
bool is_empty_mark(const std::string& text) {
  const std::string plain = squashed(text);
  return plain.empty() || plain == "—" || plain == "-" || plain == "--" ||
         plain == "——" || plain == "─" || plain == "/" || plain == "\\" ||
         plain == "无" || plain == "\\N";
}

bool has_signs(const Boxes& boxes, const std::string& text) {
  return boxes.has_open || without_tick(text) != plain_text(text);
}

std::vector<std::string> joined_names(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& each : names) all += (all.empty() ? "" : "、") + each;
  if (all.empty()) return {};
  return {std::string(unicode::prefix(all, 200))};
}

/// Reads the rows of one table.
class ItemReader {
 public:
  ItemReader(const Table& table, const std::string& fallback_domain,
             Imported& imported, Remarks& remarks)
      : table_(table),
        fallback_domain_(fallback_domain),
        imported_(imported),
        remarks_(remarks) {
    for (const Column& each : table.header.columns) {
      numbered_.push_back(has_numbers(each));
      has_county_ = has_county_ || each.tiers.county;
    }
  }

  void read(const Row& row) {
    row_ = &row;
    Item item;
    read_name(item);
    if (item.name.empty()) return;
    item.place = place_of(row);
    item.known_as = row.id;
    read_content(item);
    read_timing(item);
    read_bodies(item);
    if (is_repeated(item)) return;
    read_domain(item);
    read_basis(item);
    read_channels(item);
    read_audience(item);
    read_modes(item);
    read_levels(item);
    read_others(item);
    imported_.by_name.emplace(key_of(item), imported_.items.size());
    imported_.items.push_back(std::move(item));
  }

 private:
  /// Where a row begins of which the first cells may be merged downwards.
  static const Place& place_of(const Row& row) {
    return *std::max_element(
        row.places.begin(), row.places.end(),
        [](const Place& a, const Place& b) { return a.at.row < b.at.row; });
  }

  /// Whether another sheet of the file has the very same row: sheets of views
  /// show items once more.
  bool is_repeated(const Item& item) {
    std::string code;
    const std::string domain = squashed(domain_name(code));
    const auto [begin, end] = imported_.by_name.equal_range(key_of(item));
    for (auto at = begin; at != end; ++at) {
      const Item& each = imported_.items[at->second];
      if (each.place.file == item.place.file &&
          each.place.sheet != item.place.sheet &&
          (domain.empty() ||
           domain == squashed(imported_.domains.all()[each.domain].name)) &&
          each.timing == item.timing && each.bodies == item.bodies &&
          std::equal(each.content.begin(), each.content.end(),
                     item.content.begin(), item.content.end(),
                     [](const Entry& a, const Entry& b) {
                       return a.text == b.text && a.parts == b.parts;
                     })) {
        remarks_.add(shown_before, item.place, {}, text_of(each.place));
        return true;
      }
    }
    return false;
  }

  static std::string key_of(const Item& item) {
    std::string key;
    for (const std::string& each : item.name) key += each + "\n";
    return key;
  }

  const std::vector<Column>& columns() const { return table_.header.columns; }

  /// Whether the names of a column are numbered: most of them, not one that
  /// happens to begin with a number.
  bool has_numbers(const Column& column) const {
    const auto index = static_cast<std::size_t>(&column - columns().data());
    std::size_t names = 0, numbers = 0;
    for (const Row& row : table_.rows) {
      const std::string name = joined(row.texts[index]);
      if (name.empty()) continue;
      ++names;
      if (without_number(name) != name) ++numbers;
    }
    return numbers > 0 && numbers * 2 >= names;
  }

  /// The text of a column that is there once; empty where it is not.
  std::string cell(Field field) const {
    const std::string* text = table_.text(*row_, field);
    return text ? *text : std::string();
  }
  const Place& place(Field field) const { return table_.place(*row_, field); }
  bool is_wrapped(Field field) const {
    for (std::size_t i = 0; i < columns().size(); ++i)
      if (columns()[i].field == field) return table_.wrapped[i];
    return false;
  }

  /// A remark that is also a comment at the key of the item.
  void ask(Item& item, const std::string& key, const RemarkKind& kind,
           const Place& where, const std::string& read,
           const std::string& instead) {
    item.open_points.push_back(
        {key,
         kind.message.in(diagnostics::Language::zh, instead) + "（" +
             text_of(where) + "）",
         kind.code == nothing_stands.code, remarks_.all().size()});
    remarks_.add(kind, where, read, instead);
  }

  void read_name(Item& item) {
    bool lacks_first = false;
    for (std::size_t i = 0; i < columns().size(); ++i) {
      const Field field = columns()[i].field;
      if (field != Field::name1 && field != Field::name2 &&
          field != Field::name3)
        continue;
      std::string name = joined(row_->texts[i]);
      if (is_empty_mark(name)) {
        lacks_first = lacks_first || item.name.empty();
        continue;
      }
      static const re2::RE2 coded("^(.*?)[\\s(（]*([0-9]{6,12})[)）]?$");
      std::string code, rest;
      if (re2::RE2::FullMatch(name, coded, &rest, &code) && !rest.empty()) {
        item.code = code;
        name = rest;
      }
      if (numbered_[i]) name = without_number(name);
      name = printed(trimmed(name));
      if (is_empty_mark(name)) continue;
      constexpr std::size_t longest = 200;
      if (unicode::count(name) > longest) {
        item.note = name;
        ask(item, "name", cut_text, row_->places[i], name, "note");
        name = std::string(unicode::prefix(name, longest));
      }
      if (lacks_first && item.name.empty())
        remarks_.add(no_first_level, row_->places[i], {}, name);
      item.name.push_back(name);
    }
    for (const Column& each : columns()) {
      if (each.field != Field::code) continue;
      const auto index = static_cast<std::size_t>(&each - columns().data());
      const std::string code = squashed(row_->texts[index]);
      static const re2::RE2 legal("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
      if (re2::RE2::FullMatch(code, legal)) item.code = code;
    }
  }

  /// The domain that a column, a title, the sheet or the file names.
  std::string domain_name(std::string& code) const {
    std::string name = joined(cell(Field::domain));
    static const re2::RE2 coded("^(.*?)[\\s(（]*([0-9]{3,12})[)）]?$");
    std::string rest;
    if (re2::RE2::FullMatch(name, coded, &rest, &code) && !rest.empty())
      name = rest;
    else
      code.clear();
    if (ends_with_any(name, {"领域"}))
      name.erase(name.size() - std::string_view("领域").size());
    name = printed(without_number(name));
    if (name.empty() || unicode::count(name) > 60) name = row_->domain;
    return name.empty() ? fallback_domain_ : name;
  }

  void read_domain(Item& item) {
    std::string code;
    std::string name = domain_name(code);
    if (name.empty()) {
      name = "未分领域";
      if (!has_asked_for_domain_)
        ask(item, "id", no_domain, row_->places.front(), {}, name);
      has_asked_for_domain_ = true;
    }
    Registered& domain = imported_.domains.entry(squashed(name), name);
    if (domain.code.empty()) domain.code = code;
    item.domain = imported_.domains.index_of(domain.id);
  }

  void read_content(Item& item) {
    const std::string text = cell(Field::content);
    if (is_empty_mark(text)) {
      item.content = {{item.name.back(), {}, false}};
      item.assumed.push_back("content");
      ask(item, "content", nothing_stands, place(Field::content), {},
          item.name.back());
      return;
    }
    constexpr std::size_t longest = 4000;
    for (Entry& each : entries_of(text, is_wrapped(Field::content))) {
      if (unicode::count(each.text) <= longest) {
        item.content.push_back(std::move(each));
        continue;
      }
      ask(item, "content", cut_text, place(Field::content), {}, "content");
      for (std::string& piece : pieces_of(each.text, longest))
        item.content.push_back({std::move(piece), {}, each.optional});
    }
    if (contains(text, "同上"))
      ask(item, "content", ditto_inside, place(Field::content), text,
          std::string(unicode::prefix(plain_text(text), 40)));
  }

  void read_basis(Item& item) {
    const std::string text = cell(Field::basis);
    if (is_empty_mark(text)) return;
    for (const Citation& each : citations_in(text, is_wrapped(Field::basis)))
      add_basis(item, each);
  }

  void add_basis(Item& item, const Citation& citation) {
    constexpr std::size_t longest_title = 300, longest_text = 1000,
                          longest_note = 200;
    Basis basis;
    if (citation.title.empty() ||
        unicode::count(citation.title) > longest_title) {
      ask(item, "basis", no_text, place(Field::basis), citation.printed,
          std::string(unicode::prefix(citation.printed, 40)));
      for (std::string& piece : pieces_of(citation.printed, longest_text)) {
        Basis part;
        part.text = std::move(piece);
        item.basis.push_back(std::move(part));
      }
      return;
    }
    Registered& law =
        imported_.laws.entry(title_key(citation.title), citation.title);
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
      ask(item, "basis", other_number, place(Field::basis), citation.printed,
          law.number);
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

  void read_timing(Item& item) {
    const std::string cell_text = cell(Field::timing);
    if (is_empty_mark(cell_text)) {
      item.timing = {std::string(statutory)};
      item.assumed.push_back("timing");
      ask(item, "timing", nothing_stands, place(Field::timing), {},
          std::string(statutory));
      return;
    }
    item.timing = clauses_of(cell_text);
    constexpr std::size_t longest = 2000;
    for (std::string& text : item.timing) {
      if (unicode::count(text) > longest) {
        item.note += text;
        text = std::string(unicode::prefix(text, longest));
        ask(item, "timing", cut_text, place(Field::timing), {}, "note");
      }
      const phrase::Timing timing = phrase::timing(text);
      for (const phrase::Slip& slip : timing.slips) {
        if (!slip.is_unread()) continue;
        ask(item, "timing", not_understood, place(Field::timing), cell_text,
            text.substr(slip.range.begin, slip.range.end - slip.range.begin));
        break;
      }
    }
  }

  /// Lines that are clauses of their own stay apart.
  std::vector<std::string> clauses_of(const std::string& cell_text) const {
    const auto lines = lines_of(cell_text);
    const bool are_clauses =
        lines.size() > 1 && lines.size() <= 50 &&
        std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
          const auto timing = phrase::timing(line);
          return timing.clauses.size() == 1 && timing.is_read();
        });
    if (!are_clauses) return {plain_text(cell_text)};
    std::vector<std::string> clauses;
    for (const std::string_view line : lines)
      clauses.push_back(printed(trimmed(line, U"；;。，,")));
    return clauses;
  }

  void read_bodies(Item& item) {
    const std::string text = cell(Field::body);
    if (!is_empty_mark(text) && !read_bodies_by_level(item, text))
      add_bodies(item, "", text, is_wrapped(Field::body));
    if (!item.bodies.empty()) return;
    constexpr std::string_view unknown = "待明确的公开主体";
    Registered& body =
        imported_.bodies.entry(std::string(unknown), std::string(unknown));
    body.flag = true;
    item.bodies.push_back({"", {body.id}});
    item.assumed.push_back("body");
    ask(item, "body", nothing_stands, place(Field::body), {},
        std::string(unknown));
  }

  void add_bodies(Item& item, const std::string& level, std::string_view text,
                  bool wrapped) {
    std::vector<std::string> ids;
    for (std::string& name : bodies_in(text, wrapped)) {
      constexpr std::size_t longest = 200;
      if (unicode::count(name) > longest) {
        item.note += name;
        ask(item, "body", cut_text, place(Field::body), {}, "note");
        name = std::string(unicode::prefix(name, longest));
      }
      Registered& body = imported_.bodies.entry(squashed(name), name);
      if (!body.is_from_base) body.flag = is_generic(name);
      if (std::find(ids.begin(), ids.end(), body.id) == ids.end())
        ids.push_back(body.id);
    }
    if (!ids.empty()) item.bodies.emplace_back(level, std::move(ids));
  }

  /// `县级：民政部门`, a line a level; nothing is read where one line is not
  /// like that.
  bool read_bodies_by_level(Item& item, const std::string& text) {
    static const re2::RE2 line("([省市州县区旗乡镇村]+级)[：:]\\s*(.+)");
    std::vector<std::pair<std::string, std::string>> parts;
    for (const std::string_view each : lines_of(text)) {
      std::string tier, bodies;
      if (!re2::RE2::FullMatch(re2::StringPiece(each.data(), each.size()), line,
                               &tier, &bodies))
        return false;
      const auto levels = levels_of(tiers_in(tier));
      if (levels.size() != 1) return false;
      parts.emplace_back(word(levels[0]), bodies);
    }
    for (const auto& [level, bodies] : parts)
      add_bodies(item, level, bodies, true);
    return !parts.empty();
  }

  /// `其他：办税服务厅` names a channel behind the word.
  static std::string other_name(const std::string& name) {
    static const re2::RE2 other(
        "^其[他它](?:渠道)?\\s*[：:_（( ]+\\s*(.+?)[）)]?$");
    static const re2::RE2 near("^其[他它](\\p{Han}.{2,})$");
    std::string named;
    if (re2::RE2::FullMatch(name, other, &named)) {
      if (contains(named, "（") && name.ends_with("）")) named += "）";
      return named;
    }
    if (re2::RE2::FullMatch(name, near, &named) && named != "渠道")
      return named;
    return {};
  }

  ChannelRefs channels_of(const std::string& text, std::size_t domain) {
    ChannelRefs refs;
    const Boxes boxes = boxes_of(text);
    const Registered* before = nullptr;
    for (const Box& each : boxes.boxes) {
      constexpr std::size_t longest = 200;
      const std::string name(unicode::prefix(each.name, longest));
      if (const std::string other = other_name(name); !other.empty()) {
        if (each.ticked) refs.other.push_back(other);
        continue;
      }
      Registered& channel =
          imported_.channels.entry_behind(before, squashed(name), name);
      before = &channel;
      if (boxes.has_open) channel.open_in.insert(domain);
      if (!each.ticked) {
        if (table_.header.open_box_is_optional)
          refs.optional.push_back(channel.id);
      } else if (std::find(refs.ids.begin(), refs.ids.end(), channel.id) ==
                 refs.ids.end()) {
        refs.ids.push_back(channel.id);
      }
    }
    if (table_.header.one_is_enough && refs.ids.size() > 1)
      std::swap(refs.any_of, refs.ids);
    return refs;
  }

  void remark_boxes(Item& item, const std::string& text, const Place& where) {
    const Boxes boxes = boxes_of(text);
    if (boxes.is_repaired) {
      std::string ticked;
      for (const Box& each : boxes.boxes)
        if (each.ticked) ticked += (ticked.empty() ? "" : "、") + each.name;
      remarks_.add(lost_font, where, text, ticked);
    }
    if (boxes.has_two_kinds)
      ask(item, "channels", two_ticks, where, text,
          std::string(unicode::prefix(joined(text), 30)));
  }

  void read_channels(Item& item) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < columns().size(); ++i)
      if (columns()[i].field == Field::channels &&
          !is_empty_mark(row_->texts[i]))
        found.push_back(i);
    for (const std::size_t i : found) {
      const std::string& text = row_->texts[i];
      const ChannelRefs refs = channels_of(text, item.domain);
      remark_boxes(item, text, row_->places[i]);
      if (refs.empty()) continue;
      const std::string level = found.size() > 1 ? level_left_of(i) : "";
      if (level.empty() && !item.channels.empty()) continue;
      item.channels.emplace_back(level, refs);
    }
    if (item.channels.empty()) read_channel_columns(item);
    if (!item.channels.empty()) return;
    constexpr std::string_view usual = "政府网站";
    ChannelRefs refs;
    refs.ids = {
        imported_.channels.entry(std::string(usual), std::string(usual)).id};
    item.channels.emplace_back("", refs);
    item.assumed.push_back("channels");
    ask(item, "channels", nothing_stands, place(Field::channels), {},
        std::string(usual));
  }

  /// A channel a column: its head names it, a tick chooses it.
  void read_channel_columns(Item& item) {
    ChannelRefs refs;
    const Registered* before = nullptr;
    for (std::size_t i = 0; i < columns().size(); ++i) {
      if (columns()[i].field != Field::channel) continue;
      const std::string& text = row_->texts[i];
      const std::string& name = columns()[i].title;
      const bool is_open = is_empty_mark(text) || is_untick(text);
      const bool is_other = starts_with_any(squashed(name), {"其他", "其它"});
      if (is_other) {
        if (!is_open) read_other_column(item, refs, i);
        continue;
      }
      Registered& channel =
          imported_.channels.entry_behind(before, squashed(name), name);
      before = &channel;
      channel.open_in.insert(item.domain);
      if (is_open) continue;
      if (is_doubtful_tick(text))
        remarks_.add(lost_font, row_->places[i], text, "√");
      refs.ids.push_back(channel.id);
      if (is_tick(text)) continue;
      remarks_.add(said_more, row_->places[i], text, plain_text(text));
      item.note +=
          (item.note.empty() ? "" : "；") + name + "：" + plain_text(text);
    }
    if (!refs.empty()) item.channels.emplace_back("", refs);
  }

  /// 其他: what is written there are names; a tick names nothing.
  void read_other_column(Item& item, ChannelRefs& refs, std::size_t i) {
    const std::string& text = row_->texts[i];
    if (is_tick(text)) {
      refs.other.push_back("其他");
      return ask(item, "channels", unnamed_channel, row_->places[i], text, {});
    }
    for (const Box& each : boxes_of(text).boxes)
      if (each.ticked) refs.other.emplace_back(unicode::prefix(each.name, 200));
  }

  /// Tables that give channels a level each name it in the column before.
  std::string level_left_of(std::size_t index) const {
    if (index == 0 || columns()[index - 1].field != Field::levels) return {};
    const auto levels = levels_of(tiers_in(row_->texts[index - 1]));
    return levels.size() == 1 ? std::string(word(levels[0])) : std::string();
  }

  void read_audience(Item& item) {
    const std::string everyone = cell(Field::everyone);
    const std::string group = cell(Field::group);
    const std::string text = cell(Field::audience);
    note_doubt(Field::everyone, everyone);
    note_doubt(Field::group, group);
    item.everyone = !everyone.empty() && !is_untick(everyone);
    if (!group.empty() && !is_untick(group)) add_group(item, group);
    if (!text.empty() && !is_empty_mark(text)) {
      std::vector<std::string> groups;
      const Boxes boxes = boxes_of(text);
      for (const Box& each : boxes.boxes) {
        if (!each.ticked) continue;
        if (field_of(each.name) == Field::everyone ||
            contains(each.name, "全社会") || contains(each.name, "社会公众"))
          item.everyone = true;
        else
          groups.push_back(group_of(each.name));
      }
      // Without boxes, 申请人、受援人 is one text, as it is in a column of its
      // own.
      if (!has_signs(boxes, text)) groups = joined_names(groups);
      item.groups.insert(item.groups.end(), groups.begin(), groups.end());
    }
    if (!item.everyone && item.groups.empty()) item.everyone = true;
  }

  /// 特定群体：求职者 names the group behind the word.
  static std::string group_of(const std::string& name) {
    static const re2::RE2 named(
        "^特定(?:的)?(?:群体|群众|对象|人群)\\s*[：:(（]\\s*(.+?)[)）]?$");
    std::string group;
    if (!re2::RE2::FullMatch(name, named, &group)) return name;
    if (contains(group, "（") && name.ends_with("）")) group += "）";
    return group;
  }

  void add_group(Item& item, const std::string& cell_text) {
    if (!is_tick(cell_text)) {
      item.groups.emplace_back(unicode::prefix(without_tick(cell_text), 200));
      return;
    }
    item.groups.emplace_back("特定群体");
    ask(item, "audience", unnamed_group, place(Field::group), cell_text, {});
  }

  void note_doubt(Field field, const std::string& text) {
    if (is_doubtful_tick(text))
      remarks_.add(lost_font, place(field), text, "√");
  }

  void add_mode(Item& item, Mode mode) {
    if (std::find(item.modes.begin(), item.modes.end(), mode) ==
        item.modes.end())
      item.modes.push_back(mode);
  }

  void read_modes(Item& item) {
    const std::string proactive = cell(Field::proactive);
    const std::string on_request = cell(Field::on_request);
    note_doubt(Field::proactive, proactive);
    note_doubt(Field::on_request, on_request);
    if (!proactive.empty() && !is_untick(proactive))
      add_mode(item, Mode::proactive);
    if (!on_request.empty() && !is_untick(on_request))
      add_mode(item, Mode::on_request);
    for (std::size_t i = 0; i < columns().size(); ++i) {
      if (columns()[i].field != Field::mode) continue;
      for (const Box& each : boxes_of(row_->texts[i]).boxes) {
        if (!each.ticked) continue;
        if (contains(each.name, "主动"))
          add_mode(item, Mode::proactive);
        else if (contains(each.name, "申请"))
          add_mode(item, Mode::on_request);
        else if (contains(each.name, "不公开"))
          add_mode(item, Mode::withheld);
        else
          add_element(item, columns()[i].title, row_->texts[i]);
      }
    }
    const bool has_columns = table_.header.has(Field::proactive) ||
                             table_.header.has(Field::on_request);
    if (item.modes.empty() && has_columns)
      remarks_.add(
          no_mode,
          place(table_.header.has(Field::proactive) ? Field::proactive
                                                    : Field::on_request),
          {}, "主动");
  }

  /// 市级 over a table without 县级 is a city that has no counties.
  std::vector<Level> levels_of(const TierWords& tiers) const {
    std::vector<Level> levels;
    if (tiers.province) levels.push_back(Level::province);
    if (tiers.city && (has_county_ || tiers.county))
      levels.push_back(Level::city);
    if (tiers.county || (tiers.city && !has_county_ && !tiers.county))
      levels.push_back(Level::county);
    if (tiers.town) levels.push_back(Level::town);
    if (tiers.village) levels.push_back(Level::village);
    return levels;
  }

  void add_levels(Item& item, const std::vector<Level>& levels) {
    for (const Level each : levels)
      if (std::find(item.levels.begin(), item.levels.end(), each) ==
          item.levels.end())
        item.levels.push_back(each);
  }

  void read_levels(Item& item) {
    for (std::size_t i = 0; i < columns().size(); ++i) {
      const Column& column = columns()[i];
      const std::string& text = row_->texts[i];
      if (column.field == Field::levels && !is_empty_mark(text)) {
        const auto levels = levels_of(tiers_in(text));
        if (levels.empty())
          ask(item, "levels", unknown_level, row_->places[i], text,
              plain_text(text));
        add_levels(item, levels);
      }
      if (column.field != Field::level || text.empty() || is_untick(text))
        continue;
      if (is_doubtful_tick(text))
        remarks_.add(lost_font, row_->places[i], text, "√");
      const TierWords named = is_tick(text) ? TierWords() : tiers_in(text);
      const auto levels = levels_of(named.any() ? named : column.tiers);
      if (levels.empty())
        ask(item, "levels", unknown_level, row_->places[i], text, column.title);
      add_levels(item, levels);
    }
    std::sort(item.levels.begin(), item.levels.end());
  }

  void add_element(Item& item, const std::string& title,
                   const std::string& text) {
    const std::string value = plain_text(text);
    if (value.empty() || is_empty_mark(value) || title.empty()) return;
    const std::string& id = imported_.elements.entry(squashed(title), title).id;
    for (auto& [known, before] : item.elements)
      if (known == id) {
        if (!contains(before, value)) before += "；" + value;
        return;
      }
    item.elements.emplace_back(id, value);
  }

  void read_others(Item& item) {
    for (std::size_t i = 0; i < columns().size(); ++i) {
      const Column& column = columns()[i];
      const std::string& text = row_->texts[i];
      if (is_empty_mark(text)) continue;
      switch (column.field) {
        case Field::extra: add_extra(item, column.title, text); break;
        case Field::phone:
        case Field::url: add_element(item, column.title, text); break;
        case Field::note:
          item.note += (item.note.empty() ? "" : "；") + plain_text(text);
          break;
        case Field::supervision: read_supervision(item, text); break;
        case Field::opens: read_opens(item, text); break;
        case Field::column: read_column(item, text); break;
        default: break;
      }
    }
    item.note = std::string(unicode::prefix(item.note, 4000));
  }

  /// A column of ticks: only those ticked.
  void add_extra(Item& item, const std::string& title,
                 const std::string& text) {
    const Boxes boxes = boxes_of(text);
    if (!has_signs(boxes, text)) return add_element(item, title, text);
    for (const Box& each : boxes.boxes)
      if (each.ticked) add_element(item, title, each.name);
  }

  /// A line each where there are several: `电话：12345`, `网址：…`, an office.
  static void read_supervision(Item& item, const std::string& text) {
    static const re2::RE2 labelled(
        "^(?:监督|举报|投诉|联系)*(电话|网址|网站|链接)[：:]\\s*(.+)$");
    static const re2::RE2 phone("[0-9（）()\\-－—～、，；;,/转 ]{3,100}");
    std::string office;
    for (const std::string_view line : lines_of(text)) {
      const std::string value = plain_text(std::string(line));
      std::string label, rest;
      if (re2::RE2::FullMatch(value, labelled, &label, &rest)) {
        (label == "电话" ? item.phone : item.url) = rest;
      } else if (re2::RE2::FullMatch(value, phone)) {
        item.phone = value;
      } else if (!value.empty()) {
        office += (office.empty() ? "" : "；") + value;
      }
    }
    if (!office.empty())
      item.office = std::string(unicode::prefix(office, 200));
  }

  void read_opens(Item& item, const std::string& text) {
    for (const Box& each : boxes_of(text).boxes) {
      if (!each.ticked) continue;
      const std::string name(unicode::prefix(each.name, 100));
      const std::string& id = imported_.opens.entry(squashed(name), name).id;
      if (std::find(item.opens.begin(), item.opens.end(), id) ==
          item.opens.end())
        item.opens.push_back(id);
    }
  }

  static void read_column(Item& item, const std::string& text) {
    std::string rest = plain_text(text);
    static const re2::RE2 arrow("\\s*(?:>|＞|→|—>|-|/|》)+\\s*");
    re2::RE2::GlobalReplace(&rest, arrow, "\n");
    for (const std::string_view each : lines_of(rest))
      if (item.column.size() < 10)
        item.column.emplace_back(unicode::prefix(each, 100));
  }

  const Table& table_;
  const std::string& fallback_domain_;
  Imported& imported_;
  Remarks& remarks_;
  std::vector<bool> numbered_;  // by column
  bool has_county_ = false;
  bool has_asked_for_domain_ = false;  // once a table is enough
  const Row* row_ = nullptr;
};

}  // namespace

void add_items(const Table& table, const std::string& fallback_domain,
               Imported& imported, Remarks& remarks) {
  ItemReader reader(table, fallback_domain, imported, remarks);
  for (const Row& row : table.rows) reader.read(row);
}

}  // namespace catalog::import
