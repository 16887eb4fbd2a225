#include "explorer/model/annotations.h"

#include <algorithm>

namespace lockstep::explorer {

void Annotations::begin() {
  if (!clocks_.empty()) clocks_.clear();
  sections_ = 0;
  benign_.clear();
}

void Annotations::after(const void* address, VectorClock& clock) const {
  if (const auto found = clocks_.find(address); found != clocks_.end()) clock.join(found->second);
}

void Annotations::benign(const volatile void* address, std::size_t size) {
  const auto first = reinterpret_cast<std::uintptr_t>(address);
  benign_.emplace_back(first, first + size);
}

bool Annotations::is_benign(std::uintptr_t address) const {
  return std::any_of(benign_.begin(), benign_.end(),
                     [&](const auto& range) { return address >= range.first && address < range.second; });
}

void Annotations::forget(std::uintptr_t address, std::size_t size) {
  const auto end = address + size;
  if (!clocks_.empty()) {
    std::erase_if(clocks_, [&](const auto& clock) {
      const auto at = reinterpret_cast<std::uintptr_t>(clock.first);
      return at >= address && at < end;
    });
  }
  if (benign_.empty()) return;
  std::erase_if(benign_, [&](const auto& range) { return range.first >= address && range.first < end; });
}

}  // namespace lockstep::explorer
