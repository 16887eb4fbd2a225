# How code is compiled so that each of its accesses to memory is a call, as ThreadSanitizer and the explorer need it.
set(lockstep_instrumented -fsanitize=thread)

# Before version 21, clang leaves out the members of a local object, although other threads may know the object (LLVM
# issue 132739): it looks for uses of the member's address alone. Allowed to look at none, it leaves out nothing.
list(APPEND lockstep_instrumented
  "$<$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,21>>:SHELL:-mllvm -capture-tracking-max-uses-to-explore=0>")

# g++ writes these out where it knows the size, behind the instrumentation's back: without, it calls them, and the calls
# are seen.
foreach(function IN ITEMS memcpy memmove memset bzero strcpy)
  list(APPEND lockstep_instrumented "$<$<CXX_COMPILER_ID:GNU>:-fno-builtin-${function}>")
endforeach()

# How whatever is explored is compiled, and linked: its calls of these functions of the C library come to the explorer.
set(lockstep_explored_options -O1 -g ${lockstep_instrumented} $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
set(lockstep_wrapped)
foreach(function IN ITEMS memcmp memcpy memmove memset strcpy strlen)
  list(APPEND lockstep_wrapped LINKER:--wrap=${function})
endforeach()
