#include "manifest/mistakes.h"

#include <fmt/core.h>

#include <algorithm>

namespace lockstep::manifest {

void Mistakes::add(int line, std::string_view found, std::string_view accepted) {
  lines_.emplace_back(line, fmt::format("{}:{}: found {}; accepted: {}", file_.string(), line, found, accepted));
}

tl::unexpected<Error> Mistakes::error() const {
  auto sorted = lines_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string message;
  for (const auto& [line, text] : sorted) {
    if (!message.empty()) message += '\n';
    message += text;
  }
  return input_error(std::move(message));
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    if (!list.empty()) list += ", ";
    list += in_quotes(name);
  }
  return list;
}

}  // namespace lockstep::manifest
