#pragma once

#include <string>

namespace lockstep::report {

/// For tests: fails unless `text` is just what testdata/`file` holds. With LOCKSTEP_ACCEPT=1 in the environment it
/// writes the file instead: the change is then reviewed as a difference in version control.
void expect_golden(const std::string& file, const std::string& text);

}  // namespace lockstep::report
