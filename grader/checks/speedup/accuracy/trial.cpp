#include "checks/speedup/accuracy/trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "checks/speedup/accuracy/condition.h"
#include "checks/speedup/accuracy/subjects.h"

namespace lockstep::checks::speedup {
namespace {

std::optional<Outcome> outcome_named(std::string_view text) {
  constexpr std::array kAll{Outcome::kPass, Outcome::kFail, Outcome::kInconclusive, Outcome::kError};
  const auto* const found = std::ranges::find(kAll, text, [](Outcome outcome) { return name(outcome); });
  return found == kAll.end() ? std::nullopt : std::optional(*found);
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<Trial> read_trial(const std::string& line) {
  Trial trial;
  std::string outcome;
  std::string seconds;
  std::istringstream fields(line);
  for (std::string* field : {&trial.condition, &trial.program, &outcome, &trial.judged_by, &seconds}) {
    if (!std::getline(fields, *field, '\t')) return std::nullopt;
  }
  const auto known_outcome = outcome_named(outcome);
  const auto known_seconds = number(seconds);
  if (!known_outcome || !known_seconds) return std::nullopt;
  if (find_subject(trial.program) == nullptr || !is_condition(trial.condition)) return std::nullopt;
  trial.outcome = *known_outcome;
  trial.seconds = *known_seconds;
  return trial;
}

}  // namespace

Score score(const Trial& trial) {
  const Subject* const subject = find_subject(trial.program);
  assert(subject != nullptr);
  switch (trial.outcome) {
    case Outcome::kPass:
      return subject->correct ? Score::kRight : Score::kWrong;
    case Outcome::kFail:
      return subject->correct ? Score::kWrong : Score::kRight;
    case Outcome::kInconclusive:
      return Score::kInconclusive;
    case Outcome::kError:
      return Score::kError;
  }
  return Score::kError;
}

std::string line_of(const Trial& trial) {
  return fmt::format("{}\t{}\t{}\t{}\t{:.2f}\n", trial.condition, trial.program, name(trial.outcome), trial.judged_by,
                     trial.seconds);
}

Result<std::vector<Trial>> read_trials(const std::filesystem::path& file) {
  std::vector<Trial> trials;
  std::ifstream in(file);
  int number_of_line = 0;
  for (std::string line; std::getline(in, line);) {
    ++number_of_line;
    auto trial = read_trial(line);
    if (!trial) {
      return input_error(fmt::format("{}:{}: '{}' is no trial; accepted: condition, program, outcome, rule, seconds",
                                     file.string(), number_of_line, line));
    }
    trials.push_back(std::move(*trial));
  }
  return trials;
}

}  // namespace lockstep::checks::speedup
