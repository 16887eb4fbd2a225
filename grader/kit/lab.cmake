# What every lab includes: the kit, in the lab's flavour, either built by the grader before (LOCKSTEP_KIT_BUILT names
# its build folder) or as a part of the lab's own build.
find_package(GTest REQUIRED)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
find_package(benchmark QUIET)
include(GoogleTest)
set(LOCKSTEP_JOIN_TESTS_USUALLY OFF)
if(LOCKSTEP_KIT_BUILT)
  set(LOCKSTEP_JOIN_TESTS_USUALLY ON)
endif()
include(${CMAKE_CURRENT_LIST_DIR}/lab_programs.cmake)
enable_testing()

# The objects of the submission, and of what is given, for programs outside the lab's build: the hidden tests
# (hidden_tests/).
function(lockstep_export_lab)
  set(targets submission)
  if(TARGET given)
    list(APPEND targets given)
  endif()
  export(TARGETS ${targets} FILE lockstep-lab.cmake)
  lockstep_write_targets(${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_BINARY_DIR}/lockstep-targets.txt)
endfunction()

if(LOCKSTEP_KIT_BUILT)
  include(${LOCKSTEP_KIT_BUILT}/lockstep-kit.cmake)
  cmake_language(DEFER CALL lockstep_export_lab)
else()
  add_subdirectory(${CMAKE_CURRENT_LIST_DIR} kit)
endif()
