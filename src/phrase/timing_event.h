#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace catalog::phrase {

/// The default event, 信息形成或者变更, in any of its spellings, at the end of
/// a text; what stands before it is a part of the content.
struct DefaultEvent {
  std::string_view part;  // empty: information as such
  std::string event;      // canonical
};
std::optional<DefaultEvent> default_event(std::string_view text);

/// The printed text of an event; the default one in its canonical form.
std::string event_of(std::string_view text);

}  // namespace catalog::phrase
