// Hidden tests of part 4 that the explorer runs schedule by schedule.

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

#include "lockstep/explore.h"
#include "meeting.h"
#include "pipeline.h"

namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

/// Whether the clock is the explorer's: there a sleep takes exactly its time, and reading the clock 1 µs.
bool time_is_virtual() {
  const auto before = steady_clock::now();
  std::this_thread::sleep_for(1ms);
  return steady_clock::now() - before <= 1ms + 2us;
}

}  // namespace

TEST(HiddenExploredTest, ThreeWorkersGiveTheReport) {
  lockstep::explore([] { EXPECT_EQ(run_parallel(word_count("a b a c"), 3, 2), "2 a\n1 b\n1 c\n"); });
}

TEST(HiddenExploredTest, ThreeTransformAtOnce) {
  lockstep::explore([] {
    Meeting all_inside(3);
    Stages stages = word_count("a b c");
    stages.transform = [&](std::string_view piece) {
      all_inside.come();
      return words_of(piece);
    };
    EXPECT_EQ(run_parallel(stages, 3, 2), "1 a\n1 b\n1 c\n");
    EXPECT_TRUE(all_inside.took_place()) << "the three pieces were not in transform at the same time, although nothing "
                                         << "else was left to be done";
  });
}

TEST(HiddenExploredTest, OneAggregatesWhileAnotherTransforms) {
  lockstep::explore([] {
    Meeting both_inside(2);
    Stages stages = word_count("a b");
    stages.transform = [&](std::string_view piece) {
      if (piece == "b") both_inside.come();
      return words_of(piece);
    };
    const auto aggregate = stages.aggregate;
    stages.aggregate = [&](const Words& words, Counts& into) {
      if (words == Words{"a"}) both_inside.come();
      aggregate(words, into);
    };
    EXPECT_EQ(run_parallel(stages, 2, 2), "1 a\n1 b\n");
    EXPECT_TRUE(both_inside.took_place())
        << "the second piece was not in transform while the words of the first one were in aggregate, although nothing "
        << "else was left to be done";
  });
}

TEST(HiddenExploredTest, AnExceptionOfAggregateEndsTheRun) {
  lockstep::explore([] {
    Stages stages = word_count("a b c");
    stages.aggregate = [](const Words& words, Counts&) {
      if (words == Words{"c"}) throw std::out_of_range("c");
    };
    EXPECT_THROW((void)run_parallel(stages, 2, 2), std::out_of_range);
  });
}

TEST(HiddenVirtualTimeTest, ThreeWorkersShareUnevenPieces) {
  lockstep::explore([] {
    if (!time_is_virtual()) return;
    std::string text;
    for (int i = 0; i < 36; ++i) text += i % 3 == 0 && i < 18 ? "slow " : "cheap ";
    Stages stages = word_count(text);
    stages.transform = [](std::string_view piece) {
      std::this_thread::sleep_for(piece == "slow " ? 12ms : 1ms);
      return words_of(piece);
    };
    const auto begin = steady_clock::now();
    EXPECT_EQ(run_parallel(stages, 3, 5), "30 cheap\n6 slow\n");
    // 102 ms of work: at most (102 - 12) / 3 + 12 ms when each worker takes the next piece, 72 ms with every third one.
    EXPECT_LE(steady_clock::now() - begin, 43ms);
  });
}

TEST(HiddenVirtualTimeTest, MergingDoesNotGrowWithThePieces) {
  lockstep::explore([] {
    if (!time_is_virtual()) return;
    std::string text;
    for (int i = 0; i < 96; ++i) text += "w ";
    Stages stages = word_count(text);
    stages.transform = [](std::string_view piece) {
      std::this_thread::sleep_for(4ms);
      return words_of(piece);
    };
    const auto merge = stages.merge;
    stages.merge = [merge](const Counts& counts, Counts& into) {
      std::this_thread::sleep_for(1ms);
      merge(counts, into);
    };
    const auto begin = steady_clock::now();
    EXPECT_EQ(run_parallel(stages, 12, 2), "96 w\n");
    EXPECT_LE(steady_clock::now() - begin, 65ms) << "12 workers need 32 ms, and 12 merges";
  });
}

TEST(HiddenVirtualTimeTest, RandomPiecesAreSharedEvenly) {
  std::mt19937 random(41);
  std::string text;
  for (int i = 0; i < 60; ++i)
    text += std::string(1 + random() % 4 + (i < 50 ? 0 : 10), 'k') + ' ';  // the long ones last
  lockstep::explore([&] {
    if (!time_is_virtual()) return;
    Stages stages = word_count(text);
    auto all = 0ms;
    for (const std::string& word : words_of(text)) all += 1ms * word.size();
    stages.transform = [](std::string_view piece) {
      std::this_thread::sleep_for(1ms * (piece.size() - 1));  // its letters
      return words_of(piece);
    };
    for (const unsigned workers : {2U, 3U, 5U}) {
      const auto begin = steady_clock::now();
      EXPECT_EQ(run_parallel(stages, workers, 1), run_sequential(word_count(text)));
      EXPECT_LE(steady_clock::now() - begin, all / workers + 15ms)  // each ends at most one piece after the others
          << workers << " workers: one was idle while another one had pieces that it had not started";
    }
  });
}
