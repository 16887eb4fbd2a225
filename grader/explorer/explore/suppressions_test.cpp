#include "explorer/explore/suppressions.h"

#include <gtest/gtest.h>

namespace lockstep::explorer {
namespace {

bool fit(std::string_view text, FindingKind kind, const FindingPlace& place) {
  return std::get<Suppressions>(Suppressions::read(text))
      .fit(kind, std::vector<FindingPlace>{{.file = "/a/other.cpp"}, place});
}

std::string mistake(std::string_view text) {
  const auto read = Suppressions::read(text);
  const auto* wrong = std::get_if<std::string>(&read);
  return wrong == nullptr ? "" : *wrong;
}

const FindingPlace kPlace{.file = "/home/ada/src/queue.h", .line = 7, .function = "Queue<int>::push(int)"};

TEST(SuppressionsTest, FitByKindAndFile) {
  EXPECT_TRUE(fit("# known\n\ndata-race queue.h\n", FindingKind::kDataRace, kPlace));
  EXPECT_FALSE(fit("data-race queue.h", FindingKind::kDeadlock, kPlace));
  EXPECT_FALSE(fit("data-race ueue.h", FindingKind::kDataRace, kPlace));
  EXPECT_TRUE(fit("* src/*  # all of it", FindingKind::kDeadlock, kPlace));
}

TEST(SuppressionsTest, FitByFunction) {
  EXPECT_TRUE(fit("data-race * Queue<int>::push*", FindingKind::kDataRace, kPlace));
  EXPECT_FALSE(fit("data-race queue.h Queue<int>::pop*", FindingKind::kDataRace, kPlace));
}

TEST(SuppressionsTest, OneOfAWholeKindFitsWhatHasNoPlace) {
  EXPECT_TRUE(std::get<Suppressions>(Suppressions::read("time-out *")).fit(FindingKind::kTimeOut, {}));
  EXPECT_FALSE(std::get<Suppressions>(Suppressions::read("time-out a.cpp")).fit(FindingKind::kTimeOut, {}));
}

TEST(SuppressionsTest, SayWhatIsWrongInWhichLine) {
  EXPECT_EQ(mistake("data-race a.h\nrace a.h").find("line 2: found race; accepted: a kind of finding (*, data-race, "),
            0U);
  EXPECT_EQ(mistake("data-race").find("line 1: found data-race; accepted: KIND FILE [FUNCTION]"), 0U);
}

}  // namespace
}  // namespace lockstep::explorer
