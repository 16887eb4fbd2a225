#include "explorer/predict/work_and_span.h"

#include "explorer/predict/schedule.h"

namespace lockstep::predict {

Nanoseconds work(const Recording& recording) {
  Nanoseconds sum = 0;
  for (const Recording::Thread& thread : recording.threads) {
    for (const Event& event : thread.events) sum += event.work;
  }
  return sum;
}

Nanoseconds span(const Recording& recording) {
  Recording without_locks = recording;
  for (Recording::Thread& thread : without_locks.threads) {
    for (Event& event : thread.events) event.kind = Event::Kind::kStep;
  }
  return schedule(without_locks, kAnyNumberOfCores).makespan;
}

double parallelism(const Recording& recording) {
  const Nanoseconds longest = span(recording);
  return longest == 0 ? 1 : static_cast<double>(work(recording)) / static_cast<double>(longest);
}

}  // namespace lockstep::predict
