#pragma once

#include <string_view>

#include "phrase/timing.h"

namespace catalog::phrase {

/// Where 随 begins what something goes along with: 余额随预算草案批准. Nowhere
/// in 随访 and 伴随.
std::size_t find_along(std::string_view text);

/// 长期护理, 定期检查: the text begins with a name that holds a word of time
/// and says none.
bool is_named_time(std::string_view text);

/// Free text of a phrase names a part of the content or an event. It stands
/// only where known words delimit it, and it is never trusted: whatever in it
/// says a time, joins two statements or is left of a word that the reader does
/// not know makes the clause be reported instead of read.

/// Not empty, and without any word that itself says a time. What the others
/// below ask as well.
bool is_name(std::string_view text);

/// An event as stands before 之日起, 后, 前: 收到征地批准文件.
bool is_event(std::string_view text);

/// A part of the content that nothing but its own last noun delimits:
/// `抽检信息` in 抽检信息每周公布.
bool is_subject(std::string_view text);

/// Who acts, or where: 县级以上财政部门, 村务公开栏. It adds nothing to when.
bool is_who_or_where(std::string_view text);

/// All texts of a clause could stand where they stand, as printed.
bool is_sound(const Clause& clause);

}  // namespace catalog::phrase
