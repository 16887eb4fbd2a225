#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace lockstep {

struct RendezvousOptions {
  std::chrono::milliseconds timeout{100};  ///< how long a body waits for another one
  int misses = 3;                          ///< so many waits in vain in a row, and no body waits any more
};

/// Tells whether the bodies of concurrent tasks run at the same time: each body calls `meet`, and waits there until
/// another body has come as well. Two that meet go on as a pair; a third waits for a fourth.
///
/// Neither the speed nor the load of the machine matters, nor the number of its cores: a body that waits leaves its
/// core to the others. Tasks that run one after the other, however fast, never meet.
///
/// Thread-safe.
class Rendezvous {
 public:
  Rendezvous() : Rendezvous(RendezvousOptions{}) {}
  explicit Rendezvous(RendezvousOptions options) : options_(options) {}

  /// Called once by each task body. Waits for another body at most for the timeout, and not at all after so many
  /// misses in a row: tasks that cannot meet cost timeout × misses, all together.
  /// \return whether this body met another one
  bool meet();

  /// Bodies that have called `meet`.
  [[nodiscard]] std::size_t bodies() const;

  /// The share of the bodies that met another one, 0 to 1; 0 when there were none. When the number of tasks is odd, one
  /// body has nobody to meet.
  [[nodiscard]] double share() const;

 private:
  struct Waiting {
    bool met = false;
  };

  const RendezvousOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Waiting* waiting_ = nullptr;  // guarded by mutex_; the body that has nobody yet, on its own stack
  std::size_t bodies_ = 0;      // guarded by mutex_
  std::size_t met_ = 0;         // guarded by mutex_
  int missed_in_a_row_ = 0;     // guarded by mutex_
};

}  // namespace lockstep
