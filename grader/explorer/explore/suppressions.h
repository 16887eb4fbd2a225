#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lockstep/finding_kind.h"
#include "lockstep/finding_place.h"

namespace lockstep::explorer {

/// Findings that somebody knows and does not want to be told of: lines of a file, each
///
///     KIND FILE [FUNCTION]        data-race queue.h Queue::push*
///
/// where * stands for any text. FILE is the end of a path, from the beginning of a name on: `queue.h`, `third_party/*`.
/// Behind # is a comment.
class Suppressions {
 public:
  /// \return what is wrong, with the line's number, where the text cannot be read
  [[nodiscard]] static std::variant<Suppressions, std::string> read(std::string_view text);

  /// Those of a file.
  /// \param file  empty: none.
  /// \return what is wrong, likewise
  [[nodiscard]] static std::variant<Suppressions, std::string> of_file(const std::string& file);

  /// Whether a line fits the kind and one of the places.
  [[nodiscard]] bool fit(FindingKind kind, std::span<const FindingPlace> places) const;

  [[nodiscard]] bool empty() const { return lines_.empty(); }

 private:
  struct Line {
    std::string kind;  ///< a name or *
    std::string file;
    std::string function;
  };

  std::vector<Line> lines_;
};

}  // namespace lockstep::explorer
