#pragma once

#include <istream>
#include <span>

#include "conversation.h"
#include "lockstep/measure.h"

namespace lockstep::measure {

/// Answers requests like those of `NAME_speedup` (lockstep/measure.h), a line each, until there are no more:
///
///     request   list TICKET
///     answer    functions TICKET NAME...
///     request   prepare TICKET NAME SEED WORKERS
///     answer    ready TICKET
///     request   run TICKET                    or: run TICKET timeline
///     answer    prediction TICKET {...}       an object, see below
///     or        unpredictable TICKET WHY      the submission spins, deadlocks, crashes ...
///               exception TICKET WHAT         the lab's or the learner's code threw
///               refused TICKET WHY            the request makes no sense
///
/// The object: `checksum`; `workers`; `baseline_ns`, the baseline's time on the same data, just before; `makespan_ns`,
/// the submission's with as many cores as workers; `work_ns`, `span_ns` and `parallelism`; `threads`; `explanation`, a
/// sentence for a person; `at_most_one_runs` and `busiest_share`, 0 to 1; `worst_lock`, null or `{"name", "waited_ns",
/// "held_ns"}`. With `timeline` also that: for each thread a list of `[what, begin_ns, end_ns]`, where `what` is run,
/// lock, wait, core or sleep.
void serve_predictions(const Workload& baseline, std::span<const Workload> submissions, std::istream& requests,
                       const Answerer& answer);

}  // namespace lockstep::measure
