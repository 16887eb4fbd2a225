#include "checks/check.h"

#include "checks/explorer_check.h"
#include "checks/means/means_check.h"
#include "checks/sanitizer/sanitizer_check.h"
#include "checks/speedup/speedup.h"
#include "checks/tests_check.h"
#include "measure/lab_programs.h"

namespace lockstep::checks {

std::vector<build::Flavour> flavours(const Check& check) {
  struct Needed {
    std::vector<build::Flavour> operator()(const TestsCheck&) const { return {build::Flavour::kRelease}; }
    std::vector<build::Flavour> operator()(const SpeedupCheck&) const { return {build::Flavour::kRelease}; }
    std::vector<build::Flavour> operator()(const ExplorerCheck&) const { return {build::Flavour::kExplore}; }
    std::vector<build::Flavour> operator()(const MeansCheck&) const { return {build::Flavour::kExplore}; }
    std::vector<build::Flavour> operator()(const SanitizerCheck& settings) const {
      return {settings.sanitizer == Sanitizer::kThread ? build::Flavour::kTsan : build::Flavour::kAsan};
    }
  };
  return std::visit(Needed{}, check.settings);
}

std::vector<std::string> programs(const Manifest& manifest, const Check& check) {
  struct Needed {
    const Manifest& manifest;

    std::vector<std::string> operator()(const TestsCheck& settings) const { return {settings.program}; }
    std::vector<std::string> operator()(const SpeedupCheck& settings) const {
      std::vector<std::string> names{settings.program, measure::baseline_of(settings)};
      if (settings.predicted) names.push_back(settings.predicted->program);
      return names;
    }
    // In the explore flavour each check looks at what others have run: at the means in all programs, at races.
    std::vector<std::string> operator()(const ExplorerCheck&) const { return {}; }
    std::vector<std::string> operator()(const MeansCheck&) const { return {}; }
    std::vector<std::string> operator()(const SanitizerCheck& settings) const {
      std::vector<std::string> names;
      for (const Check* judged : judged_checks(manifest, settings)) {
        if (!judged->hidden) names.push_back(std::get<TestsCheck>(judged->settings).program);
      }
      return names;
    }
  };
  return std::visit(Needed{manifest}, check.settings);
}

Result<Verdict> judge(const Context& context) {
  struct Judge {
    const Context& context;

    Result<Verdict> operator()(const TestsCheck&) const { return judge_tests(context); }
    Result<Verdict> operator()(const SanitizerCheck&) const { return judge_sanitizer(context); }
    Result<Verdict> operator()(const SpeedupCheck&) const { return judge_speedup(context); }
    Result<Verdict> operator()(const ExplorerCheck&) const { return judge_explorer(context); }
    Result<Verdict> operator()(const MeansCheck&) const { return judge_means(context); }
  };
  return std::visit(Judge{context}, context.check.settings).map([&](Verdict verdict) {
    for (Finding& finding : verdict.findings) {
      if (finding.read.empty()) finding.read = context.check.read;
    }
    return verdict;
  });
}

}  // namespace lockstep::checks
