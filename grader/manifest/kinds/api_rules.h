#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::manifest {
class Mistakes;
class TableReader;
struct CheckDraft;
struct LabChecks;
}  // namespace lockstep::manifest

namespace lockstep {

/// Functions or types of which the submission must, or must not, use any.
struct ApiRule {
  std::vector<std::string> apis;  ///< qualified, without template arguments: "std::this_thread::sleep_for"
  std::string use;                ///< what to use instead, or why it is wanted: shown when the rule is broken
  std::vector<std::string> in;    ///< files of the submission; default: all
};

/// Looks at what the submission's compiled code uses. All rules kept, or no points.
struct ApiRulesCheck {
  static constexpr std::string_view kKind = "api-rules";
  static constexpr bool kMayBeHidden = false;  // it looks at no test

  std::vector<ApiRule> required;  ///< one at least: an untouched skeleton keeps every other rule
  std::vector<ApiRule> forbidden;

  [[nodiscard]] static ApiRulesCheck read(manifest::TableReader& check, std::optional<int> points);

  /// The rules name files that are submitted.
  void settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab, manifest::Mistakes& mistakes) const;
};

}  // namespace lockstep
