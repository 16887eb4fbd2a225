#include "report/sarif.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "report/check_text.h"
#include "report/findings.h"
#include "report/json_text.h"
#include "report/source_path.h"

namespace lockstep::report {
namespace {

/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): the same on every machine, which std::hash is not.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// A path as a relative reference of a URI (RFC 3986, section 4.2).
std::string uri_of(const std::string& path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string uri;
  for (const char c : path) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter_or_digit || kPlain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Json location_json(const std::string& path, int line) {
  Json physical{{"artifactLocation", {{"uri", uri_of(path)}}}};
  if (line > 0) physical["region"] = {{"startLine", line}};
  return {{"physicalLocation", std::move(physical)}};
}

/// \pre the finding has a path in the repository
Json result(const GradeReport& report, const Finding& finding, std::string_view level) {
  const std::string path = source_path(report, finding);
  Json json{{"ruleId", name(finding.kind)},
            {"level", level},
            {"message", {{"text", finding_text(finding)}}},
            {"locations", Json::array({location_json(path, finding.line)})}};
  for (std::size_t i = 1; i < finding.places.size(); ++i) {
    Finding other = finding;
    other.file = finding.places[i].file;
    if (const std::string its = source_path(report, other); !its.empty()) {
      json["relatedLocations"].push_back(location_json(its, finding.places[i].line));
    }
  }
  const std::string key = fmt::format("{} {}:{}", name(finding.kind), path, finding.line);
  json["partialFingerprints"] = {{"lockstepFinding/v1", fmt::format("{:016x}", hash_of(key))}};
  return json;
}

/// A rule for each kind that occurs, in the order of the results.
Json rules_of(const std::vector<const Finding*>& findings) {
  Json rules = Json::array();
  std::vector<FindingKind> seen;
  for (const Finding* finding : findings) {
    if (std::find(seen.begin(), seen.end(), finding->kind) != seen.end()) continue;
    seen.push_back(finding->kind);
    rules.push_back({{"id", name(finding->kind)}, {"shortDescription", {{"text", title(finding->kind)}}}});
  }
  return rules;
}

}  // namespace

std::string sarif(const GradeReport& report) {
  std::vector<const Finding*> shown;
  Json results = Json::array();
  const auto show = [&](const Finding& finding, std::string_view level) {
    if (source_path(report, finding).empty()) return;
    shown.push_back(&finding);
    results.push_back(result(report, finding, level));
  };
  for (const CheckFindings& check : group_findings(report.score)) {
    for (const Similar& similar : check.groups) {
      if (similar.told) continue;
      show(*similar.first, "error");
      for (const Finding* other : similar.others) show(*other, "error");
    }
  }
  for (const Finding& finding : report.review) show(finding, "note");
  const Json driver{{"name", "Lockstep"}, {"version", report.kit}, {"rules", rules_of(shown)}};
  return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({{{"tool", {{"driver", driver}}}, {"results", std::move(results)}}})}});
}

}  // namespace lockstep::report
