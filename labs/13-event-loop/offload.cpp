#include "offload.h"

#include <stdexcept>

// Part 5: a blocking call. Read README.md first.

// NOLINTNEXTLINE(performance-unnecessary-value-param): a coroutine keeps its own copy
Task<std::string> offload(Loop& /*loop*/, ThreadPool& /*pool*/, std::function<std::string()> /*blocking*/) {
  throw std::logic_error("offload is not written yet: see part 5 of README.md");
}
