#include "report/annotations.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <vector>

#include "report/findings.h"
#include "report/points_text.h"
#include "report/source_path.h"
#include "report/what_to_read.h"
#include "report/wording.h"
#include "text/console_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

constexpr std::size_t kMostErrors = 9;
constexpr std::size_t kMostBytes = 4000;  ///< of a message

std::string escape(std::string_view text, std::string_view also = {}) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos) {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string property(std::string_view text) { return escape(plain_line(text), ":,"); }

std::string message(std::string_view text) {
  return escape(without_commands(shortened(plain_text(text), kMostBytes), "# "));
}

struct Ranked {
  const CheckScore* check = nullptr;
  const Finding* finding = nullptr;
  bool first = false;  ///< of its kind in its check

  /// Smaller is weightier: what keeps the code from compiling, then one of each kind, then what costs most points.
  [[nodiscard]] auto rank() const {
    const double lost = check->max_points - check->points.value_or(check->max_points);
    return std::tuple(finding->kind != FindingKind::kBuild, !first, -lost);
  }
};

std::vector<Ranked> ranked_findings(const Score& score) {
  std::vector<Ranked> all;
  for (const auto& [check, groups] : group_findings(score)) {
    for (const Similar& similar : groups) {
      if (similar.told) continue;
      all.push_back({check, similar.first, true});
      for (const Finding* other : similar.others) all.push_back({check, other, false});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) { return a.rank() < b.rank(); });
  return all;
}

std::string error_line(const GradeReport& report, const Ranked& ranked) {
  const Finding& finding = *ranked.finding;
  std::string properties;
  if (const auto path = source_path(report, finding); !path.empty()) {
    properties = fmt::format("file={},", property(path));
    if (finding.line > 0) properties += fmt::format("line={},", finding.line);
  }
  // An annotation without words is not shown.
  std::string text = finding.message.empty() ? std::string(title(finding.kind)) : full_text(finding);
  if (const auto read = what_to_read(finding); !read.empty()) text += "\nRead: " + read;
  if (!finding.replay.empty()) text += "\nReplay: " + finding.replay;
  return fmt::format("::error {}title={}::{}\n", properties,
                     property(fmt::format("{} ({})", title(finding.kind), ranked.check->title)), message(text));
}

}  // namespace

std::string annotations(const GradeReport& report) {
  std::string text;
  const auto findings = ranked_findings(report.score);
  for (std::size_t i = 0; i < std::min(findings.size(), kMostErrors); ++i) text += error_line(report, findings[i]);
  if (findings.size() > kMostErrors) {
    text += fmt::format("::error title={}::and {} more; the step's summary has all\n", property(report.lab),
                        findings.size() - kMostErrors);
  }
  for (const CheckScore& check : report.score.checks) {
    if (const auto cap = cap_text(check); !cap.empty()) {
      text += fmt::format("::warning title={}::{}\n", property(check.title), message(cap));
    }
    if (check.points) continue;
    text += fmt::format("::warning title={}::Not judged ({}): its {} points are left out of the total\n",
                        property(check.title), name(check.verdict.outcome), check.max_points);
  }
  return text + fmt::format("::notice title={}::{} of {} points\n", property(report.lab),
                            points_text(report.score.points), report.score.max_points);
}

}  // namespace lockstep::report
