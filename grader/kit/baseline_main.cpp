#include <array>
#include <iostream>
#include <string_view>

#include "kept_memory.h"
#include "lockstep/measure.h"
#include "measure_serve.h"
#include "sealed_answer.h"

int main(int argc, char** argv) {
  if (argc != 2 || std::string_view(argv[1]) != "--serve") {
    std::cerr << "This program only answers the grader (--serve). To measure, run the one without \"_baseline\".\n";
    return 2;
  }
  lockstep::measure::keep_memory();
  lockstep::measure::serve(std::array{lockstep::measure::baseline()}, std::cin, lockstep::write_sealed);
}
