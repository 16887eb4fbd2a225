#include "cli/tests_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "checks/unwritten.h"
#include "cli/compiler_lines.h"
#include "report/what_to_read.h"
#include "report/wrap.h"
#include "text/console_text.h"
#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

constexpr std::size_t kMostNames = 10;
constexpr std::size_t kMostWarnings = 5;

void add_failure(TestsSummary& summary, const Finding& finding) {
  const auto is_same = [&](const Finding& other) { return other.message == finding.message; };
  if (std::none_of(summary.failures.begin(), summary.failures.end(), is_same)) summary.failures.push_back(finding);
}

/// Of a case that failed: whether its part is not begun; otherwise its findings are added.
std::optional<int> take_findings(TestsSummary& summary, const Verdict& verdict, const std::string& name) {
  std::optional<int> part;
  for (const Finding& finding : verdict.findings) {
    if (finding.of_case != name) continue;
    part = checks::unwritten_part(finding);
    if (!part) add_failure(summary, finding);
  }
  return part;
}

void add(TestsSummary& summary, const Check& check, const Verdict& verdict) {
  bool is_of_program = false;
  for (const Finding& finding : verdict.findings) {
    if (!finding.of_case.empty()) continue;
    add_failure(summary, finding);
    is_of_program = true;
  }
  const bool not_run = is_of_program || verdict.cases.empty();
  if (not_run) summary.waiting += static_cast<int>(own_cases(check).size());
  for (const CaseVerdict& test : verdict.cases) {
    if (test.verdict == Outcome::kPass) ++summary.passed;
    if (test.verdict != Outcome::kFail || not_run) continue;
    if (const auto part = take_findings(summary, verdict, test.name)) {
      ++summary.unwritten[*part];
    } else {
      summary.failed.push_back(test.name);
    }
  }
  summary.notes.insert(summary.notes.end(), verdict.notes.begin(), verdict.notes.end());
}

/// A warning may be about a mistake that compiles, such as a function that ends without a return.
std::string warnings_text(std::span<const build::Diagnostic> warnings, const std::string& dir) {
  std::string text;
  const std::size_t shown = std::min(kMostWarnings, warnings.size());
  for (const build::Diagnostic& warning : warnings.first(shown)) {
    text += fmt::format("\n{}\n", console_text(with_folder(warning.message, dir)));
    for (const std::string& line : warning.excerpt) text += console_text(line) + "\n";
  }
  if (const std::size_t more = warnings.size() - shown; more > 0) {
    text += fmt::format("and {} more {}\n", more, more == 1 ? "warning" : "warnings");
  }
  return text;
}

std::string failure_text(const Finding& finding, const std::string& lab, const std::string& dir, int width) {
  std::string text = "\n";
  if (!finding.file.empty()) text += fmt::format("{}/{}:{}:\n", dir, console_text(finding.file), finding.line);
  text += report::wrapped(console_text(with_folder(full_text(finding), dir)), width);
  if (const auto read = report::what_to_read(finding); !read.empty()) text += fmt::format("Read: {}\n", read);
  if (!finding.replay.empty()) text += fmt::format("Replay: {}\n", console_text(finding.replay));
  if (finding.kind == FindingKind::kCrash && finding.replay.empty() && !finding.of_case.empty()) {
    text += fmt::format("To see where: ./lab debug {} {}\n", lab, shell_word(finding.of_case));
  }
  return text;
}

std::string cases(int count) { return fmt::format("{} case{}", count, count == 1 ? "" : "s"); }

std::string counts_text(const TestsSummary& summary) {
  int waiting = summary.waiting;
  for (const auto& [part, count] : summary.unwritten) waiting += count;
  std::string text = fmt::format("{} passed, {} failed", summary.passed, summary.failed.size());
  if (waiting > 0) text += fmt::format(", {} wait{}", waiting, waiting == 1 ? "s" : "");
  return text;
}

bool is_unbuilt(const TestsSummary& summary) {
  return std::any_of(summary.failures.begin(), summary.failures.end(),
                     [](const Finding& finding) { return finding.kind == FindingKind::kBuild; });
}

/// The words of the command line that name what was run.
std::vector<std::string> words_again(const std::string& lab, const std::vector<std::string>& named) {
  std::vector<std::string> words{lab};
  for (const std::string& name : named) words.push_back(shell_word(name));
  return words;
}

std::string names_text(const std::vector<std::string>& names) {
  std::string text;
  const std::size_t shown = names.size() <= kMostNames + 1 ? names.size() : kMostNames;
  for (std::size_t i = 0; i < shown; ++i) text += fmt::format("    {}\n", names[i]);
  if (shown < names.size()) text += fmt::format("    and {} more\n", names.size() - shown);
  return text;
}

}  // namespace

TestsSummary summary_of(std::span<const Check> checks, const LabTests& tests) {
  TestsSummary summary;
  for (std::size_t i = 0; i < tests.verdicts.size(); ++i) add(summary, checks[i], tests.verdicts[i]);
  for (const Check& check : checks.subspan(tests.verdicts.size())) {
    summary.waiting += static_cast<int>(own_cases(check).size());
  }
  summary.warnings = tests.warnings;
  return summary;
}

std::string tests_text(const TestsSummary& summary, const std::string& lab, const std::string& dir,
                       const TestsStyle& style) {
  std::string text = warnings_text(summary.warnings, dir);
  const std::size_t in_full = style.all ? summary.failures.size() : std::min<std::size_t>(1, summary.failures.size());
  for (std::size_t i = 0; i < in_full; ++i) text += failure_text(summary.failures[i], lab, dir, style.width);

  const bool good = summary.all_passed();
  const std::string_view sign = good ? "✓" : "✗";
  const std::string mark = style.colour ? fmt::format("\x1b[{}m{}\x1b[0m", good ? 32 : 31, sign) : std::string(sign);
  text += fmt::format("\n{} {}\n", mark, counts_text(summary));
  text += names_text(summary.failed);
  if (summary.waiting > 0 && is_unbuilt(summary)) {
    text += fmt::format("It does not compile: {} wait{} for that\n", cases(summary.waiting),
                        summary.waiting == 1 ? "s" : "");
  }
  for (const auto& [part, count] : summary.unwritten) {
    text += fmt::format("Part {} is not written yet: {} wait{} for it\n", part, cases(count), count == 1 ? "s" : "");
  }
  for (const std::string& note : summary.notes) text += report::wrapped(console_text(note), style.width);
  if (summary.failures.size() > in_full) {
    text += fmt::format("All failures in full: ./lab test {} --all\n", fmt::join(words_again(lab, style.named), " "));
  }
  if (good) text += fmt::format("All checks, with points: ./lab grade {}\n", lab);
  return text;
}

}  // namespace lockstep::cli
