// Calls that wait for one of several descriptors. Each is tried without a wait; one that finds nothing and would wait
// ends the schedule. Without descriptors they are sleeps, in virtual time.

#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>

#include <algorithm>

#include "explorer/engine/exploring.h"
#include "explorer/interpose/clock.h"
#include "explorer/interpose/unsupported.h"
#include "explorer/library/library_function.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

constinit auto next_ppoll = library_function(&::ppoll, "ppoll");
constinit auto next_select = library_function(&::select, "select");
constinit auto next_pselect = library_function(&::pselect, "pselect");
constinit auto next_epoll_wait = library_function(&::epoll_wait, "epoll_wait");
constinit auto next_epoll_pwait = library_function(&::epoll_pwait, "epoll_pwait");
constinit auto next_epoll_pwait2 = library_function(&::epoll_pwait2, "epoll_pwait2");

constexpr timespec kNoTime{};

bool is_zero(const timespec* limit) { return limit != nullptr && limit->tv_sec == 0 && limit->tv_nsec == 0; }

Time milliseconds(int limit) { return limit < 0 ? kNever : static_cast<Time>(limit) * 1'000'000; }

/// \param found  what the call gave without a wait
int not_waited(int found, bool waits, const char* call, const void* caller) {
  if (found == 0 && waits) unsupported(call, kWaitsOutside, caller);
  return found;
}

int only_sleep(Time time, const void* caller) {
  sleep_for(time, caller);
  return 0;
}

bool asks_for_nothing(int count, const fd_set* in, const fd_set* out, const fd_set* exceptional) {
  return count == 0 || (in == nullptr && out == nullptr && exceptional == nullptr);
}

}  // namespace

extern "C" {

int poll(pollfd* files, nfds_t count, int limit) {
  if (!exploring) return real().poll(files, count, limit);
  if (count == 0 && limit != 0) return only_sleep(milliseconds(limit), __builtin_return_address(0));
  return not_waited(real().poll(files, count, 0), limit != 0, "poll()", __builtin_return_address(0));
}

int ppoll(pollfd* files, nfds_t count, const timespec* limit, const sigset_t* mask) {
  if (!exploring) return next_ppoll(files, count, limit, mask);
  if (count == 0 && !is_zero(limit)) return only_sleep(time_or_never(limit), __builtin_return_address(0));
  return not_waited(next_ppoll(files, count, &kNoTime, mask), !is_zero(limit), "ppoll()", __builtin_return_address(0));
}

int select(int count, fd_set* __restrict in, fd_set* __restrict out, fd_set* __restrict exceptional,
           timeval* __restrict limit) {
  if (!exploring) return next_select(count, in, out, exceptional, limit);
  const timespec same = limit == nullptr ? kNoTime : timespec{limit->tv_sec, limit->tv_usec * 1'000};
  const bool waits = limit == nullptr || !is_zero(&same);
  if (waits && asks_for_nothing(count, in, out, exceptional)) {
    return only_sleep(limit == nullptr ? kNever : nanoseconds(same), __builtin_return_address(0));
  }
  timeval at_once{};
  return not_waited(next_select(count, in, out, exceptional, &at_once), waits, "select()", __builtin_return_address(0));
}

int pselect(int count, fd_set* __restrict in, fd_set* __restrict out, fd_set* __restrict exceptional,
            const timespec* __restrict limit, const sigset_t* __restrict mask) {
  if (!exploring) return next_pselect(count, in, out, exceptional, limit, mask);
  const bool waits = !is_zero(limit);
  if (waits && asks_for_nothing(count, in, out, exceptional)) {
    return only_sleep(time_or_never(limit), __builtin_return_address(0));
  }
  return not_waited(next_pselect(count, in, out, exceptional, &kNoTime, mask), waits, "pselect()",
                    __builtin_return_address(0));
}

int epoll_wait(int set, epoll_event* events, int most, int limit) {
  if (!exploring) return next_epoll_wait(set, events, most, limit);
  return not_waited(next_epoll_wait(set, events, most, 0), limit != 0, "epoll_wait()", __builtin_return_address(0));
}

int epoll_pwait(int set, epoll_event* events, int most, int limit, const sigset_t* mask) {
  if (!exploring) return next_epoll_pwait(set, events, most, limit, mask);
  return not_waited(next_epoll_pwait(set, events, most, 0, mask), limit != 0, "epoll_pwait()",
                    __builtin_return_address(0));
}

int epoll_pwait2(int set, epoll_event* events, int most, const timespec* limit, const sigset_t* mask) {
  if (!exploring) return next_epoll_pwait2(set, events, most, limit, mask);
  return not_waited(next_epoll_pwait(set, events, most, 0, mask), !is_zero(limit), "epoll_pwait2()",
                    __builtin_return_address(0));
}
}

}  // namespace lockstep::explorer
