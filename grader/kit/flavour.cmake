# The flavours in which a lab's programs are built, as the target `lockstep::flavour` that all of them link.
include(${CMAKE_CURRENT_LIST_DIR}/instrumented.cmake)
set(LOCKSTEP_FLAVOUR release CACHE STRING "How programs are compiled: release, debug, tsan, asan or explore")
set_property(CACHE LOCKSTEP_FLAVOUR PROPERTY STRINGS release debug tsan asan explore)

add_library(lockstep_flavour INTERFACE)
add_library(lockstep::flavour ALIAS lockstep_flavour)
target_compile_features(lockstep_flavour INTERFACE cxx_std_20)
target_compile_options(lockstep_flavour INTERFACE
  -g1 -fno-omit-frame-pointer -Wall -Wextra -Wno-missing-field-initializers
  $<IF:$<CXX_COMPILER_ID:GNU>,-fmax-errors=20,-ferror-limit=20>)

# Without these, a clang that is stopped at a limit says nothing, or writes its input out once more.
target_compile_options(lockstep_flavour INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-fno-integrated-cc1> $<$<CXX_COMPILER_ID:Clang>:-fno-crash-diagnostics>)

if(LOCKSTEP_FLAVOUR STREQUAL "release")
  target_compile_options(lockstep_flavour INTERFACE -O2)
elseif(LOCKSTEP_FLAVOUR STREQUAL "debug")
  target_compile_options(lockstep_flavour INTERFACE -O0 -g)
elseif(LOCKSTEP_FLAVOUR STREQUAL "tsan")
  target_compile_options(lockstep_flavour INTERFACE -O1 ${lockstep_instrumented})
  target_link_options(lockstep_flavour INTERFACE -fsanitize=thread)
elseif(LOCKSTEP_FLAVOUR STREQUAL "asan")
  # Not optimised: half the time to compile, and what the sanitizers see does not become less.
  # clang 14 cannot compile a coroutine with -fsanitize=function, which g++ does not have.
  target_compile_options(lockstep_flavour INTERFACE -O0 -fsanitize=address,undefined -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
  target_link_options(lockstep_flavour INTERFACE -fsanitize=address,undefined)
elseif(LOCKSTEP_FLAVOUR STREQUAL "explore")
  # The compiler makes a call of every access to memory; the explorer's runtime, not the sanitizer's, is what it calls.
  # It also stands in for functions of the C library: those of shared libraries find them through -rdynamic.
  target_compile_options(lockstep_flavour INTERFACE ${lockstep_explored_options})
  target_link_options(lockstep_flavour INTERFACE -rdynamic)
else()
  message(FATAL_ERROR "LOCKSTEP_FLAVOUR is '${LOCKSTEP_FLAVOUR}'; accepted: release, debug, tsan, asan, explore")
endif()

find_program(LOCKSTEP_MOLD mold)
mark_as_advanced(LOCKSTEP_MOLD)
if(LOCKSTEP_MOLD)
  target_link_options(lockstep_flavour INTERFACE -fuse-ld=mold)
endif()
