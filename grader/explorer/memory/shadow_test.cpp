#include "explorer/memory/shadow.h"

#include <gtest/gtest.h>

#include <map>

#include "explorer/strategy/random_source.h"

namespace lockstep::explorer {
namespace {

constexpr std::uintptr_t kHere = 0x10'0000;

class ShadowTest : public testing::Test {
 protected:
  ShadowTest() {
    shadow_.begin(true);
    for (ThreadId thread = 0; thread < 4; ++thread) clocks_[thread].set(thread, 1);
  }

  bool races(ThreadId thread, Access::Kind kind, std::uintptr_t address = kHere, std::size_t size = 4) {
    if (quickly_ && noted_quickly(thread, kind, address, size)) return false;
    return shadow_.note(address, size, kind, 1, thread, clocks_[thread]) != nullptr;
  }

  bool noted_quickly(ThreadId thread, Access::Kind kind, std::uintptr_t address, std::size_t size) {
    const Shadow::Granule granule = shadow_.granule(address, size);
    return granule.cell != nullptr && (kind == Access::kWrite ? noted_quickly<Access::kWrite>(granule, thread)
                                                              : noted_quickly<Access::kRead>(granule, thread));
  }

  template <Access::Kind kind>
  bool noted_quickly(const Shadow::Granule& granule, ThreadId thread) {
    return shadow_.note_at_once<kind>(granule, 1, thread, clocks_[thread]) ||
           shadow_.note_beside<kind>(*granule.cell, granule.bytes, 1, thread, clocks_[thread]);
  }

  /// What `from` has done so far happens before what `to` does from now on.
  void order(ThreadId from, ThreadId to) {
    clocks_[to].join(clocks_[from]);
    clocks_[from].tick(from);
  }

  Shadow shadow_;
  bool quickly_ = false;  ///< accesses are noted as the program's are: quickly where that can be
  std::map<ThreadId, VectorClock> clocks_;
};

TEST_F(ShadowTest, TwoUnorderedWritesRace) {
  EXPECT_FALSE(races(0, Access::kWrite));
  EXPECT_TRUE(races(1, Access::kWrite));
}

TEST_F(ShadowTest, AReadAndAnUnorderedWriteRaceInBothOrders) {
  EXPECT_FALSE(races(0, Access::kRead));
  EXPECT_TRUE(races(1, Access::kWrite));
  EXPECT_FALSE(races(2, Access::kWrite, kHere + 64));
  EXPECT_TRUE(races(3, Access::kRead, kHere + 64));
}

TEST_F(ShadowTest, ReadsDoNotRace) {
  for (ThreadId thread = 0; thread < 4; ++thread) EXPECT_FALSE(races(thread, Access::kRead));
}

TEST_F(ShadowTest, OrderedAccessesDoNotRace) {
  EXPECT_FALSE(races(0, Access::kWrite));
  order(0, 1);
  EXPECT_FALSE(races(1, Access::kWrite));
  EXPECT_TRUE(races(0, Access::kRead)) << "the order goes one way only";
}

TEST_F(ShadowTest, NeighbouringBytesAreSeparate) {
  EXPECT_FALSE(races(0, Access::kWrite, kHere, 1));
  EXPECT_FALSE(races(1, Access::kWrite, kHere + 1, 1));
  EXPECT_TRUE(races(2, Access::kWrite, kHere, 2));
}

TEST_F(ShadowTest, BytesThatOneLineGoesThroughAreAllRemembered) {
  for (std::uintptr_t byte = 0; byte < 8; ++byte) EXPECT_FALSE(races(0, Access::kWrite, kHere + byte, 1));
  for (std::uintptr_t byte = 0; byte < 8; ++byte) EXPECT_TRUE(races(1, Access::kRead, kHere + byte, 1)) << byte;
}

TEST_F(ShadowTest, AnAccessAcrossGranulesAndPagesIsSeenInEach) {
  EXPECT_FALSE(races(0, Access::kWrite, kHere + 4090, 12));
  EXPECT_TRUE(races(1, Access::kRead, kHere + 4101, 1));
  EXPECT_FALSE(races(1, Access::kRead, kHere + 4102, 1));
}

TEST_F(ShadowTest, AtomicsRaceWithPlainAccessesOnly) {
  EXPECT_FALSE(races(0, Access::kAtomicWrite));
  EXPECT_FALSE(races(1, Access::kAtomicWrite));
  EXPECT_TRUE(races(2, Access::kRead));
}

TEST_F(ShadowTest, AnEarlierReaderIsNotForgottenForALaterOne) {
  EXPECT_FALSE(races(0, Access::kRead));
  EXPECT_FALSE(races(1, Access::kRead));
  order(1, 2);
  EXPECT_TRUE(races(2, Access::kWrite)) << "thread 0 has read it, and nothing orders that";
}

TEST_F(ShadowTest, FreedMemoryIsNotToBeUsedEvenInOrder) {
  EXPECT_FALSE(races(0, Access::kFree));
  order(0, 1);
  EXPECT_TRUE(races(1, Access::kRead));
}

TEST_F(ShadowTest, BehindABlockNobodyMayBeHoweverMuchItIsUsed) {
  shadow_.note_end(kHere + 5, 3 + 16, 5, 1, 0);
  for (int round = 0; round < 3; ++round) {
    for (ThreadId thread = 0; thread < 4; ++thread) {
      for (std::uintptr_t byte = 0; byte < 5; ++byte) {
        EXPECT_FALSE(races(thread, Access::kAtomicWrite, kHere + byte, 1));
      }
    }
  }
  EXPECT_TRUE(races(0, Access::kRead, kHere + 5, 1)) << "its own thread";
  EXPECT_TRUE(races(1, Access::kAtomicWrite, kHere + 4, 4));
  EXPECT_TRUE(races(1, Access::kWrite, kHere + 23, 1));
  EXPECT_FALSE(races(1, Access::kWrite, kHere + 24, 1));
}

TEST_F(ShadowTest, ForgottenMemoryHasNoHistory) {
  EXPECT_FALSE(races(0, Access::kFree, kHere, 64));
  shadow_.forget(kHere, 64);
  EXPECT_FALSE(races(1, Access::kWrite));
}

TEST_F(ShadowTest, ANewScheduleHasNoHistory) {
  EXPECT_FALSE(races(0, Access::kWrite));
  shadow_.begin(true);
  EXPECT_FALSE(races(1, Access::kWrite));
}

/// The slow twin: all accesses are kept, and each is compared with every one before.
class AllAccesses {
 public:
  bool races(const Access& access, const VectorClock& now) {
    for (const Access& old : accesses_) {
      const bool ordered = old.thread == access.thread || old.clock <= now[old.thread];
      const bool conflicting = (old.bytes & access.bytes) != 0 && (old.writes() || access.writes());
      if (!ordered && conflicting) return true;
    }
    accesses_.push_back(access);
    return false;
  }

 private:
  std::vector<Access> accesses_;
};

TEST_F(ShadowTest, AgreesWithAListOfAllAccesses) {
  for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
    RandomSource random(seed);
    quickly_ = seed % 2 == 0;
    shadow_.begin(true);
    AllAccesses all;
    for (ThreadId thread = 0; thread < 3; ++thread) {
      clocks_[thread].clear();
      clocks_[thread].set(thread, 1);
    }
    for (int i = 0; i < 30; ++i) {
      const auto thread = static_cast<ThreadId>(random.below(3));
      if (random.once_in(2)) {
        order(thread, static_cast<ThreadId>(random.below(3)));
        continue;
      }
      const bool second = random.once_in(2);
      const Access access{.clock = clocks_[thread][thread],
                          .thread = static_cast<std::uint8_t>(thread),
                          .bytes = static_cast<std::uint8_t>(second ? 0xf0 : 0x0f),
                          .kind = random.once_in(3) ? Access::kWrite : Access::kRead,
                          .place = 1};
      const bool expected = all.races(access, clocks_[thread]);
      ASSERT_EQ(races(thread, access.kind, kHere + (second ? 4 : 0)), expected) << "seed " << seed << ", access " << i;
      if (expected) break;
    }
  }
}

}  // namespace
}  // namespace lockstep::explorer
