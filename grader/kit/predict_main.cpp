#include <cstdint>
#include <iostream>
#include <limits>
#include <string_view>

#include "command_line.h"
#include "kept_memory.h"
#include "lockstep/measure.h"
#include "predict_serve.h"
#include "predict_table.h"
#include "sealed_answer.h"

namespace {

constexpr std::string_view kUsage =
    "Predicts from one core how much faster than the sequential code the lab's functions are on 1 to 64 cores.\n"
    "\n"
    "  --repeats N   the median of N runs (default: 5)\n"
    "  --seed N      the data of that seed and of those behind it (default: 1)\n"
    "  --serve       answer the grader\n"
    "  --help        this text\n"
    "\n"
    "Example: --repeats 11\n";

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::measure;
  keep_memory();
  PredictTableOptions options;
  return run({.usage = kUsage,
              .options = {{"--repeats", 1, std::numeric_limits<int>::max(),
                           [&](std::uint64_t value) { options.repeats = static_cast<int>(value); }},
                          {"--seed", 0, std::numeric_limits<std::uint64_t>::max(),
                           [&](std::uint64_t value) { options.seed = value; }}},
              .serve = [] { serve_predictions(baseline(), submissions(), std::cin, lockstep::write_sealed); },
              .write_table = [&] { return write_predictions(baseline(), submissions(), options, std::cout); }},
             argc, argv);
}
