# GoogleTest's header, and those of the standard library that tests of threads include, compiled once a flavour for all
# files of tests: a third of what such a file costs. The target `lockstep_tests` brings them to whatever links
# lockstep::test_main.
#
# A learner's own files link lockstep::kit alone and never see it: what lacks an #include must not compile here, because
# it would compile nowhere else. Headers that a learner hands in are compiled alone as well (lab.cmake).
add_library(lockstep_tests INTERFACE)
if(LOCKSTEP_FLAVOUR STREQUAL "release")
  # A learner's .cpp files keep -O2. For a template in a learner's header this is enough to move a load out of a loop,
  # which is what code with a data race falls by.
  target_compile_options(lockstep_tests INTERFACE -O1)
endif()
# g++ frees nothing before its heap has 256 MiB, for which it looks through all of it: a tenth of the time where an
# instrumented file takes most.
target_compile_options(lockstep_tests INTERFACE $<$<CXX_COMPILER_ID:GNU>:SHELL:--param ggc-min-heapsize=262144>)
if(NOT PROJECT_IS_TOP_LEVEL OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  return()
endif()

file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/no_tests.cpp "")
add_library(lockstep_precompiled_tests OBJECT ${CMAKE_CURRENT_BINARY_DIR}/no_tests.cpp)
target_precompile_headers(lockstep_precompiled_tests PRIVATE
  <gtest/gtest.h> <algorithm> <atomic> <chrono> <condition_variable> <functional> <future> <mutex> <optional> <thread>)
target_link_libraries(lockstep_precompiled_tests PRIVATE lockstep_kit GTest::gtest lockstep_tests)
# The one that the compiler takes in place of the header beside it. It must have been made with the same options, or
# the header itself is read.
set(header ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/lockstep_precompiled_tests.dir/cmake_pch.hxx)
target_compile_options(lockstep_tests INTERFACE
  "$<$<NOT:$<STREQUAL:$<TARGET_PROPERTY:NAME>,lockstep_precompiled_tests>>:SHELL:-include ${header}>")
