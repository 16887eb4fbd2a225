#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lockstep::manifest {
class Mistakes;
class TableReader;
struct CheckDraft;
struct LabChecks;
}  // namespace lockstep::manifest

namespace lockstep {

/// A file of the submission, and how many of its lines may be changed.
struct ChangeLimit {
  std::string file;
  int lines = 0;  ///< taken away and put in, at most, together
};

/// Compares files of the submission with the same files as they were handed out. Each file that was changed, and in no
/// more lines than are enough, earns its share of the points.
struct ChangeSizeCheck {
  static constexpr std::string_view kKind = "change-size";
  static constexpr bool kMayBeHidden = false;  // it looks at no test

  std::string original;  ///< the folder of the lab with the files as they were handed out, by the same names
  std::vector<ChangeLimit> limits;

  [[nodiscard]] static ChangeSizeCheck read(manifest::TableReader& check, std::optional<int> points);

  /// The files are submitted, and are there as they were handed out.
  void settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab, manifest::Mistakes& mistakes) const;
};

}  // namespace lockstep
