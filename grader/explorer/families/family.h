#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

/// Programs with one bug each, for any number of threads: how many schedules a strategy takes to it must not grow with
/// the threads that play no part in it.
struct Family {
  std::string_view name;
  std::vector<int> sizes;                                   ///< numbers of threads, beside the main one
  std::function<void(int threads, bool& went_wrong)> body;  ///< sets `went_wrong` in a schedule that shows the bug
};

[[nodiscard]] std::span<const Family> families();
