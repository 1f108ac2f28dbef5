#pragma once

#include "diagnostics/message.h"

namespace catalog::model {

/// What the reading of the model may find.

inline constexpr diagnostics::Problem<std::string_view, std::string_view>
    duplicate_id{
        "duplicate-id",
        diagnostics::Severity::error,
        {"`{}` is the id of another {} already", "标识 `{}` 已被另一个{}使用"}};
inline constexpr diagnostics::Message<> defined_first{"defined first here",
                                                      "首次定义在这里"};

inline constexpr diagnostics::Problem<> second_manifest{
    "duplicate-section",
    diagnostics::Severity::error,
    {"`catalog:` stands in another file already: a catalog has one",
     "另一个文件中已有 `catalog:`，一套目录只能有一处"}};

inline constexpr diagnostics::Problem<> no_manifest{
    "missing-section",
    diagnostics::Severity::error,
    {"no file has the section `catalog:`", "没有任何文件写有 `catalog:` 部分"}};
inline constexpr diagnostics::Message<> write_manifest{
    "write `catalog:` with id, title and date into catalog.yaml",
    "请在 catalog.yaml 中写明 `catalog:` 的 id、title 和 date"};

}  // namespace catalog::model
