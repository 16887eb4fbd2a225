#include "explorer/schedule/thread_set.h"

#include <gtest/gtest.h>

#include <vector>

namespace lockstep::explorer {
namespace {

/// One in each word, and the ends of words.
const std::vector<ThreadId> kSome{0, 1, 63, 64, 127, 128, 200, 255};

ThreadSet some() {
  ThreadSet set;
  for (const ThreadId thread : kSome) set.insert(thread);
  return set;
}

TEST(ThreadSetTest, GoesThroughItsMembersInOrder) {
  const ThreadSet set = some();
  std::vector<ThreadId> found;
  for (const ThreadId thread : set) found.push_back(thread);
  EXPECT_EQ(found, kSome);
  EXPECT_EQ(static_cast<std::size_t>(set.size()), kSome.size());
  for (std::size_t i = 0; i < kSome.size(); ++i) EXPECT_EQ(member(set, static_cast<unsigned>(i)), kSome[i]);
  EXPECT_EQ(set.from(129), 200);
  EXPECT_EQ(only(3).from(4), kMaxThreads);
}

TEST(ThreadSetTest, KnowsWhetherItHasOneMember) {
  EXPECT_FALSE(ThreadSet().has_one());
  EXPECT_TRUE(ThreadSet().empty());
  for (const ThreadId thread : kSome) {
    EXPECT_TRUE(only(thread).has_one());
    EXPECT_FALSE(only(thread).empty());
    EXPECT_EQ(only(thread).first(), thread);
  }
  for (const ThreadId thread : {2, 62, 65, 254}) EXPECT_FALSE((only(thread) | only(0)).has_one()) << thread;
  EXPECT_FALSE((only(64) | only(128)).has_one());
}

TEST(ThreadSetTest, JoinsAndTakesAway) {
  ThreadSet set = some();
  set -= only(64);
  EXPECT_FALSE(set.contains(64));
  EXPECT_TRUE(set.contains(63));
  EXPECT_FALSE(set.contains(-1));
  EXPECT_EQ(set | only(64), some());
  EXPECT_EQ(set & only(255), only(255));
  set.erase(255);
  EXPECT_FALSE(set.contains(255));
}

TEST(ThreadSetTest, ASetThatHasLostItsHighMembersIsLikeOneThatHadNone) {
  ThreadSet set = only(3) | only(200);
  set.erase(200);
  EXPECT_EQ(set, only(3));
  EXPECT_TRUE(set.has_one());
  EXPECT_EQ(set.from(4), kMaxThreads);
  set.erase(3);
  EXPECT_TRUE(set.empty());
  EXPECT_EQ((only(3) | only(200)) & only(3), only(3));
  EXPECT_NE(only(3) | only(200), only(3));
  EXPECT_NE(only(3), only(3) | only(200));
}

}  // namespace
}  // namespace lockstep::explorer
