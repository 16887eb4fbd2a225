// What compilers, assemblers and linkers said of a submission.

#include <string>
#include <vector>

#include "build/compile_errors.h"
#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lockstep;
  const auto log = fuzz::text_of(data, size);
  const std::vector<std::string> submit{"queue.cpp", "queue.h"};
  const auto failure = build::compile_errors(log, "/s/src", submit);
  if (failure) {
    fuzz::require(failure->text.size() < 20'000, "an explanation is short");
    const bool known = failure->file.empty() || failure->file == submit[0] || failure->file == submit[1];
    fuzz::require(known && failure->line >= 0, "a place lies in a submitted file");
  }
  (void)build::exceeded_limit(log);
  return 0;
}
