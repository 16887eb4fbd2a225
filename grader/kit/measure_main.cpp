#include <algorithm>
#include <charconv>
#include <cstdint>
#include <exception>
#include <iostream>
#include <string_view>
#include <thread>
#include <vector>

#include "kept_memory.h"
#include "lockstep/measure.h"
#include "measure_serve.h"
#include "measure_table.h"

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

template <class Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_options(const std::vector<std::string_view>& words, lockstep::measure::TableOptions& options) {
  for (std::size_t i = 0; i < words.size(); i += 2) {
    if (i + 1 == words.size()) return false;
    const std::string_view value = words[i + 1];
    const bool known = (words[i] == "--workers" && read(value, options.most_workers) && options.most_workers >= 1 &&
                        options.most_workers <= 1024) ||
                       (words[i] == "--repeats" && read(value, options.repeats) && options.repeats >= 1) ||
                       (words[i] == "--seed" && read(value, options.seed));
    if (!known) return false;
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::measure;
  keep_memory();
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words == std::vector<std::string_view>{"--serve"}) {
    serve_grader(submissions());
    return 0;
  }
  if (words == std::vector<std::string_view>{"--help"}) {
    std::cout << kUsage;
    return 0;
  }
  TableOptions options{.most_workers = std::max(1U, std::thread::hardware_concurrency())};
  if (!read_options(words, options)) {
    std::cerr << kUsage;
    return 2;
  }
  try {
    return write_table(baseline(), submissions(), options, std::cout) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cout << "\nstopped by an exception: " << error.what() << '\n';
    return 1;
  }
}
