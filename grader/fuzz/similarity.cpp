// What a submission holds, compared with itself and with something else.

#include <string>
#include <vector>

#include "input.h"
#include "similarity/compare.h"

using namespace lockstep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const std::size_t half = text.size() / 2;
  const std::vector<similarity::Submission> three{
      {.learner = "a", .files = {{"a.cpp", text}}},
      {.learner = "b", .files = {{"b.cpp", text}}},
      {.learner = "c", .files = {{"c.cpp", text.substr(0, half)}, {"d.cpp", text.substr(half)}}}};
  const auto result = similarity::compare(three, {}, {.threshold = 0});
  for (const similarity::Pair& pair : result.pairs) {
    fuzz::require(pair.a < pair.b && pair.b < three.size(), "a pair is of two submissions");
    fuzz::require(pair.share_a >= 0 && pair.share_a <= 1 && pair.share_b >= 0 && pair.share_b <= 1, "a share is one");
    for (const similarity::Match& match : pair.matches) {
      fuzz::require(match.a.first >= 1 && match.a.first <= match.a.last, "a match has lines");
      fuzz::require(match.b.first >= 1 && match.b.first <= match.b.last, "in both texts");
    }
  }
  return 0;
}
