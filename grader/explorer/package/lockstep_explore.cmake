# lockstep_explore(TARGET [NAME NAME] [UNINSTRUMENTED LIBRARY...])
#
# Makes NAME, by default TARGET_explored: the explored twin of an executable. It has the sources, definitions, options and
# libraries that TARGET has when this is called, so call it last. Libraries of the same project are compiled anew for the
# explorer, but for those after UNINSTRUMENTED and for test frameworks.
#
#   - A TARGET that links LockstepExplorer::gtest stays a GoogleTest program: in the twin, lockstep::explore explores its body.
#   - Of any other TARGET the twin explores the whole `main`, prints what it finds, and ends with status 1 if it found something.
include_guard()
cmake_policy(PUSH)
cmake_policy(VERSION 3.24)
include(${CMAKE_CURRENT_LIST_DIR}/twin.cmake)
set(_lockstep_explore_dir ${CMAKE_CURRENT_LIST_DIR})

function(_lockstep_archive name file)
  if(NOT TARGET LockstepExplorer::${name} AND EXISTS ${LockstepExplorer_LIBRARY_DIR}/lib${file}.a)
    add_library(LockstepExplorer::${name} STATIC IMPORTED GLOBAL)
    set_target_properties(LockstepExplorer::${name} PROPERTIES IMPORTED_LOCATION ${LockstepExplorer_LIBRARY_DIR}/lib${file}.a)
  endif()
endfunction()

_lockstep_archive(runtime lockstep_explorer)
target_link_libraries(LockstepExplorer::runtime INTERFACE ${LockstepExplorer_DW} Threads::Threads ${CMAKE_DL_LIBS})
# Shared libraries find what stands in for the C library's functions through -rdynamic.
target_link_options(LockstepExplorer::runtime INTERFACE -rdynamic ${lockstep_wrapped})

_lockstep_archive(program lockstep_explorer_printed)
target_link_libraries(LockstepExplorer::program INTERFACE $<LINK_LIBRARY:WHOLE_ARCHIVE,LockstepExplorer::runtime>)
target_link_options(LockstepExplorer::program INTERFACE LINKER:--no-as-needed)

_lockstep_archive(gtest lockstep_explorer_stress)
_lockstep_archive(gtest_explored lockstep_explorer_gtest)
if(TARGET LockstepExplorer::gtest)
  foreach(target IN ITEMS LockstepExplorer::gtest LockstepExplorer::gtest_explored)
    target_include_directories(${target} INTERFACE ${LockstepExplorer_INCLUDE_DIR})
    target_compile_features(${target} INTERFACE cxx_std_20)
    target_link_libraries(${target} INTERFACE GTest::gtest)
  endforeach()
  target_link_libraries(LockstepExplorer::gtest_explored INTERFACE $<LINK_LIBRARY:WHOLE_ARCHIVE,LockstepExplorer::runtime>)
endif()

# The program lies in a shared library of its own, so that the explorer can put its variables back.
function(_lockstep_explored_main name target left_alone)
  _lockstep_sources(${target} sources)
  set(program ${name}_program)
  add_library(${program} SHARED ${sources})
  _lockstep_compile(${program} ${target})
  _lockstep_link(${program} ${target} "${left_alone}")
  # Templates of the standard library that it has made are its own, not the executable's, which are not instrumented.
  # A `main` may lie in a library of a test framework: somebody has to ask for it.
  target_link_options(${program} PRIVATE LINKER:-Bsymbolic LINKER:-u,main ${lockstep_wrapped})
  target_link_libraries(${program} PRIVATE Threads::Threads)
  add_executable(${name} ${_lockstep_explore_dir}/empty.cpp)
  target_link_libraries(${name} PRIVATE LockstepExplorer::program ${program})
endfunction()

function(_lockstep_explored_tests name target left_alone)
  _lockstep_sources(${target} sources)
  add_executable(${name} ${sources})
  _lockstep_compile(${name} ${target})
  _lockstep_link(${name} ${target} "${left_alone}")
endfunction()

function(lockstep_explore target)
  cmake_parse_arguments(PARSE_ARGV 1 EXPLORE "" "NAME" "UNINSTRUMENTED")
  if(DEFINED EXPLORE_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "lockstep_explore: found ${EXPLORE_UNPARSED_ARGUMENTS}; accepted: "
                        "lockstep_explore(TARGET [NAME NAME] [UNINSTRUMENTED LIBRARY...])")
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "lockstep_explore: there is no target ${target}; call it behind add_executable(${target} ...)")
  endif()
  get_target_property(type ${target} TYPE)
  get_target_property(imported ${target} IMPORTED)
  if(NOT type STREQUAL "EXECUTABLE" OR imported)
    message(FATAL_ERROR "lockstep_explore: ${target} is no executable of this project. A library is explored through a program "
                        "or a test that uses it")
  endif()
  _lockstep_refuse_flags_of(${target})
  if(NOT DEFINED EXPLORE_NAME)
    set(EXPLORE_NAME ${target}_explored)
  endif()
  get_target_property(linked ${target} LINK_LIBRARIES)
  if("LockstepExplorer::gtest" IN_LIST linked)
    _lockstep_explored_tests(${EXPLORE_NAME} ${target} "${EXPLORE_UNINSTRUMENTED}")
  else()
    _lockstep_explored_main(${EXPLORE_NAME} ${target} "${EXPLORE_UNINSTRUMENTED}")
  endif()
endfunction()
cmake_policy(POP)
