#include <algorithm>
#include <cstdint>
#include <iostream>
#include <limits>
#include <string_view>
#include <thread>

#include "command_line.h"
#include "kept_memory.h"
#include "lockstep/measure.h"
#include "measure_serve.h"
#include "measure_table.h"
#include "sealed_answer.h"

namespace {

constexpr std::string_view kUsage =
    "Measures the lab's functions against its sequential code, and prints a table.\n"
    "\n"
    "  --workers N   up to N workers (default: the machine's cores)\n"
    "  --repeats N   the median of N runs (default: 5)\n"
    "  --seed N      the data of that seed (default: 1)\n"
    "  --serve       answer the grader\n"
    "  --help        this text\n"
    "\n"
    "Example: --workers 8 --repeats 11\n"
    "Times hold for the moment: close what keeps the machine busy. What is said of tasks holds for any machine.\n";

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::measure;
  keep_memory();
  TableOptions options{.most_workers = std::max(1U, std::thread::hardware_concurrency())};
  return run({.usage = kUsage,
              .options = {{"--workers", 1, 1024,
                           [&](std::uint64_t value) { options.most_workers = static_cast<unsigned>(value); }},
                          {"--repeats", 1, std::numeric_limits<int>::max(),
                           [&](std::uint64_t value) { options.repeats = static_cast<int>(value); }},
                          {"--seed", 0, std::numeric_limits<std::uint64_t>::max(),
                           [&](std::uint64_t value) { options.seed = value; }}},
              .serve = [] { serve(submissions(), std::cin, lockstep::write_sealed); },
              .write_table = [&] { return write_table(baseline(), submissions(), options, std::cout); }},
             argc, argv);
}
