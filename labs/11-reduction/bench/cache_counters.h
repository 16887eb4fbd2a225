#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// Events that the processor counted. Nothing where the machine does not let this program see them: in many containers,
/// virtual machines, and where /proc/sys/kernel/perf_event_paranoid is above 2.
struct CacheEvents {
  std::optional<std::uint64_t> instructions;
  std::optional<std::uint64_t> first_level_misses;  ///< loads that the first-level data cache did not have
  std::optional<std::uint64_t> last_level_misses;   ///< accesses that no cache of this core's level had
};

/// Counts events of the calling thread, and of the threads that it starts until `stop`, in user mode
/// (perf_event_open(2)).
class CacheCounters {
 public:
  CacheCounters();
  ~CacheCounters();
  CacheCounters(const CacheCounters&) = delete;
  CacheCounters& operator=(const CacheCounters&) = delete;

  /// \pre the threads that are to be counted have ended: only then their events are added
  [[nodiscard]] CacheEvents stop() const;

  /// Why there are no events; empty where there are some.
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

 private:
  int instructions_;
  int first_level_misses_;
  int last_level_misses_;
  std::string why_not_;
};
