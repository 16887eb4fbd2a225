# A part of the grader: a static library, and a test program when tests are built.
#
#   lockstep_part(NAME SOURCES a.cpp... [TESTS a_test.cpp...] [USES PART...] [LIBRARIES TARGET...] [TEST_LIBRARIES TARGET...]
#                 [SANDBOXED PATTERN...])
#
# SANDBOXED names tests that start sandboxes or compilers, as patterns of GoogleTest; the others are quick.
#
# Others include its headers as "NAME/header.h". Its include folder holds nothing but a link to the part, so an #include
# of a part that USES does not name fails to compile: the layers cannot be bent by accident.
find_package(GTest REQUIRED)
include(GoogleTest)

add_library(lockstep_warnings INTERFACE)
target_compile_options(lockstep_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 finds overlaps where strings are joined, and there are none: https://gcc.gnu.org/PR105651
  target_compile_options(lockstep_warnings INTERFACE -Wno-restrict)
endif()

# lockstep_label_tests(TARGET TEST_PREFIX PREFIX [SANDBOXED PATTERN...]): a GoogleTest program's tests, each with the label
# `quick` or `sandbox`. What is quick is what `./lab self-test --quick` builds and runs.
function(lockstep_label_tests target)
  cmake_parse_arguments(LABELLED "" "TEST_PREFIX;ENVIRONMENT" "SANDBOXED" ${ARGN})
  set(options TEST_PREFIX ${LABELLED_TEST_PREFIX} DISCOVERY_MODE PRE_TEST)
  list(JOIN LABELLED_SANDBOXED ":" sandboxed)
  if(NOT sandboxed STREQUAL "*")
    gtest_discover_tests(${target} ${options} TEST_FILTER "*-${sandboxed}" 
                         PROPERTIES TIMEOUT 300 LABELS quick ENVIRONMENT "${LABELLED_ENVIRONMENT}")
    set_property(GLOBAL APPEND PROPERTY lockstep_quick ${target})
  endif()
  if(sandboxed)
    gtest_discover_tests(${target} ${options} TEST_FILTER "${sandboxed}" TEST_LIST ${target}_sandboxed
                         PROPERTIES TIMEOUT 300 LABELS sandbox)
  endif()
endfunction()

function(lockstep_part name)
  cmake_parse_arguments(PART "" "" "SOURCES;TESTS;USES;LIBRARIES;TEST_LIBRARIES;SANDBOXED" ${ARGN})
  set(include_dir ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${include_dir})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_dir}/${name} SYMBOLIC)

  list(TRANSFORM PART_USES PREPEND lockstep_)
  set(target lockstep_${name})
  set_property(GLOBAL APPEND PROPERTY lockstep_parts ${target})
  set_property(GLOBAL APPEND PROPERTY lockstep_libraries ${PART_LIBRARIES})
  if(PART_SOURCES)
    add_library(${target} STATIC ${PART_SOURCES})
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_include_directories(${target} PUBLIC ${include_dir})
    target_link_libraries(${target} PUBLIC ${PART_USES} ${PART_LIBRARIES} PRIVATE $<BUILD_INTERFACE:lockstep_warnings>)
  else()
    add_library(${target} INTERFACE)
    target_compile_features(${target} INTERFACE cxx_std_20)
    target_include_directories(${target} INTERFACE ${include_dir})
    target_link_libraries(${target} INTERFACE ${PART_USES} ${PART_LIBRARIES})
  endif()

  if(BUILD_TESTING AND PART_TESTS)
    add_executable(${name}_test ${PART_TESTS})
    target_link_libraries(${name}_test PRIVATE ${target} ${PART_TEST_LIBRARIES} GTest::gtest_main lockstep_warnings)
    target_compile_definitions(${name}_test PRIVATE LOCKSTEP_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    lockstep_label_tests(${name}_test TEST_PREFIX ${name}. SANDBOXED ${PART_SANDBOXED})
  endif()
endfunction()
