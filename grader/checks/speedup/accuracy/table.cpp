#include "checks/speedup/accuracy/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "checks/speedup/accuracy/condition.h"
#include "checks/speedup/accuracy/subjects.h"
#include "measure/interval.h"

namespace lockstep::checks::speedup {
namespace {

/// What trials have in common that are counted together.
struct Tally {
  std::array<int, 4> scores{};  ///< by `Score`
  std::vector<double> seconds;
  std::map<std::string, int> rules;

  [[nodiscard]] int all() const { return static_cast<int>(seconds.size()); }
  [[nodiscard]] int of(Score score) const { return scores[static_cast<std::size_t>(score)]; }
};

template <class Wanted>
Tally count(std::span<const Trial> trials, Wanted wanted) {
  Tally tally;
  for (const Trial& trial : trials) {
    if (!wanted(trial)) continue;
    ++tally.scores[static_cast<std::size_t>(score(trial))];
    tally.seconds.push_back(trial.seconds);
    ++tally.rules[trial.judged_by];
  }
  return tally;
}

/// "the clock 180, the rendezvous 20"; without a number when there is but one.
std::string rules(const Tally& tally) {
  if (tally.rules.size() == 1) return tally.rules.begin()->first;
  std::string text;
  for (const auto& [rule, times] : tally.rules) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", rule, times);
  return text;
}

std::string row(std::string_view condition, std::string_view program, const Tally& tally) {
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {:.1f} | {} |\n", condition, program, tally.all(),
                     tally.of(Score::kRight), tally.of(Score::kWrong), tally.of(Score::kInconclusive),
                     tally.of(Score::kError), measure::median(tally.seconds), rules(tally));
}

std::string summary(std::span<const Trial> trials) {
  const Tally all = count(trials, [](const Trial&) { return true; });
  const Tally idle = count(trials, [](const Trial& trial) { return trial.condition == "idle"; });
  std::string text =
      fmt::format("\n{} verdicts, {} of them wrong, {} inconclusive, {} errors of the kit or the machine.", all.all(),
                  all.of(Score::kWrong), all.of(Score::kInconclusive), all.of(Score::kError));
  if (idle.all() > 0) {
    text += fmt::format(" Inconclusive when idle: {:.1f} %.", 100.0 * idle.of(Score::kInconclusive) / idle.all());
  }
  return text + '\n';
}

}  // namespace

std::string table_of(std::span<const Trial> trials, const std::map<std::string, std::string>& unavailable) {
  std::string text =
      "| condition | program | times | right | wrong | inconclusive | error | median s | judged by |\n"
      "|---|---|--:|--:|--:|--:|--:|--:|---|\n";
  for (const std::string_view condition : conditions()) {
    for (const Subject& subject : subjects()) {
      const Tally tally = count(
          trials, [&](const Trial& trial) { return trial.condition == condition && trial.program == subject.name; });
      if (tally.all() > 0) text += row(condition, subject.name, tally);
    }
    const auto why = unavailable.find(std::string(condition));
    if (why != unavailable.end()) {
      text += fmt::format("| {} | | 0 | | | | | | cannot be had here: {} |\n", condition, why->second);
    }
  }
  return text + summary(trials);
}

}  // namespace lockstep::checks::speedup
