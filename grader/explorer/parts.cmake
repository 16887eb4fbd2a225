# The explorer's parts, each knowing only those above it that it names: an #include of another one's header fails to
# compile.
#
#   explorer_part(NAME SOURCES a.cpp... USES PART... LIBRARIES TARGET...)
#
# makes the target explorer_NAME with the headers, as "explorer/NAME/header.h", and explorer_NAME_objects. Objects, not
# archives: what stands in for the C library's functions must be linked whether or not somebody asks. docs/explorer.md
# has the picture of the parts; the test explorer.picture compares it with what is said here.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/../kit/headers.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/../kit/instrumented.cmake)
find_package(Threads REQUIRED)
find_library(LOCKSTEP_DW dw REQUIRED)
set(explorer_folder ${CMAKE_CURRENT_LIST_DIR})

function(explorer_part name)
  cmake_parse_arguments(PART "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  set(include_dir ${CMAKE_BINARY_DIR}/include/explorer_${name}/explorer)
  file(MAKE_DIRECTORY ${include_dir})
  file(CREATE_LINK ${explorer_folder}/${name} ${include_dir}/${name} SYMBOLIC)
  add_library(explorer_${name} INTERFACE)
  set_property(GLOBAL APPEND PROPERTY explorer_parts explorer_${name})
  target_compile_features(explorer_${name} INTERFACE cxx_std_20)
  target_include_directories(explorer_${name} INTERFACE ${CMAKE_BINARY_DIR}/include/explorer_${name})
  target_link_libraries(explorer_${name} INTERFACE ${PART_LIBRARIES})
  foreach(used IN LISTS PART_USES)
    if(NOT TARGET explorer_${used})
      message(FATAL_ERROR "The explorer's part ${name} uses ${used}, which does not come before it")
    endif()
    target_link_libraries(explorer_${name} INTERFACE explorer_${used})
  endforeach()
  if(PART_SOURCES)
    list(TRANSFORM PART_SOURCES PREPEND ${explorer_folder}/${name}/)
    add_library(explorer_${name}_objects OBJECT ${PART_SOURCES})
    # No debug information: frames that have none are not the explored program's.
    target_compile_options(explorer_${name}_objects PRIVATE -O2 -g0)
    target_link_libraries(explorer_${name}_objects PRIVATE explorer_${name})
    # One translation unit: what one file of a part calls in another is called at each step, and is inlined.
    if(NOT LOCKSTEP_LINT)
      set_target_properties(explorer_${name}_objects PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
    endif()
    if(TARGET lockstep_warnings)
      target_link_libraries(explorer_${name}_objects PRIVATE lockstep_warnings)
    endif()
    if(DEFINED LOCKSTEP_FLAVOUR)
      set_target_properties(explorer_${name}_objects PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
    set_property(GLOBAL PROPERTY explorer_sources_of_${name} ${PART_SOURCES})
  endif()
endfunction()

# explorer_library(NAME SOURCES a.cpp... PARTS PART...): a static library of files and parts, to be linked whole.
#
# In the kit they are one translation unit, which costs a third of what they cost apart, and is on a learner's way to the
# first verdict. But not what carries threads: a compiler that sees it could take one thread's memory for another's.
function(explorer_library name)
  cmake_parse_arguments(LIBRARY "" "" "SOURCES;PARTS" ${ARGN})
  set(files ${LIBRARY_SOURCES})
  foreach(part IN LISTS LIBRARY_PARTS)
    if(DEFINED LOCKSTEP_FLAVOUR AND NOT part STREQUAL "carrier")
      get_property(sources GLOBAL PROPERTY explorer_sources_of_${part})
      list(APPEND files ${sources})
    else()
      list(APPEND files $<TARGET_OBJECTS:explorer_${part}_objects>)
    endif()
  endforeach()
  add_library(${name} STATIC ${files})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_compile_options(${name} PRIVATE -O2 -g0)
  if(DEFINED LOCKSTEP_FLAVOUR)
    explorer_includes(${name} ${LIBRARY_PARTS})
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  endif()
endfunction()

# Lets a target that is exported include a part's headers: the part, which is not, must not be linked.
function(explorer_includes target)
  target_compile_features(${target} PRIVATE cxx_std_20)
  foreach(part IN LISTS ARGN)
    target_include_directories(${target} PRIVATE $<TARGET_PROPERTY:explorer_${part},INTERFACE_INCLUDE_DIRECTORIES>)
  endforeach()
endfunction()

# Each strategy is its own files and a row of kit/lockstep/strategies.inc.
# The folder is newer than the build once a file came or went; CONFIGURE_DEPENDS would start CMake twice in every grading.
file(GLOB strategies RELATIVE ${explorer_folder}/strategy ${explorer_folder}/strategy/*.cpp)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${explorer_folder}/strategy)
list(FILTER strategies EXCLUDE REGEX _test.cpp$)

explorer_part(schedule SOURCES operation.cpp schedule.cpp thread_set.cpp)
explorer_part(image SOURCES reached.cpp stack.cpp USES schedule)
explorer_part(finding SOURCES wording.cpp USES schedule LIBRARIES lockstep_kit_headers)
explorer_part(library SOURCES real.cpp waiter_pools.cpp)
explorer_part(memory SOURCES shadow.cpp USES schedule)
explorer_part(strategy SOURCES ${strategies} USES schedule LIBRARIES lockstep_kit_headers)
explorer_part(model
  SOURCES annotations.cpp barrier.cpp condition.cpp dead_end.cpp describe.cpp fairness.cpp livelock.cpp local_state.cpp lock_orders.cpp locks.cpp
          loops.cpp out_of_bounds.cpp overtaking.cpp round.cpp semaphore.cpp sequential_order.cpp state.cpp store_history.cpp stutter.cpp sync_object.cpp time.cpp weak_memory.cpp words.cpp
  USES schedule finding library memory)
explorer_part(carrier SOURCES aarch64.cpp fibres.cpp handler_stack.cpp thread_block.cpp threads.cpp x86_64.cpp USES schedule library)
explorer_part(engine SOURCES engine.cpp progress.cpp tracing.cpp USES carrier image model strategy)
explorer_part(hooks SOURCES access.cpp annotations.cpp atomic.cpp instrumented_calls.cpp memory_functions.cpp USES engine)
explorer_part(interpose
  SOURCES barrier.cpp between_processes.cpp c11_threads.cpp condition.cpp descriptors.cpp fortified_calls.cpp futex.cpp
          lifetime.cpp locks.cpp mutex.cpp once.cpp output.cpp polling.cpp processes.cpp read_write_lock.cpp semaphore.cpp
          signals.cpp spin_lock.cpp termination.cpp thread.cpp thread_exit.cpp time.cpp unsupported.cpp
  USES engine)
explorer_part(heap SOURCES arena.cpp memory.cpp USES hooks interpose)
explorer_part(report SOURCES calls.cpp debug_session.cpp reasons.cpp rows.cpp source_lines.cpp symbols.cpp trace.cpp USES finding image)
explorer_part(explore
  SOURCES access_stacks.cpp distinct_findings.cpp env_options.cpp exploration.cpp explored_lines.cpp extra_runs.cpp finding_report.cpp foreign_threads.cpp nondeterminism.cpp
          race_consequence.cpp racing_places.cpp reduce_finding.cpp reduction.cpp replay_order.cpp runner.cpp suppressions.cpp watchdog.cpp
  USES heap report)
explorer_part(gtest USES explore)
explorer_part(program USES explore)
