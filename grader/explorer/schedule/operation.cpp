#include "explorer/schedule/operation.h"

#include <array>
#include <cstddef>

namespace lockstep::explorer {

namespace {

/// In the order of the kinds.
constexpr std::array<std::string_view, 32> kNames{"begin",      "end",         "create thread",  "join",
                                                  "detach",     "lock",        "try_lock",       "try_lock_shared",
                                                  "unlock",     "lock_shared", "wait",           "wake up",
                                                  "notify_one", "notify_all",  "sem_wait",       "sem_trywait",
                                                  "sem_post",   "atomic wait", "atomic notify",  "call_once",
                                                  "barrier",    "load",        "store",          "read-modify-write",
                                                  "fence",      "yield",       "sleep",          "print",
                                                  "read",       "write",       "happens before", "happens after"};
static_assert(kNames.size() == static_cast<std::size_t>(OpKind::kHappensAfter) + 1);

}  // namespace

std::string_view name(OpKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

bool dependent(const Operation& a, const Operation& b) {
  // What these enable, they enable in every order.
  const auto alone = [](OpKind kind) {
    return kind == OpKind::kBegin || kind == OpKind::kFence || kind == OpKind::kYield;
  };
  if (a.kind == OpKind::kSleep && b.kind == OpKind::kSleep) return true;
  if (alone(a.kind) || alone(b.kind)) return false;
  // Threads get their numbers in the order of their creation.
  if (a.kind == OpKind::kCreate && b.kind == OpKind::kCreate) return true;
  const auto concerns = [](const Operation& operation, const void* object) {
    return object != nullptr && (operation.object == object || operation.also == object);
  };
  if (!concerns(a, b.object) && !concerns(a, b.also)) return false;
  return !(only_reads(a.kind) && only_reads(b.kind));
}

}  // namespace lockstep::explorer
