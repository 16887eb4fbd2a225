// Few values and two workers, but every interleaving of the workers.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lockstep/explore.h"
#include "scan.h"

namespace {

using Strings = std::vector<std::string>;

std::string concatenated(const std::string& left, const std::string& right) { return left + right; }

}  // namespace

TEST(ExploredScanTest, InclusiveGivesAllUpToEachValue) {
  lockstep::explore([] {
    Strings values{"a", "b", "c", "d"};
    scan_inclusive(std::span(values), {.grain = 2, .workers = 2}, concatenated);
    EXPECT_EQ(values, (Strings{"a", "ab", "abc", "abcd"}));
  });
}

TEST(ExploredScanTest, ExclusiveGivesAllBeforeEachValue) {
  lockstep::explore([] {
    Strings values{"a", "b", "c", "d"};
    scan_exclusive(std::span(values), {.grain = 2, .workers = 2}, "", concatenated);
    EXPECT_EQ(values, (Strings{"", "a", "ab", "abc"}));
  });
}
