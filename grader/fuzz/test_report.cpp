// What a test program says of itself on its channel.

#include "checks/test_report.h"

#include "input.h"
#include "lockstep/seal.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using lockstep::fuzz::require;
  const auto text = lockstep::fuzz::text_of(data, size);
  const std::string_view nonce = "0123456789abcdef0123456789abcdef";
  const auto report = lockstep::checks::read_test_report(text, nonce);
  if (report.complete) {
    const auto epilogue = text.rfind("epilogue\t");
    require(epilogue != std::string_view::npos, "a report that is complete has an epilogue");
    const std::string seal = lockstep::seal_of(text.substr(0, epilogue), nonce);
    require(text.find(seal, epilogue) != std::string_view::npos, "only the seal completes a report");
  }
  require(!lockstep::checks::read_test_report(text, "").complete, "no report is complete without a nonce");
  require(report.ended.size() + report.listed.size() + report.failures.size() <= size, "nothing is made up");
  return 0;
}
