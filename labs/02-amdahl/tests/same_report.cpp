#include "same_report.h"

#include <sstream>

testing::AssertionResult same_report(const std::string& actual, const std::string& expected) {
  if (actual == expected) return testing::AssertionSuccess();
  std::istringstream actual_lines(actual);
  std::istringstream expected_lines(expected);
  for (int number = 1;; ++number) {
    std::string actual_line;
    std::string expected_line;
    const bool has_actual = static_cast<bool>(std::getline(actual_lines, actual_line));
    const bool has_expected = static_cast<bool>(std::getline(expected_lines, expected_line));
    if (has_actual && has_expected && actual_line == expected_line) continue;
    return testing::AssertionFailure() << "line " << number << " of the report is \""
                                       << (has_actual ? actual_line : "(missing)") << "\", and should be \""
                                       << (has_expected ? expected_line : "(missing)") << "\"";
  }
}
