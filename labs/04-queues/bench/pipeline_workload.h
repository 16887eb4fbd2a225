#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "lockstep/measure.h"
#include "pipeline.h"

/// The uneven work on which lab 04's pipeline is measured: some items take long to transform, the others next to
/// nothing. Which ones, depends on the seed.
namespace pipeline_workload {

inline constexpr std::size_t kItems = 192;

using Run = std::function<void(const Source& source, const Transform& transform, const Sink& sink, unsigned workers)>;

/// The pipeline `run`, as a thing to measure.
[[nodiscard]] lockstep::measure::Workload workload(std::string name, Run run);

}  // namespace pipeline_workload
