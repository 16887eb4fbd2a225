#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "workload.h"

// How to go wrong is chosen when it is compiled.
std::vector<lockstep::measure::Workload> lockstep::measure::submissions() {
  return {workload::scheduled_by("bad", [](std::size_t count, unsigned, const auto& task) {
#if defined(BAD_SKIPS)
    for (std::size_t i = 1; i < count; ++i) task(i);
#elif defined(BAD_THROWS)
    if (count > 0) throw std::logic_error("write me in me.cpp");
    task(0);
#elif defined(BAD_EXITS)
    std::_Exit(count > 0 ? 0 : 1);
    task(0);
#elif defined(BAD_HANGS)
    while (count > 0) std::this_thread::sleep_for(std::chrono::hours(1));
    task(0);
#elif defined(BAD_CRASHES)
    if (count > 0) std::abort();
    task(0);
#endif
  })};
}
