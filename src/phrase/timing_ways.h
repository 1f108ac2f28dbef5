#pragma once

#include <optional>
#include <string_view>

#include "phrase/timing_clause.h"

namespace catalog::phrase {

/// The ways to read the clause at the front of a piece without top-level
/// commas. Each reads one kind of clause, wherever the words that tell it
/// stand in the piece: what is before them is an event or a part of the
/// content, and what follows is left in `rest`. Nothing where there is no
/// such clause, or where what is before it makes no sense.
using Read = std::optional<ReadClause>;

/// For how long: 公示满5年不再公示, 公开满1年后撤下, 保留5年.
Read read_retention(std::string_view piece);
/// How often: 每季度至少公布1次, 每年1月31日前, 按月公开, 半年更新一次.
Read read_frequency(std::string_view piece);
/// At least how long: 公示不少于7个工作日, 规划报批前公示30日.
Read read_notice(std::string_view piece);
/// How long before: 提前一周, 举行7个工作日前, 实施之日3日前.
Read read_lead(std::string_view piece);
/// By when: 信息形成或者变更之日起20个工作日内, 批准后20日内, 20个工作日.
Read read_deadline(std::string_view piece);
/// By which day: 1月31日前, 3月底前, 次年3月底前公开.
Read read_day(std::string_view piece);
/// With what: 随采购公告公开, 与政策文件同步发布.
Read read_with(std::string_view piece);
/// In a word: 及时, 实时, 长期, 定期.
Read read_adverb(std::string_view piece);
/// Left to the office: 按规定公开, 根据需要公开.
Read read_discretion(std::string_view piece);
/// Until when: 公示至项目竣工, 直至政策废止, 公开至整改完成为止.
Read read_until(std::string_view piece);
/// While: 任期内公开, 施工期间.
Read read_during(std::string_view piece);
/// At what: 审批后公开, 开学前公开, 决定作出当日公开.
Read read_event(std::string_view piece);

/// All of them. The caller takes the first whose rest makes sense too.
inline constexpr Read (*ways_to_read[])(std::string_view) = {
    read_retention,  read_frequency, read_notice, read_lead,
    read_deadline,   read_day,       read_with,   read_adverb,
    read_discretion, read_until,     read_during, read_event};

/// An event without a verb, which stands in the next piece: `启动征收工作时`.
Read read_event_alone(std::string_view piece);

}  // namespace catalog::phrase
