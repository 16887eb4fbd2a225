// The sanitizers look in the program for functions that set their options, and that decide what becomes of a report.
// A submission that defined them could silence every report. They are defined here, so that a second definition is an
// error of the linker.

#include "sanitizer_channel.h"

#if defined(__has_feature)
#define LOCKSTEP_HAS(feature) __has_feature(feature)
#else
#define LOCKSTEP_HAS(feature) 0
#endif

// Under the explorer the compiler's calls go to the explorer's runtime: there is no sanitizer to guard.
#if (defined(__SANITIZE_THREAD__) || LOCKSTEP_HAS(thread_sanitizer)) && !defined(LOCKSTEP_EXPLORES)
#define LOCKSTEP_THREAD_SANITIZER
#endif
#if defined(__SANITIZE_ADDRESS__) || LOCKSTEP_HAS(address_sanitizer)
#define LOCKSTEP_ADDRESS_SANITIZER
#endif

// g++ links UndefinedBehaviorSanitizer as a library beside AddressSanitizer's. It has a descriptor of its own for its
// reports, and before its first one it asks AddressSanitizer's for the path of a file, which would close the descriptor
// that was set there.
#if defined(LOCKSTEP_ADDRESS_SANITIZER) && !defined(__clang__)
#define LOCKSTEP_SANITIZER_OF_ITS_OWN_FOR_UNDEFINED_BEHAVIOUR
#include <dlfcn.h>

extern "C" {
void __sanitizer_set_report_path(const char* path);
void __sanitizer_set_report_path(const char* /*path*/) {}
}
#endif

#if defined(LOCKSTEP_THREAD_SANITIZER) || defined(LOCKSTEP_ADDRESS_SANITIZER)
extern "C" void __sanitizer_set_report_fd(void* fd);

namespace {

void send_reports_of_undefined_behaviour([[maybe_unused]] void* fd) {
#ifdef LOCKSTEP_SANITIZER_OF_ITS_OWN_FOR_UNDEFINED_BEHAVIOUR
  void* const of_the_library = dlsym(RTLD_DEFAULT, "__ubsan_handle_add_overflow_abort");
  Dl_info library{};
  if (of_the_library == nullptr || dladdr(of_the_library, &library) == 0) return;
  void* const handle = dlopen(library.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
  if (handle == nullptr) return;
  using SetReportFd = void (*)(void*);
  const auto set = reinterpret_cast<SetReportFd>(dlsym(handle, "__sanitizer_set_report_fd"));
  if (set != nullptr) set(fd);
#endif
}

}  // namespace

void lockstep::send_sanitizer_reports_to_grader() {
  constexpr long kSanitizerFd = 4;
  void* const fd = reinterpret_cast<void*>(kSanitizerFd);  // NOLINT(performance-no-int-to-ptr): its interface
  __sanitizer_set_report_fd(fd);
  send_reports_of_undefined_behaviour(fd);
}
#else
void lockstep::send_sanitizer_reports_to_grader() {}
#endif

#ifdef LOCKSTEP_THREAD_SANITIZER
namespace __tsan {
struct ReportDesc;
bool OnReport(const ReportDesc* report, bool suppressed);
bool OnReport(const ReportDesc* /*report*/, bool suppressed) { return suppressed; }
bool OnFinalize(bool failed);
bool OnFinalize(bool failed) { return failed; }
}  // namespace __tsan

extern "C" {
const char* __tsan_default_options();
const char* __tsan_default_options() {
  // No lock-order heuristic: it blames orders that cannot deadlock, such as before and after a join.
  return "exitcode=66:halt_on_error=1:detect_deadlocks=0:second_deadlock_stack=1:history_size=4:report_signal_unsafe=0";
}

// Correct programs in which the library itself, which is not instrumented, keeps the order: see docs/sanitizers.md.
const char* __tsan_default_suppressions();
const char* __tsan_default_suppressions() {
  return "race:std::__exception_ptr\n"
         "race:std::runtime_error::~runtime_error\n"
         "race:std::_Sp_atomic\n";
}

void __tsan_on_report(void* report);
void __tsan_on_report(void* /*report*/) {}
}
#endif

#ifdef LOCKSTEP_ADDRESS_SANITIZER
extern "C" {
const char* __asan_default_options();
const char* __asan_default_options() { return "exitcode=67:detect_stack_use_after_return=1:detect_leaks=1"; }

const char* __ubsan_default_options();
const char* __ubsan_default_options() { return "print_stacktrace=1:halt_on_error=1"; }

const char* __lsan_default_options();
const char* __lsan_default_options() { return "exitcode=67:report_objects=0"; }

const char* __lsan_default_suppressions();
const char* __lsan_default_suppressions() { return ""; }

void __asan_on_error();
void __asan_on_error() {}
}
#endif
