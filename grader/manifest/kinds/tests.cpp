#include "manifest/kinds/tests.h"

#include <utility>

#include "manifest/table_reader.h"

namespace lockstep {

TestsCheck TestsCheck::read(manifest::TableReader& check, std::optional<int> points) {
  std::string program = manifest::read_program(check);
  return {.program = std::move(program), .cases = manifest::read_cases(check, points)};
}

}  // namespace lockstep
