# What the CMakeLists.txt of a lab, and that of its hidden tests, is written in. See docs/lab-authors.md.
#
#   lockstep_lab(NAME SUBMIT file... [GIVEN file...] [TESTS file...] [EXPLORED file...])
#       the libraries `submission` and `given`, the programs NAME_test and NAME_explored
#   lockstep_speedup(NAME SUBMISSION file... BASELINE file...)
#       the programs NAME_speedup, NAME_speedup_baseline and, in the release flavour, NAME_predict
#   lockstep_program(NAME file... [BENCHMARK])
#       a program that a learner builds by its name, and the grader never
#   lockstep_hidden(NAME [TESTS file...] [EXPLORED file...])
#       the programs NAME_hidden and NAME_hidden_explored

# Stops with what is accepted when a function of this file was called with other words, or without those it needs.
macro(lockstep_check_arguments function prefix accepted needed)
  if(${prefix}_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "${function}: found ${${prefix}_UNPARSED_ARGUMENTS}; accepted: ${accepted}")
  endif()
  foreach(keyword IN ITEMS ${needed})
    if(NOT ${prefix}_${keyword})
      message(FATAL_ERROR "${function}: no file after ${keyword}; accepted: ${accepted}")
    endif()
  endforeach()
endmacro()

# A library of objects that sees the lab's folder and the kit. Headers alone are accepted: then it has no object.
function(lockstep_objects name)
  add_library(${name} OBJECT ${ARGN})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC lockstep::kit fmt::fmt)
endfunction()

# Links what all programs of a lab are made of, besides `main`.
function(lockstep_link_lab name)
  target_link_libraries(${name} PRIVATE submission)
  if(TARGET given)
    target_link_libraries(${name} PRIVATE given)
  endif()
endfunction()

# A program of GoogleTest cases. They are listed when ctest runs, not when they are built: building runs none of a
# learner's code.
function(lockstep_test_program name)
  add_executable(${name} ${ARGN})
  lockstep_link_lab(${name})
  target_link_libraries(${name} PRIVATE lockstep::test_main)
  if(COMMAND gtest_discover_tests)  # the hidden tests are run by the grader alone
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST)
  endif()
endfunction()

# Lets files of a program's tests be compiled as one: those that include the same of the headers that are handed in.
# Most of what such a file costs is what it includes; and an edit of a header compiles no test that does not need it.
# Only where the grader builds, or LOCKSTEP_JOIN_TESTS asks for it: else each file is compiled by itself, as editors expect.
option(LOCKSTEP_JOIN_TESTS "Files of tests that need the same headers are compiled as one" ${LOCKSTEP_JOIN_TESTS_USUALLY})
function(lockstep_join_tests program)
  cmake_parse_arguments(PARSE_ARGV 1 JOINED "" "" "FILES;SUBMIT")
  if(NOT LOCKSTEP_JOIN_TESTS)
    return()
  endif()
  foreach(file IN LISTS JOINED_FILES)
    # CMake is not to look again when the file changes: tests cannot be seen where a submission is compiled.
    file(STRINGS ${file} includes REGEX "^#include \"")
    set(group "unit")
    foreach(submitted IN LISTS JOINED_SUBMIT)
      if(includes MATCHES "\"${submitted}\"")
        string(MAKE_C_IDENTIFIER "${group}_${submitted}" group)
      endif()
    endforeach()
    list(APPEND groups ${group})
    list(APPEND files_of_${group} ${file})
  endforeach()
  list(REMOVE_DUPLICATES groups)
  foreach(group IN LISTS groups)
    list(LENGTH files_of_${group} size)
    if(size GREATER 1)
      set_source_files_properties(${files_of_${group}} PROPERTIES UNITY_GROUP ${group})
    endif()
  endforeach()
  set_target_properties(${program} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# A program whose cases are explored in the explore flavour, where time is virtual. In others they are stress tests.
function(lockstep_explored_program name)
  lockstep_test_program(${name} ${ARGN})
  if(LOCKSTEP_FLAVOUR STREQUAL "explore")
    target_compile_definitions(${name} PRIVATE LOCKSTEP_TIME_IS_VIRTUAL)
  endif()
endfunction()

# A header that the learner hands in must have all its own #includes: compiled alone, for the tests that include it have
# GoogleTest's header, and much of the standard library with it, before.
function(lockstep_compile_headers_alone)
  foreach(header IN LISTS ARGN)
    if(NOT header MATCHES "\\.h$")
      continue()
    endif()
    set(alone ${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.cpp)
    file(CONFIGURE OUTPUT ${alone} CONTENT "#include \"${header}\"\n")
    target_sources(submission PRIVATE ${alone})
    set_source_files_properties(${alone} PROPERTIES COMPILE_OPTIONS -O0)
  endforeach()
endfunction()

# What the preprocessor makes of the learner's files, in "objects" of text: the grader compares them between flavours.
# Each header by itself, for it may be a part of anything.
function(lockstep_preprocess_submission)
  foreach(file IN LISTS ARGN)
    if(file MATCHES "\\.h$")
      set(alone ${CMAKE_CURRENT_BINARY_DIR}/text/${file}.cpp)
      file(CONFIGURE OUTPUT ${alone} CONTENT "#include \"${file}\"\n")
      set(file ${alone})
    endif()
    list(APPEND files ${file})
  endforeach()
  lockstep_objects(submission_text ${files})
  set_target_properties(submission_text PROPERTIES EXCLUDE_FROM_ALL ON)
  # The flavours are not read in the same second.
  target_compile_options(submission_text PRIVATE -E -Wno-builtin-macro-redefined
    "-D__TIME__=\"\"" "-D__DATE__=\"\"" "-D__TIMESTAMP__=\"\"")
endfunction()

function(lockstep_lab name)
  cmake_parse_arguments(PARSE_ARGV 1 LAB "" "" "SUBMIT;GIVEN;TESTS;EXPLORED")
  lockstep_check_arguments("lockstep_lab(${name})" LAB
    "NAME SUBMIT file... [GIVEN file...] [TESTS file...] [EXPLORED file...]" SUBMIT)
  lockstep_objects(submission ${LAB_SUBMIT})
  set_target_properties(submission PROPERTIES LOCKSTEP_SUBMIT "${LAB_SUBMIT}")
  if(LOCKSTEP_KIT_BUILT)
    lockstep_preprocess_submission(${LAB_SUBMIT})
    # The kept objects lie among the compiled ones, below a folder of their own, for the grader to read (part integrity).
    set_target_properties(submission PROPERTIES RULE_LAUNCH_COMPILE
      "sh ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/localise.sh <OBJECT> ${LOCKSTEP_KIT_BUILT}/taken_names CMakeFiles/submission.dir/kept/<OBJECT>")
  endif()
  if(LOCKSTEP_FLAVOUR STREQUAL "release")
    lockstep_compile_headers_alone(${LAB_SUBMIT})
  endif()
  if(LAB_GIVEN)
    lockstep_objects(given ${LAB_GIVEN})
  endif()
  if(LAB_TESTS)
    lockstep_test_program(${name}_test ${LAB_TESTS})
    lockstep_join_tests(${name}_test FILES ${LAB_TESTS} SUBMIT ${LAB_SUBMIT})
  endif()
  if(LAB_EXPLORED)
    lockstep_explored_program(${name}_explored ${LAB_EXPLORED})
    lockstep_join_tests(${name}_explored FILES ${LAB_EXPLORED} SUBMIT ${LAB_SUBMIT})
  endif()
endfunction()

# The baseline's program holds nothing of the learner's, so that no submission can slow down what it is compared with.
function(lockstep_speedup name)
  cmake_parse_arguments(PARSE_ARGV 1 SPEEDUP "" "" "SUBMISSION;BASELINE")
  lockstep_check_arguments("lockstep_speedup(${name})" SPEEDUP "NAME SUBMISSION file... BASELINE file..."
    "SUBMISSION;BASELINE")
  lockstep_objects(${name}_measured ${SPEEDUP_SUBMISSION} ${SPEEDUP_BASELINE})
  add_executable(${name}_speedup $<TARGET_OBJECTS:${name}_measured>)
  lockstep_link_lab(${name}_speedup)
  target_link_libraries(${name}_speedup PRIVATE lockstep::measure_main)

  add_executable(${name}_speedup_baseline ${SPEEDUP_BASELINE})
  target_include_directories(${name}_speedup_baseline PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name}_speedup_baseline PRIVATE lockstep::baseline_main)
  if(TARGET given)
    target_link_libraries(${name}_speedup_baseline PRIVATE given)
  endif()

  if(LOCKSTEP_KIT_BUILT AND NOT LOCKSTEP_FLAVOUR STREQUAL "release")
    # Speed is measured in the release flavour: in others the kit has no main for it.
    set_target_properties(${name}_measured ${name}_speedup ${name}_speedup_baseline PROPERTIES EXCLUDE_FROM_ALL ON)
  endif()
  if(TARGET lockstep::predict_main)  # in the release flavour, where what it is made of is installed
    add_executable(${name}_predict EXCLUDE_FROM_ALL $<TARGET_OBJECTS:${name}_measured>)
    lockstep_link_lab(${name}_predict)
    target_link_libraries(${name}_predict PRIVATE lockstep::predict_main)
  endif()
endfunction()

function(lockstep_program name)
  cmake_parse_arguments(PARSE_ARGV 1 PROGRAM "BENCHMARK" "" "")
  if(NOT PROGRAM_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "lockstep_program(${name}): no file; accepted: NAME file... [BENCHMARK]")
  endif()
  if(PROGRAM_BENCHMARK AND NOT (benchmark_FOUND AND LOCKSTEP_FLAVOUR STREQUAL "release"))
    return()
  endif()
  add_executable(${name} EXCLUDE_FROM_ALL ${PROGRAM_UNPARSED_ARGUMENTS})
  lockstep_link_lab(${name})
  if(PROGRAM_BENCHMARK)
    target_link_libraries(${name} PRIVATE benchmark::benchmark)
  endif()
endfunction()

function(lockstep_hidden name)
  cmake_parse_arguments(PARSE_ARGV 1 HIDDEN "" "" "TESTS;EXPLORED")
  lockstep_check_arguments("lockstep_hidden(${name})" HIDDEN "NAME [TESTS file...] [EXPLORED file...]" "")
  if(HIDDEN_TESTS)
    lockstep_test_program(${name}_hidden ${HIDDEN_TESTS})
    target_include_directories(${name}_hidden PRIVATE ../tests)  # what the lab's own tests are made of
  endif()
  if(HIDDEN_EXPLORED)
    lockstep_explored_program(${name}_hidden_explored ${HIDDEN_EXPLORED})
    target_include_directories(${name}_hidden_explored PRIVATE ../tests)
  endif()
endfunction()

# Tells the grader what a folder's CMakeLists.txt makes, which compares it with the manifest: FILE gets a line for each
# file of the submission and each target.
function(lockstep_write_targets dir file)
  get_property(targets DIRECTORY ${dir} PROPERTY BUILDSYSTEM_TARGETS)
  set(text "")
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE")
      string(APPEND text "program ${target}\n")
      continue()
    endif()
    string(APPEND text "library ${target}\n")
    if(target STREQUAL "submission")
      get_target_property(files ${target} LOCKSTEP_SUBMIT)
      foreach(submitted IN LISTS files)
        string(APPEND text "submit ${submitted}\n")
      endforeach()
    endif()
  endforeach()
  file(WRITE ${file} "${text}")
endfunction()
