#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace lockstep::os {

/// What of the machine went to others, or was fought over, since some moment.
struct Contention {
  double steal = 0;                ///< share of all cores' time that the host gave to other machines, 0 to 1
  std::optional<double> pressure;  ///< share of the time in which some thread waited for a core; not every kernel tells
};

/// Begins to watch when it is made.
class ContentionWatch {
 public:
  /// \param proc  where the kernel tells; a folder with `stat` and `pressure/cpu`
  /// Sources: proc(5), "/proc/stat"; the kernel's accounting/psi.rst. The pressure is brought up to date every 2 s.
  explicit ContentionWatch(std::filesystem::path proc = "/proc");

  [[nodiscard]] Contention until_now() const;

 private:
  struct Counts {
    std::chrono::steady_clock::time_point at;
    std::uint64_t ticks = 0;   ///< of all cores
    std::uint64_t stolen = 0;  ///< of these
    std::optional<std::chrono::microseconds> waited;
  };
  [[nodiscard]] Counts count() const;

  std::filesystem::path proc_;
  Counts begin_;
};

}  // namespace lockstep::os
