#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace lockstep::report {

using Json = nlohmann::ordered_json;

/// Whole numbers without ".0".
[[nodiscard]] Json number(double value);

/// As a file's text. Nothing in it is a command for a workflow's runner, should it come to standard output.
[[nodiscard]] std::string json_text(const Json& json);

}  // namespace lockstep::report
