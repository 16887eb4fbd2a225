#include "report/wording.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "report/findings.h"
#include "report/points_text.h"
#include "text/plain_text.h"

namespace lockstep::report {
namespace {

/// "01" of "01-primes"
std::string number_of(const std::string& lab) { return lab.substr(0, lab.find('-')); }

bool any(const Score& score, Outcome outcome) {
  return std::any_of(score.checks.begin(), score.checks.end(),
                     [outcome](const CheckScore& check) { return check.verdict.outcome == outcome; });
}

/// Within a sentence: "a data race"
std::string severe_error(FindingKind kind) {
  std::string text(title(kind));
  text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return "a " + text;
}

const CheckScore* first_loss(const Score& score) {
  const auto found = std::find_if(score.checks.begin(), score.checks.end(), [](const CheckScore& check) {
    return check.points && *check.points < check.max_points;
  });
  return found == score.checks.end() ? nullptr : &*found;
}

}  // namespace

std::string not_judged_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::kInconclusive:
      return "Not judged: it could not be decided. It costs you nothing.";
    case Outcome::kError:
      return "Not judged: the kit or the machine is at fault, not your code. It costs you nothing.";
    case Outcome::kPass:
    case Outcome::kFail:
      return {};
  }
  return {};
}

std::string cap_text(const CheckScore& check) {
  if (!check.cap) return {};
  const auto& [kind, share, earned] = *check.cap;
  const std::string most = share == 0.5 ? "half" : fmt::format("{} %", points_text(share * 100));
  return fmt::format("At most {} of the points: {} was found in this check. Its cases alone would give {}.", most,
                     severe_error(kind), points_text(earned));
}

std::string cases_text(const CheckScore& check) {
  constexpr std::size_t kNamed = 6;
  std::vector<std::string> names;
  for (const CaseVerdict& test : check.verdict.cases) {
    if (test.verdict != Outcome::kPass) names.push_back(plain_line(test.name));
  }
  if (names.empty()) return {};
  if (names.size() > kNamed && names.size() == check.verdict.cases.size()) {
    return fmt::format("Not passed: all {} cases", names.size());
  }
  std::string text = "Not passed: ";
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kNamed) text += ", ...";
  return text + fmt::format(" ({} of {} cases)", names.size(), check.verdict.cases.size());
}

std::string left_out_text(const Score& score) {
  if (score.left_out == 0) return {};
  return fmt::format("{} more points were left out: what they are for could not be judged.", score.left_out);
}

std::string next_step(const GradeReport& report) {
  const Score& score = report.score;
  const std::string lab = number_of(report.lab);
  if (const CheckScore* check = first_loss(score)) {
    return fmt::format(
        "Next: \"{}\". Try what you change with ./lab test {}; stuck? ./lab hint {}; then ./lab grade {}.",
        plain_line(check->title), lab, lab, lab);
  }
  if (any(score, Outcome::kError)) {
    return fmt::format("Next: ./lab doctor says what is wrong here; then ./lab grade {} again.", lab);
  }
  if (any(score, Outcome::kInconclusive)) {
    return fmt::format(
        "Next: nothing is lost, and it says above why not all was judged. Where the machine was busy, ./lab grade {} "
        "again when the machine is idle.",
        lab);
  }
  return "All points. Next: ./lab shows what is left to do.";
}

std::string machine_text(const GradeReport& report) {
  const Machine& machine = report.machine;
  return plain_line(fmt::format("{:.1f} s on {} {}; {}; sandbox: {}; {}, Linux {}; Lockstep {}", report.seconds,
                                points_text(machine.cores), machine.cores == 1 ? "core" : "cores", machine.compiler,
                                machine.sandbox, machine.os, machine.kernel, report.kit));
}

}  // namespace lockstep::report
