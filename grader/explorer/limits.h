#pragma once

#include <cstdint>

namespace lockstep::explorer {

/// Threads that a schedule may have at the same time. A set of threads is then one word, and a thread's name one
/// letter.
inline constexpr int kMaxThreads = 52;

/// A thread of the explored program: 0 is the one that runs the body. Numbers of joined threads are used again.
using ThreadId = int;

/// A set of threads, a bit each.
using ThreadSet = std::uint64_t;

[[nodiscard]] constexpr ThreadSet only(ThreadId thread) { return ThreadSet{1} << thread; }

}  // namespace lockstep::explorer
