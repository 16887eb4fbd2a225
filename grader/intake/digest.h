#pragma once

#include <map>
#include <string>
#include <string_view>

namespace lockstep::intake {

/// SHA-256, in 64 hexadecimal digits.
[[nodiscard]] std::string digest(std::string_view bytes);

/// The same of named texts: the names, and where each text ends, count as well.
[[nodiscard]] std::string digest(const std::map<std::string, std::string>& files);

}  // namespace lockstep::intake
