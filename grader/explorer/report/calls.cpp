#include "explorer/report/calls.h"

#include <vector>

#include "explorer/image/stack.h"

namespace lockstep::explorer {

std::string calls_text(const Stack& stack, Symbols& symbols) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> places;
  for (const std::uintptr_t address : stack) {
    if (image().place(address) == 0) continue;
    for (const Frame& frame : symbols.frames(address)) {
      if (!frame.own()) continue;
      const std::string place = frame.place();
      const bool has_name = !frame.function.empty() && !frame.function.starts_with("operator()");
      places.push_back(has_name ? frame.function + " at " + place : place);
    }
  }
  if (places.size() < 2) return {};
  std::string text = places[0];
  for (std::size_t i = 1; i < places.size() && i < kMost; ++i) text += ", called by " + places[i];
  return places.size() > kMost ? text + " ..." : text;
}

}  // namespace lockstep::explorer
