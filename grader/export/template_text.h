#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lockstep::exported {

/// What a template can say of a lab.
struct LabWords {
  std::string id;     ///< @ID@: "01"
  std::string name;   ///< @LAB@: "01-primes"
  std::string title;  ///< @TITLE@
  int points = 0;     ///< @POINTS@: that can be had, hidden ones counted
  std::string files;  ///< @FILES@: what is to be submitted, separated by commas
};

/// A text with its words filled in. Outside of lines "#each-lab" and "#end" they are those of the first lab; the lines
/// between those two are written for each lab. A word that is none of the above stays.
/// \pre labs is not empty
[[nodiscard]] std::string filled_in(std::string_view text, std::span<const LabWords> labs);

}  // namespace lockstep::exported
