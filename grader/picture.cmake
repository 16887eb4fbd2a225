# lockstep_picture(TEST PREFIX PICTURE TITLE TARGET...): writes which of the targets links which others, as parts.dot in the
# build folder, and adds a test that the picture in docs/ is of that graph. PREFIX is left out of the names.
include_guard(GLOBAL)

function(lockstep_picture test prefix picture title)
  set(edges "")
  foreach(target IN LISTS ARGN)
    get_target_property(links ${target} INTERFACE_LINK_LIBRARIES)
    foreach(used IN LISTS links)
      if(used IN_LIST ARGN)
        string(APPEND edges "  ${target} -> ${used};\n")
      endif()
    endforeach()
  endforeach()
  string(REPLACE ${prefix} "" edges "${edges}")
  set(graph ${CMAKE_CURRENT_BINARY_DIR}/parts.dot)
  file(WRITE ${graph} "digraph {\n${edges}}\n")
  add_test(NAME ${test} COMMAND docs/draw-parts --check ${graph} docs/${picture} ${title}
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${test} PROPERTIES LABELS quick)
endfunction()
