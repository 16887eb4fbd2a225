# Installs the explorer as a CMake package for any project: docs/explorer-anywhere.md. Nothing else of Lockstep's is
# installed, so that `cmake --install` of a whole build and of the explorer alone do the same.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# Explores a program with a main of its own, and prints what it finds.
add_library(lockstep_explorer_printed STATIC program/explored_main.cpp program/initial_state.cpp program/print_main.cpp)
set_target_properties(lockstep_explorer_printed PROPERTIES UNITY_BUILD OFF)
target_compile_options(lockstep_explorer_printed PRIVATE -O1 -g0)
explorer_includes(lockstep_explorer_printed program)
set(installed lockstep_explorer lockstep_explorer_printed)

if(TARGET lockstep_explorer_gtest)
  # lockstep::explore outside the explored twin: the body runs again and again.
  add_library(lockstep_explorer_stress STATIC ../kit/explore_stress.cpp)
  target_compile_options(lockstep_explorer_stress PRIVATE -O1 -g0)
  target_compile_features(lockstep_explorer_stress PRIVATE cxx_std_20)
  target_link_libraries(lockstep_explorer_stress PRIVATE lockstep_kit_headers GTest::gtest)
  list(APPEND installed lockstep_explorer_gtest lockstep_explorer_stress)
endif()
if(TARGET lockstep_warnings)
  foreach(target IN ITEMS lockstep_explorer_printed lockstep_explorer_stress)
    target_link_libraries(${target} PRIVATE lockstep_warnings)
  endforeach()
endif()

set(explorer_include_dir ${CMAKE_INSTALL_INCLUDEDIR}/lockstep-explorer)
set(explorer_library_dir ${CMAKE_INSTALL_LIBDIR}/lockstep-explorer)
set(explorer_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/LockstepExplorer)
configure_package_config_file(package/LockstepExplorerConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/LockstepExplorerConfig.cmake
  INSTALL_DESTINATION ${explorer_package_dir} PATH_VARS explorer_include_dir explorer_library_dir)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../../../CMakeLists.txt lockstep_version REGEX "^project\\(lockstep VERSION")
string(REGEX MATCH "[0-9.]+" lockstep_version "${lockstep_version}")
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/LockstepExplorerConfigVersion.cmake
  VERSION ${lockstep_version} COMPATIBILITY SameMinorVersion)

install(TARGETS ${installed} ARCHIVE DESTINATION ${explorer_library_dir} COMPONENT explorer)
# lockstep/explore.h, and what it includes.
set(headers explore.h)
set(read 0)
list(LENGTH headers found)
while(read LESS found)
  list(GET headers ${read} header)
  file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/../kit/lockstep/${header} includes REGEX "^#include \"lockstep/")
  list(TRANSFORM includes REPLACE "^#include \"lockstep/([^\"]+)\".*" "\\1")
  list(APPEND headers ${includes})
  list(REMOVE_DUPLICATES headers)
  list(LENGTH headers found)
  math(EXPR read "${read} + 1")
endwhile()
list(TRANSFORM headers PREPEND ../kit/lockstep/)
install(FILES ${headers} DESTINATION ${explorer_include_dir}/lockstep COMPONENT explorer)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/LockstepExplorerConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/LockstepExplorerConfigVersion.cmake
              ../kit/instrumented.cmake package/empty.cpp package/lockstep_explore.cmake package/twin.cmake
        DESTINATION ${explorer_package_dir} COMPONENT explorer)

if(BUILD_TESTING AND TARGET lockstep_warnings)
  add_test(NAME explorer.package COMMAND grader/explorer/package/package_test.sh ${CMAKE_BINARY_DIR}
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(explorer.package PROPERTIES TIMEOUT 900 LABELS corpus COST 60)
endif()
