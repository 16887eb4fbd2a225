#pragma once

#include <functional>
#include <optional>
#include <string>

#include "lockstep/explore.h"

// For what is built on the explorer, in the kit: an exploration that is not a test case of its own.

namespace lockstep {

/// What is wrong with a run of a body, besides what the explorer sees.
struct Judgement {
  FindingKind kind = FindingKind::kAssertion;
  std::string message;
  FindingPlace source;
};

/// Called after each run of the body that came to its end.
using Judge = std::function<std::optional<Judgement>()>;

/// As `explore`, but it tells GoogleTest nothing, and takes the options as they are.
/// In a flavour that is not `explore` it runs the body once; a finding is then what `judge` says.
[[nodiscard]] Exploration explore_judged(const std::function<void()>& body, const Judge& judge,
                                         const ExploreOptions& options);

/// Whether it is the explorer that runs the threads. Where it is not, a thread that stands still cannot be told from
/// one that is slow.
[[nodiscard]] bool explores();

/// Whether a file that the grader asks about has a line that accesses memory and that no schedule of this process has
/// run so far, beside others that ran.
[[nodiscard]] bool leaves_lines();

/// The options that the grader, or somebody who replays a schedule, asks for; else those given.
[[nodiscard]] ExploreOptions asked_options(ExploreOptions options);

/// Tells GoogleTest and the grader what was found, or covered.
void report(const Exploration& exploration, const ExploreOptions& options);

}  // namespace lockstep
