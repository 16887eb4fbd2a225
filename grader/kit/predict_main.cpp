#include <charconv>
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "explorer/report/write_all.h"
#include "kept_memory.h"
#include "lockstep/measure.h"
#include "predict_serve.h"
#include "predict_table.h"

namespace {

constexpr int kAnswerFd = 3;

constexpr std::string_view kUsage =
    "Predicts from one core how much faster than the sequential code the lab's functions are on 1 to 64 cores.\n"
    "\n"
    "  --repeats N   the median of N runs (default: 5)\n"
    "  --seed N      the data of that seed and of those behind it (default: 1)\n"
    "  --serve       answer the grader\n"
    "  --help        this text\n"
    "\n"
    "Example: --repeats 11\n";

template <class Number>
bool read(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_options(const std::vector<std::string_view>& words, lockstep::measure::PredictTableOptions& options) {
  for (std::size_t i = 0; i < words.size(); i += 2) {
    if (i + 1 == words.size()) return false;
    const bool known = (words[i] == "--repeats" && read(words[i + 1], options.repeats) && options.repeats >= 1) ||
                       (words[i] == "--seed" && read(words[i + 1], options.seed));
    if (!known) return false;
  }
  return true;
}

/// When the grader has gone, the requests end as well.
void write_answer(std::string_view line) { lockstep::explorer::write_all(kAnswerFd, std::string(line) + '\n'); }

}  // namespace

int main(int argc, char** argv) {
  using namespace lockstep::measure;
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words == std::vector<std::string_view>{"--help"}) {
    std::cout << kUsage;
    return 0;
  }
  keep_memory();
  if (words == std::vector<std::string_view>{"--serve"}) {
    serve_predictions(baseline(), submissions(), std::cin, write_answer);
    return 0;
  }
  PredictTableOptions options;
  if (!read_options(words, options)) {
    std::cerr << kUsage;
    return 2;
  }
  try {
    return write_predictions(baseline(), submissions(), options, std::cout) ? 0 : 1;
  } catch (const std::exception& error) {
    std::cout << "\nstopped by an exception: " << error.what() << '\n';
    return 1;
  }
}
