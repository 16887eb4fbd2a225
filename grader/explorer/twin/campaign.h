#pragma once

#include <array>
#include <functional>
#include <set>
#include <string>

#include "twin/compare.h"

namespace lockstep::explorer::twin {

struct CampaignOptions {
  std::uint64_t programs = 300;
  std::uint64_t seed = 1;
  std::set<Feature> features = {};
  CompareOptions compare = {};
  /// Gets each difference at once: the smallest program that still differs, and how.
  std::function<void(const std::string&)> on_difference = [](const std::string&) {};
};

/// What random programs have come to.
struct Campaign {
  std::uint64_t programs = 0;
  std::uint64_t exhausted = 0;
  std::uint64_t hangs = 0;  ///< programs that can hang, as the model says
  std::uint64_t with_finding = 0;
  std::uint64_t endings = 0;  ///< that the model knows of
  std::uint64_t missed = 0;
  std::uint64_t invented = 0;
  std::uint64_t findings_missed = 0;
  std::uint64_t findings_invented = 0;
  std::uint64_t schedules = 0;
  std::uint64_t states = 0;
  std::array<std::uint64_t, kFeatureNames.size()> with_feature{};
  std::uint64_t differ = 0;  ///< programs
};

[[nodiscard]] Campaign run_campaign(const CampaignOptions& options);

/// The figures, for a person.
[[nodiscard]] std::string text(const Campaign& campaign);

}  // namespace lockstep::explorer::twin
