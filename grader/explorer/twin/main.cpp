// Compares the explorer with its slow twin on random programs.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "twin/campaign.h"

namespace {

using namespace lockstep::explorer::twin;

constexpr const char* kUsage =
    "usage: explorer_twin [--programs N] [--seed S] [--schedules N] [--features A,B,...]\n"
    "                     [--busy-machine] [--library-semaphore]\n"
    "Compares what the explorer's exhaustive strategy finds in N random programs with all that their model can reach.\n"
    "Exit status: 0 no difference, 1 differences, 2 wrong usage.\n"
    "features:";

int usage() {
  std::fputs(kUsage, stderr);
  for (const auto name : kFeatureNames) std::fprintf(stderr, " %.*s", static_cast<int>(name.size()), name.data());
  std::fputs("\n", stderr);
  return 2;
}

/// \return nothing when `text` is no number, or 0 where `least` is 1
std::optional<std::uint64_t> number_in(std::string_view text, std::uint64_t least) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least) return std::nullopt;
  return number;
}

std::optional<std::set<Feature>> features_in(std::string_view names) {
  std::set<Feature> features;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    const auto* const found = std::find(kFeatureNames.begin(), kFeatureNames.end(), name);
    if (found == kFeatureNames.end()) return std::nullopt;
    features.insert(static_cast<Feature>(found - kFeatureNames.begin()));
  }
  return features;
}

/// \return whether `name` is an option and `value` one that it takes
bool set_option(CampaignOptions& options, std::string_view name, std::string_view value) {
  const auto set_number = [&](std::uint64_t& number, std::uint64_t least) {
    const auto given = number_in(value, least);
    number = given.value_or(number);
    return given.has_value();
  };
  if (name == "--programs") return set_number(options.programs, 1);
  if (name == "--seed") return set_number(options.seed, 0);
  if (name == "--schedules") return set_number(options.compare.schedules, 1);
  const auto features = features_in(value);
  if (name != "--features" || !features) return false;
  options.features = *features;
  return true;
}

/// What the explorer may do, so that the model must do it too.
bool set_switch(ModelOptions& options, std::string_view name) {
  if (name == "--busy-machine") return options.busy_machine = true;
  if (name == "--library-semaphore") return options.library_semaphore = true;
  return false;
}

std::optional<CampaignOptions> options_in(int count, char** words) {
  CampaignOptions options{.programs = 1000};
  for (std::size_t i = 0; i < kFeatureNames.size(); ++i) options.features.insert(static_cast<Feature>(i));
  for (int at = 1; at < count; ++at) {
    const std::string_view name = words[at];
    if (set_switch(options.compare.model, name)) continue;
    const char* const value = at + 1 < count ? words[++at] : "";
    if (set_option(options, name, value)) continue;
    std::fprintf(stderr, "explorer_twin: '%s' with '%s' is no option and its value\n", std::string(name).c_str(),
                 value);
    return std::nullopt;
  }
  return options;
}

}  // namespace

int main(int count, char** words) {
  auto options = options_in(count, words);
  if (!options) return usage();
  options->on_difference = [](const std::string& difference) {
    std::printf("%s\n", difference.c_str());
    std::fflush(stdout);
  };
  const Campaign campaign = run_campaign(*options);
  std::fputs(text(campaign).c_str(), stdout);
  return campaign.differ != 0 ? 1 : 0;
}
