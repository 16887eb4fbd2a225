#include "report/points_text.h"

#include <fmt/core.h>

namespace lockstep::report {

std::string points_text(double points) {
  std::string text = fmt::format("{:.2f}", points);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace lockstep::report
