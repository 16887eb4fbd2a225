#include "build/standard_headers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace lockstep::build {
namespace {

struct Header {
  std::string_view name;
  std::span<const std::string_view> has;
};

// From the synopses of [thread], [atomics], [coroutine.syn] and [time] in the standard (C++20).
constexpr std::array<std::string_view, 3> kThread{"thread", "jthread", "this_thread"};
constexpr std::array<std::string_view, 11> kMutex{
    "mutex",      "recursive_mutex", "timed_mutex", "recursive_timed_mutex",
    "lock_guard", "scoped_lock",     "unique_lock", "once_flag",
    "call_once",  "defer_lock",      "adopt_lock"};
constexpr std::array<std::string_view, 3> kSharedMutex{"shared_mutex", "shared_timed_mutex", "shared_lock"};
constexpr std::array<std::string_view, 3> kCondition{"condition_variable", "condition_variable_any", "cv_status"};
constexpr std::array<std::string_view, 8> kFuture{"future", "shared_future", "promise",      "packaged_task",
                                                  "async",  "launch",        "future_error", "future_status"};
constexpr std::array<std::string_view, 7> kAtomic{
    "atomic",      "atomic_flag",         "atomic_ref",          "memory_order",
    "atomic_bool", "atomic_thread_fence", "memory_order_acquire"};
constexpr std::array<std::string_view, 1> kLatch{"latch"};
constexpr std::array<std::string_view, 1> kBarrier{"barrier"};
constexpr std::array<std::string_view, 2> kSemaphore{"counting_semaphore", "binary_semaphore"};
constexpr std::array<std::string_view, 3> kStopToken{"stop_token", "stop_source", "stop_callback"};
constexpr std::array<std::string_view, 4> kCoroutine{"coroutine_handle", "suspend_always", "suspend_never",
                                                     "noop_coroutine"};
constexpr std::array<std::string_view, 2> kChrono{"chrono", "chrono_literals"};
constexpr std::array<std::string_view, 5> kException{"exception_ptr", "current_exception", "rethrow_exception",
                                                     "make_exception_ptr", "terminate"};
constexpr std::array<std::string_view, 4> kFunctional{"function", "ref", "cref", "reference_wrapper"};
constexpr std::array<std::string_view, 2> kOptional{"optional", "nullopt"};

constexpr std::array kHeaders{Header{"thread", kThread},
                              Header{"mutex", kMutex},
                              Header{"shared_mutex", kSharedMutex},
                              Header{"condition_variable", kCondition},
                              Header{"future", kFuture},
                              Header{"atomic", kAtomic},
                              Header{"latch", kLatch},
                              Header{"barrier", kBarrier},
                              Header{"semaphore", kSemaphore},
                              Header{"stop_token", kStopToken},
                              Header{"coroutine", kCoroutine},
                              Header{"chrono", kChrono},
                              Header{"exception", kException},
                              Header{"functional", kFunctional},
                              Header{"optional", kOptional}};

/// The compilers' quotation marks: g++ takes ’ where the locale knows them.
constexpr std::array<std::string_view, 3> kQuotes{"'", "‘", "’"};

/// The first name in quotation marks, without std::.
std::string_view quoted(std::string_view message) {
  for (const std::string_view open : kQuotes) {
    const auto begin = message.find(open);
    if (begin == std::string_view::npos) continue;
    message.remove_prefix(begin + open.size());
    if (constexpr std::string_view kStd = "std::"; message.starts_with(kStd)) message.remove_prefix(kStd.size());
    const auto letters = message.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
    return message.substr(0, letters);
  }
  return {};
}

/// As the compilers say it of a name in namespace std, or of std::this_thread.
bool says_that_std_lacks_it(std::string_view message) {
  const auto says = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
  if (says("error: ‘std::") || says("error: 'std::")) return says("has not been declared");
  const bool in_std = says("namespace 'std'") || says("namespace ‘std’");
  return says("not a member of ‘std’") || says("not a member of 'std'") ||
         (in_std &&
          (says("no type named") || says("no member named") || says("no template named") || says("does not name a")));
}

}  // namespace

std::string missing_header(std::string_view message) {
  if (!says_that_std_lacks_it(message)) return "";
  const std::string_view name = quoted(message.substr(std::min(message.find("error: "), message.size())));
  for (const Header& header : kHeaders) {
    if (std::find(header.has.begin(), header.has.end(), name) == header.has.end()) continue;
    return fmt::format("std::{} is in <{}>, which is not included.", name, header.name);
  }
  return "";
}

}  // namespace lockstep::build
