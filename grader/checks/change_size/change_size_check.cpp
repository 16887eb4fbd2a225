#include "checks/change_size/change_size_check.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "checks/change_size/line_changes.h"
#include "checks/program.h"
#include "os/file.h"

namespace lockstep::checks {
namespace {

/// "3, 5 to 7": growing numbers in words; "none" of none.
std::string in_words(const std::vector<int>& numbers) {
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    runs.push_back(last == i ? fmt::format("{}", numbers[i]) : fmt::format("{} to {}", numbers[i], numbers[last]));
    i = last + 1;
  }
  return runs.empty() ? "none" : fmt::format("{}", fmt::join(runs, ", "));
}

std::optional<Finding> finding_of(const ChangeLimit& limit, const std::string& original, const LineChanges& changes) {
  const auto changed = changes.size();
  if (changed > 0 && changed <= static_cast<std::size_t>(limit.lines)) return std::nullopt;
  Finding finding;
  finding.kind = FindingKind::kChangeSize;
  finding.file = limit.file;
  if (changed == 0) {
    finding.message = fmt::format("{} is as you got it: nothing is repaired.", limit.file);
    return finding;
  }
  finding.line = changes.put.empty() ? 0 : changes.put.front();
  finding.message = fmt::format(
      "{} differs from the file that you got in {} lines, and {} are enough for a repair. New lines of yours: {}. "
      "Lines of {}/{} that are gone: {}. A line that you changed counts as one of each. Comments, blank lines and "
      "spaces do not count. Keep what was right.",
      limit.file, changed, limit.lines, in_words(changes.put), original, limit.file, in_words(changes.taken));
  return finding;
}

}  // namespace

Verdict judge_changes(const ChangeSizeCheck& settings, const Texts& original, const Texts& submitted) {
  Verdict verdict;
  for (const ChangeLimit& limit : settings.limits) {
    auto finding =
        finding_of(limit, settings.original, line_changes(original.at(limit.file), submitted.at(limit.file)));
    if (finding) verdict.findings.push_back(*std::move(finding));
  }
  const auto right = settings.limits.size() - verdict.findings.size();
  verdict.outcome = verdict.findings.empty() ? Outcome::kPass : Outcome::kFail;
  verdict.fraction = static_cast<double>(right) / static_cast<double>(settings.limits.size());
  return verdict;
}

Result<Verdict> judge(const ChangeSizeCheck& settings, const Context& context) {
  const auto built = program_of(context, build::Flavour::kExplore, "");
  if (const auto* refused = std::get_if<Verdict>(&built)) return *refused;
  Texts original;
  for (const ChangeLimit& limit : settings.limits) {
    auto text = os::read_file(context.manifest.dir / settings.original / limit.file);
    if (!text) return tl::unexpected(text.error());
    original[limit.file] = std::move(*text);
  }
  return judge_changes(settings, original, context.submitted);
}

}  // namespace lockstep::checks
