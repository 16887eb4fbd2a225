#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lockstep/measure.h"

/// Uneven work for the tests of the speedup check: half of the tasks are expensive, and all on one side.
namespace workload {

/// Does the tasks numbered 0 to `count` - 1, however it likes.
using Schedule = std::function<void(std::size_t count, unsigned workers, const std::function<void(std::size_t)>& task)>;

[[nodiscard]] lockstep::measure::Workload scheduled_by(std::string name, Schedule schedule);

}  // namespace workload
