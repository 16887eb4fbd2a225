#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "manifest/manifest.h"
#include "result/result.h"

namespace lockstep::cli {

/// Whether the hidden checks of `solutions/NN-name/hidden` count as well.
enum class HiddenChecks {
  kLeftOut,
  kWhereThereAre,
  kWanted,  ///< it is an input error when a lab has none
};

/// What `--hidden` asks for.
[[nodiscard]] constexpr HiddenChecks hidden_checks(bool wanted) {
  return wanted ? HiddenChecks::kWanted : HiddenChecks::kLeftOut;
}

/// The manifests of the lab that was named, or of all labs when none was; an input error lists the labs there are.
[[nodiscard]] Result<std::vector<Manifest>> chosen_labs(const std::filesystem::path& root,
                                                        const std::optional<std::string>& name,
                                                        HiddenChecks hidden = HiddenChecks::kLeftOut);

}  // namespace lockstep::cli
