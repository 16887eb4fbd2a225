// What stands in for pthread_exit. The C library unwinds the stack, with the destructors of automatic objects and the
// cleanup handlers; the explorer stands at its other end as one more cleanup handler, and then ends the thread.

#include <pthread.h>
#include <setjmp.h>

#include "explorer/engine/engine.h"
#include "explorer/engine/exploring.h"
#include "explorer/finding/wording.h"
#include "explorer/interpose/termination.h"
#include "explorer/interpose/thread_calls.h"
#include "explorer/library/library_function.h"

extern "C" {
// What the macro pthread_cleanup_push calls in C. The C library declares neither for C++.
void __pthread_register_cancel(__pthread_unwind_buf_t* buffer);
void __pthread_unregister_cancel(__pthread_unwind_buf_t* buffer);
int __sigsetjmp(__jmp_buf_tag* buffer, int save_mask) noexcept __attribute__((returns_twice));
}

namespace lockstep::explorer {
namespace {

constinit LibraryFunction<void, void*> next_pthread_exit{"pthread_exit"};

}  // namespace

void run_function(Thread& thread) {
  __pthread_unwind_buf_t unwound;
  auto* const here = reinterpret_cast<__jmp_buf_tag*>(unwound.__cancel_jmp_buf);
  // Comes back a second time when pthread_exit has unwound all frames above, or the function was left.
  if (__sigsetjmp(here, 0) == 0) {
    thread.function_end = here;
    __pthread_register_cancel(&unwound);
    thread.result = thread.function(thread.argument);
  }
  __pthread_unregister_cancel(&unwound);
}

void leave_function(Thread& thread) { longjmp(static_cast<__jmp_buf_tag*>(thread.function_end), 1); }

extern "C" void pthread_exit(void* result) {
  if (exploring) {
    const EngineScope scope;
    Engine& run = engine();
    if (run.current() == 0 && !main_exit().allowed)
      early_exit("pthread_exit() in its first thread", __builtin_return_address(0));
    run.self().result = result;
    run.self().lets_others_go_on = run.current() == 0;
  }
  next_pthread_exit(result);
  __builtin_unreachable();
}

}  // namespace lockstep::explorer
