#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

/// What the author of a lab writes to have a function's speedup measured.
///
/// Two programs are made of it. `NAME_speedup` links the author's `submissions()` and `baseline()`, the learner's
/// files and `lockstep::measure_main`. `NAME_speedup_baseline` links `baseline()` and `lockstep::baseline_main` and
/// nothing of the learner's, so that no submission can slow down what it is compared with. Run without arguments,
/// `NAME_speedup` measures and prints a table for a person.
///
/// Run with `--serve`, each reads requests, a line each, from standard input, and writes a line of answer to file
/// descriptor 3. TICKET is any word; the answer repeats it, so that no answer can be written before it is asked for.
/// Where LOCKSTEP_GRADES is set, the first line is a nonce, and has no answer. Behind each answer is its seal
/// (lockstep/seal.h), keyed by the nonce: code of the learner's, which can see the ticket, cannot answer in its place.
///
///     request   list TICKET
///     answer    functions TICKET NAME...
///     request   prepare TICKET NAME SEED WORKERS WATCH TIMEOUT_MS       WATCH: plain, meet or parallelism
///     answer    ready TICKET
///     request   run TICKET
///     answer    result TICKET CHECKSUM                                  plain
///               result TICKET CHECKSUM MET                              meet: share of tasks that met, 0 to 1
///               result TICKET CHECKSUM WORK_DIVIDED_BY_SPAN BUSIEST     parallelism: BUSIEST thread's share of the
///               work
///     or        exception TICKET WHAT                                   the lab's or the learner's code threw
///               refused TICKET WHY                                      the request makes no sense
///
/// The grader takes the time between `run` and its answer, and compares the checksums of both programs.
namespace lockstep::measure {

/// Runs a task's body, and whatever the kit wants to do before and after it.
using Around = std::function<void(const std::function<void()>& body)>;

/// Works on data that is ready, and gives a checksum of the result. Called once; this is what is timed.
using Job = std::function<std::uint64_t()>;

/// A function to measure.
struct Workload {
  std::string name;       ///< as the learner knows it: "find_with_threads"; one word
  std::size_t tasks = 0;  ///< task bodies in a job; even, and > 0

  /// Makes the data of a repetition. Equal seeds mean equal data, and equal checksums from every workload of the
  /// program; other seeds mean results that cannot be told from those of earlier seeds.
  /// In the job, the body of each task goes through `around`, exactly once. An expensive task should cost 140 µs
  /// at least, so that the switch between threads does not weigh.
  std::function<Job(std::uint64_t seed, unsigned workers, Around around)> prepare;
};

/// The lab's own sequential code. Written by the author of the lab.
[[nodiscard]] Workload baseline();

/// The learner's functions, each judged on its own. Written by the author of the lab.
[[nodiscard]] std::vector<Workload> submissions();

}  // namespace lockstep::measure
