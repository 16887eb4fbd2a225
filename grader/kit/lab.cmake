# What every lab includes: the kit, in the lab's flavour, either built by the grader before (LOCKSTEP_KIT_BUILT names
# its build folder) or as a part of the lab's own build.
find_package(GTest REQUIRED)
find_package(fmt REQUIRED)
find_package(Threads REQUIRED)
find_package(benchmark QUIET)
include(GoogleTest)
enable_testing()

# The objects of the submission, and of what is given, for programs outside the lab's build: the hidden tests
# (hidden_tests/).
function(lockstep_export_lab)
  set(targets submission)
  if(TARGET given)
    list(APPEND targets given)
  endif()
  export(TARGETS ${targets} FILE lockstep-lab.cmake)
endfunction()

# A header that the learner hands in must have all its own #includes: compiled alone, for the tests
# that include it have GoogleTest's header, and much of the standard library with it, before.
function(lockstep_compile_headers_alone)
  if(NOT LOCKSTEP_FLAVOUR STREQUAL "release" OR NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/lab.toml)
    return()
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS lab.toml)
  file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/lab.toml submit REGEX "^submit *=")
  string(REGEX MATCHALL "[^\" ]+\\.h\"" headers "${submit}")
  foreach(header IN LISTS headers)
    string(REPLACE "\"" "" header ${header})
    set(alone ${CMAKE_CURRENT_BINARY_DIR}/alone/${header}.cpp)
    file(CONFIGURE OUTPUT ${alone} CONTENT "#include \"${header}\"\n")
    target_sources(submission PRIVATE ${alone})
    set_source_files_properties(${alone} PROPERTIES COMPILE_OPTIONS -O0)
  endforeach()
endfunction()
cmake_language(DEFER CALL lockstep_compile_headers_alone)

# Speed is measured in the release flavour: in others the kit has no main for it.
function(lockstep_leave_out_measuring)
  get_property(targets DIRECTORY PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(linked ${target} LINK_LIBRARIES)
    if(linked MATCHES "lockstep::(measure|baseline)_main")
      set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
  endforeach()
endfunction()
if(LOCKSTEP_KIT_BUILT AND NOT LOCKSTEP_FLAVOUR STREQUAL "release")
  cmake_language(DEFER CALL lockstep_leave_out_measuring)
endif()

if(LOCKSTEP_KIT_BUILT)
  include(${LOCKSTEP_KIT_BUILT}/lockstep-kit.cmake)
  cmake_language(DEFER CALL lockstep_export_lab)
else()
  add_subdirectory(${CMAKE_CURRENT_LIST_DIR} kit)
endif()
