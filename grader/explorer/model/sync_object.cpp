#include "explorer/model/sync_object.h"

#include <utility>

namespace lockstep::explorer {

SyncTable::SyncTable() : entries_(1024) {}

SyncObject& SyncTable::add(std::size_t slot, const void* address, SyncObject::Kind kind) {
  if (used_ == chunks_.size() * kChunk) chunks_.push_back(std::make_unique<SyncObject[]>(kChunk));
  entries_[slot] = {address, generation_, static_cast<std::uint32_t>(used_)};
  SyncObject& added = object(used_++);
  added.become(address, kind);
  if (used_ * 2 > entries_.size()) grow();
  return added;
}

SyncObject& SyncTable::look_up(const void* address, SyncObject::Kind kind) {
  std::size_t slot = slot_of(address);
  while (entries_[slot].generation == generation_) {
    if (entries_[slot].address == address) {
      SyncObject& found = object(entries_[slot].index);
      // The fast path of a static local loads its guard as an atomic.
      const bool guard = found.kind == SyncObject::Kind::kOnce && kind == SyncObject::Kind::kWord;
      if (found.kind != kind && !guard) found.become(address, kind);
      return found;
    }
    slot = (slot + 1) & (entries_.size() - 1);
  }
  return add(slot, address, kind);
}

SyncObject* SyncTable::find(const void* address) const {
  for (std::size_t slot = slot_of(address); entries_[slot].generation == generation_;
       slot = (slot + 1) & (entries_.size() - 1)) {
    if (entries_[slot].address != address) continue;
    SyncObject& found = object(entries_[slot].index);
    return found.kind == SyncObject::Kind::kNone ? nullptr : &found;
  }
  return nullptr;
}

std::vector<SyncObject*> SyncTable::within(std::uintptr_t address, std::size_t size) const {
  std::vector<SyncObject*> found;
  for (std::size_t i = 0; i < used_; ++i) {
    SyncObject& candidate = object(i);
    const auto where = reinterpret_cast<std::uintptr_t>(candidate.address);
    if (candidate.kind != SyncObject::Kind::kNone && where >= address && where - address < size) {
      found.push_back(&candidate);
    }
  }
  return found;
}

void SyncTable::remove(SyncObject& object) { object.become(object.address, SyncObject::Kind::kNone); }

void SyncTable::begin() {
  latest_ = nullptr;
  used_ = 0;
  ++generation_;
}

void SyncTable::grow() {
  std::vector<Entry> old = std::exchange(entries_, std::vector<Entry>(entries_.size() * 2));
  for (const Entry& entry : old) {
    if (entry.generation != generation_) continue;
    std::size_t slot = slot_of(entry.address);
    while (entries_[slot].generation == generation_) slot = (slot + 1) & (entries_.size() - 1);
    entries_[slot] = entry;
  }
}

}  // namespace lockstep::explorer
