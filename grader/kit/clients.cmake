# Generated clients (lockstep/linearize.h), the target `lockstep_linearize`. Not compiled in a flavour: only where threads
# run is there anything to see, in linearize/run.cpp. So the grader builds them once for all flavours (clients/), and
# LOCKSTEP_CLIENTS_BUILT names that build folder; elsewhere they are a part of the kit's own build.
if(LOCKSTEP_CLIENTS_BUILT)
  add_library(lockstep_linearize INTERFACE)
  target_link_libraries(lockstep_linearize INTERFACE lockstep_kit_headers ${LOCKSTEP_CLIENTS_BUILT}/liblockstep_linearize.a)
  return()
endif()
set(clients check exploring fault generate judge minimise outlook program reference scenario search table text)
list(TRANSFORM clients REPLACE "(.+)" "${CMAKE_CURRENT_LIST_DIR}/linearize/\\1.cpp")
add_library(lockstep_linearize STATIC ${clients})
target_compile_features(lockstep_linearize PUBLIC cxx_std_20)
# Without debug information: these frames are not the explored program's.
target_compile_options(lockstep_linearize PRIVATE -O2 -g0)
target_include_directories(lockstep_linearize PRIVATE ${CMAKE_CURRENT_LIST_DIR})
target_link_libraries(lockstep_linearize PUBLIC lockstep_kit_headers)
