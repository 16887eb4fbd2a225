// A schedule, as a finding prints it for a replay.

#include "explorer/schedule/schedule.h"

#include <string>

#include "input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using lockstep::explorer::Schedule;
  const auto read = Schedule::parse(lockstep::fuzz::text_of(data, size));
  if (!read || read->choices().size() > 100'000) return 0;
  const auto again = Schedule::parse(read->text());
  lockstep::fuzz::require(again && *again == *read, "what is written is read again as it was");
  return 0;
}
