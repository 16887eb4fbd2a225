#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explorer/model/rules.h"
#include "explorer/schedule/operation.h"
#include "explorer/schedule/schedule.h"

namespace lockstep::explorer {

/// All that it takes to run a schedule again.
///
/// Printed: the schedule (`0` when it has no choices), and behind a `~` each, in hexadecimal, the places of two
/// accesses that race, when the schedule switches threads there too: `a2b~1f40~1f62`. `~weak` at the end says that
/// loads may be stale, and then `~busy` that time may pass while threads could go on.
struct ReplayOrder {
  Schedule schedule;
  std::vector<Place> racing = {};
  bool busy_machine = false;
  bool weak_memory = false;

  /// What runs a schedule again that was run under these rules.
  [[nodiscard]] static ReplayOrder under(const Rules& rules, Schedule schedule, std::vector<Place> racing = {});

  [[nodiscard]] std::string text() const;

  /// \return nothing when `text` is none
  [[nodiscard]] static std::optional<ReplayOrder> parse(std::string_view text);
};

}  // namespace lockstep::explorer
