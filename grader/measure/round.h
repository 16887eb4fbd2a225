#pragma once

#include "measure/calibrator.h"

namespace lockstep::measure {

/// What was measured at one moment: the same data for the baseline and the submission, one right after the other.
struct Round {
  Capacity capacity;
  double baseline_s = 0;
  double submission_s = 0;
  double baseline_cpu_s = 0;
  double submission_cpu_s = 0;
};

}  // namespace lockstep::measure
