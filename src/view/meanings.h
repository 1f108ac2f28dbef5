#pragma once

#include <string_view>

#include "model/item.h"

namespace catalog::view {

/// What the standard elements of an item tell a reader.
struct Meaning {
  model::ItemField field;
  std::string_view name;
  std::string_view meaning;
  std::string_view english_name;
  std::string_view english;
};

inline constexpr Meaning meanings[] = {
    {model::ItemField::name, "公开事项",
     "政府应当公开的一件事，分一级到三级名称，由大到小。", "Item",
     "One thing a government must disclose, named on one to three levels."},
    {model::ItemField::content, "公开内容（要素）",
     "这件事应当公开到哪些具体内容；标〇的可以不公开。", "Content",
     "What has to be published; what is marked 〇 is optional."},
    {model::ItemField::basis, "公开依据",
     "要求公开的法律、法规、规章和文件。已废止、已失效的注明状态。", "Basis",
     "The laws and documents that require it. Those no longer in force are "
     "marked."},
    {model::ItemField::timing, "公开时限",
     "从什么时候起、多少日之内公开，多久更新一次，或者公示多少日。", "Timing",
     "By when, how often, or for how long it is published."},
    {model::ItemField::body, "公开主体", "负责公开的单位。", "Body",
     "Who has to publish it."},
    {model::ItemField::channels, "公开渠道和载体",
     "在哪里可以看到；■ 为采用的渠道，□ 为未采用的，表上另有说明的从其说明。",
     "Channels",
     "Where it is published: ■ is used, □ is not, unless the table says "
     "otherwise."},
    {model::ItemField::audience, "公开对象", "全社会，或者所列的特定群体。",
     "Audience", "Everybody, or the groups named."},
    {model::ItemField::mode, "公开方式",
     "主动：由公开主体自行公布；依申请：向公开主体提出申请后提供。", "Mode",
     "Proactive: published by the body itself; on request: given to those who "
     "ask."},
    {model::ItemField::levels, "公开层级",
     "由哪一级公开，同一事项可以由几级分别公开。", "Levels",
     "Which levels of government publish it; there may be several."},
    {model::ItemField::supervision, "监督渠道",
     "认为没有依照目录公开时，向哪里反映。", "Supervision",
     "Whom to complain to when something is not published."},
};

}  // namespace catalog::view
