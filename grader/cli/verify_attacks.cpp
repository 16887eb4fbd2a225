#include "cli/verify_attacks.h"

#include <fmt/format.h>

#include <cstdio>
#include <vector>

#include "cli/grading.h"
#include "cli/traces_left.h"
#include "text/console_text.h"

namespace lockstep::cli {
namespace {

/// \param refusal  the error with which the grader ended before it built anything
Result<AttackEnd> end_of_refused(const Attack& attack, const Error& refusal) {
  if (refusal.fault != Fault::kInput) return tl::unexpected(refusal);
  AttackEnd end;
  if (!attack.refused) {
    end.wrong = fmt::format("it was refused: {}", refusal.message);
  } else if (refusal.message.find(attack.says) == std::string::npos) {
    end.wrong = fmt::format("the refusal does not say \"{}\": {}", attack.says, refusal.message);
  }
  return end;
}

Result<AttackEnd> judge(const CommandContext& here, const Manifest& manifest, const AttackSubject& subject) {
  const auto grading = Grading::prepare(here, manifest, subject.submission, manifest.checks);
  if (!grading) return end_of_refused(subject.attack, grading.error());
  std::vector<Verdict> verdicts;
  for (const Check& check : manifest.checks) {
    auto verdict = grading->judge(check);
    if (!verdict) return tl::unexpected(verdict.error());
    verdicts.push_back(std::move(*verdict));
  }
  AttackEnd end = end_of(subject.attack, manifest, verdicts);
  if (subject.attack.refused && end.wrong.empty()) end.wrong = "it was not refused";
  return end;
}

std::string expectation(const Attack& attack) {
  if (attack.refused) return "refused";
  const std::string points = fmt::format("at most {} points", attack.points);
  return attack.finding ? fmt::format("{}, {}", points, name(*attack.finding)) : points;
}

void print(const AttackSubject& subject, const AttackEnd& end) {
  fmt::print("  {} {:<36} {:<36} earned {}{}\n", end.wrong.empty() ? "✓" : "✗", subject.name,
             expectation(subject.attack), end.points, end.is_known_to_win ? ", known to win" : "");
  if (!end.wrong.empty()) fmt::print("      {}\n", console_text(end.wrong));
  if (end.is_known_to_win) fmt::print("      {}\n", subject.attack.wins);
  std::fflush(stdout);
}

}  // namespace

Result<bool> verify_attacks(const CommandContext& here, const Manifest& manifest,
                            std::span<const AttackSubject> attacks) {
  bool all_as_they_must_be = true;
  fmt::print("{}\n", manifest.name);
  for (const AttackSubject& subject : attacks) {
    const TracesLeft traces(here);
    auto end = judge(here, manifest, subject);
    if (!end) return tl::unexpected(end.error());
    if (std::string left = traces.find(); !left.empty()) end->wrong = std::move(left);
    print(subject, *end);
    all_as_they_must_be = all_as_they_must_be && end->wrong.empty();
  }
  return all_as_they_must_be;
}

}  // namespace lockstep::cli
