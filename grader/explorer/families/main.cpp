// How many schedules each strategy takes to the first finding: docs/explorer-families.md, made by this program.
//
//   explorer_families [--seeds N] [--schedules N] [STRATEGY...]

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explorer/explore/exploration.h"
#include "family.h"

namespace {

using lockstep::explorer::RawFinding;

struct Wanted {
  std::uint64_t seeds = 20;
  std::uint64_t schedules = 10'000;  ///< at most, for each seed
  std::vector<lockstep::StrategyRow> strategies;
};

/// The number of the first schedule that failed; one more than there were when none did.
std::uint64_t schedules_to_finding(const Family& family, int threads, lockstep::Strategy strategy, std::uint64_t seed,
                                   std::uint64_t schedules) {
  bool went_wrong = false;
  const lockstep::explorer::Program program{
      .body = [&] { family.body(threads, went_wrong); },
      .before = [&] { went_wrong = false; },
      .judge = [&]() -> std::optional<RawFinding> {
        if (!went_wrong) return std::nullopt;
        return RawFinding{.kind = lockstep::FindingKind::kAssertion, .message = "", .places = {}};
      }};
  const lockstep::Exploration result = lockstep::explorer::explore_program(
      program,
      {.strategy = strategy, .schedules = schedules, .time = std::chrono::hours(1), .seed = seed, .reduce = false});
  return result.finding ? result.finding->schedule : schedules + 1;
}

/// A cell: the median over seeds; with the greatest behind it.
std::string cell(std::vector<std::uint64_t> counts, std::uint64_t schedules) {
  std::sort(counts.begin(), counts.end());
  const auto text = [schedules](std::uint64_t count) {
    return count > schedules ? "> " + std::to_string(schedules) : std::to_string(count);
  };
  const std::size_t middle = counts.size() / 2;
  return text(counts.size() % 2 == 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2) + " (" +
         text(counts.back()) + ")";
}

void print_table(const Wanted& wanted) {
  std::string head = "| family | threads |";
  std::string rule = "|---|--:|";
  for (const lockstep::StrategyRow& strategy : wanted.strategies) {
    head += " " + std::string(strategy.name) + " |";
    rule += "--:|";
  }
  std::printf("%s\n%s\n", head.c_str(), rule.c_str());
  for (const Family& family : families()) {
    for (const int threads : family.sizes) {
      std::printf("| %s | %d |", std::string(family.name).c_str(), threads);
      for (const lockstep::StrategyRow& strategy : wanted.strategies) {
        std::vector<std::uint64_t> counts;
        counts.reserve(wanted.seeds);
        for (std::uint64_t seed = 1; seed <= wanted.seeds; ++seed) {
          counts.push_back(schedules_to_finding(family, threads, strategy.value, seed, wanted.schedules));
        }
        std::printf(" %s |", cell(counts, wanted.schedules).c_str());
        std::fflush(stdout);
      }
      std::printf("\n");
    }
  }
}

[[noreturn]] void refuse(std::string_view what) {
  std::fprintf(stderr, "explorer_families: %s\nusage: explorer_families [--seeds N] [--schedules N] [STRATEGY...]\n",
               std::string(what).c_str());
  std::exit(2);
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value == 0)
    refuse("not a number above 0: " + std::string(text));
  return value;
}

}  // namespace

int main(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool is_option = word == "--seeds" || word == "--schedules";
    if (is_option && i + 1 == argc) refuse(std::string(word) + " needs a number");
    if (word == "--seeds") {
      wanted.seeds = number(argv[++i]);
    } else if (word == "--schedules") {
      wanted.schedules = number(argv[++i]);
    } else if (const auto strategy = lockstep::strategy_named(word)) {
      wanted.strategies.push_back(lockstep::kStrategies[static_cast<std::size_t>(*strategy)]);  // in one order
    } else {
      refuse("there is no strategy " + std::string(word));
    }
  }
  if (wanted.strategies.empty()) wanted.strategies.assign(lockstep::kStrategies.begin(), lockstep::kStrategies.end());
  print_table(wanted);
}
