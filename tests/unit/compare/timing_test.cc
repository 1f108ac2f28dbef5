#include "compare/timing.h"

#include <doctest/doctest.h>

#include <string_view>

namespace catalog::compare {
namespace {

using days::Date;

/// 2024 to 2026 as announced, in short: enough weekends and holidays that
/// units do not line up by chance.
days::Calendar calendar() {
  std::vector<days::Year> years;
  for (const int year : {2024, 2025, 2026}) {
    days::Year& each = years.emplace_back();
    each.year = year;
    for (int day = 1; day <= 7; ++day)
      each.off.push_back(Date{static_cast<std::int16_t>(year), 10,
                              static_cast<std::uint8_t>(day)});
    each.work.push_back(Date{static_cast<std::int16_t>(year), 10, 12});
  }
  return days::Calendar(years);
}

struct Case {
  std::string_view base;
  std::string_view now;
  Order order;
};

TEST_CASE("a timing is stricter, equal, weaker or not to be compared") {
  using enum Order;
  constexpr Case cases[] = {
      // Deadlines with the same trigger, by number.
      {"信息形成或者变更之日起20个工作日内",
       "信息形成或者变更之日起3个工作日内", stricter},
      {"信息形成或者变更之日起20个工作日内",
       "自信息产生或变更之日起二十个工作日内", equal},
      {"信息形成或者变更之日起20个工作日内",
       "自信息形成（变更）之日起二十个工作日之内", equal},
      {"信息形成或者变更之日起20个工作日内",
       "信息形成或者变更之日起21个工作日内", weaker},
      // Across units: what holds for every start day.
      {"批准后20个工作日内", "批准后20日内", stricter},
      {"批准后20日内", "批准后20个工作日内", weaker},
      {"批准后1个月内", "批准后20个工作日内", incomparable},
      {"批准后1个月内", "批准后5个工作日内", stricter},
      {"批准后2周内", "批准后14日内", equal},
      {"批准后1年内", "批准后12个月内", equal},
      {"批准后1日内", "批准后24小时内", stricter},
      {"批准后24小时内", "批准后1日内", weaker},
      {"批准后24小时内", "批准后48小时内", weaker},
      {"批准后2日内", "批准次日公布", stricter},
      {"批准次日公布", "公示次日公布", incomparable},
      // A lead, counted backwards; a notice with an end.
      {"听证会举行7日前", "听证会举行7个工作日前", stricter},
      {"听证会举行7个工作日前", "听证会举行7日前", weaker},
      {"听证会举行1个月前", "听证会举行20个工作日前", incomparable},
      {"公示不少于7个工作日", "公示7至15个工作日", weaker},
      {"公示7至15个工作日", "公示10至15个工作日", stricter},
      {"每学期公开", "每学期至少公开2次", stricter},
      {"每旬公开", "每月公开", incomparable},
      // Other triggers, other acts.
      {"批准后20日内", "公布后5日内", incomparable},
      {"信息形成或者变更之日起20个工作日内", "信息形成之日起20个工作日内",
       incomparable},
      {"收到申请之日起20个工作日内答复", "接到申请之日起15个工作日内答复",
       stricter},
      {"收到申请之日起20个工作日内答复", "收到申请之日起20个工作日内",
       incomparable},
      // At once, promptly, together.
      {"信息形成或者变更之日起20个工作日内", "实时公开", stricter},
      {"实时公开", "信息形成或者变更之日起1个工作日内", weaker},
      {"信息形成或者变更之日起20个工作日内", "及时公开", incomparable},
      {"及时公开", "信息形成或者变更之日起20个工作日内", incomparable},
      {"及时公开", "及时公开", equal},
      {"信息形成或者变更之日起20个工作日内", "随采购公告一并公开",
       incomparable},
      {"批准后3日内", "批准当日公开", stricter},
      // Frequencies.
      {"每季度公开1次", "每月公开1次", stricter},
      {"每月公开1次", "每季度公开1次", weaker},
      {"每年至少公开2次", "每半年公开1次", stricter},
      {"每半年公开1次", "每年至少公开2次", weaker},
      {"每月公开", "每周公开", stricter},
      {"每周公开", "每月公开", weaker},
      {"每季度公开", "每季度公开2次", stricter},
      {"每季度首个月20日前", "每季度首个月15日前", stricter},
      {"每年3月底前", "每年1月31日前", stricter},
      {"每年1月31日前", "每年公开1次", weaker},
      {"每年公开1次", "每年1月31日前", stricter},
      {"次年3月底前", "次年1月31日前", stricter},
      {"每季度公开1次", "信息形成或者变更之日起20个工作日内", incomparable},
      // Longer is stricter.
      {"公示不少于7个工作日", "公示不少于5个工作日", weaker},
      {"公示不少于5个工作日", "公示不少于7个工作日", stricter},
      {"公示不少于7个工作日", "公示不少于7日", weaker},
      {"公示不少于7日", "公示一般不少于7日", weaker},
      {"听证会举行7日前", "听证会举行10日前", stricter},
      {"听证会举行7日前", "听证会举行3日前", weaker},
      {"听证会举行7日前", "听证会举行1周前", equal},
      {"公示满3年不再公示", "公示满5年不再公示", stricter},
      {"长期公开", "公示满5年不再公示", weaker},
      {"长期公开", "长期公开（动态调整）", stricter},
      {"长期公开（动态调整）", "长期公开", weaker},
      // What may prolong it.
      {"收到申请之日起20个工作日内答复",
       "收到申请之日起20个工作日内答复，可延长20个工作日", weaker},
      {"收到申请之日起20个工作日内答复，可延长20个工作日",
       "收到申请之日起20个工作日内答复，可延长10个工作日", stricter},
      {"收到申请之日起20个工作日内答复，情况复杂的，可延长7个工作日",
       "收到申请之日起20个工作日内答复，确有必要的，可延长7个工作日",
       incomparable},
      {"批准后20日内", "批准后原则上20日内", weaker},
      // Riders do not count: the law goes before anyway.
      {"批准后20日内", "批准后20日内，法律、法规另有规定的，从其规定", equal},
      // Several clauses, and parts of the content.
      {"批准后20日内；公示不少于7日", "批准后20日内", weaker},
      {"批准后20日内", "批准后20日内；公示不少于7日", stricter},
      {"批准后20日内", "批准后10日内；长期公开", stricter},
      {"批准后20日内", "批准后20日内；公示满5年不再公示", weaker},
      {"处罚决定：作出行政决定之日起7个工作日内；其他内容：长期公开",
       "处罚决定：作出行政决定之日起5个工作日内；其他内容：长期公开", stricter},
      {"处罚决定：作出行政决定之日起7个工作日内；其他内容：长期公开",
       "处罚决定：作出行政决定之日起10个工作日内；其他内容：长期公开", weaker},
      {"处罚决定：批准后7日内", "批准后7日内", equal},
      {"批准后20日内", "处罚决定：批准后7日内；其他内容：批准后20日内",
       stricter},
      {"批准后20日内", "处罚决定：批准后7日内", incomparable},
      {"批准后20日内", "处罚决定：批准后7日内；其他内容：批准后30日内", weaker},
      // What cannot be read cannot be compared.
      {"批准后20日内", "批准后20内", incomparable},
  };
  const days::Calendar all = calendar();
  for (const Case& each : cases) {
    CAPTURE(each.base);
    CAPTURE(each.now);
    const phrase::Timing base = phrase::timing(each.base);
    const phrase::Timing now = phrase::timing(each.now);
    CHECK(order_of(now, base, all).order == each.order);
    CHECK(order_of(base, base, all).order ==
          (base.is_read() ? equal : incomparable));
  }
}

TEST_CASE("the clauses that decide are named") {
  const phrase::Timing base = phrase::timing("批准后20日内；公示不少于7日");
  const phrase::Timing now = phrase::timing("批准后20日内；公示不少于5日");
  const TimingOrder found = order_of(now, base, calendar());
  CHECK(found.order == Order::weaker);
  REQUIRE(found.base);
  REQUIRE(found.now);
  CHECK(phrase::canonical(*found.base) == "公示不少于7日");
  CHECK(phrase::canonical(*found.now) == "公示不少于5日");
}

TEST_CASE("without a calendar, units do not compare") {
  const days::Calendar none;
  CHECK(order_of(phrase::Duration{20, phrase::Unit::day},
                 phrase::Duration{20, phrase::Unit::working_day},
                 none) == Order::incomparable);
  CHECK(order_of(phrase::Duration{1, phrase::Unit::week},
                 phrase::Duration{7, phrase::Unit::day}, none) == Order::equal);
}

}  // namespace
}  // namespace catalog::compare
