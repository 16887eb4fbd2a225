#include "book/alike.h"

#include <gtest/gtest.h>

#include "book/sample_class.h"
#include "os/temp_dir.h"

namespace lockstep::book {
namespace {

class AlikeTest : public testing::Test {
 protected:
  Book read() { return make_book(read_records(file_, "").value(), {}, {}); }

  os::TempDir dir_ = os::TempDir::make().value();
  gradebook::Gradebook file_ = sample_class(dir_.path() / "class.db");
};

TEST_F(AlikeTest, TheLatestSubmissionsOfTwoLearnersAreCompared) {
  const Book book = read();
  const AllAlike all = find_alike(book, {}, {});
  ASSERT_EQ(all.pairs.size(), 1U);
  const Alike& pair = all.pairs[0];
  EXPECT_EQ(book.labs[pair.lab].name, "01-primes");
  EXPECT_EQ(book.learners[pair.learner_a].name, "ada");
  EXPECT_EQ(pair.attempt_a, 2);
  EXPECT_EQ(book.learners[pair.learner_b].name, "bob");
  EXPECT_EQ(pair.content_b, "explored");
  EXPECT_EQ(pair.pair.share(), 1);
}

TEST_F(AlikeTest, WhatWasNotComparedIsCounted) {
  const AllAlike all = find_alike(read(), {}, {});
  EXPECT_EQ(all.compared, 2U);
  EXPECT_EQ(all.too_short, 1U);
  EXPECT_EQ(all.without_files, 3U) << "carol's, and both at 03-locks";
}

TEST_F(AlikeTest, TheSkeletonOfTheLabDoesNotCount) {
  const Book book = read();
  const AllAlike all = find_alike(book, {{"01-primes", book.files.at("all")}}, {});
  EXPECT_TRUE(all.pairs.empty());
}

TEST(ShownPairsTest, OfEachLabTheMostAlikeAreShown) {
  AllAlike many;
  many.pairs.resize(kMostPairsOfALab + 3);
  many.pairs.back().lab = 1;
  const auto shown = shown_pairs(many);
  EXPECT_EQ(shown.size(), kMostPairsOfALab + 1);
  EXPECT_EQ(shown.back(), kMostPairsOfALab + 2);
}

}  // namespace
}  // namespace lockstep::book
