#include "manifest/words.h"

#include <algorithm>

namespace lockstep::manifest {
namespace {

constexpr std::string_view kSmall = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kCapital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kDigits = "0123456789";

bool one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }
bool is_alphanumeric(char c) { return one_of(c, kSmall) || one_of(c, kCapital) || one_of(c, kDigits); }

/// Whether all characters are letters, digits or among `more`, and there is at least one.
bool consists_of(std::string_view text, std::string_view more) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [&](char c) { return is_alphanumeric(c) || one_of(c, more); });
}

}  // namespace

bool is_id(std::string_view text) {
  return !text.empty() && one_of(text.front(), kSmall) && std::all_of(text.begin(), text.end(), [](char c) {
    return one_of(c, kSmall) || one_of(c, kDigits) || c == '-';
  });
}

bool is_target(std::string_view text) { return consists_of(text, "_-") && text.front() != '-'; }

bool is_case(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == std::string_view::npos) return false;
  // A slash parts the names of parameterised cases: "All/Suite.Case/3".
  return consists_of(text.substr(0, dot), "_/") && consists_of(text.substr(dot + 1), "_/");
}

bool is_submit_path(std::string_view text) {
  for (;;) {
    const auto slash = text.find('/');
    const auto part = text.substr(0, slash);
    if (!consists_of(part, "_-.") || part.front() == '.' || part.front() == '-') return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

bool is_qualified_name(std::string_view text) {
  for (;;) {
    const auto colons = text.find("::");
    const auto part = text.substr(0, colons);
    if (!consists_of(part, "_") || one_of(part.front(), kDigits)) return false;
    if (colons == std::string_view::npos) return true;
    if (part.front() == '_') return false;
    text.remove_prefix(colons + 2);
  }
}

bool is_picture_file(std::string_view text) {
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos || !is_id(text.substr(0, dot))) return false;
  const std::string_view ending = text.substr(dot);
  return ending == ".pgm" || ending == ".ppm" || ending == ".csv";
}

bool is_import(std::string_view text) { return is_qualified_name(text) && text.find(':') == std::string_view::npos; }

bool is_lab_name(std::string_view text) {
  return text.size() > 3 && one_of(text[0], kDigits) && one_of(text[1], kDigits) && text[2] == '-' &&
         std::all_of(text.begin() + 3, text.end(),
                     [](char c) { return one_of(c, kSmall) || one_of(c, kDigits) || c == '-'; });
}

}  // namespace lockstep::manifest
