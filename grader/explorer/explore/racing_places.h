#pragma once

#include <span>

#include "explorer/memory/access_watch.h"
#include "explorer/schedule/operation.h"

namespace lockstep::explorer {

/// Makes the accesses at given places visible operations, where threads are switched. They race, so what they do in one
/// order or the other is what a race can do to the program. Nothing counts as a race meanwhile.
class RacingPlaces final : public AccessWatch {
 public:
  explicit RacingPlaces(std::span<const Place> places) : places_(places) {}

  [[nodiscard]] bool about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind,
                                     std::uint32_t place) override;

 private:
  std::span<const Place> places_;
};

}  // namespace lockstep::explorer
