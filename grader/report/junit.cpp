#include "report/junit.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/cases.h"
#include "report/check_text.h"
#include "report/findings.h"
#include "report/points_text.h"
#include "report/wording.h"
#include "text/console_text.h"
#include "text/markup.h"

namespace lockstep::report {
namespace {

/// For an attribute or a text, of which no line is a command for a workflow's runner.
std::string text(std::string_view from_outside) { return xml_text(console_text(from_outside)); }

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  Counts& operator+=(const Counts& other) {
    tests += other.tests;
    failures += other.failures;
    errors += other.errors;
    skipped += other.skipped;
    return *this;
  }
};

std::string attributes(const Counts& counts) {
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", counts.tests, counts.failures,
                     counts.errors, counts.skipped);
}

Counts count(const std::vector<CaseVerdict>& cases) {
  const auto with = [&](Outcome outcome) {
    return static_cast<std::size_t>(
        std::count_if(cases.begin(), cases.end(), [&](const CaseVerdict& test) { return test.verdict == outcome; }));
  };
  return {.tests = cases.size(),
          .failures = with(Outcome::kFail),
          .errors = with(Outcome::kError),
          .skipped = with(Outcome::kInconclusive)};
}

std::string failure(const CheckScore& check, const CaseVerdict& test) {
  const Finding* finding = finding_of(check, test.name);
  if (finding == nullptr) return "      <failure message=\"failed\" type=\"failed\"/>\n";
  const std::string where = location(*finding);
  return fmt::format("      <failure message=\"{}{}\" type=\"{}\">{}</failure>\n", text(title(finding->kind)),
                     where.empty() ? "" : " at " + text(where), name(finding->kind), text(finding_text(*finding)));
}

std::string test_case(const CheckScore& check, const CaseVerdict& test) {
  std::string inside;
  if (test.verdict == Outcome::kFail) inside = failure(check, test);
  if (test.verdict == Outcome::kInconclusive) {
    inside = fmt::format("      <skipped message=\"{}\"/>\n", text(not_judged_text(test.verdict)));
  }
  if (test.verdict == Outcome::kError) {
    inside = fmt::format("      <error message=\"{}\" type=\"error\"/>\n", text(not_judged_text(test.verdict)));
  }
  const std::string begin = fmt::format("    <testcase name=\"{}\" classname=\"{}\"", text(test.name), text(check.id));
  return inside.empty() ? begin + "/>\n" : begin + ">\n" + inside + "    </testcase>\n";
}

std::string suite(const CheckFindings& findings) {
  const CheckScore& check = *findings.check;
  const std::vector<CaseVerdict> cases = cases_of(check);
  std::string xml =
      fmt::format("  <testsuite name=\"{}\" {}>\n    <properties>\n", text(check.title), attributes(count(cases)));
  if (check.points) xml += fmt::format("      <property name=\"points\" value=\"{}\"/>\n", points_text(*check.points));
  xml += fmt::format("      <property name=\"max_points\" value=\"{}\"/>\n    </properties>\n", check.max_points);
  for (const CaseVerdict& test : cases) xml += test_case(check, test);
  if (const std::string said = check_text(findings); !said.empty()) {
    xml += fmt::format("    <system-out>{}</system-out>\n", text(said));
  }
  return xml + "  </testsuite>\n";
}

}  // namespace

std::string junit(const GradeReport& report) {
  Counts all;
  std::string suites;
  for (const CheckFindings& findings : group_findings(report.score)) {
    all += count(cases_of(*findings.check));
    suites += suite(findings);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" {} time=\"{:.3f}\">\n{}</testsuites>\n",
      text(report.lab), attributes(all), report.seconds, suites);
}

}  // namespace lockstep::report
