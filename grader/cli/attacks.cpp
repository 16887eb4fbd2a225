#include "cli/attacks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "manifest/folder.h"
#include "score/score.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

/// Where the files come from that an attack does not bring along, the first first.
std::vector<fs::path> base_dirs(const fs::path& solution, const Manifest& manifest, const Attack& attack) {
  if (attack.base == "skeleton") return {manifest.dir};
  if (attack.base == "solution") return {solution};
  return {solution / attack.base, solution};
}

bool makes(const Finding& finding, const Attack& attack) {
  return finding.kind == *attack.finding && finding.message.find(attack.says) != std::string::npos;
}

/// Whether the finding that must be made is there.
bool is_found(const Attack& attack, const Manifest& manifest, std::span<const Verdict> verdicts) {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (!attack.check.empty() && manifest.checks[i].id != attack.check) continue;
    const auto& findings = verdicts[i].findings;
    if (std::any_of(findings.begin(), findings.end(), [&](const auto& finding) { return makes(finding, attack); })) {
      return true;
    }
  }
  return false;
}

std::string first_messages(const Manifest& manifest, std::span<const Verdict> verdicts) {
  std::string text;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].findings.empty()) continue;
    const Finding& first = verdicts[i].findings.front();
    text += fmt::format("\n        {}: {}: {}", manifest.checks[i].id, name(first.kind), first.message);
  }
  return text;
}

/// The secret that a report holds; empty when none does.
std::string told_secret(const Attack& attack, std::span<const Verdict> verdicts) {
  for (const std::string& secret : attack.secrets) {
    for (const Verdict& verdict : verdicts) {
      for (const Finding& finding : verdict.findings) {
        if ((full_text(finding) + finding.raw).find(secret) != std::string::npos) return secret;
      }
      for (const std::string& note : verdict.notes) {
        if (note.find(secret) != std::string::npos) return secret;
      }
    }
  }
  return {};
}

/// A check that could not be judged leaves the total: an attack must not come to that.
std::string not_judged(const Manifest& manifest, std::span<const Verdict> verdicts) {
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    const Verdict& verdict = verdicts[i];
    if (manifest.checks[i].points == 0 || verdict.outcome == Outcome::kPass || verdict.outcome == Outcome::kFail)
      continue;
    return fmt::format("{} is {}: its points leave the total", manifest.checks[i].id, name(verdict.outcome));
  }
  return {};
}

}  // namespace

Result<std::vector<AttackSubject>> attacks_of(const fs::path& root, const Manifest& manifest) {
  const fs::path solution = root / "solutions" / manifest.name;
  std::vector<AttackSubject> subjects;
  for (const auto& dir : manifest::entries_in(solution / "attacks")) {
    if (!manifest::is_folder(dir)) continue;
    auto attack = read_attack(dir, manifest);
    if (!attack) return tl::unexpected(attack.error());
    build::Submission submission{.dirs = base_dirs(solution, manifest, *attack), .change = attack->change};
    submission.dirs.insert(submission.dirs.begin(), dir);
    subjects.push_back({.name = dir.filename(), .submission = std::move(submission), .attack = std::move(*attack)});
  }
  return subjects;
}

AttackEnd end_of(const Attack& attack, const Manifest& manifest, std::span<const Verdict> verdicts) {
  AttackEnd end;
  end.points = score(manifest, {verdicts.begin(), verdicts.end()}).points;
  const bool earned_more = end.points > attack.points;
  end.is_known_to_win = earned_more && !attack.wins.empty();
  if (const std::string secret = told_secret(attack, verdicts); !secret.empty()) {
    end.wrong = fmt::format("a report holds \"{}\"", secret);
  } else if (earned_more && attack.wins.empty()) {
    end.wrong = fmt::format("it earned {} points, and may earn {}", end.points, attack.points);
  } else if (!earned_more && !attack.wins.empty()) {
    end.wrong = "it is known to win, and did not: take `wins` out of its description";
  } else if (attack.finding && !is_found(attack, manifest, verdicts)) {
    end.wrong = fmt::format("no finding {}{}; found:{}", name(*attack.finding),
                            attack.says.empty() ? "" : fmt::format(" that says \"{}\"", attack.says),
                            first_messages(manifest, verdicts));
  } else {
    end.wrong = not_judged(manifest, verdicts);
  }
  return end;
}

}  // namespace lockstep::cli
