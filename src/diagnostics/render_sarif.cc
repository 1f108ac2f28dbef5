#include <algorithm>
#include <cstdint>
#include <filesystem>

#include "diagnostics/fingerprint.h"
#include "diagnostics/places.h"
#include "diagnostics/render.h"
#include "json/writer.h"

namespace catalog::diagnostics {
namespace {

constexpr Words apply_fix{"apply the fix", "应用修正"};
/// Of what is no rule's finding: a slip of form, a name that leads nowhere.
constexpr Words form{"the source can be read and followed to its end",
                     "源文件能够完整读取，引用的名称都能找到"};
constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";

std::string_view level_of(Severity severity) {
  return severity == Severity::info ? "note" : word_of(severity);
}

/// A path as a reference by RFC 3986; an absolute one with its scheme.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view unreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char byte : path) {
    if (unreserved.find(byte) != std::string_view::npos) {
      uri += byte;
      continue;
    }
    const auto value = static_cast<unsigned char>(byte);
    uri += '%';
    uri += digits[value >> 4];
    uri += digits[value & 15];
  }
  return uri;
}

class SarifRenderer {
 public:
  explicit SarifRenderer(const Report& report)
      : report_(report),
        all_(report.diagnostics.sorted()),
        places_(report.tree),
        language_(report.diagnostics.language()),
        json_(out_) {}

  std::string render() {
    json_.begin_object();
    json_.member("$schema", schema).member("version", "2.1.0");
    json_.key("runs").begin_array().begin_object();
    write_tool();
    write_invocation();
    json_.member("language", language_ == Language::zh ? "zh-CN" : "en-US");
    json_.member("columnKind", "utf16CodeUnits");
    json_.key("results").begin_array();
    const auto names = fingerprints_of(all_, report_);
    for (std::size_t i = 0; i < all_.size(); ++i)
      write_result(all_[i], names[i]);
    json_.end_array();
    json_.end_object().end_array().end_object();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void write_tool();
  void write_rule(const std::string& code);
  void write_invocation();
  void write_result(const Diagnostic& each, const std::string& name);
  void write_location(const source::Span& span);
  void write_artifact(source::FileId file);
  void write_region(std::string_view name, const source::Span& span);
  void write_fix(const Diagnostic& each);
  void write_text(std::string_view name, std::string_view text);

  const Report& report_;
  std::vector<Diagnostic> all_;
  std::vector<std::string> codes_;
  Places places_;
  Language language_;
  std::string out_;
  json::Writer json_;
};

void SarifRenderer::write_text(std::string_view name, std::string_view text) {
  json_.key(name).begin_object().member("text", text).end_object();
}

/// The program, and every rule or kind of mistake that findings name.
void SarifRenderer::write_tool() {
  for (const Diagnostic& each : all_) codes_.push_back(each.code);
  std::sort(codes_.begin(), codes_.end());
  codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
  json_.key("tool").begin_object().key("driver").begin_object();
  json_.member("name", "catalog").member_if("version", report_.version);
  json_.key("rules").begin_array();
  for (const std::string& code : codes_) write_rule(code);
  json_.end_array().end_object().end_object();
}

void SarifRenderer::write_rule(const std::string& code) {
  json_.begin_object().member("id", code);
  const auto rule = std::lower_bound(
      report_.rules.begin(), report_.rules.end(), code,
      [](const RuleText& one, const std::string& id) { return one.id < id; });
  if (rule != report_.rules.end() && rule->id == code) {
    write_text("shortDescription", rule->summary);
    json_.key("help").begin_object();
    json_.member("text", rule->explanation);
    json_.member("markdown", rule->explanation).end_object();
    json_.key("defaultConfiguration").begin_object();
    json_.member("level", level_of(rule->severity)).end_object();
  } else {
    write_text("shortDescription", form.in(language_));
    const auto one =
        std::find_if(all_.begin(), all_.end(),
                     [&](const Diagnostic& each) { return each.code == code; });
    json_.key("defaultConfiguration").begin_object();
    json_.member("level", level_of(one->severity)).end_object();
  }
  json_.end_object();
}

void SarifRenderer::write_invocation() {
  json_.key("invocations").begin_array().begin_object();
  json_.member("executionSuccessful", report_.failure.empty());
  if (!report_.failure.empty()) {
    json_.key("toolExecutionNotifications").begin_array().begin_object();
    json_.member("level", "error");
    write_text("message", report_.failure);
    json_.end_object().end_array();
  }
  json_.end_object().end_array();
}

void SarifRenderer::write_artifact(source::FileId file) {
  json_.key("artifactLocation").begin_object();
  json_.member("uri", uri_of(report_.path(file))).end_object();
}

void SarifRenderer::write_region(std::string_view name,
                                 const source::Span& span) {
  json_.key(name).begin_object().on_one_line();
  json_.member("startLine", std::uint64_t{places_.begin(span).line});
  json_.member("startColumn",
               std::uint64_t{places_.utf16_column(span.file, span.begin)});
  json_.member("endLine", std::uint64_t{places_.end(span).line});
  json_.member("endColumn",
               std::uint64_t{places_.utf16_column(span.file, span.end)});
  json_.end_object();
}

void SarifRenderer::write_location(const source::Span& span) {
  json_.key("physicalLocation").begin_object();
  write_artifact(span.file);
  write_region("region", span);
  json_.end_object();
}

/// All edits stand in the file of the finding.
void SarifRenderer::write_fix(const Diagnostic& each) {
  json_.key("fixes").begin_array().begin_object();
  write_text("description", each.help.empty() ? apply_fix.in(language_)
                                              : std::string_view(each.help));
  json_.key("artifactChanges").begin_array().begin_object();
  write_artifact(each.span.file);
  json_.key("replacements").begin_array();
  for (const source::TextEdit& edit : each.fix) {
    json_.begin_object();
    write_region("deletedRegion", edit.span);
    write_text("insertedContent", edit.text);
    json_.end_object();
  }
  json_.end_array().end_object().end_array();
  json_.end_object().end_array();
}

void SarifRenderer::write_result(const Diagnostic& each,
                                 const std::string& name) {
  json_.begin_object().member("ruleId", each.code);
  const auto rule = std::lower_bound(codes_.begin(), codes_.end(), each.code);
  json_.member("ruleIndex", static_cast<std::uint64_t>(rule - codes_.begin()));
  json_.member("level", level_of(each.severity));
  write_text("message", each.help.empty() ? each.message
                                          : each.message + "\n" + each.help);
  json_.key("locations").begin_array().begin_object();
  write_location(each.span);
  json_.end_object().end_array();
  json_.key("partialFingerprints").begin_object();
  json_.member("catalog/v1", name).end_object();
  if (!each.labels.empty()) {
    json_.key("relatedLocations").begin_array();
    for (const Label& label : each.labels) {
      json_.begin_object();
      write_location(label.span);
      write_text("message", label.message);
      json_.end_object();
    }
    json_.end_array();
  }
  if (!each.fix.empty()) write_fix(each);
  json_.end_object();
}

}  // namespace

std::string render_sarif(const Report& report) {
  return SarifRenderer(report).render();
}

}  // namespace catalog::diagnostics
