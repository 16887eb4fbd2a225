#include "plot/samples.h"

namespace lockstep::plot {

using measure::Prediction;

std::vector<Prediction> predictions(double serial_share) {
  std::vector<Prediction> all;
  for (const unsigned workers : {1U, 2U, 4U, 8U, 16U, 32U, 48U}) {
    Prediction prediction;
    prediction.workers = workers;
    prediction.baseline_s = 0.04;
    prediction.makespan_s = 0.04 * (serial_share + (1 - serial_share) / workers);
    all.push_back(prediction);
  }
  return all;
}

Prediction convoy() {
  Prediction prediction;
  prediction.workers = 3;
  prediction.makespan_s = 0.0125;
  prediction.explanation =
      "61 % of the time at most one thread was running; thread 2 did 37 % of the work; the longest wait was for a lock "
      "<guard> & friends, locked first at results.cpp:41, 4.5 ms in all, under which 85 % of the work is done.";
  prediction.timeline = {{{ThreadState::kRunning, 0, 0.001}, {ThreadState::kWaitingForThread, 0.001, 0.0125}},
                         {{ThreadState::kRunning, 0.001, 0.004}, {ThreadState::kAsleep, 0.004, 0.006}},
                         {{ThreadState::kWaitingForLock, 0.001, 0.004}, {ThreadState::kRunning, 0.004, 0.0085}},
                         {{ThreadState::kWaitingForCore, 0.001, 0.007},
                          {ThreadState::kWaitingForLock, 0.007, 0.0085},
                          {ThreadState::kRunning, 0.0085, 0.0125}}};
  return prediction;
}

std::vector<ComparedPanel> comparison() {
  return {{"Meals a second, of all together", false, {{"ordered/5", 0, 400'000}, {"one lock & <no> more", 0, 100'000}}},
          {"Meals of one", true, {{"ordered/5", 30, 40}, {"one lock & <no> more", 10, 10}}}};
}

}  // namespace lockstep::plot
