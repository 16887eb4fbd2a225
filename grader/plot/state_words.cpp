#include "plot/state_words.h"

namespace lockstep::plot {

std::string_view words(ThreadState state) {
  switch (state) {
    case ThreadState::kRunning:
      return "running";
    case ThreadState::kWaitingForLock:
      return "waits for a lock";
    case ThreadState::kWaitingForThread:
      return "waits for a thread";
    case ThreadState::kWaitingForCore:
      return "waits for a core";
    case ThreadState::kAsleep:
      return "asleep";
  }
  return {};
}

std::string thread_name(std::size_t number) { return number == 0 ? "main" : "thread " + std::to_string(number); }

}  // namespace lockstep::plot
