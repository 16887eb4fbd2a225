#include "checks/speedup/accuracy/judge_subject.h"

#include <fmt/format.h>

#include <chrono>
#include <map>

#include "checks/speedup/speedup.h"

namespace lockstep::checks::speedup {
namespace {

Check check_of(const Subject& subject) {
  Check check;
  check.id = "speedup";
  check.limits.wall = check.limits.cpu = std::chrono::seconds(60);
  check.settings = SpeedupCheck{
      .program = std::string(subject.name),
      .no_points_at = 0.6,
      .full_points_at = 0.8,
      .meet_share = 0.9,
      .parallelism = 1.7,
      .predicted = Predicted{.program = fmt::format("{}_predict", subject.name), .cores = 16, .speedup = 8}};
  return check;
}

}  // namespace

Result<Verdict> judge_subject(const Subject& subject, const std::filesystem::path& programs,
                              process::SandboxBackend backend, std::stop_token stop) {
  const Manifest manifest;
  const Check check = check_of(subject);
  const std::map<build::Flavour, build::Built> built{{build::Flavour::kRelease, build::Programs{programs}}};
  return judge_speedup({.manifest = manifest,
                        .check = check,
                        .built = built,
                        .backend = backend,
                        .jobs = 1,
                        .stop = std::move(stop),
                        .progress = {}});
}

std::string rule_of(const Verdict& verdict) {
  constexpr std::string_view kWords = "judged by ";
  if (!verdict.findings.empty()) {
    const Finding& finding = verdict.findings.front();
    if (finding.kind != FindingKind::kSpeedup) return std::string(name(finding.kind));
    if (finding.message.find(": it used ") != std::string::npos) return "CPU time";
  }
  if (verdict.notes.empty()) return "nothing";
  const std::string& note = verdict.notes.front();
  const auto at = note.find(kWords);
  if (at == std::string::npos) return "nothing";
  const auto begin = at + kWords.size();
  return note.substr(begin, note.find_first_of(",:.", begin) - begin);
}

}  // namespace lockstep::checks::speedup
