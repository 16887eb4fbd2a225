// What a sanitizer wrote, or a program in its place.

#include "checks/sanitizer/sanitizer_report.h"

#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = lockstep::fuzz::text_of(data, size);
  std::size_t held = 0;
  for (const auto& report : lockstep::checks::read_sanitizer_reports(text)) {
    held += report.what.size();
    for (const auto& section : report.sections) held += section.headline.size() + section.stack.size();
  }
  lockstep::fuzz::require(held <= 2 * size, "nothing is made up");
  return 0;
}
