#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "linearize/scenario.h"

namespace lockstep::linearize {

/// Calls that lead to different states of the specification, the fewest first.
/// \param most  at most so many; the first has no call
[[nodiscard]] std::vector<Calls> beginnings(const Interface& interface, std::size_t most);

/// Each call beside each, itself too, in each of the beginnings: two threads with an operation each.
[[nodiscard]] std::vector<Scenario> all_pairs(const Interface& interface, std::size_t most_beginnings);

/// Each call beside each row of two, three, ... calls of another thread, in each of the beginnings, short rows first.
/// \param longest  calls of a row
[[nodiscard]] std::vector<Scenario> all_rows(const Interface& interface, std::size_t most_beginnings,
                                             std::size_t longest);

/// Random scenarios of two and three threads that begin small and grow. Each second one is a thread that makes two
/// calls which change nothing beside a call that does: it may see the middle of a change.
class RandomScenarios {
 public:
  /// \param interface  must outlive this
  RandomScenarios(const Interface& interface, std::uint64_t seed);

  Scenario next();

  /// One that begins with as many calls, none of which has to wait, most of them the same one: so that there is much of
  /// something. Each of two threads then makes up to three.
  Scenario larger(std::size_t before);

 private:
  Scenario look_twice();
  Scenario any(std::size_t made);
  Calls some_calls(std::size_t count);
  const Call& one_of(const Calls& calls) { return calls[below(calls.size())]; }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  Calls piled_up(std::size_t count);

  const Interface& interface_;
  const Calls calls_;
  Calls looks_;    ///< those that change nothing
  Calls changes_;  ///< the others
  std::mt19937_64 random_;
  std::size_t made_ = 0;
};

}  // namespace lockstep::linearize
