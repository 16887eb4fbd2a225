#include "cli/repetition.h"

#include <fmt/core.h>

#include <algorithm>
#include <variant>

namespace lockstep::cli {
namespace {

struct Times {
  int repeat;

  int operator()(const TestsCheck&) const { return repeat; }
  int operator()(const SanitizerCheck&) const { return repeat; }
  int operator()(const SpeedupCheck&) const { return repeat; }
  int operator()(const ExplorerCheck&) const { return std::min(repeat, 2); }
  int operator()(const ApiRulesCheck&) const { return 1; }
  int operator()(const ChangeSizeCheck&) const { return 1; }
};

}  // namespace

int times_to_judge(const Check& check, int repeat) { return std::visit(Times{repeat}, check.settings); }

std::string times_in_words(int repeat, bool busy) {
  if (repeat == 1 && !busy) return {};
  return fmt::format(
      "Judged {}{}: what ran on real threads or by the clock (tests, sanitizers, speedup). Explored: twice. Static "
      "(which functions the code uses, how much was changed): once. A mutant that names a case: the first time by its "
      "whole check, then by that case.\n",
      repeat == 1 ? "once" : fmt::format("{} times", repeat),
      busy ? ", and as often again beside a process for each core that computes" : "");
}

}  // namespace lockstep::cli
