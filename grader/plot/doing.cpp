#include "plot/doing.h"

namespace lockstep::plot {

std::string_view words(checks::speedup::Stretch::Doing doing) {
  using Doing = checks::speedup::Stretch::Doing;
  switch (doing) {
    case Doing::kRunning:
      return "running";
    case Doing::kWaitingForLock:
      return "waits for a lock";
    case Doing::kWaitingForThread:
      return "waits for a thread";
    case Doing::kWaitingForCore:
      return "waits for a core";
    case Doing::kAsleep:
      return "asleep";
  }
  return {};
}

std::string thread_name(std::size_t number) { return number == 0 ? "main" : "thread " + std::to_string(number); }

}  // namespace lockstep::plot
