#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "explorer/memory/vector_clock.h"
#include "explorer/model/store_history.h"
#include "explorer/schedule/operation.h"
#include "explorer/schedule/thread_set.h"

namespace lockstep::explorer {

/// What the explorer knows of a mutex, condition variable, atomic ... of the program; found by its address.
struct SyncObject {
  enum class Kind : std::uint8_t { kNone, kMutex, kReadWriteLock, kCondition, kSemaphore, kWord, kOnce, kBarrier };

  const void* address = nullptr;
  Kind kind = Kind::kNone;
  bool recursive = false;  ///< its owner may lock it again
  ThreadId owner = -1;
  int depth = 0;                      ///< how often the owner has locked it
  Place locked_at = 0;                ///< by the owner
  ThreadId released_by = -1;          ///< of a mutex: the thread that unlocked it last
  Place released_at = 0;              ///< by that thread
  bool is_used = false;               ///< a lock was used since it was made
  ThreadSet readers;                  ///< those that hold it shared
  ThreadSet waiters;                  ///< those that want it, or wait on it
  ThreadSet shared_waiters;           ///< those that want it shared
  ThreadSet triers;                   ///< those that try again and again to have it
  std::uint32_t notified_nobody = 0;  ///< notifications that found no waiter, in this schedule
  Place last_notified_at = 0;
  std::uint64_t last_value = 0;  ///< of an atomic, as the program's own code has left it
  bool value_known = false;
  VectorClock clock;         ///< what an acquire learns
  VectorClock reader_clock;  ///< what an exclusive acquire learns besides
  StoreHistory stores;       ///< of an atomic, where loads may be stale

  [[nodiscard]] bool is_lock() const { return kind == Kind::kMutex || kind == Kind::kReadWriteLock; }

  void become(const void* where, Kind what) {
    address = where;
    kind = what;
    recursive = false;
    owner = -1;
    depth = 0;
    locked_at = 0;
    released_by = -1;
    released_at = 0;
    is_used = false;
    readers = waiters = shared_waiters = triers = {};
    notified_nobody = 0;
    last_notified_at = 0;
    value_known = false;
    clock.clear();
    reader_clock.clear();
    stores.clear();
  }
};

/// All such objects of the current schedule. They are used again in the next: nothing is freed or cleared between.
class SyncTable {
 public:
  SyncTable();

  /// The object at `address`; a new one when there is none, or one of another kind.
  SyncObject& at(const void* address, SyncObject::Kind kind) {
    if (latest_ == nullptr || latest_->address != address || latest_->kind != kind) latest_ = &look_up(address, kind);
    return *latest_;
  }

  /// The object at `address`, or null.
  [[nodiscard]] SyncObject* find(const void* address) const;

  /// The objects in a range of memory, which is about to be freed.
  [[nodiscard]] std::vector<SyncObject*> within(std::uintptr_t address, std::size_t size) const;

  /// Forgets the object: its memory is no longer its own.
  void remove(SyncObject& object);

  /// A new schedule: there are no objects.
  void begin();

  /// All objects of the schedule, also removed ones (their address is then null).
  template <class Visit>
  void for_each(Visit visit) {
    for (std::size_t i = 0; i < used_; ++i) visit(object(i));
  }

  [[nodiscard]] bool empty() const { return used_ == 0; }

  /// Differs from schedule to schedule.
  [[nodiscard]] std::uint32_t generation() const { return generation_; }

 private:
  struct Entry {
    const void* address = nullptr;
    std::uint32_t generation = 0;
    std::uint32_t index = 0;
  };
  static constexpr std::size_t kChunk = 64;

  [[nodiscard]] std::size_t slot_of(const void* address) const {
    const auto mixed = (reinterpret_cast<std::uintptr_t>(address) >> 2) * 0x9E37'79B9'7F4A'7C15;
    return static_cast<std::size_t>(mixed >> 32) & (entries_.size() - 1);
  }
  SyncObject& object(std::size_t index) { return chunks_[index / kChunk][index % kChunk]; }
  [[nodiscard]] SyncObject& object(std::size_t index) const { return chunks_[index / kChunk][index % kChunk]; }
  SyncObject& look_up(const void* address, SyncObject::Kind kind);
  SyncObject& add(std::size_t slot, const void* address, SyncObject::Kind kind);
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::unique_ptr<SyncObject[]>> chunks_;
  SyncObject* latest_ = nullptr;  ///< that was asked for: often the next one, too
  std::size_t used_ = 0;
  std::uint32_t generation_ = 1;
};

}  // namespace lockstep::explorer
