#include "shared_cache.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <thread>
#include <vector>

#include "print_quote.h"

namespace {

const auto kAll = [](const std::string&, const Quote&) { return true; };

/// Whether the quote is whole: the tests below put only quotes whose volume is twice their price.
bool is_whole(const Quote& quote) { return quote.volume == 2 * quote.price; }

}  // namespace

TEST(SharedCacheTest, FindsWhatWasPut) {
  SharedCache cache;
  cache.put("ABC", {.price = 10, .volume = 20});
  cache.put("XYZ", {.price = 30, .volume = 60});
  EXPECT_EQ(cache.find("ABC"), (Quote{10, 20}));
  EXPECT_EQ(cache.find("XYZ"), (Quote{30, 60}));
}

TEST(SharedCacheTest, FindsNothingWhereNothingIs) {
  SharedCache cache;
  EXPECT_EQ(cache.find("ABC"), std::nullopt);
  EXPECT_EQ(cache.count(kAll), 0U) << "looking for an entry must not add one";
}

TEST(SharedCacheTest, PutReplaces) {
  SharedCache cache;
  cache.put("ABC", {10, 20});
  cache.put("ABC", {11, 22});
  EXPECT_EQ(cache.find("ABC"), (Quote{11, 22}));
  EXPECT_EQ(cache.count(kAll), 1U);
}

TEST(SharedCacheTest, FindOrPutKeepsWhatIsThere) {
  SharedCache cache;
  EXPECT_EQ(cache.find_or_put("ABC", {10, 20}), (Quote{10, 20}));
  EXPECT_EQ(cache.find_or_put("ABC", {11, 22}), (Quote{10, 20}));
  EXPECT_EQ(cache.find("ABC"), (Quote{10, 20}));
}

TEST(SharedCacheTest, ForgetsWhatIsInvalidated) {
  SharedCache cache;
  cache.put("ABC", {10, 20});
  EXPECT_TRUE(cache.invalidate("ABC"));
  EXPECT_FALSE(cache.invalidate("ABC"));
  EXPECT_EQ(cache.find("ABC"), std::nullopt);
}

TEST(SharedCacheTest, CountsWhatIsWanted) {
  SharedCache cache;
  for (std::int64_t i = 0; i < 10; ++i) cache.put(std::to_string(i), {.price = i, .volume = 2 * i});
  EXPECT_EQ(cache.count([](const std::string&, const Quote& quote) { return quote.price >= 7; }), 3U);
  EXPECT_EQ(cache.count([](const std::string& symbol, const Quote&) { return symbol == "4"; }), 1U);
}

TEST(SharedCacheTest, IsUsableAfterAnException) {
  SharedCache cache;
  cache.put("ABC", {10, 20});
  const auto refusing = [](const std::string&, const Quote&) -> bool { throw std::domain_error("refused"); };
  EXPECT_THROW(static_cast<void>(cache.count(refusing)), std::domain_error);
  cache.put("ABC", {11, 22});
  EXPECT_EQ(cache.find("ABC"), (Quote{11, 22}));
}

TEST(SharedCacheTest, ShowsWholeQuotesToManyReaders) {
  const std::array<std::string, 3> symbols{"ABC", "JKL", "XYZ"};
  for (const int readers : {1, 2, 3, 4, 5, 7, 11, 13}) {
    SharedCache cache;
    std::vector<std::jthread> running;
    running.reserve(static_cast<std::size_t>(readers));
    for (int i = 0; i < readers; ++i) {
      running.emplace_back([&cache, &symbols] {
        for (int n = 0; n < 60; ++n) {
          const auto quote = cache.find(symbols.at(static_cast<std::size_t>(n) % symbols.size()));
          EXPECT_TRUE(!quote || is_whole(*quote)) << "a reader saw half of a quote";
        }
      });
    }
    for (std::int64_t n = 0; n < 60; ++n) {
      const std::string& symbol = symbols.at(static_cast<std::size_t>(n) % symbols.size());
      if (n % 4 == 3) {
        cache.invalidate(symbol);
      } else {
        cache.put(symbol, {.price = n, .volume = 2 * n});
      }
      EXPECT_LE(cache.count(kAll), symbols.size());
    }
  }
}
