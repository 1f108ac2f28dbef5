#include "emit/json/parts.h"

namespace catalog::emit {
namespace {

using json::Writer;
using phrase::Clause;

void write_duration(std::string_view key,
                    const std::optional<phrase::Duration>& duration,
                    Writer& out) {
  if (!duration) return;
  out.key(key).begin_object();
  out.member("count", static_cast<std::uint64_t>(duration->count));
  out.member("unit", phrase::key(duration->unit)).end_object();
}

void write_flag(std::string_view key, bool holds, Writer& out) {
  if (holds) out.member(key, true);
}

void write_extension(const Clause& clause, Writer& out) {
  if (!clause.extension) return;
  out.key("extension").begin_object();
  write_duration("by", clause.extension->by, out);
  out.member_if("when", clause.extension->when).end_object();
}

void write_clause(const Clause& clause, Writer& out) {
  out.begin_object();
  out.member("text", phrase::canonical(clause));
  out.member_if("for", clause.part);
  write_flag("on_request", clause.on_request, out);
  write_duration("within", clause.within, out);
  out.member_if("after", clause.after);
  write_duration("lead", clause.lead, out);
  out.member_if("before", clause.before);
  write_duration("every", clause.every, out);
  if (clause.times > 0)
    out.member("times", static_cast<std::uint64_t>(clause.times));
  out.member_if("by", clause.by);
  write_duration("notice", clause.notice, out);
  write_duration("at_most", clause.at_most, out);
  write_flag("at_once", clause.at_once, out);
  write_flag("promptly", clause.promptly, out);
  write_flag("standing", clause.standing, out);
  write_flag("dynamic", clause.dynamic, out);
  out.member_if("during", clause.during);
  write_duration("retention", clause.retention, out);
  write_extension(clause, out);
  out.member_if("act", clause.act);
  out.member_if("with", clause.with);
  out.member_if("discretion", clause.discretion);
  out.member_if("rider", clause.rider);
  out.end_object();
}

}  // namespace

void write_timing(const model::Timing& timing, Writer& out) {
  out.member("text", timing.phrase.text);
  if (!timing.clauses().empty()) {
    out.key("clauses").begin_array();
    for (const Clause& clause : timing.clauses()) write_clause(clause, out);
    out.end_array();
  }
  if (timing.is_read() || !timing.reading) return;
  out.key("unread").begin_array();
  for (const model::Timing::Phrase& phrase : timing.phrases)
    for (const phrase::Slip& slip : phrase.reading->slips)
      if (slip.is_unread())
        out.value(phrase.text.text.substr(slip.range.begin,
                                          slip.range.end - slip.range.begin));
  out.end_array();
}

}  // namespace catalog::emit
