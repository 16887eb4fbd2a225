# The kit's public headers, lockstep/*.h, in an include folder of their own: what else lies in this folder is the kit's
# alone.
if(NOT TARGET lockstep_kit_headers)
  add_library(lockstep_kit_headers INTERFACE)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include/kit)
  file(CREATE_LINK ${CMAKE_CURRENT_LIST_DIR}/lockstep ${CMAKE_BINARY_DIR}/include/kit/lockstep SYMBOLIC)
  target_include_directories(lockstep_kit_headers INTERFACE ${CMAKE_BINARY_DIR}/include/kit)
endif()
