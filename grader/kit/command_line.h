#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace lockstep::measure {

/// An option that takes a whole number: "--repeats 11".
struct NumberOption {
  std::string_view name;
  std::uint64_t least = 0;
  std::uint64_t most = 0;
  std::function<void(std::uint64_t)> set;
};

/// Sets what the words say, pairs of an option and its number.
/// \return whether each is known and its number is accepted
[[nodiscard]] bool read_options(const std::vector<std::string_view>& words, const std::vector<NumberOption>& options);

/// A program that answers the grader with `--serve`, prints its usage with `--help`, and else writes a table.
struct CommandLine {
  std::string_view usage;
  std::vector<NumberOption> options;
  std::function<void()> serve;
  std::function<bool()> write_table;  ///< gives whether all went well; may throw
};

/// \return the exit status: 0; 1 when the table did not go well; 2 for wrong usage
[[nodiscard]] int run(const CommandLine& line, int argc, char** argv);

}  // namespace lockstep::measure
