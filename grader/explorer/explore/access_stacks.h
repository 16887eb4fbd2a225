#pragma once

#include <map>
#include <span>
#include <utility>

#include "explorer/finding/finding.h"
#include "explorer/image/stack.h"
#include "explorer/memory/access_watch.h"

namespace lockstep::explorer {

/// Keeps the stacks of the accesses at given places.
class AccessStacks final : public AccessWatch {
 public:
  explicit AccessStacks(std::span<const Place> places) : places_(places) {}

  [[nodiscard]] bool about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind,
                                     std::uint32_t place) override;

  /// The calls that the latest access at `place` to the memory at `address` stood in; null when there was none.
  [[nodiscard]] const Stack* of(Place place, std::uintptr_t address) const;

 private:
  static constexpr std::uintptr_t kGranule = 8;

  std::span<const Place> places_;
  std::map<std::pair<Place, std::uintptr_t>, Stack> stacks_;
};

}  // namespace lockstep::explorer
