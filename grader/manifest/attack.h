#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "lockstep/finding_kind.h"
#include "manifest/manifest.h"
#include "manifest/patch.h"
#include "manifest/table_reader.h"
#include "result/result.h"

namespace lockstep {

/// A hostile submission of the kit's own, and the most that it may get: the contents of an `attack.toml`, checked.
struct Attack {
  std::string why;                     ///< what it tries
  std::string base;                    ///< what it differs from: "skeleton", "solution" or "variants/NAME"
  Patch change;                        ///< by what; without files when it has whole files alone
  double points = 0;                   ///< the most that it may earn, over all checks of the lab
  std::string check;                   ///< id of the check that must make `finding`; empty: any may
  std::optional<FindingKind> finding;  ///< that must be made
  std::string says;                    ///< stands in the message of that finding, or in the grader's refusal
  std::vector<std::string> secrets;    ///< texts that no finding and no raw report may hold
  bool refused = false;                ///< the grader refuses the submission before it builds anything
  std::string wins;                    ///< why it earns more than `points` all the same; empty: it must not
};

/// Reads `dir/attack.toml` and `dir/change.patch`. All other files of the folder are handed in as they are, whatever
/// their names.
/// \return an input error that lists every mistake as `read_manifest` does.
[[nodiscard]] Result<Attack> read_attack(const std::filesystem::path& dir, const Manifest& manifest);

namespace manifest {

/// Reads the keys of an `attack.toml`; their mistakes go where `reader` puts them.
/// \param bases  that there are
[[nodiscard]] Attack read_attack(TableReader& reader, const Manifest& lab, const std::vector<std::string>& bases);

}  // namespace manifest
}  // namespace lockstep
