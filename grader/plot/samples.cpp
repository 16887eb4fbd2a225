#include "plot/samples.h"

namespace lockstep::plot {

using checks::speedup::Forecast;
using checks::speedup::Stretch;
using Doing = Stretch::Doing;

std::vector<Forecast> forecasts(double serial_share) {
  std::vector<Forecast> all;
  for (const unsigned workers : {1U, 2U, 4U, 8U, 16U, 32U, 48U}) {
    Forecast forecast;
    forecast.workers = workers;
    forecast.baseline_s = 0.04;
    forecast.makespan_s = 0.04 * (serial_share + (1 - serial_share) / workers);
    all.push_back(forecast);
  }
  return all;
}

Forecast convoy() {
  Forecast forecast;
  forecast.workers = 3;
  forecast.makespan_s = 0.0125;
  forecast.explanation =
      "61 % of the time at most one thread was running; thread 2 did 37 % of the work; the longest wait was for a lock "
      "<guard> & friends, locked first at results.cpp:41, 4.5 ms in all, under which 85 % of the work is done.";
  forecast.timeline = {{{Doing::kRunning, 0, 0.001}, {Doing::kWaitingForThread, 0.001, 0.0125}},
                       {{Doing::kRunning, 0.001, 0.004}, {Doing::kAsleep, 0.004, 0.006}},
                       {{Doing::kWaitingForLock, 0.001, 0.004}, {Doing::kRunning, 0.004, 0.0085}},
                       {{Doing::kWaitingForCore, 0.001, 0.007},
                        {Doing::kWaitingForLock, 0.007, 0.0085},
                        {Doing::kRunning, 0.0085, 0.0125}}};
  return forecast;
}

}  // namespace lockstep::plot
