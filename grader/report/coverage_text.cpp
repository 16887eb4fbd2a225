#include "report/coverage_text.h"

#include <fmt/core.h>

#include <algorithm>

namespace lockstep::report {
namespace {

/// Cases that were covered alike.
class Group {
 public:
  void add(const Coverage& coverage) {
    together_ = cases_ == 0 ? coverage : both(together_, coverage);
    fewest_ = cases_ == 0 ? coverage.schedules : std::min(fewest_, coverage.schedules);
    most_ = std::max(most_, coverage.schedules);
    ++cases_;
  }
  [[nodiscard]] std::uint64_t cases() const { return cases_; }
  [[nodiscard]] const Coverage& together() const { return together_; }

  /// "2,000 schedules", "at least 2,000 schedules" where some have more.
  [[nodiscard]] std::string schedules(std::string_view at_least) const {
    return (fewest_ == most_ ? "" : std::string(at_least) + " ") + counted(fewest_, "schedule");
  }

 private:
  Coverage together_;
  std::uint64_t cases_ = 0;
  std::uint64_t fewest_ = 0;
  std::uint64_t most_ = 0;
};

std::string every_interleaving(const Group& whole, std::uint64_t cases) {
  const std::string of_all = cases == 1 ? "the one case" : fmt::format("all {} cases", cases);
  return fmt::format("Every interleaving of {} ({})",
                     whole.cases() == cases ? of_all : fmt::format("{} of {} cases", whole.cases(), cases),
                     assumptions(whole.together().bounds));
}

/// What the generated clients of all cases together were; empty without such cases.
std::string generated_clients(const CheckScore& check) {
  Group clients;
  for (const CaseVerdict& test : check.verdict.cases) {
    if (test.coverage && has_scenarios(*test.coverage)) clients.add(*test.coverage);
  }
  if (clients.cases() == 0) return {};
  const Coverage& together = clients.together();
  return fmt::format(" Generated clients: {}, {}; {}.", scenarios_text(together.scenarios),
                     counted(together.schedules, "schedule"), complete_text(together.scenarios));
}

std::string some_schedules(const Group& part, std::uint64_t cases) {
  const std::string others = part.cases() == 1 ? "the other" : "each of the others";
  const std::string these = cases == 1 ? "the one case" : fmt::format("each of the {} cases", cases);
  std::string text = fmt::format("{} of {}", part.schedules(part.cases() == cases ? "At least" : "at least"),
                                 part.cases() == cases ? these : others);
  const Coverage& together = part.together();
  if (together.end == Coverage::End::kTruncated) {
    text += fmt::format("; {} cut after {} steps, and not explored beyond", counted(together.cut, "schedule"),
                        grouped(together.bounds.steps));
  } else if (const auto bound = together.bounds.preemptions) {
    text += fmt::format(", among them all with at most {}", counted(static_cast<std::uint64_t>(*bound), "preemption"));
  }
  return text;
}

}  // namespace

std::optional<Coverage> coverage_of(const CheckScore& check) {
  std::optional<Coverage> together;
  if (!check.verdict.findings.empty()) return together;
  for (const CaseVerdict& test : check.verdict.cases) {
    if (test.coverage) together = together ? both(*together, *test.coverage) : *test.coverage;
  }
  return together;
}

std::string short_coverage_text(const CheckScore& check) {
  const auto coverage = coverage_of(check);
  if (!coverage) return {};
  if (coverage->end == Coverage::End::kTruncated) {
    return fmt::format("{}, {} cut short", counted(coverage->schedules, "schedule"), grouped(coverage->cut));
  }
  if (coverage->end == Coverage::End::kBudget) return counted(coverage->schedules, "schedule") + " of more";
  std::string text = "all " + counted(coverage->schedules, "interleaving");
  if (const auto bound = coverage->bounds.preemptions) {
    text += fmt::format(" with at most {}", counted(static_cast<std::uint64_t>(*bound), "preemption"));
  }
  return text;
}

std::string coverage_text(const CheckScore& check) {
  if (check.verdict.outcome != Outcome::kPass) return {};
  Group whole;
  Group part;
  for (const CaseVerdict& test : check.verdict.cases) {
    if (test.coverage) (covers_all(*test.coverage) ? whole : part).add(*test.coverage);
  }
  const std::uint64_t cases = whole.cases() + part.cases();
  if (cases == 0) return {};
  std::string text;
  if (whole.cases() > 0) text = every_interleaving(whole, cases);
  if (part.cases() > 0) text += (text.empty() ? "" : "; ") + some_schedules(part, cases);
  if (const auto silent = check.verdict.cases.size() - cases; silent > 0) {
    text += fmt::format(". {} more {} to end in a finding, and {}", silent, silent == 1 ? "was" : "were",
                        silent == 1 ? "has" : "have");
  }
  return text + "." + generated_clients(check);
}

}  // namespace lockstep::report
