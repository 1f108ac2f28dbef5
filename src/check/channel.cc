#include <algorithm>

#include "check/findings.h"

namespace catalog::check {
namespace {

using diagnostics::Message;
using diagnostics::Severity;
using resolve::ChannelChoice;
using resolve::Edition;
using resolve::Item;

/// Whether a place may leave all of them out.
bool is_nothing_ticked(const std::vector<ChannelChoice>& choices) {
  return std::all_of(
      choices.begin(), choices.end(), [](const ChannelChoice& choice) {
        return choice.kind == model::ChannelEntry::Kind::optional;
      });
}

void nothing_ticked(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view> nothing{"`{}` is published nowhere",
                                              "`{}` 没有勾选任何渠道"};
  constexpr Message<std::string_view, std::string_view> nothing_at{
      "`{}` is published nowhere at {} level", "`{}` 在{}没有勾选任何渠道"};
  constexpr Message<> help{"name a channel that must be used",
                           "请写明必须使用的渠道"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    if (!item.channels.differs()) {
      const auto& parts = item.channels.parts;
      if (parts.empty() || is_nothing_ticked(parts[0].value))
        found.at(item, item.id.span, nothing, item.id.text).help(help);
      continue;
    }
    for (const model::Level level : model::all_levels) {
      const auto* const choices = item.channels.at(level);
      if (choices ? is_nothing_ticked(*choices)
                  : item.levels.all.contains(level))
        found
            .at(item, item.id.span, nothing_at, item.id.text,
                said(level, found.language()))
            .help(help);
    }
  }
}

/// A row copied from another domain brings its platforms along.
void foreign_channel(const Edition& edition, Findings& found) {
  constexpr Message<std::string_view, std::string_view> foreign{
      "`{}` is not a channel of the domain {}", "`{}` 不是{}领域的渠道"};
  constexpr Message<> its_domains{"its domains are given here",
                                  "该渠道所属领域写在这里"};
  constexpr Message<> help{
      "choose a channel of this domain, or add the domain to the channel",
      "请改用本领域的渠道，或在该渠道的 `domains` 中加上本领域"};
  for (const resolve::ItemId id : edition.items) {
    const Item& item = edition[id];
    if (item.is_incomplete) continue;
    const model::Domain& domain = edition[item.domain];
    for (const auto& part : item.channels.parts)
      for (const ChannelChoice& choice : part.value)
        for (const resolve::ChannelId each : choice.channels) {
          const model::Channel& channel = edition[each];
          const auto& domains = channel.domains;
          if (domains.empty() || std::any_of(domains.begin(), domains.end(),
                                             [&](const model::Text& text) {
                                               return text.text ==
                                                      domain.id.text;
                                             }))
            continue;
          found
              .at(item, choice.span, foreign, channel.name.text,
                  domain.name.text)
              .label(domains[0].span, its_domains)
              .help(help);
        }
  }
}

}  // namespace

std::vector<Rule> channel_rules() {
  return {
      {"nothing-ticked",
       Severity::error,
       {"every item is published somewhere", "每个事项至少有一种渠道"},
       nothing_ticked},
      {"foreign-channel",
       Severity::warning,
       {"an item uses channels of its own domain", "渠道属于事项所在领域"},
       foreign_channel},
  };
}

}  // namespace catalog::check
