#include "phrase/timing.h"

#include <doctest/doctest.h>

#include <string>

namespace catalog::phrase {
namespace {

/// A clause as `key=value` words, to compare readings by eye.
std::string said(const Clause& clause) {
  std::string all;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!all.empty()) all += ' ';
    all += name;
    if (value != name) (all += '=') += value;
  };
  const auto duration = [&](std::string_view name,
                            const std::optional<Duration>& value) {
    if (value) add(name, key(*value));
  };
  const auto flag = [&](std::string_view name, bool value) {
    if (value) add(name, name);
  };
  add("for", clause.part);
  flag("on-request", clause.on_request);
  duration("within", clause.within);
  add("after", clause.after);
  duration("lead", clause.lead);
  add("before", clause.before);
  duration("every", clause.every);
  if (clause.times) add("times", std::to_string(clause.times));
  add("by", clause.by);
  duration("notice", clause.notice);
  flag("at-once", clause.at_once);
  flag("promptly", clause.promptly);
  flag("standing", clause.standing);
  flag("dynamic", clause.dynamic);
  add("during", clause.during);
  duration("retention", clause.retention);
  if (clause.extension) {
    duration("extension", clause.extension->by);
    add("when", clause.extension->when);
  }
  add("act", clause.act);
  add("with", clause.with);
  add("discretion", clause.discretion);
  add("rider", clause.rider);
  return all;
}

std::string said(const Timing& timing) {
  std::string all;
  for (const Clause& clause : timing.clauses)
    (all += all.empty() ? "" : " | ") += said(clause);
  return all;
}

struct Reading {
  std::string_view phrase;
  std::string_view said;
  std::string_view canonical;
};

TEST_CASE("each kind of clause is read, and its canonical form reads alike") {
  constexpr Reading readings[] = {
      {"自信息形成（变更）之日起２０个工作日以内予以公开",
       "within=20 working-days after=信息形成或者变更",
       "信息形成或者变更之日起20个工作日内"},
      {"公开事项信息产生或变动后二十个工作日内",
       "within=20 working-days after=信息形成或者变动",
       "信息形成或者变动之日起20个工作日内"},
      {"名录审定后十五日内，在村公示栏公开", "within=15 days after=名录审定",
       "名录审定之日起15日内"},
      {"检验报告应自出具之日起3日内向社会公布",
       "for=检验报告 within=3 days after=出具", "检验报告：出具之日起3日内"},
      {"在收到举报之日起30日内答复，案情复杂的，经批准，可以延长15日",
       "within=30 days after=收到举报 extension=15 days "
       "when=案情复杂的，经批准 act=答复",
       "收到举报之日起30日内答复，案情复杂的，经批准可延长15日"},
      {"每季度终了后1个月内", "within=1 month after=季度终了 every=1 quarter",
       "每季度终了之日起1个月内"},
      {"论证会召开5个工作日之前", "lead=5 working-days before=论证会召开",
       "论证会召开5个工作日前公开"},
      {"提前两周", "lead=2 weeks", "提前2周公开"},
      {"招标开始前", "before=招标开始", "招标开始前公开"},
      {"方案报批前，不少于15日", "before=方案报批 notice=15 days",
       "方案报批前公示不少于15日"},
      {"每月不少于2次", "every=1 month times=2", "每月至少公开2次"},
      {"逐月公布", "every=1 month", "每月公开"},
      {"每两年更新一次", "every=2 years times=1", "每2年至少公开1次"},
      {"每季度的第一个月15日前", "every=1 quarter by=第一个月15日",
       "每季度第一个月15日前"},
      {"每周五", "every=1 week by=周五", "每周五公开"},
      {"次年六月底前", "by=次年6月底", "次年6月底前"},
      {"结果公示期限一般不得少于五个工作日",
       "for=结果公示 notice=5 working-days discretion=一般",
       "结果公示一般不少于5个工作日"},
      {"即时公布", "at-once", "实时公开"},
      {"警报发布后立即公开", "after=警报发布 at-once", "警报发布时公开"},
      {"信息形成当日", "after=信息形成 by=当日", "信息形成当日公开"},
      {"永久公开，如有变化及时更新", "standing dynamic",
       "长期公开（动态调整）"},
      {"施工期间", "during=施工期间", "施工期间公开"},
      {"公布满三年后不再公布", "retention=3 years", "公示满3年不再公示"},
      {"与年度报告同步发布", "with=年度报告", "随年度报告一并公开"},
      {"根据工作进展及时更新", "promptly discretion=根据工作进展",
       "根据工作进展及时公开"},
      {"不定期更新", "discretion=不定期", "不定期公开"},
      {"及时回应", "promptly act=回应", "及时回应"},
      {"主动公开的：长期；依申请公开：收到申请之日起20个工作日内",
       "for=主动公开的 standing | on-request within=20 working-days "
       "after=收到申请",
       "主动公开的：长期公开；依申请公开：收到申请之日起20个工作日内"},
      {"（一）名单：实时公开。（二）其他：每半年公布1次；另有规定的，从其规定",
       "for=名单 at-once | for=其他 every=1 half-year times=1 | "
       "rider=另有规定的，从其规定",
       "名单：实时公开；其他：每半年至少公开1次；另有规定的，从其规定"},
  };
  for (const Reading& each : readings) {
    CAPTURE(each.phrase);
    const Timing timing = phrase::timing(each.phrase);
    CHECK(timing.is_read());
    CHECK(said(timing) == each.said);
    CHECK(canonical(timing) == each.canonical);
    const Timing again = phrase::timing(canonical(timing));
    CHECK(again.is_read());
    CHECK(said(again) == said(timing));
    CHECK(phrase::timing(timing.clauses).clauses == timing.clauses);
  }
}

struct Fault {
  std::string_view phrase;
  Slip::Kind kind;
  std::string_view place;
  std::string_view instead;
};

TEST_CASE("what is not understood is named with its place, never guessed") {
  using enum Slip::Kind;
  constexpr Fault faults[] = {
      {"同上", ditto, "同上", ""},
      {"决算批复后15内公开", no_unit, "15内", ""},
      {"审定之日起７工作日内", no_measure, "７工作日", "7个工作日"},
      {"15个工作日", bare, "15个工作日", "15个工作日"},
      {"名单：5日内", bare, "5日内", ""},
      {"3个月", bare, "3个月", ""},
      {"长其公开", not_understood, "长其公开", "长期公开"},
      {"实时公开；每季度公部3次", not_understood, "每季度公部3次",
       "每季度公布3次"},
      {"信息行成或者变更之日起9个工作日内", not_understood,
       "信息行成或者变更之日起9个工作日内",
       "信息形成或者变更之日起9个工作日内"},
      {"会议召开前3日内", not_understood, "会议召开前3日内", ""},
      {"10个工作日内不得公开", not_understood, "10个工作日内不得公开", ""},
      {"见附件", not_understood, "见附件", ""},
      {"", not_understood, "", ""},
  };
  for (const Fault& each : faults) {
    CAPTURE(each.phrase);
    const Timing timing = phrase::timing(each.phrase);
    REQUIRE(timing.slips.size() == 1);
    const Slip& slip = timing.slips.front();
    CHECK(slip.kind == each.kind);
    CHECK(each.phrase.substr(slip.range.begin,
                             slip.range.end - slip.range.begin) == each.place);
    if (each.kind == not_understood || each.kind == no_measure)
      CHECK(slip.instead.value_or("") == each.instead);
    CHECK(timing.is_read() == (each.kind == bare || each.kind == no_measure));
  }
}

TEST_CASE("lines that a narrow cell broke are one; others begin anew") {
  CHECK(canonical(timing("自信息形成或变\n更之日起20个工作\n日以内")) ==
        "信息形成或者变更之日起20个工作日内");
  CHECK(canonical(timing("印发后10个工作日内\n长期公开")) ==
        "印发之日起10个工作日内；长期公开");
  // Places are those of the cell as it is.
  const Timing cut = timing("自信息形成\n之日起，大家看");
  CHECK_FALSE(cut.is_read());
  REQUIRE(!cut.slips.empty());
  CHECK(cut.slips.front().range.begin == 0);
}

TEST_CASE("a clause given field by field becomes one clause a thing") {
  Clause clause;
  clause.part = "处罚决定";
  clause.within = Duration{7, Unit::working_day};
  clause.after = "作出行政决定";
  clause.notice = Duration{5, Unit::day};
  clause.standing = true;
  clause.rider = "法律另有规定的,从其规定";
  const Timing timing = phrase::timing(std::vector{clause});
  CHECK(canonical(timing) ==
        "处罚决定：作出行政决定之日起7个工作日内；处罚决定：公示不少于5日；"
        "处罚决定：长期公开，法律另有规定的，从其规定");
  CHECK(phrase::timing(canonical(timing)).clauses == timing.clauses);
}

TEST_CASE("durations have a form for the schema") {
  for (const std::string_view text :
       {"20 working-days", "1 year", "24 hours", "1 half-year", "1 half-month",
        "2 semesters", "1 school-year", "1 ten-day"}) {
    const auto duration = duration_of_key(text);
    REQUIRE(duration);
    CHECK(key(*duration) == text);
  }
  CHECK(duration_of_key("quarter") == Duration{1, Unit::quarter});
  CHECK(!duration_of_key("0 days"));
  CHECK(!duration_of_key("3 fortnights"));
}

}  // namespace
}  // namespace catalog::phrase
