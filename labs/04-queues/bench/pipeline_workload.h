#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "lockstep/measure.h"
#include "pipeline.h"

/// The uneven work on which lab 04's pipeline is measured: some items are expensive to transform, the others cost
/// almost nothing. Which ones are expensive depends on the seed.
namespace pipeline_workload {

inline constexpr std::size_t kItems = 192;

using Run = std::function<void(const Source& source, const Transform& transform, const Sink& sink, unsigned workers)>;

/// The pipeline `run` as a workload that can be measured.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Run run);

}  // namespace pipeline_workload
