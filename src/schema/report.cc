#include <algorithm>
#include <unordered_map>

#include "schema/evaluation.h"
#include "schema/findings.h"
#include "schema/known_keys.h"
#include "schema/mistake_place.h"
#include "schema/schema.h"
#include "schema/words.h"
#include "unicode/closest.h"

namespace catalog::schema {
namespace {

using diagnostics::Diagnostics;
using namespace findings;

/// Puts mistakes into words.
class Report {
 public:
  Report(const Program& program, const Mistakes& mistakes,
         Diagnostics& diagnostics)
      : program_(program),
        mistakes_(mistakes),
        diagnostics_(diagnostics),
        words_(program, diagnostics.language()),
        keys_(program, mistakes, words_) {}

  void write() {
    gather_missing();
    for (const Mistake& each : mistakes_.all) report(each);
    for (const Mistake& each : mistakes_.all)
      if (const auto span = poisoned_span(each)) diagnostics_.poison(*span);
  }

 private:
  std::string text(const Mistake& mistake) const {
    return mistake.node.is_scalar() ? quoted(mistake.node.text())
                                    : words_.seen(mistake.node, no_type);
  }

  /// An empty value is one kind of mistake, whatever the schema wants there.
  bool is_empty(const Mistake& mistake) const {
    return mistake.node.is_scalar() && mistake.node.text().empty() &&
           mistake.fault <= Fault::too_short && !mistake.where.is_key;
  }

  void report_empty(const Mistake& mistake) {
    auto entry = diagnostics_.report(empty_value, value_span(mistake),
                                     words_.place(mistake.where));
    if (mistake.fault == Fault::wrong_type)
      entry.help(expected_one_of,
                 words_.object(words_.types(mistake.expected)));
    else if (mistake.fault == Fault::fits_none)
      entry.help(expected_one_of,
                 words_.object(words_.forms(mistake.branches)));
    else if (mistake.fault == Fault::not_allowed)
      entry.help(takes, words_.any_of(allowed_at(mistake)));
  }

  void report(const Mistake& mistake) {
    if (is_empty(mistake)) return report_empty(mistake);
    switch (mistake.fault) {
      case Fault::wrong_type: return report_type(mistake);
      case Fault::fits_none:
      case Fault::fits_several: return report_forms(mistake);
      case Fault::not_allowed: return report_constant(mistake);
      case Fault::wrong_format: return report_format(mistake);
      case Fault::wrong_form: return report_form(mistake);
      case Fault::too_short:
      case Fault::too_long: return report_length(mistake);
      case Fault::too_small:
      case Fault::too_large:
      case Fault::not_multiple: return report_number(mistake);
      case Fault::unknown_key: return report_unknown(mistake);
      case Fault::missing_key:
      case Fault::needed_key: return report_missing(mistake);
      case Fault::excluded:
      case Fault::unexpected:
      case Fault::not_together: return report_excluded(mistake);
      case Fault::repeated: return report_repeated(mistake);
      default: return report_count(mistake);
    }
  }

  void report_type(const Mistake& mistake) {
    const std::string seen = words_.seen(mistake.node, mistake.expected);
    const std::string expected = words_.object(words_.types(mistake.expected));
    auto entry =
        mistake.where.key
            ? diagnostics_.report(wrong_type_of, value_span(mistake),
                                  words_.place(mistake.where), seen, expected)
            : diagnostics_.report(wrong_type, value_span(mistake), seen,
                                  expected);
    const Type unquoted =
        mistake.node.is_scalar() && !mistake.node.is_plain()
            ? plain_type(mistake.node.text(), mistake.expected)
            : Type::string;
    if (unquoted != Type::string) entry.help(remove_quotes);
  }

  /// The constants that a value may be, then the other forms it may have.
  std::vector<std::string> allowed_at(const Mistake& mistake) const {
    std::vector<std::string> allowed = words_.constants(*mistake.schema);
    const auto add = [&](std::string more) {
      if (std::find(allowed.begin(), allowed.end(), more) == allowed.end())
        allowed.push_back(std::move(more));
    };
    for (const Subschema* each : mistake.alternatives)
      for (std::string& more : words_.constants(*each)) add(std::move(more));
    for (const SubschemaId each : mistake.branches) add(words_.form(each));
    return allowed;
  }

  void report_constant(const Mistake& mistake) {
    unicode::Closest closest(mistake.node.is_scalar() ? mistake.node.text()
                                                      : "");
    const auto consider = [&](const Subschema& schema) {
      for (const Value& each : *schema.allowed)
        if (each.type == Type::string) closest.consider(each.node.text());
    };
    consider(*mistake.schema);
    for (const Subschema* each : mistake.alternatives) consider(*each);
    auto entry =
        diagnostics_.report(not_allowed, value_span(mistake),
                            words_.place(mistake.where), text(mistake));
    const std::string all = words_.any_of(allowed_at(mistake));
    if (const auto near = closest.found(); near && mistake.node.is_scalar())
      entry.help(did_you_mean_of, *near, all);
    else
      entry.help(takes, all);
  }

  void report_form(const Mistake& mistake) {
    auto entry =
        mistake.where.is_key
            ? diagnostics_.report(wrong_key_form, mistake.node.span(),
                                  text(mistake))
            : diagnostics_.report(wrong_form, value_span(mistake),
                                  words_.place(mistake.where), text(mistake));
    std::string_view described = keyword_text(*mistake.schema, "description");
    if (described.ends_with("。")) described.remove_suffix(3);
    const auto examples = value_at(mistake.schema->source, "examples");
    if (words_.is_chinese() && !described.empty())
      entry.help(looks_like, described);
    else if (examples && examples->size() > 0)
      entry.help(for_example, quoted((*examples->items().begin()).text()));
    else
      entry.help(must_match, mistake.schema->string->pattern->source());
  }

  void report_format(const Mistake& mistake) {
    const Format format = mistake.schema->string->format;
    const std::string_view what =
        format == Format::date  ? words_.pick("a date", "日期")
        : format == Format::uri ? words_.pick("an address", "网址")
                                : words_.pick("an e-mail address", "电子邮箱");
    auto entry = diagnostics_.report(wrong_format, value_span(mistake),
                                     text(mistake), what);
    entry.help(format == Format::date  ? date_form
               : format == Format::uri ? uri_form
                                       : email_form);
  }

  void report_length(const Mistake& mistake) {
    const auto& problem =
        mistake.fault == Fault::too_short ? too_short : too_long;
    diagnostics_.report(
        problem, value_span(mistake), words_.place(mistake.where),
        words_.count(mistake.seen, "character", "characters", "个字"),
        mistake.limit);
  }

  void report_number(const Mistake& mistake) {
    const auto bound = [&](std::string_view keyword) {
      return keyword_text(*mistake.schema, keyword);
    };
    if (mistake.fault == Fault::not_multiple) {
      diagnostics_.report(not_a_multiple, value_span(mistake), text(mistake),
                          quoted(bound("multipleOf")));
      return;
    }
    const bool is_small = mistake.fault == Fault::too_small;
    const NumberRules& rules = *mistake.schema->number;
    const Decimal value = decimal_of(mistake.node.text());
    const bool is_closed = is_small ? rules.minimum && value < *rules.minimum
                                    : rules.maximum && value > *rules.maximum;
    const std::string_view limit =
        bound(is_small ? (is_closed ? "minimum" : "exclusiveMinimum")
                       : (is_closed ? "maximum" : "exclusiveMaximum"));
    const std::string range = fmt::format(
        fmt::runtime(
            is_small ? (is_closed ? words_.pick("at least {}", "不得小于 {}")
                                  : words_.pick("above {}", "应大于 {}"))
                     : (is_closed ? words_.pick("at most {}", "不得大于 {}")
                                  : words_.pick("below {}", "应小于 {}"))),
        limit);
    diagnostics_.report(is_small ? too_small : too_large, value_span(mistake),
                        words_.place(mistake.where), text(mistake), range);
  }

  void report_count(const Mistake& mistake) {
    const Fault fault = mistake.fault;
    if (fault == Fault::too_few_matching || fault == Fault::too_many_matching)
      return report_matching(mistake);
    const std::string place = words_.place(mistake.where);
    const bool are_keys = mistake.node.is_mapping();
    const bool is_few = fault == Fault::too_few || fault == Fault::too_few_keys;
    if (is_few && mistake.seen == 0) {
      diagnostics_.report(are_keys ? empty_mapping : empty_list,
                          head_span(mistake), place);
      return;
    }
    const std::string seen =
        are_keys ? words_.count(mistake.seen, "key", "keys", "个键")
                 : words_.count(mistake.seen, "entry", "entries", "项");
    const auto& problem = is_few ? (are_keys ? too_few_keys : too_few)
                                 : (are_keys ? too_many_keys : too_many);
    diagnostics_.report(problem,
                        is_few ? head_span(mistake) : excess_span(mistake),
                        place, seen, mistake.limit);
  }

  void report_matching(const Mistake& mistake) {
    const auto& problem = mistake.fault == Fault::too_few_matching
                              ? too_few_matching
                              : too_many_matching;
    diagnostics_.report(
        problem, head_span(mistake), words_.place(mistake.where),
        words_.count(mistake.seen, "entry", "entries", "项"),
        words_.form(mistake.schema->array->contains), mistake.limit);
  }

  void report_repeated(const Mistake& mistake) {
    const std::string place = words_.place(mistake.where);
    auto entry =
        mistake.node.is_scalar()
            ? diagnostics_.report(repeated_entry, mistake.node.span(), place,
                                  text(mistake))
            : diagnostics_.report(repeated_part, mistake.node.span(), place);
    entry.label(mistake.other->span(), first_here);
  }

  void report_forms(const Mistake& mistake) {
    const std::string forms = words_.forms(mistake.branches);
    const std::string place = words_.place(mistake.where);
    if (mistake.fault == Fault::fits_several)
      diagnostics_.report(fits_several, value_span(mistake), place, forms);
    else
      diagnostics_
          .report(fits_none, value_span(mistake), place,
                  words_.seen(mistake.node, no_type))
          .help(expected_one_of, words_.object(forms));
  }

  void report_excluded(const Mistake& mistake) {
    const std::string place = words_.place(mistake.where);
    if (mistake.fault == Fault::excluded) {
      diagnostics_.report(excluded, value_span(mistake), place);
    } else if (mistake.fault == Fault::unexpected) {
      diagnostics_.report(unexpected, value_span(mistake), place);
    } else {
      std::string names;
      source::Span last = mistake.node.span();
      const Subschema& not_ = program_[mistake.schema->in_place->not_];
      for (const syntax::Entry& entry : mistake.node.entries()) {
        const Property* property =
            not_.object->properties.find(entry.key.text());
        if (!property || !property->required) continue;
        (names += names.empty() ? "" : words_.pick(" and ", "和")) +=
            quoted(entry.key.text());
        last = entry.key.span();
      }
      diagnostics_.report(not_together, last, names).help(keep_one);
    }
  }

  void report_unknown(const Mistake& mistake) {
    const std::string name = quoted(mistake.name);
    auto entry = diagnostics_.report(unknown_key, mistake.other->span(),
                                     words_.owner(mistake.where), name);
    if (mistake.node.size() > most_keys) return;
    if (const auto outside = keys_.outside(mistake))
      entry.help(belongs_outside, name, *outside);
    else if (mistake.meant)
      entry.help(did_you_mean, *mistake.meant);
    else if (const auto inside = keys_.inside(mistake))
      entry.help(belongs_inside, name, *inside);
    else if (const auto keys = keys_.left_at(mistake); !keys.empty())
      entry.help(keys_are, words_.any_of(keys));
  }

  /// A mapping that lacks several keys is one mistake: most often only its
  /// beginning was written.
  void gather_missing() {
    for (const Mistake& each : mistakes_.all)
      if (each.fault == Fault::missing_key)
        missing_[each.node.index()].push_back(keys_.name(each));
  }

  void report_missing(const Mistake& mistake) {
    if (mistake.fault == Fault::needed_key) {
      diagnostics_.report(needed_key, mistake.other->span(),
                          quoted(mistake.other->text()), keys_.name(mistake));
      return;
    }
    auto names = missing_.extract(mistake.node.index());
    if (names.empty()) return;  // said with another
    diagnostics_.report(missing_key, head_span(mistake),
                        words_.owner(keys_.where(mistake)),
                        words_.all_of(names.mapped()));
  }

  const Program& program_;
  const Mistakes& mistakes_;
  Diagnostics& diagnostics_;
  Wording words_;
  KnownKeys keys_;
  std::unordered_map<std::uint32_t, std::vector<std::string>> missing_;
};

}  // namespace

void validate(const Schema& schema, syntax::Node instance,
              Diagnostics& diagnostics) {
  const Program& program = schema.program();
  Evaluation evaluation(program);
  if (evaluation.holds_child(program.root, instance, nullptr)) return;
  if (!evaluation.gave_up()) {
    const Mistakes mistakes = mistakes_in(program, instance);
    Report(program, mistakes, diagnostics).write();
    if (mistakes.has_more) {
      diagnostics.report(more_mistakes, instance.span());
      diagnostics.poison(instance.span());
    }
    if (!mistakes.gave_up) return;
  }
  diagnostics.report(gave_up, instance.span());
}

}  // namespace catalog::schema
