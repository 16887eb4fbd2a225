#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "result/result.h"

namespace lockstep::manifest {

/// The mistakes of one file, collected so that they are told all at once.
class Mistakes {
 public:
  explicit Mistakes(std::filesystem::path file) : file_(std::move(file)) {}

  /// \param found     what stands there: "points = 0"
  /// \param accepted  what may stand there: "an integer from 1 to 100"
  void add(int line, std::string_view found, std::string_view accepted);

  [[nodiscard]] bool empty() const { return lines_.empty(); }

  /// An input error with a line for each mistake, from the top of the file to its bottom:
  /// `path:line: found ...; accepted: ...`
  [[nodiscard]] tl::unexpected<Error> error() const;

 private:
  std::filesystem::path file_;
  std::vector<std::pair<int, std::string>> lines_;
};

/// Text in quotation marks, on one line whatever is in it.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// Names in quotation marks with commas between.
[[nodiscard]] std::string quoted_list(const std::vector<std::string>& names);

}  // namespace lockstep::manifest
