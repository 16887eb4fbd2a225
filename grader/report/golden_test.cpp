#include "report/golden.h"
#include "report/formats.h"

#include <gtest/gtest.h>

#include "report/sample_reports.h"
#include "report/terminal.h"

namespace lockstep::report {
namespace {

class GoldenTest : public testing::TestWithParam<Sample> {
 protected:
  const std::string& name_ = GetParam().name;
  const GradeReport& report_ = GetParam().report;
};

TEST_P(GoldenTest, Terminal) { expect_golden(name_ + ".txt", terminal(report_, {})); }

TEST_P(GoldenTest, TerminalInColour) {
  expect_golden(name_ + ".colour.txt", terminal(report_, {.colour = true, .width = 100}));
}

TEST_P(GoldenTest, EachFormatOfTheTable) {
  for (const Format& format : formats()) {
    SCOPED_TRACE(format.name);
    expect_golden(name_ + std::string(format.extension), format.write(report_));
  }
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenTest, testing::ValuesIn(samples()), [](const auto& sample) {
  std::string name = sample.param.name;
  for (char& c : name) c = c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace lockstep::report
