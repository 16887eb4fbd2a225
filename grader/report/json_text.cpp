#include "report/json_text.h"

#include <cmath>

#include "text/console_text.h"

namespace lockstep::report {

Json number(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15) return static_cast<long long>(value);
  return value;
}

std::string json_text(const Json& json) {
  // "##[" can only stand in a string here, where an escape of "#" means the same.
  std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  return without_commands(std::move(text), "\\u0023") + "\n";
}

}  // namespace lockstep::report
