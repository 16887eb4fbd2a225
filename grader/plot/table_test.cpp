#include "plot/table.h"

#include <gtest/gtest.h>

#include "plot/samples.h"

namespace lockstep::plot {
namespace {

TEST(TableTest, ShowsPowersOfTwoAndWhatWasMeasured) {
  EXPECT_EQ(table(curve("f", {{1, {0.9, 0.95, 1}}, {3, {1.5, 2.25, 2.5}}}, predictions(0.1))), R"(f
  cores  predicted  measured (99 % interval)
      1       1.00  0.95 (0.90 to 1.00)
      2       1.82
      3       2.50  2.25 (1.50 to 2.50)
      4       3.08
      8       4.71
     16       6.40
     32       7.80
     64       8.77*
  * beyond the most workers that were recorded
  10 % of the work is serial by Amdahl's law; no number of cores makes it more than 10 times as fast.
)");
}

TEST(TableTest, LeavesOutWhatCouldNotBePredicted) {
  EXPECT_EQ(table(curve("f", {{1, {0.9, 0.95, 1}}}, {})), R"(f
  cores  predicted  measured (99 % interval)
      1          -  0.95 (0.90 to 1.00)
)");
}

TEST(TableTest, ShowsTheRemarkOnWhatWasMeasured) {
  Curve remarked = curve("f", {{1, {1, 1, 1}}}, {});
  remarked.remark = "measured at night";
  EXPECT_NE(table(remarked).find("\n  Note: measured at night.\n"), std::string::npos);
}

}  // namespace
}  // namespace lockstep::plot
