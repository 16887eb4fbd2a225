#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <utility>
#include <vector>

#include "lockstep/measure.h"

/// Many readers and a few writers of two accounts, on which lab 06's fair lock is measured. To read takes long, and a
/// writer moves money from one account to the other.
namespace readers_workload {

inline constexpr std::size_t kReads = 192;
inline constexpr std::size_t kReadsForEachWrite = 64;

struct Accounts {
  std::int64_t first = 0;
  std::int64_t second = 0;
};
[[nodiscard]] Accounts accounts(std::uint64_t seed);

/// Takes about 200 µs. Depends on what the two accounts hold together, which no writer changes.
[[nodiscard]] std::uint64_t read(const Accounts& accounts, std::uint64_t question);

/// A checksum of what was read and its order. Another result has the same checksum only by chance.
[[nodiscard]] std::uint64_t checksum(const std::vector<std::uint64_t>& answers);

/// All reads, and the writes between them.
template <class Mutex>
class Readers {
 public:
  Readers(std::uint64_t seed, lockstep::measure::Around around)
      : accounts_(accounts(seed)), around_(std::move(around)) {}

  /// Reads what nobody has read yet, until there is no more. Several threads may do so at once.
  void work() {
    for (std::size_t at = next_++; at < kReads; at = next_++) {
      if (at % kReadsForEachWrite == 0) write();
      const std::shared_lock lock(mutex_);
      around_([&] { answers_[at] = read(accounts_, at); });
    }
  }
  [[nodiscard]] std::uint64_t result() const { return checksum(answers_); }

 private:
  void write() {
    const std::scoped_lock lock(mutex_);
    --accounts_.first;
    ++accounts_.second;
  }

  Mutex mutex_;
  Accounts accounts_;  // guarded by mutex_
  lockstep::measure::Around around_;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::uint64_t> answers_ = std::vector<std::uint64_t>(kReads);  // each is written by one thread
};

/// How the readers of a Mutex share the work.
template <class Mutex>
using Run = void (*)(Readers<Mutex>& readers, unsigned workers);

/// `Mutex` as a workload that can be measured.
template <class Mutex>
[[nodiscard]] lockstep::measure::Workload workload(const std::string& name, Run<Mutex> run) {
  return {.name = name,
          .tasks = kReads,
          .prepare = [run](std::uint64_t seed, unsigned workers,
                           lockstep::measure::Around around) -> lockstep::measure::Job {
            return [run, seed, workers, around = std::move(around)] {
              Readers<Mutex> readers(seed, around);
              run(readers, workers);
              return readers.result();
            };
          }};
}

}  // namespace readers_workload
