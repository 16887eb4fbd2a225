#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "explorer/finding/finding.h"
#include "explorer/image/stack.h"
#include "explorer/memory/access_watch.h"

namespace lockstep::explorer {

/// When an access was made.
struct AccessTime {
  Access::Kind kind = Access::kRead;
  std::uint64_t steps = 0;  ///< that the schedule had made until then
};

/// Keeps the stacks and the times of the accesses at given places.
class AccessStacks final : public AccessWatch {
 public:
  explicit AccessStacks(std::span<const Place> places) : places_(places) {}

  [[nodiscard]] bool about_to_access(std::uintptr_t address, std::size_t size, Access::Kind kind,
                                     std::uint32_t place) override;

  /// The calls that the latest access at `place` to the memory at `address` stood in; null when there was none.
  [[nodiscard]] const Stack* of(Place place, std::uintptr_t address) const;

  /// When `thread` made its latest access at `place` to the memory at `address`; nothing when it made none.
  [[nodiscard]] std::optional<AccessTime> time_of(Place place, std::uintptr_t address, ThreadId thread) const;

 private:
  static constexpr std::uintptr_t kGranule = 8;

  std::span<const Place> places_;
  std::map<std::pair<Place, std::uintptr_t>, Stack> stacks_;
  std::map<std::tuple<Place, std::uintptr_t, ThreadId>, AccessTime> times_;
};

}  // namespace lockstep::explorer
