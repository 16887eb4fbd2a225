#include "cache_counters.h"

#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace {

/// \return a descriptor that counts, or -1 with errno
int open_counter(std::uint32_t type, std::uint64_t config) {
  perf_event_attr attributes{};
  attributes.size = sizeof(attributes);
  attributes.type = type;
  attributes.config = config;
  attributes.inherit = 1;  // also for the threads that are started from now on
  attributes.exclude_kernel = 1;
  attributes.exclude_hv = 1;
  return static_cast<int>(syscall(SYS_perf_event_open, &attributes, 0, -1, -1, PERF_FLAG_FD_CLOEXEC));
}

std::optional<std::uint64_t> read_counter(int descriptor) {
  std::uint64_t count = 0;
  if (descriptor < 0 || read(descriptor, &count, sizeof(count)) != sizeof(count)) return std::nullopt;
  return count;
}

}  // namespace

CacheCounters::CacheCounters()
    : instructions_(open_counter(PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS)),
      first_level_misses_(open_counter(PERF_TYPE_HW_CACHE, PERF_COUNT_HW_CACHE_L1D |
                                                               (PERF_COUNT_HW_CACHE_OP_READ << 8U) |
                                                               (PERF_COUNT_HW_CACHE_RESULT_MISS << 16U))),
      last_level_misses_(open_counter(PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_MISSES)) {
  if (first_level_misses_ < 0 && last_level_misses_ < 0) why_not_ = std::strerror(errno);
}

CacheCounters::~CacheCounters() {
  for (const int descriptor : {instructions_, first_level_misses_, last_level_misses_}) {
    if (descriptor >= 0) close(descriptor);
  }
}

CacheEvents CacheCounters::stop() const {
  return {.instructions = read_counter(instructions_),
          .first_level_misses = read_counter(first_level_misses_),
          .last_level_misses = read_counter(last_level_misses_)};
}
