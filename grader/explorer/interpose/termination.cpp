// What would end the whole process: exits, failed assertions, uncaught exceptions, fatal signals.

#include "explorer/interpose/termination.h"

#include <cxxabi.h>
#include <dlfcn.h>
#include <signal.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <typeinfo>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/image/stack.h"
#include "explorer/interpose/thread_calls.h"
#include "explorer/library/real.h"

namespace lockstep::explorer {
namespace {

/// \param what  what the running thread does
[[noreturn]] void fail(FindingKind kind, std::initializer_list<std::string_view> what, const void* caller) {
  exploring = false;
  std::string message = describe(engine().current());
  for (const std::string_view part : what) message += part;
  const Place place = engine().place_of(caller);
  engine().fail({.kind = kind, .message = message + " at " + mark(place) + ".", .places = {place}, .address = 0});
}

std::string running() { return describe(engine().current()); }

std::string what_is_thrown() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  int status = 0;
  char* readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  std::string text = readable != nullptr ? readable : type->name();
  std::free(readable);
  try {
    throw;
  } catch (const std::exception& exception) {
    text += std::string(", \"") + exception.what() + "\"";
  } catch (...) {  // what() is all that could be added
  }
  return text;
}

/// Nothing is thrown when a std::thread that can be joined is destroyed or assigned to, or when the program asks for
/// it.
void terminated() {
  if (!exploring) std::abort();
  exploring = false;
  Engine& run = engine();
  const Place place = run.place_of(__builtin_return_address(0));
  const auto& drops_a_thread = run.places().drops_a_thread;
  const bool called = drops_a_thread != nullptr && !drops_a_thread(own_stack());
  if (std::current_exception() == nullptr && called) {
    run.fail({.kind = FindingKind::kEarlyExit,
              .message = running() + " calls std::terminate at " + mark(place) + ". That ends the whole program.",
              .places = {place},
              .address = 0});
  }
  if (std::current_exception() == nullptr) {
    run.fail({.kind = FindingKind::kThreadLeak,
              .message = running() + " destroys, or assigns to, a std::thread that was not joined, at " + mark(place) +
                         ". That ends the whole program: join it first, or use std::jthread, which joins by itself.",
              .places = {place},
              .address = 0});
  }
  run.fail({.kind = FindingKind::kException,
            .message = running() + " throws " + what_is_thrown() + " at " + mark(place) +
                       " and nothing catches it. An exception that leaves a thread's function ends the whole program.",
            .places = {place},
            .address = 0});
}

constexpr std::array kFatal{SIGSEGV, SIGBUS, SIGFPE, SIGILL};
std::array<struct sigaction, kFatal.size()> before{};

bool in_guard_page(std::uintptr_t address) {
  const auto bottom = reinterpret_cast<std::uintptr_t>(engine().self().stack.data());
  return address < bottom && bottom - address <= 4096;
}

void fatal_signal(int signo, siginfo_t* info, void*) {
  Engine& run = engine();
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  // A full stack may show in the explorer's own code, called with the last of it.
  if (!run.running() || !(exploring || in_guard_page(address))) {
    signal(signo, SIG_DFL);
    raise(signo);
    return;
  }
  exploring = false;
  const Place place = run.next(run.current()).place;
  std::string message = running() + " crashes ";
  if (signo == SIGSEGV && in_guard_page(address)) {
    message += "because its stack is full (a recursion without end?)";
  } else if (signo == SIGSEGV && address < 4096) {
    message += "because it follows a null pointer";
  } else {
    message += std::string("(") + strsignal(signo) + ")";
  }
  message += ", soon after its visible operation at " + mark(place) + ".";
  run.fail({.kind = FindingKind::kCrash, .message = message, .places = {place}, .address = address});
}

std::terminate_handler terminate_before = nullptr;

}  // namespace

MainExit& main_exit() {
  static constinit MainExit the_exit;
  return the_exit;
}

void early_exit(std::string_view call, const void* caller) { fail(FindingKind::kEarlyExit, {" calls ", call}, caller); }

TrapTermination::TrapTermination() {
  terminate_before = std::set_terminate(terminated);
  struct sigaction action {};
  action.sa_sigaction = fatal_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (std::size_t i = 0; i < kFatal.size(); ++i) sigaction(kFatal[i], &action, &before[i]);
}

TrapTermination::~TrapTermination() {
  std::set_terminate(terminate_before);
  for (std::size_t i = 0; i < kFatal.size(); ++i) sigaction(kFatal[i], &before[i], nullptr);
}

extern "C" {

void exit(int status) {
  if (exploring && main_exit().allowed && engine().alone()) {
    main_exit().status = status;
    engine().self().exits_program = true;
    leave_function(engine().self());
  }
  if (exploring) early_exit("exit()", __builtin_return_address(0));
  real().exit(status);
  __builtin_unreachable();
}

void quick_exit(int status) noexcept {
  if (exploring) early_exit("quick_exit()", __builtin_return_address(0));
  real().quick_exit(status);
  __builtin_unreachable();
}

void _exit(int status) {
  if (exploring) early_exit("_exit()", __builtin_return_address(0));
  real().exit_now(status);
  __builtin_unreachable();
}

void _Exit(int status) noexcept {
  if (exploring) early_exit("_Exit()", __builtin_return_address(0));
  real().exit_now(status);
  __builtin_unreachable();
}

void abort() noexcept {
  if (exploring) fail(FindingKind::kCrash, {" calls abort()"}, __builtin_return_address(0));
  real().abort();
  __builtin_unreachable();
}

void __assert_fail(const char* assertion, const char* file, unsigned line, const char* function) noexcept {
  if (exploring) {
    fail(FindingKind::kAssertion, {" finds `", assertion, "` false"}, __builtin_return_address(0));
  }
  using Function = void (*)(const char*, const char*, unsigned, const char*);
  static const auto next = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "__assert_fail"));
  next(assertion, file, line, function);
  __builtin_unreachable();
}
}

}  // namespace lockstep::explorer
