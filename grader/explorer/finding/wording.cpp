#include "explorer/finding/wording.h"

#include <array>
#include <cstdio>

#include "explorer/schedule/schedule.h"

namespace lockstep::explorer {

std::string describe(ThreadId thread) { return "thread " + name(thread); }

std::string mark(Place place) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "{place:%x}", place);
  return text.data();
}

}  // namespace lockstep::explorer
