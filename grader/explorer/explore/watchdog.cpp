#include "explorer/explore/watchdog.h"

#include <dlfcn.h>
#include <signal.h>
#include <sys/time.h>
#include <ucontext.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/image/stack.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {

std::chrono::nanoseconds computed() {
  timespec time{};
  real().clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

namespace {

constexpr std::chrono::seconds kMostComputed{
    5};                        // an honest computation between two operations of a test takes far less
constexpr int kMostWaits = 5;  // looks, one a second, that find a thread in the kernel

constexpr timeval kEachLook{.tv_sec = 1, .tv_usec = 0};
constexpr timeval kSoon{.tv_sec = 0, .tv_usec = 1'300};
constexpr int kMostSoon = 2'000;  ///< looks that wait for the thread to come out of a library

struct sigaction alarm_before {};
std::uint64_t steps_at_look = 0;
std::chrono::nanoseconds computed_at_step{0};
int looks_that_met_a_wait = 0;
int looks_soon = 0;

void tick(timeval interval) {
  const itimerval timer{.it_interval = interval, .it_value = interval};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

/// Where a signal has come.
struct Interrupted {
  std::uintptr_t at = 0;
  bool in_a_wait = false;     ///< in the kernel, which waited
  bool would_see_it = false;  ///< and the wait would end with EINTR
};

Interrupted interrupted(const void* context) {
  const auto& machine = static_cast<const ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
  constexpr std::uint16_t kSystemCall = 0x050f;
  const auto at = static_cast<std::uintptr_t>(machine.gregs[REG_RIP]);
  const auto result = static_cast<long>(machine.gregs[REG_RAX]);
#elif defined(__aarch64__)
  constexpr std::uint32_t kSystemCall = 0xd400'0001;
  const auto at = static_cast<std::uintptr_t>(machine.pc);
  const auto result = static_cast<long>(machine.regs[0]);
#endif
  auto instruction = kSystemCall;
  std::memcpy(&instruction, reinterpret_cast<const void*>(at), sizeof instruction);
  const bool made_again = instruction == kSystemCall;  // the kernel goes back to the call, to make it once more
  std::memcpy(&instruction, reinterpret_cast<const void*>(at - sizeof instruction), sizeof instruction);
  const bool ends = instruction == kSystemCall && result == -EINTR;
  return {at, made_again || ends, ends};
}

/// What the program's own code has called, as far as the library gives it a name, and where.
struct LibraryCall {
  std::string function;
  Place place = 0;
};

LibraryCall library_call(std::uintptr_t at) {
  const Stack stack = own_stack();
  auto frame = std::find(stack.begin(), stack.end(), at - 1);
  LibraryCall call;
  for (; frame != stack.end(); ++frame) {
    if ((call.place = image().place(*frame)) != 0) return call;
    Dl_info symbol{};
    const bool known = dladdr(reinterpret_cast<const void*>(*frame), &symbol) != 0 && symbol.dli_sname != nullptr;
    if (known) call.function = symbol.dli_sname;
  }
  return call;
}

[[noreturn]] void give_up_a_wait(std::uintptr_t at) {
  exploring = false;
  Engine& run = engine();
  const LibraryCall call = library_call(at);
  const Place place = call.place != 0 ? call.place : run.next(run.current()).place;
  run.fail({.kind = FindingKind::kUnsupported,
            .message = describe(run.current()) + " waits in the kernel" +
                       (call.function.empty() ? "" : ", in " + call.function + "(), called") + " at " + mark(place) +
                       ". The explorer does not follow this call, and so does not know what ends the wait.",
            .places = {place},
            .address = 0});
}

[[noreturn]] void give_up_a_loop() {
  exploring = false;
  Engine& run = engine();
  const Place place = run.next(run.current()).place;
  run.fail({.kind = FindingKind::kTimeOut,
            .message = describe(run.current()) + " has computed for " + std::to_string(kMostComputed.count()) +
                       " seconds without a visible operation, since " + mark(place) +
                       ". It is in an endless loop that reads no atomic and takes no lock, or in a computation that is "
                       "too long to be explored: make it smaller.",
            .places = {place},
            .address = 0});
}

void forget_looks() {
  looks_that_met_a_wait = 0;
  if (looks_soon != 0) tick(kEachLook);
  looks_soon = 0;
}

/// A finding allocates memory, which a thread may be doing that is interrupted in a library or in the explorer. It
/// comes back to the program's own code soon; it is looked at again and again until then.
bool comes_out_soon(std::uintptr_t at) {
  if (exploring && image().place(at) != 0) return false;
  if (++looks_soon > kMostSoon) return false;
  if (looks_soon == 1) tick(kSoon);
  return true;
}

void look_at_thread(int signo, siginfo_t*, void* context) {
  Engine& run = engine();
  if (const pthread_t runs = run.carrier().self(run.current());
      run.running() && pthread_equal(runs, pthread_self()) == 0) {
    real().pthread_kill(runs, signo);  // the system gives a process's signal to any of its threads
    return;
  }
  const Interrupted where = interrupted(context);
  if (run.running() && exploring && where.would_see_it) give_up_a_wait(where.at);
  if (!run.running() || run.steps() != steps_at_look) {
    steps_at_look = run.steps();
    computed_at_step = computed();
    forget_looks();
    return;
  }
  looks_that_met_a_wait = exploring && where.in_a_wait ? looks_that_met_a_wait + 1 : 0;
  if (looks_that_met_a_wait >= kMostWaits) give_up_a_wait(where.at);
  if (computed() - computed_at_step < kMostComputed || comes_out_soon(where.at)) return;
  if (exploring) give_up_a_loop();
}

}  // namespace

Watchdog::Watchdog() {
  struct sigaction action {};
  action.sa_sigaction = look_at_thread;
  action.sa_flags = SA_ONSTACK | SA_NODEFER | SA_RESTART | SA_SIGINFO;
  sigaction(SIGALRM, &action, &alarm_before);
  tick(kEachLook);
}

Watchdog::~Watchdog() {
  tick({});
  sigaction(SIGALRM, &alarm_before, nullptr);
}

}  // namespace lockstep::explorer
