#include "phrase/timing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "phrase/timing_act.h"
#include "phrase/timing_audit.h"
#include "phrase/timing_clause.h"
#include "phrase/timing_duration.h"
#include "phrase/timing_guard.h"
#include "phrase/timing_parts.h"
#include "phrase/timing_rider.h"
#include "phrase/timing_settle.h"
#include "phrase/timing_tail.h"
#include "phrase/timing_text.h"
#include "phrase/timing_ways.h"
#include "phrase/timing_words.h"
#include "unicode/closest.h"
#include "unicode/utf8.h"

namespace catalog::phrase {
namespace {

using std::string_view;

/// Phrases of real tables, to suggest: # is the number.
constexpr string_view known_phrases[] = {
    "信息形成或者变更之日起#个工作日内",
    "信息形成或者变更之日起#个工作日内公开",
    "信息形成之日起#个工作日内",
    "制作或获取信息之日起#个工作日内",
    "制定或获取信息之日起#个工作日内",
    "收到申请之日起#个工作日内",
    "作出行政决定之日起#个工作日内",
    "规划批准之日起#个工作日内",
    "本级人民代表大会或者其常务委员会批准后#日内",
    "本级政府财政部门批复后#日内",
    "长期公开",
    "长期公开（动态调整）",
    "实时公开",
    "及时公开",
    "定期公开",
    "动态调整",
    "每年更新1次",
    "每年至少公布#次",
    "每季度至少公布#次",
    "每季度公布#次",
    "每半年至少公布#次",
    "每月公布#次",
    "每季度公开",
    "每月公开",
    "每年公开",
    "公示不少于#个工作日",
    "公示不少于#日",
    "公示期不少于#个工作日",
    "提前#个工作日公开",
    "公示满#年不再公示",
    "可延长#个工作日",
    "法律、法规另有规定的，从其规定"};

/// The known phrase nearest to a text, with the text's own number.
std::optional<std::string> nearest(string_view text) {
  std::string skeleton, digits;
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    const bool is_first = digits.empty();
    if (const auto number = is_first ? take_number(rest) : std::nullopt) {
      digits = std::to_string(*number);
      skeleton += '#';
      at = text.size() - rest.size();
      continue;
    }
    const auto point = unicode::decode(text, at);
    skeleton += text.substr(at, point.size);
    at += point.size;
  }
  if (unicode::count(skeleton) > 60) return std::nullopt;
  // 2O: a letter for a digit; which number was meant is not known.
  if (const auto at = skeleton.find('#');
      at != skeleton.npos && at + 1 < skeleton.size() &&
      std::string_view("OolI").find(skeleton[at + 1]) != std::string_view::npos)
    return std::nullopt;
  // Far longer candidates would win by containing a short word.
  unicode::Closest closest(skeleton);
  for (const string_view each : known_phrases)
    if ((each.find('#') != each.npos) == !digits.empty() &&
        unicode::count(each) <= 2 * unicode::count(skeleton))
      closest.consider(each);
  auto found = closest.found();
  if (!found) return std::nullopt;
  if (const auto at = found->find('#'); at != found->npos)
    found->replace(at, 1, digits);
  return found;
}

/// The length of `1.`, `(一)`, `2、` or a bullet at the front. Behind a mark
/// with the number before its own, one stands anywhere: `last` is that.
std::size_t list_mark(string_view text, bool at_start, int& last) {
  string_view rest = text;
  if (take(rest, string_view(&PlainText::mark, 1)))
    return text.size() - rest.size();
  if (take(rest, "(")) {
    const auto number = take_number(rest);
    const bool is_next = number && last > 0 && *number == last + 1;
    if (!(at_start || is_next) || !number || *number > 30 || !take(rest, ")"))
      return 0;
    last = *number;
    return text.size() - rest.size();
  }
  const auto number = take_number(rest);
  if (!number || *number > 30) return 0;
  const bool is_arabic = text.front() >= '0' && text.front() <= '9';
  if (is_arabic && take(rest, ".") &&
      (rest.empty() || rest.front() < '0' || rest.front() > '9'))
    return text.size() - rest.size();
  const bool is_next = last > 0 && *number == last + 1;
  if ((at_start || is_next) &&
      (take(rest, "、") || (is_arabic && take(rest, ")")))) {
    last = *number;
    return text.size() - rest.size();
  }
  return 0;
}

/// The parts between signs outside brackets and quotes; empty ones left out.
std::vector<string_view> split(string_view text, Words signs, bool lists) {
  std::vector<string_view> parts;
  std::size_t begin = 0, at = 0;
  const auto end = [&](std::size_t skip) {
    if (at > begin) parts.push_back(text.substr(begin, at - begin));
    at += skip;
    begin = at;
  };
  bool in_number = false;
  int last_mark = 0;
  while (at < text.size()) {
    string_view rest = text.substr(at);
    if (const auto sign = take_any(rest, signs); !sign.empty()) {
      end(sign.size());
      in_number = false;
      continue;
    }
    if (lists && !in_number)
      if (const std::size_t mark = list_mark(rest, at == begin, last_mark)) {
        end(mark);
        continue;
      }
    in_number = text[at] >= '0' && text[at] <= '9';
    const std::size_t group = end_of_group(text.substr(at));
    at += group > 0 ? group : unicode::decode(text, at).size;
  }
  end(0);
  return parts;
}

/// Where the last colon stands that is not in brackets or a time of day.
std::size_t last_colon(string_view text) {
  std::size_t found = text.npos;
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t group = end_of_group(text.substr(at));
    if (text[at] == ':' && !(at > 0 && is_digit(at - 1) && is_digit(at + 1)))
      found = at;
    at += group > 0 ? group : unicode::decode(text, at).size;
  }
  return found;
}

bool is_ditto(string_view text) {
  constexpr string_view words[] = {"同上", "同前",     "同左",   "同上栏",
                                   "见上", "同上所述", "同上行", "″",
                                   "〃",   "\""};
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

/// `20内`: a number that has lost its unit.
std::optional<string_view> find_unitless(string_view text) {
  constexpr string_view inside[] = {"个之内", "个以内", "个内",
                                    "之内",   "以内",   "内"};
  for (std::size_t at = 0; at < text.size();) {
    string_view rest = text.substr(at);
    const std::size_t size = rest.size();
    constexpr string_view before[] = {"后", "起", "前", ":", "于", "在"};
    const bool begins = at == 0 || ends_with_any(text.substr(0, at), before) ||
                        (text[at] >= '0' && text[at] <= '9');
    if (const auto number = begins ? take_number(rest) : std::nullopt) {
      if (!take_any(rest, inside).empty())
        return text.substr(at, size - rest.size());
      at += std::max<std::size_t>(size - rest.size(), 1);
      continue;
    }
    at += unicode::decode(text, at).size;
  }
  return std::nullopt;
}

/// Reads one phrase. What a comma separates shares the part of the content it
/// is about; semicolons, full stops and list marks begin anew.
class Reader {
 public:
  explicit Reader(string_view phrase) : plain_(phrase) {}

  /// A word of the phrase that its reading does not say.
  std::optional<Range> unsaid_in(const Timing& timing) const {
    const auto word = unsaid(plain_.text(), canonical(timing));
    return word ? std::optional(plain_.range(*word)) : std::nullopt;
  }

  Timing read() {
    constexpr string_view signs[] = {";", "。", "\n", "|", "→"};
    for (const string_view each : split(plain_.text(), signs, true)) {
      sentence(each, Scope());
      attempts_ = most_attempts;
    }
    Timing timing;
    timing.clauses = settled(std::move(clauses_));
    timing.slips = std::move(slips_);
    return timing;
  }

 private:
  static constexpr int most_attempts = 600;

  /// What the clauses of a sentence are about.
  struct Scope {
    std::string label;                    // 处罚决定：
    std::string own;                      // said within an earlier piece
    std::vector<string_view> conditions;  // 情况复杂的, not yet used
    bool on_request = false;
    bool is_stay = false;   // 公开期限：3年 is for how long
    bool is_term = false;   // the label is of a notice period: 公告期
    std::size_t first = 0;  // the sentence's first clause
  };

  void slip(Slip::Kind kind, string_view text) {
    Slip found{kind, plain_.range(text), std::nullopt};
    if (kind == Slip::Kind::not_understood) {
      if (const auto unitless = find_unitless(text))
        found = {Slip::Kind::no_unit, plain_.range(*unitless), std::nullopt};
      else
        found.instead = nearest(as_printed(text));
    }
    if (kind == Slip::Kind::no_measure) {
      string_view rest = text;
      if (const auto counted = take_duration(rest))
        found.instead = printed(counted->duration);
    }
    slips_.push_back(std::move(found));
  }

  /// The part of the content a clause is about, from all that was said of it.
  void set_scope(Clause& clause, Scope& scope) {
    std::string around;
    for (const string_view condition : scope.conditions)
      around += as_printed(condition) + "，";
    if (!scope.conditions.empty() && !around.empty())
      around.resize(around.size() - std::string_view("，").size());
    scope.conditions.clear();
    if (!scope.label.empty())
      around += (around.empty() ? "" : "，") + scope.label;
    const bool is_noun = clause.notice && is_notice_noun(clause.part);
    if (clause.part.empty() || (is_noun && ends_with_notice_noun(around))) {
      // What has an event of its own need not be about the same.
      const bool is_same = clause.after.empty() && clause.before.empty() &&
                           !scope.own.empty() && around == scope.label;
      clause.part = is_same ? scope.own : around;
    } else if (!around.empty()) {
      clause.part =
          around + (around.ends_with("的") ? "，" : "：") + clause.part;
    }
    const bool is_of_notice =
        clause.notice && ends_with_notice_noun(clause.part);
    if (!clause.part.empty() && !is_noun && !is_of_notice)
      scope.own = clause.part;
    if (is_on_request(clause.part)) {
      clause.on_request = true;
      clause.part.clear();
    }
    clause.on_request |= scope.on_request;
  }

  Clause* last(const Scope& scope) {
    return clauses_.size() > scope.first ? &clauses_.back() : nullptr;
  }

  static bool says_only(const Clause& clause, const Clause& like) {
    Clause bare = clause;
    bare.part.clear();
    bare.on_request = false;
    return bare == like;
  }

  /// Joins to the clause before what only together is one thing.
  bool join(const Clause& clause, bool is_most, Scope& scope) {
    Clause* before = last(scope);
    if (!before || !clause.part.empty() || !scope.conditions.empty())
      return false;
    Clause dynamic, notice, deadline, precedence;
    dynamic.dynamic = true;
    notice.notice = clause.notice;
    deadline.within = clause.within;
    precedence.before = before->before;
    Clause until, standing;
    until.during = clause.during;
    standing.standing = true;
    if (before->standing && says_only(clause, dynamic)) {
      before->dynamic = true;
    } else if (clause.during.starts_with("至") && says_only(clause, until) &&
               says_only(*before, standing)) {
      before->during = clause.during;
      before->standing = false;
    } else if (clause.notice && says_only(clause, notice) &&
               says_only(*before, precedence) && !before->before.empty()) {
      before->notice = clause.notice;
    } else if (is_most && says_only(clause, deadline) && before->notice &&
               before->notice->unit == clause.within->unit &&
               before->notice->count < clause.within->count) {
      before->at_most = clause.within;
    } else if (clause.within && says_only(clause, deadline) &&
               before->promptly && !before->after.empty() && !before->within) {
      before->within = clause.within;
      before->promptly = false;
    } else {
      return false;
    }
    before->range.end = std::max(before->range.end, clause.range.end);
    return true;
  }

  /// 灾害发生后2小时内上报，24小时内公开: the same event starts both.
  bool inherits_event(const ReadClause& read, const Scope& scope) const {
    if (read.slip != Slip::Kind::bare || !read.clause.within ||
        !read.clause.part.empty() || !scope.conditions.empty() ||
        clauses_.size() <= scope.first)
      return false;
    const Clause& before = clauses_.back();
    if (before.after.empty()) return false;
    // 20个工作日内，最长不超过30个工作日
    if (read.is_most && !before.after.empty() &&
        (before.within || before.at_once || before.promptly) &&
        before.act == read.clause.act)
      return true;
    // What is published was first decided: its day starts then.
    constexpr string_view first[] = {"上报",     "报告",    "通报",
                                     "受理",     "告知",    "首次公开",
                                     "首次公布", "首次发布"};
    const bool is_first = std::find(std::begin(first), std::end(first),
                                    before.act) != std::end(first);
    return before.within && !before.after.empty() && is_first &&
           before.act != read.clause.act;
  }

  void accept(ReadClause read, string_view text, Scope& scope) {
    // 公告期10个工作日，小额项目5个工作日; 许可证有效期：5年: for how long, by
    // when or how often?
    constexpr string_view terms[] = {"期", "期限", "年限", "时长"};
    const bool is_of_term =
        ends_with_any(scope.label, terms) && !scope.label.ends_with("周期");
    const bool is_after_notice =
        clauses_.size() > scope.first && clauses_.back().notice &&
        !(read.clause.part.empty() && scope.conditions.empty());
    if (read.is_number && read.slip && (is_of_term || is_after_notice)) {
      scope.conditions.clear();
      slip(Slip::Kind::not_understood, text);
      return;
    }
    if (inherits_event(read, scope)) {
      read.clause.after = clauses_.back().after;
      read.slip.reset();
    }
    Clause clause = read.clause;
    clause.range = plain_.range(text);
    const bool joined = join(clause, read.is_most, scope);
    if (read.slip && !(joined && *read.slip == Slip::Kind::bare))
      slip(*read.slip, read.slip_text);
    if (joined) return;
    set_scope(clause, scope);
    clauses_.push_back(std::move(clause));
  }

  void rider(string_view text, Scope& scope) {
    if (Clause* before = last(scope)) {
      before->rider += (before->rider.empty() ? "" : "，") + as_printed(text);
      const Range range = plain_.range(text);
      before->range = {std::min(before->range.begin, range.begin),
                       std::max(before->range.end, range.end)};
      return;
    }
    Clause clause;
    clause.rider = as_printed(text);
    clause.range = plain_.range(text);
    set_scope(clause, scope);
    clauses_.push_back(std::move(clause));
  }

  bool extension(string_view piece, Scope& scope) {
    auto read = read_extension(piece);
    if (!read) return false;
    while (take_tail(read->rest)) {
    }
    if (!read->rest.empty()) return false;
    std::string when;
    for (const string_view each : scope.conditions)
      when += (when.empty() ? "" : "，") + as_printed(each);
    Extension found = *read->clause.extension;
    if (!found.when.empty()) when += (when.empty() ? "" : "，") + found.when;
    found.when = when;
    const string_view text = piece;
    if (read->slip) slip(*read->slip, read->slip_text);
    for (auto each = clauses_.rbegin(); each != clauses_.rend(); ++each)
      if (each->within && !each->extension) {
        each->extension = found;
        const Range range = plain_.range(piece);
        each->range.end = std::max(each->range.end, range.end);
        scope.conditions.clear();
        return true;
      }
    Clause clause;
    clause.extension = found;
    clause.range = plain_.range(text);
    scope.conditions.clear();
    set_scope(clause, scope);
    clauses_.push_back(std::move(clause));
    return true;
  }

  /// 公示：7天 is for how long; 招标公告：20日 might be by when as well. Takes
  /// the piece where its label makes it one of these.
  bool shown_for(string_view each, Scope& scope) {
    if (scope.is_stay) {
      string_view rest = each;
      const auto counted = take_duration(rest);
      if (!counted || counted->least > 0 || !rest.empty() ||
          !is_long(counted->duration))
        return false;
      ReadClause read;
      read.clause.retention = counted->duration;
      accept(read, each, scope);
      return true;
    }
    if (!ends_with_notice_noun(scope.label)) return false;
    string_view rest = each;
    const auto counted = take_duration(rest);
    take(rest, "以上");
    if (!counted || counted->least > 0 || !rest.empty()) return false;
    if (!scope.label.ends_with("公示") && !scope.is_term) {
      slip(Slip::Kind::not_understood, each);
      return true;
    }
    ReadClause read;
    read.clause.notice = counted->duration;
    if (counted->lacks_measure) {
      read.slip = Slip::Kind::no_measure;
      read.slip_text = counted->text;
    }
    accept(read, each, scope);
    return true;
  }

  /// `处罚决定:` in front, or 依申请公开 as a piece of its own.
  bool set_label(string_view text, Scope& scope) {
    constexpr string_view general[] = {
        "公开时限", "时限",     "公开期限", "期限",     "公开时间", "时间",
        "公开时效", "更新时限", "更新时间", "更新周期", "更新频率", "更新频次",
        "公开周期", "公开频率", "公开频次", "公开时长", "公开期",   "频率",
        "频次",     "周期",     "公布时间", "发布时间"};
    constexpr string_view terms[] = {"期限", "时间", "时长", "天数", "期"};
    constexpr string_view signs[] = {":"};
    constexpr string_view stays[] = {"公开期限", "公开时长", "公开期"};
    std::string label;
    bool on_request = scope.on_request, is_stay = false;
    for (const string_view each : split(text, signs, false)) {
      if (std::find(std::begin(general), std::end(general), each) !=
          std::end(general)) {
        is_stay = std::find(std::begin(stays), std::end(stays), each) !=
                  std::end(stays);
        continue;
      }
      if (is_on_request(each)) {
        on_request = true;
        continue;
      }
      if (!is_name(each)) return false;
      // 公示期：7天
      string_view name = each;
      scope.is_term =
          !take_last_any(name, terms).empty() && ends_with_notice_noun(name);
      label +=
          (label.empty() ? "" : "：") + as_printed(scope.is_term ? name : each);
    }
    scope.on_request = on_request;
    scope.is_stay = is_stay;
    scope.label = label;
    scope.own.clear();
    return true;
  }

  static bool is_on_request(string_view text) {
    constexpr string_view ends[] = {"的", "信息", "部分", "事项", "内容",
                                    "件", "政府", "公开", "类"};
    take(text, "属于");
    take(text, "属");
    if (!take(text, "依申请")) return false;
    while (!take_any(text, ends).empty()) {
    }
    return text.empty();
  }

  /// 除涉密信息外
  static bool is_exception(string_view text) {
    constexpr string_view ends[] = {"以外", "之外", "外"};
    string_view rest = text;
    return take(rest, "除") && !take_last_any(rest, ends).empty() &&
           is_prose(rest) && !has_duration(rest);
  }

  static bool is_condition(string_view text) {
    constexpr string_view extended[] = {"需要延长", "确需延长", "需延长"};
    if (contains_any(text, extended) && text.ends_with("的"))
      return is_prose(text) && !has_duration(text);
    constexpr string_view ifs[] = {"如", "若", "确", "因", "遇"};
    if (string_view rest = text; !take_any(rest, ifs).empty() &&
                                 contains_any(text, extended) &&
                                 is_prose(text) && !find_duration(text))
      return true;
    constexpr string_view shorter[] = {"可以缩短", "可缩短", "可适当缩短",
                                       "可以适当缩短"};
    if (ends_with_any(text, shorter) && is_prose(text)) return true;
    if (is_exception(text)) return true;
    if (!is_name(text)) return false;
    // 内容如有变更
    constexpr string_view changes[] = {"变更", "变化", "调整", "变动", "更新"};
    if (text.find("如有") != text.npos && ends_with_any(text, changes))
      return true;
    // 政策有调整时
    constexpr string_view at_change[] = {"有调整时", "有变化时", "有变更时",
                                         "有变动时", "需要时",   "必要时",
                                         "情况下",   "情形时"};
    if (ends_with_any(text, at_change)) return true;
    constexpr string_view ends[] = {"的", "情况下", "同意", "批准", "原因"};
    constexpr string_view starts[] = {"因", "如", "遇", "特殊情况", "若"};
    string_view rest = text;
    return ends_with_any(text, ends) || !take_any(rest, starts).empty();
  }

  /// A group in brackets behind a clause: more of the same.
  bool group(string_view& piece, Scope& scope) {
    const std::size_t end = end_of_group(piece);
    if (end < 2 || piece.front() != '(') return false;
    const string_view inner = piece.substr(1, end - 2);
    const std::size_t slips = slips_.size(), clauses = clauses_.size();
    sentence(inner, scope, &scope);
    const bool is_read = std::none_of(
        slips_.begin() + static_cast<std::ptrdiff_t>(slips), slips_.end(),
        [](const Slip& each) { return each.is_unread(); });
    if (!is_read) {
      slips_.resize(slips);
      clauses_.resize(clauses);
      return false;
    }
    piece.remove_prefix(end);
    return true;
  }

  static void take_joint(string_view& piece) {
    constexpr string_view joints[] = {"其中", "同时", "另外", "此外", "并且",
                                      "并",   "且",   "但是", "但",   "、",
                                      ",",    "以及", "和"};
    constexpr string_view along[] = {"一同", "一并", "一起", "同步", "同期"};
    if (piece.starts_with("和") && contains_any(piece, along)) return;
    while (!piece.starts_with("同时公") && !take_any(piece, joints).empty()) {
    }
  }

  /// 原则上 at the front, and 一般 where no noun follows: 一般村务.
  static string_view take_soft_start(string_view& text) {
    string_view rest = text;
    constexpr string_view words[] = {"一般情况下", "原则上", "一般"};
    string_view word = take_any(rest, words);
    if (word.empty()) return {};
    if (word == words[0]) {
      take(rest, ",");
      text = rest;
      return words[2];
    }
    take(rest, ",");
    constexpr string_view behind[] = {"应",   "在", "于",   "为",   "每",
                                      "自",   "不", "提前", "按月", "按季",
                                      "按年", "次", "实时", "长期"};
    string_view next = rest;
    if (word == "一般" && take_any(next, behind).empty() && !take_number(next))
      return {};
    text = rest;
    return word;
  }

  /// 原则上每年公布: the word softens the clause behind it.
  bool softened(string_view text, Scope& scope, int depth) {
    const string_view word = take_soft_start(text);
    if (word.empty()) return false;
    const std::size_t count = clauses_.size();
    if (!piece(text, scope, depth) || clauses_.size() <= count) return false;
    Clause& clause = clauses_[count];
    if (!clause.discretion.empty()) return false;
    clause.discretion = word;
    return true;
  }

  /// What is done, from the verbs behind a clause; false where the clause has
  /// no place for it.
  static bool set_act(ReadClause& read, string_view tail) {
    Clause& clause = read.clause;
    clause.act = read.act;
    // 核定一次并公布: two things, and one verb to say it with.
    if (!read.act.empty() && publishes(tail)) return false;
    if (const string_view act = act_in(tail); !act.empty()) {
      if (!clause.act.empty()) return false;
      clause.act = as_printed(act);
    }
    if (clause.act.empty() && clause.within) clause.act = act_alone(tail);
    // 每两年更新一次并及时公布
    const bool is_lasting = (clause.every && clause.by.empty()) ||
                            clause.dynamic || clause.standing;
    if (is_lasting && tail.find("及时") != tail.npos) clause.promptly = true;
    return clause.act.empty() || has_verb(clause);
  }

  /// Reads a piece to its end, or leaves everything as it was.
  bool piece(string_view text, Scope& scope, int depth = 0) {
    if (depth > 5 || --attempts_ < 0) return false;
    constexpr string_view idle[] = {
        "公开时限为", "公开期限为", "时限为",     "公开时间为", "更新周期为",
        "公开周期为", "更新频率为", "公开频率为", "更新频次为", "公开频次为"};
    if (string_view rest = text; !take_any(rest, idle).empty()) {
      // 公开期限为3年 is for how long, not by when.
      string_view span = rest;
      const auto counted = take_duration(span);
      if (!counted || !is_long(counted->duration)) text = rest;
    }
    if (text.empty()) return depth > 0;
    if (depth > 0 && text.starts_with("的")) return false;
    const auto clauses = clauses_;
    const auto slips = slips_;
    const Scope before = scope;
    const auto undo = [&] {
      clauses_ = clauses;
      slips_ = slips;
      scope = before;
    };
    if (depth > 0 && text.front() == '(') {
      string_view rest = text;
      if (group(rest, scope)) {
        while (take_tail(rest)) {
        }
        if (rest.empty() || piece(rest, scope, depth + 1)) return true;
      }
      undo();
      return false;
    }
    if (depth > 0 && is_rider(text)) {
      rider(text, scope);
      return true;
    }
    if (depth > 0 && extension(text, scope)) return true;
    if (softened(text, scope, depth)) return true;
    undo();
    for (const auto way : ways_to_read) {
      auto read = way(text);
      if (!read) continue;
      if (depth > 0 && read->slip == Slip::Kind::bare) {
        // 1小时内上报并在24小时内发布
        ReadClause next = *read;
        if (next.clause.act.empty()) next.clause.act = "公开";
        if (!inherits_event(next, scope)) continue;
      }
      const bool is_bare = read->slip == Slip::Kind::bare;
      std::vector<string_view> stops = {read->rest};
      for (string_view rest = read->rest; take_tail(rest);)
        stops.push_back(rest);
      for (auto stop = stops.rbegin(); stop != stops.rend(); ++stop) {
        const string_view tail =
            read->rest.substr(0, read->rest.size() - stop->size());
        string_view rest = *stop;
        if (!set_act(*read, tail)) continue;
        accept(*read, text.substr(0, text.size() - rest.size()), scope);
        if (rest.empty()) return true;
        // 年中调整的随时更新: of whom it is said goes on. 每月或每季度: which
        // of the two is not said.
        if (tail.ends_with("的") || tail.ends_with("或") ||
            tail.ends_with("或者")) {
          undo();
          continue;
        }
        const std::size_t count = clauses_.size();
        const bool is_joined = !tail.empty() || rest.front() == '(';
        string_view joint = rest;
        take_joint(rest);
        // 每月抽查结果: no act, but what is published.
        if (!told_in(tail).empty() && joint.size() == rest.size() &&
            rest.front() != '(') {
          undo();
          continue;
        }
        // 半年财政收支情况 names no limit.
        const bool is_glued =
            is_bare && rest.data() == text.data() + read->slip_text.size();
        if (!rest.empty() && !is_glued && piece(rest, scope, depth + 1)) {
          // 每月抽查结果次月5日前: what is about another part of the content
          // does not follow without a word between.
          const Clause& clause = read->clause;
          const bool is_one =
              is_joined || joint.size() > rest.size() ||
              clauses_.size() <= count || count == 0 ||
              (clauses_[count].part == clauses_[count - 1].part &&
               (clause.by.empty() || clause.by.ends_with("日")));
          if (is_one) return true;
        }
        undo();
      }
      // The longest object: 公布 政府信息公开年度报告.
      for (const string_view rest : stops) {
        const string_view tail =
            read->rest.substr(0, read->rest.size() - rest.size());
        // 签约期限内每周更新 签约情况, 批复自作出之日起5日内公开 全文
        const std::string part = read->clause.part;
        if (!is_object(rest, tail.empty() && read->has_verb ? "公布" : tail))
          continue;
        if (!set_act(*read, tail)) continue;
        if (!told_in(tail).empty())
          read->clause.act += as_printed(rest);
        else
          read->clause.part =
              part + (part.empty() ? "" : "：") + as_printed(rest);
        const std::string own = scope.own;
        accept(*read, text, scope);
        scope.own = own;
        return true;
      }
      // 20日内重新组织调查
      const string_view left = stops.back();
      const bool is_inside =
          read->clause.within && !read->is_number && left.data() > text.data();
      if (is_inside && stops.size() == 1 && read->clause.act.empty() &&
          is_free_act(left)) {
        read->clause.act = as_printed(left);
        accept(*read, text, scope);
        return true;
      }
    }
    return false;
  }

  /// 启动征收工作时,在村公示栏公开: an event, and its verb behind the comma.
  bool event_and_verb(string_view each, const std::vector<string_view>& pieces,
                      std::size_t& i, Scope& scope) {
    if (i + 1 >= pieces.size()) return false;
    const auto part = doing(pieces[i + 1]);
    auto read = part ? read_event_alone(each) : std::nullopt;
    if (!read || (!part->empty() && !read->clause.part.empty())) return false;
    if (!part->empty()) read->clause.part = as_printed(*part);
    accept(*read, from_to(each, pieces[++i]), scope);
    return true;
  }

  /// 自批准之日起，不超过10个工作日; 公示满三年的，不再公示: one thing over a
  /// comma.
  bool joined_with_next(string_view each,
                        const std::vector<string_view>& pieces, std::size_t& i,
                        Scope& scope) {
    constexpr string_view ends[] = {"之日起", "之后", "以后", "后",
                                    "起",     "时",   "的"};
    const bool is_reserved = is_reservation(each);
    if (i + 1 >= pieces.size() || !(is_reserved || ends_with_any(each, ends)))
      return false;
    const string_view next = pieces[i + 1];
    constexpr string_view stops[] = {"不再", "停止", "予以撤", "撤", "下架"};
    string_view rest = next;
    const bool is_stop = !take_any(rest, stops).empty();
    if (each.ends_with("的") != is_stop) return false;
    if (!piece(from_to(each, next), scope)) return false;
    ++i;
    return true;
  }

  /// 情况紧急的立即公开: a case, and what holds in it.
  bool case_and_clause(string_view each, Scope& scope) {
    constexpr string_view begins[] = {"收到", "接到", "作出", "批准", "形成",
                                      "受理", "签订", "印发", "下达", "发布",
                                      "公布", "结束", "自",   "之日", "后"};
    constexpr string_view starts[] = {
        "能", "不能", "情况", "确需", "需",   "涉及", "属于", "遇",
        "因", "特别", "特殊", "紧急", "无法", "确有", "重大", "案情",
        "对", "有",   "符合", "未",   "应当", "可以", "不需"};
    constexpr string_view ends[] = {"紧急的", "复杂的", "特殊的", "重大的",
                                    "变化的", "变更的", "调整的", "变动的",
                                    "必要的", "困难的", "异议的", "条件的",
                                    "更新的", "修订的", "需要的"};
    const string_view of = "的";
    for (auto at = each.find(of); at != each.npos;
         at = each.find(of, at + of.size())) {
      const string_view when = each.substr(0, at + of.size());
      const string_view then = each.substr(at + of.size());
      string_view rest = when;
      if (then.empty() || !is_condition(when)) continue;
      const bool is_case = !take_any(rest, starts).empty() ||
                           ends_with_any(when, ends) ||
                           !contains_any(when, begins);
      const Scope before = scope;
      const auto clauses = clauses_;
      const auto slips = slips_;
      scope.conditions.push_back(when);
      // 收到申请的5日内 is no case, but when it starts.
      if (piece(then, scope) && (is_case || (clauses_.size() > clauses.size() &&
                                             !clauses_[clauses.size()].within)))
        return true;
      scope = before;
      clauses_ = clauses;
      slips_ = slips;
    }
    return false;
  }

  /// 征地批准后,自收到批准文件之日起…: the case in which the next clause holds,
  /// which has an event of its own.
  bool event_of_next(string_view each, const std::vector<string_view>& pieces,
                     std::size_t& i, Scope& scope) {
    constexpr string_view ends[] = {"之后", "以后", "后"};
    constexpr string_view own[] = {"自", "于", "应自", "应当自"};
    if (i + 1 >= pieces.size() || !ends_with_any(each, ends) ||
        !read_event_alone(each))
      return false;
    string_view next = pieces[i + 1];
    if (take_any(next, own).empty()) return false;
    const Scope before = scope;
    scope.conditions.push_back(each);
    if (piece(pieces[i + 1], scope) && !clauses_.back().after.empty()) {
      ++i;
      return true;
    }
    scope = before;
    return false;
  }

  /// 一级召回在24小时内、二级召回在48小时内: several, and no comma.
  bool several(string_view each, Scope& scope) {
    constexpr string_view signs[] = {"、"};
    constexpr string_view ends[] = {"内", "前", "次", "公开", "公布", "公示"};
    const auto parts = split(each, signs, false);
    if (parts.size() < 2 || parts.size() > 6) return false;
    for (std::size_t k = 0; k + 1 < parts.size(); ++k)
      if (!ends_with_any(parts[k], ends)) return false;
    const Scope before = scope;
    const auto clauses = clauses_;
    const auto slips = slips_;
    for (const string_view part : parts) {
      const std::size_t count = clauses_.size();
      // Each must say of what it is.
      if (!piece(part, scope) || clauses_.size() <= count ||
          clauses_[count].part == before.label) {
        scope = before;
        clauses_ = clauses;
        slips_ = slips;
        return false;
      }
    }
    return true;
  }

  /// 审批结果确定后, and no more: the verb goes without saying.
  bool event_at_end(string_view each, const std::vector<string_view>& pieces,
                    std::size_t i, Scope& scope) {
    constexpr string_view ends[] = {"之后", "以后", "后"};
    if (i + 1 < pieces.size() || !ends_with_any(each, ends)) return false;
    const auto read = read_event_alone(each);
    if (!read) return false;
    accept(*read, each, scope);
    return true;
  }

  /// 组织编制机关应当将规划草案予以公告, 预公告应当在拟征收土地所在村发布: who
  /// does it, to what, and no word on when. Gives what it is about.
  static std::optional<string_view> doing(string_view text) {
    constexpr string_view modal[] = {"应当", "应该", "必须", "应", "须"};
    string_view part;
    for (const string_view word : modal)
      if (const auto at = text.find(word); at != text.npos && at > 0) {
        const string_view who = text.substr(0, at);
        if (!is_who_or_where(who)) return std::nullopt;
        if (is_subject(who)) part = who;
        text.remove_prefix(at + word.size());
        break;
      }
    if (string_view rest = text; take(rest, "将") || take(rest, "对")) {
      constexpr string_view verbs[] = {"予以", "进行", "向社会", "在",
                                       "公开", "公布", "公示",   "公告"};
      std::size_t end = rest.npos;
      for (const string_view verb : verbs)
        if (const auto at = rest.find(verb, 1); at < end) end = at;
      if (end == rest.npos || !is_subject(rest.substr(0, end)))
        return std::nullopt;
      part = rest.substr(0, end);
      text = rest.substr(end);
    }
    string_view rest = text;
    while (take_tail(rest)) {
    }
    if (!rest.empty() || !act_in(text).empty() ||
        text.find("或") != text.npos || text.find("及时") != text.npos)
      return std::nullopt;
    return part;
  }

  /// In a piece of its own, where and how: 在村公示栏公开.
  bool verb(string_view each, bool is_last, Scope& scope) {
    const auto part = doing(each);
    if (!part) return false;
    Clause* before = last(scope);
    if (!part->empty()) {
      // What follows is of that part.
      if (before || is_last || !scope.label.empty()) return false;
      scope.label = as_printed(*part);
      return true;
    }
    if (!before) return false;
    before->range.end = std::max(before->range.end, plain_.range(each).end);
    return true;
  }

  /// 每季度公布,不少于1次: how often in that period.
  bool times_only(string_view each, Scope& scope) {
    constexpr string_view bounds[] = {"至少", "不少于", "不得少于", "不低于"};
    Clause* before = last(scope);
    while (take_tail(each)) {
    }
    if (!before || !before->every || before->times > 0 ||
        take_any(each, bounds).empty())
      return false;
    const string_view text = each;
    const auto times = take_number(each);
    if (!times || *times < 1 || !take(each, "次")) return false;
    while (take_tail(each)) {
    }
    if (!each.empty()) return false;
    before->times = *times;
    before->range.end = std::max(before->range.end, plain_.range(text).end);
    return true;
  }

  static string_view from_to(string_view first, string_view last) {
    return {first.data(),
            static_cast<std::size_t>(last.data() + last.size() - first.data())};
  }

  void sentence(string_view text, Scope scope, Scope* outer = nullptr) {
    if (!outer) scope.first = clauses_.size();
    constexpr string_view signs[] = {","};
    const auto pieces = split(text, signs, false);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      string_view each = pieces[i];
      take_joint(each);
      if (each.empty()) continue;
      if (is_ditto(each)) {
        slip(Slip::Kind::ditto, each);
        continue;
      }
      if (const std::size_t colon = last_colon(each); colon != each.npos) {
        if (!set_label(each.substr(0, colon), scope)) {
          slip(Slip::Kind::not_understood, each);
          continue;
        }
        each.remove_prefix(colon + 1);
        if (each.empty() || shown_for(each, scope)) continue;
      }
      std::string_view remark;
      if (string_view rest = each; take(rest, "条目化展示、")) {
        remark = each.substr(0, std::string_view("条目化展示").size());
        each = rest;
      }
      one(each, pieces, i, scope);
      if (!remark.empty()) rider(remark, scope);
    }
    for (const string_view each : scope.conditions)
      slip(Slip::Kind::not_understood, each);
  }

  /// 处罚决定书公示满1年可申请撤下: the part, and the remark on it.
  bool leave_of_part(string_view each, Scope& scope) {
    for (const string_view word : {"公示满", "公开满", "公示期满"}) {
      const auto at = each.find(word);
      if (at == each.npos || at == 0 || !is_subject(each.substr(0, at)) ||
          !is_rider(each.substr(at)))
        continue;
      Clause clause;
      clause.part = as_printed(each.substr(0, at));
      clause.rider = as_printed(each.substr(at));
      clause.range = plain_.range(each);
      set_scope(clause, scope);
      clauses_.push_back(std::move(clause));
      return true;
    }
    return false;
  }

  /// One piece: a rider, an extension, a clause, or what it is about.
  void one(string_view each, const std::vector<string_view>& pieces,
           std::size_t& i, Scope& scope) {
    const string_view first = pieces[i];
    const bool has_label = last_colon(first) != first.npos;
    // 另有规定的, and what then holds.
    string_view whole = each;
    if (i + 1 < pieces.size() && each.ends_with("的"))
      whole = from_to(each, pieces[i + 1]);
    if (is_rider(whole)) {
      if (whole.size() > each.size()) ++i;
      rider(from_to(has_label ? each : first, whole), scope);
    } else if (extension(each, scope) || piece(each, scope) ||
               event_and_verb(each, pieces, i, scope) ||
               verb(each, i + 1 == pieces.size(), scope) ||
               times_only(each, scope) ||
               joined_with_next(each, pieces, i, scope) ||
               event_at_end(each, pieces, i, scope) ||
               event_of_next(each, pieces, i, scope) ||
               case_and_clause(each, scope) || several(each, scope)) {
      attempts_ = most_attempts;
    } else if (leave_of_part(each, scope)) {
    } else if (is_reservation(each)) {
      ReadClause read;
      read.clause.discretion = as_printed(each);
      accept(read, each, scope);
    } else if (is_on_request(each)) {
      scope.on_request = true;
    } else if (is_condition(each)) {
      scope.conditions.push_back(each);
    } else if (i == 0 && i + 1 < pieces.size() && scope.label.empty() &&
               is_subject(each)) {
      // 租赁补贴发放名单，每季度首月公布
      scope.label = as_printed(each);
    } else {
      slip(Slip::Kind::not_understood, each);
    }
  }

  PlainText plain_;
  std::vector<Clause> clauses_;
  std::vector<Slip> slips_;
  int attempts_ = most_attempts;
};

/// Its canonical form reads as the same clause.
bool reads_again(const Clause& clause) {
  const Timing again = Reader(canonical(clause)).read();
  return again.is_read() && again.clauses.size() == 1 &&
         again.clauses.front() == clause;
}

}  // namespace

bool operator==(const Clause& a, const Clause& b) {
  const auto all = [](const Clause& c) {
    return std::tie(c.part, c.on_request, c.within, c.after, c.lead, c.before,
                    c.every, c.times, c.by, c.notice, c.at_most, c.at_once,
                    c.promptly, c.standing, c.dynamic, c.during, c.retention,
                    c.extension, c.act, c.with, c.discretion, c.rider);
  };
  return all(a) == all(b);
}

bool Timing::is_read() const {
  return std::none_of(slips.begin(), slips.end(),
                      [](const Slip& slip) { return slip.is_unread(); });
}

Timing timing(string_view phrase) {
  Reader reader(phrase);
  Timing timing = reader.read();
  // What cannot be said again was not understood.
  std::erase_if(timing.clauses, [&](const Clause& clause) {
    if (is_sound(clause) && reads_again(clause)) return false;
    timing.slips.push_back(
        {Slip::Kind::not_understood, clause.range, std::nullopt});
    return true;
  });
  if (const auto word =
          timing.is_read() ? reader.unsaid_in(timing) : std::nullopt) {
    std::erase_if(timing.clauses, [&](const Clause& clause) {
      return clause.range.begin <= word->begin && word->end <= clause.range.end;
    });
    timing.slips.push_back({Slip::Kind::not_understood, *word, std::nullopt});
  }
  std::stable_sort(timing.slips.begin(), timing.slips.end(),
                   [](const Slip& a, const Slip& b) {
                     return a.range.begin < b.range.begin;
                   });
  if (timing.clauses.empty() && timing.slips.empty())
    timing.slips.push_back(
        {Slip::Kind::not_understood, {0, phrase.size()}, std::nullopt});
  return timing;
}

Timing timing(std::vector<Clause> clauses) {
  return {settled(std::move(clauses)), {}};
}

}  // namespace catalog::phrase
