#pragma once

#include <chrono>
#include <cstdint>

namespace lockstep {

/// What one run of a program may use; every run of a learner's code has all of these. All of them are enforced,
/// whichever sandbox there is: by the kernel where it can, otherwise by a look every 10 ms.
struct RunLimits {
  /// Time in which the run has a core, or none of its threads can go on (process/run_clock.h).
  std::chrono::milliseconds wall{10'000};
  std::chrono::milliseconds cpu{20'000};  ///< of all processes of the run together
  /// Resident, of all processes of the run together; where control groups count, also what a scratch folder in memory
  /// holds.
  std::uint64_t memory_bytes = 1ULL << 30;
  int processes = 64;     ///< processes and threads together; none more starts, or the run is killed
  int open_files = 1024;  ///< descriptors of each process, sockets too; fewer where the machine allows fewer
  std::uint64_t output_bytes = 1ULL << 20;  ///< of each captured stream; more ends the run
  std::uint64_t file_bytes = 64ULL << 20;   ///< of each file written, and of the scratch folder as a whole
  /// Of each process alone, besides those above; 0: none. Only for programs without a sanitizer, which reserves
  /// terabytes of addresses.
  std::chrono::seconds each_cpu{0};
  std::uint64_t each_address_bytes = 0;
};

}  // namespace lockstep
