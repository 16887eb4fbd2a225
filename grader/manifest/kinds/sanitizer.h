#pragma once

#include <optional>
#include <set>
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

enum class Sanitizer { kThread, kAddress };

/// Runs the cases of other checks of kind `tests` again, under a sanitizer. All clean, or no points.
struct SanitizerCheck {
  static constexpr bool kMayBeHidden = true;

  Sanitizer sanitizer{};
  std::vector<std::string> of;      ///< ids of checks of kind `tests`; default: all
  std::set<std::string> only = {};  ///< of their cases, where the check is narrowed; empty: all

  /// Each id of `of` is a check of kind tests, once. Without any, it becomes all of them.
  void settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab, manifest::Mistakes& mistakes);
};

struct TsanCheck : SanitizerCheck {
  static constexpr std::string_view kKind = "tsan";

  TsanCheck() : SanitizerCheck{.sanitizer = Sanitizer::kThread, .of = {}, .only = {}} {}
  [[nodiscard]] static TsanCheck read(manifest::TableReader& check, std::optional<int> points);
};

struct AsanCheck : SanitizerCheck {
  static constexpr std::string_view kKind = "asan";

  AsanCheck() : SanitizerCheck{.sanitizer = Sanitizer::kAddress, .of = {}, .only = {}} {}
  [[nodiscard]] static AsanCheck read(manifest::TableReader& check, std::optional<int> points);
};

}  // namespace lockstep
