#pragma once

#include "explorer/predict/recording.h"

namespace lockstep::predict {

/// CPU time of all segments: the time on one core.
[[nodiscard]] Nanoseconds work(const Recording& recording);

/// The longest chain of segments of which each had to wait for the one before: the time on any number of cores, if no
/// thread ever waited for a lock. With locks it can be longer: `schedule` on kAnyNumberOfCores tells.
[[nodiscard]] Nanoseconds span(const Recording& recording);

/// Work ÷ span: no number of cores makes the program faster by more (R. D. Blumofe, C. E. Leiserson, "Scheduling
/// multithreaded computations by work stealing", J. ACM 46, 1999, section 2). 1 without any work.
[[nodiscard]] double parallelism(const Recording& recording);

}  // namespace lockstep::predict
