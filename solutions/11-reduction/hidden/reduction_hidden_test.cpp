#include <gtest/gtest.h>

#include <limits>
#include <mutex>
#include <set>
#include <string>
#include <utility>

#include "blocks.h"
#include "grain.h"
#include "plans.h"
#include "words.h"

TEST(HiddenBlocksTest, EndWhereTheLargestNumberEnds) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  constexpr std::size_t kHalf = kMost / 2 + 1;
  for (const unsigned workers : kWorkers) {
    std::mutex mutex;
    std::set<std::pair<std::size_t, std::size_t>> blocks;
    for_each_block(kMost, {.grain = kHalf, .workers = workers}, [&](const Block& block) {
      const std::scoped_lock lock(mutex);
      blocks.emplace(block.begin, block.end);
    });
    EXPECT_EQ(blocks, (std::set<std::pair<std::size_t, std::size_t>>{{0, kHalf}, {kHalf, kMost}}));
  }
}

TEST(HiddenWordsTest, HaveAnyBytesButWhiteSpace) {
  const std::string zero(1, '\0');
  const std::string text = "\x01\x1f caf\xc3\xa9 \x85\xa0 a" + zero + "b caf\xc3\xa9";
  const Counts expected{{"\x01\x1f", 1}, {"caf\xc3\xa9", 2}, {"\x85\xa0", 1}, {"a" + zero + "b", 1}};
  for (std::size_t grain = 1; grain <= text.size(); ++grain) {
    EXPECT_EQ(count_words(text, {.grain = grain, .workers = 3}), expected) << "grain " << grain;
  }
}

TEST(HiddenPredictionTest, OfManyItems) {
  using namespace std::chrono_literals;
  constexpr std::size_t kItems = 10'000'000'000;  // more than 32 bits can count
  const Costs costs{.item = 100ns, .block = 50ns, .combine = 25ns};
  // Blocks of one item: each of 10 workers has a tenth of them, 150 ns each.
  EXPECT_NEAR(speedup_by_blocks(kItems, {.grain = 1, .workers = 10}, costs), 100.0 * 1e10 / (150e9 + 25.0 * (1e10 - 1)),
              1e-9);
  EXPECT_NEAR(speedup_by_tree(kItems, {.grain = 1, .workers = 10}, costs), 100.0 / (15 + 2.5), 1e-6);
}
