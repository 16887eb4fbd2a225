#include "twin/campaign.h"

#include "twin/generate.h"
#include "twin/shrink.h"

namespace lockstep::explorer::twin {
namespace {

/// A hang ends an exploration, so that not much is compared: most programs should have none.
constexpr int kOneInHangs = 4;

bool has(const Program& program, Feature feature) {
  for (const auto& thread : program.threads) {
    for (const Op& op : thread) {
      if (feature_of(op.kind) == feature) return true;
    }
  }
  return false;
}

/// A program that the model can follow. One in `kOneInHangs` can hang, if such a one soon comes, and the others cannot.
Program next_program(Random& random, const CampaignOptions& options) {
  constexpr int kTries = 50;
  const bool hangs = random.below(kOneInHangs) == 0;
  for (int left = kTries;; --left) {
    Program program = random_program(random, options.features);
    const auto model = reachable(program, options.compare.model);
    if (model && (model->hangs() == hangs || left <= 0)) return program;
  }
}

std::string describe_smallest(const Program& program, const CompareOptions& options) {
  const auto still = [&](const Program& smaller) {
    const auto comparison = compare(smaller, options);
    return comparison && comparison->differs();
  };
  const Program smallest = shrink(program, still);
  return text(smallest) + text(smallest, *compare(smallest, options));
}

void add(Campaign& campaign, const Program& program, const Comparison& comparison) {
  ++campaign.programs;
  campaign.exhausted += comparison.explored.ended == Exploration::Ended::kExhausted;
  campaign.hangs += comparison.model.hangs();
  campaign.with_finding += comparison.explored.finding.has_value();
  campaign.endings += comparison.model.endings.size();
  campaign.missed += comparison.missed.size();
  campaign.invented += comparison.invented.size();
  campaign.findings_missed += comparison.finding_missed;
  campaign.findings_invented += comparison.finding_invented;
  campaign.schedules += comparison.explored.schedules;
  campaign.states += comparison.model.states;
  for (std::size_t feature = 0; feature < kFeatureNames.size(); ++feature) {
    campaign.with_feature[feature] += has(program, static_cast<Feature>(feature));
  }
}

}  // namespace

Campaign run_campaign(const CampaignOptions& options) {
  Campaign campaign;
  for (std::uint64_t number = 0; number < options.programs; ++number) {
    // Each program has a seed of its own, so that one alone can be made again.
    Random random(options.seed + number);
    const Program program = next_program(random, options);
    const auto comparison = compare(program, options.compare);
    if (!comparison) continue;
    add(campaign, program, *comparison);
    if (!comparison->differs()) continue;
    ++campaign.differ;
    options.on_difference("seed " + std::to_string(options.seed + number) + "\n" +
                          describe_smallest(program, options.compare));
  }
  return campaign;
}

std::string text(const Campaign& campaign) {
  const auto n = [](std::uint64_t number) { return std::to_string(number); };
  std::string all = n(campaign.programs) + " programs, " + n(campaign.hangs) +
                    " of which can hang: " + n(campaign.exhausted) + " exhausted, " + n(campaign.with_finding) +
                    " with a finding, " + n(campaign.programs - campaign.exhausted - campaign.with_finding) +
                    " not exhausted\n" + n(campaign.endings) + " endings: " + n(campaign.missed) + " missed, " +
                    n(campaign.invented) + " invented; findings: " + n(campaign.findings_missed) + " missed, " +
                    n(campaign.findings_invented) + " invented; " + n(campaign.differ) + " programs differ\n" +
                    n(campaign.schedules) + " schedules, " + n(campaign.states) + " states of the model\nwith";
  for (std::size_t feature = 0; feature < kFeatureNames.size(); ++feature) {
    all += " " + std::string(kFeatureNames[feature]) + " " + n(campaign.with_feature[feature]);
  }
  return all + "\n";
}

}  // namespace lockstep::explorer::twin
