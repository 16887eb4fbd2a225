#pragma once

#include "twin/model.h"
#include "twin/program.h"

namespace lockstep::explorer::twin {

/// Whether a compare_exchange_weak is explored as such: the calls that clang makes do not say which one is weak.
#ifdef __clang__
inline constexpr bool kWeakIsKnown = false;
#else
inline constexpr bool kWeakIsKnown = true;
#endif

/// Runs `program` once, with std::thread, std::atomic and the rest: what an exploration calls again and again.
/// \param ending  gets how it ended, when it does
void run_program(const Program& program, Ending& ending);

}  // namespace lockstep::explorer::twin
