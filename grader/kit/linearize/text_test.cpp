#include "lockstep/linearize/text.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>

#include "lockstep/linearize.h"

namespace quotes {

struct Quote {
  int price = 0;
};
std::string to_text(const Quote& quote) { return "quote " + std::to_string(quote.price); }

}  // namespace quotes

namespace lockstep::linearize {
namespace {

struct OutOfPaper : std::out_of_range {
  using std::out_of_range::out_of_range;
};

TEST(TextTest, WritesWhatOperationsGive) {
  EXPECT_EQ(text_of(true), "true");
  EXPECT_EQ(text_of(-3), "-3");
  EXPECT_EQ(text_of(std::string("a")), "\"a\"");
  EXPECT_EQ(text_of(std::optional<int>()), "nothing");
  EXPECT_EQ(text_of(std::optional<int>(4)), "4");
  EXPECT_EQ(text_of(std::make_unique<bool>(false)), "false");
  EXPECT_EQ(text_of(std::optional(quotes::Quote{5})), "quote 5");
}

TEST(TextTest, WritesWhatOperationsThrow) {
  EXPECT_EQ(outcome_of([] {}), "done");
  EXPECT_EQ(outcome_of([]() -> int { throw 42; }), "throws 42");
  EXPECT_EQ(outcome_of([] { throw OutOfPaper("none"); }), "throws std::out_of_range") << "what is derived counts as it";
  EXPECT_EQ(outcome_of([] { throw Fault(); }), "throws lockstep::Fault");
  EXPECT_THROW(static_cast<void>(outcome_of([] { must_wait(); })), MustWait);
}

TEST(TextTest, AReferenceMayAllowSeveralThings) {
  struct Reference {
    int value = 0;
    bool operator==(const Reference&) const = default;
  };
  const Held<Reference> state(Reference{}, false);
  const auto steps = all_steps<Reference>(state, 5, [](Reference& reference) -> std::optional<std::string> {
    reference.value = static_cast<int>(this_operation());
    if (one_of(2) == 0) return "first";
    if (one_of(3) == 1) must_wait();
    return "other";
  });
  ASSERT_EQ(steps.size(), 3U) << "one, and two of three that did not have to wait";
  EXPECT_EQ(steps[0].outcome, "first");
  EXPECT_EQ(steps[2].outcome, "other");
  EXPECT_TRUE(steps[0].state->equals(*steps[1].state));
  EXPECT_FALSE(steps[0].state->equals(state));
}

}  // namespace
}  // namespace lockstep::linearize
