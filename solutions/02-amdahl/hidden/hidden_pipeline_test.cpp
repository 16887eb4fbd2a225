// Hidden tests of part 4: other and harder texts.

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

#include "pipeline.h"

namespace {

constexpr unsigned kWorkerCounts[] = {1, 2, 3, 5, 8, 13};

/// A random text of letters and every kind of white space.
std::string random_text(std::mt19937& random, std::size_t size) {
  constexpr std::string_view kCharacters = "aabbcz'-7 \t\n\r ";
  std::string text(size, ' ');
  for (char& c : text) c = kCharacters[random() % kCharacters.size()];
  return text;
}

/// What the call of a stage throws that is the `call`-th one, by all threads.
struct ThrownByCall {
  int call = 0;
};

/// Counts the calls of two stages, of which one throws at one call, and what is written.
struct Counted {
  std::atomic<int> begun = 0;
  std::atomic<int> ended = 0;
  std::atomic<int> written = 0;

  /// Calls the stage, or throws if this is the call that has to.
  template <class Stage>
  auto call(int throwing, const Stage& stage) {
    const int number = ++begun;
    std::this_thread::yield();
    struct Ends {
      std::atomic<int>& ended;
      ~Ends() { ++ended; }
    } const ends{ended};
    if (number == throwing) throw ThrownByCall{number};
    return stage();
  }
};

}  // namespace

TEST(HiddenSplitTest, PiecesOfRandomTextsAreAsShortAsTheyMayBe) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random_text(random, random() % 60);
    const std::size_t bytes = 1 + random() % 12;
    std::string all;
    const auto pieces = split(text, bytes);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      all += pieces[i];
      const bool is_last = i + 1 == pieces.size();
      const std::size_t end = pieces[i].find_first_of(kWhiteSpace, bytes - 1);
      ASSERT_EQ(pieces[i].size(), end == std::string_view::npos && is_last ? pieces[i].size() : end + 1);
      ASSERT_FALSE(pieces[i].empty());
    }
    ASSERT_EQ(all, text);
  }
}

TEST(HiddenSplitTest, PiecesMayBeAsLongAsCanBe) {
  const std::size_t most = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(split("ab cd", most), (std::vector<std::string_view>{"ab cd"}));
  EXPECT_EQ(run_parallel(word_count("b a b"), 3, most), "2 b\n1 a\n");
}

TEST(HiddenPipelineTest, GivesTheReportForRandomTexts) {
  std::mt19937 random(6);
  for (int round = 0; round < 40; ++round) {
    Stages stages = word_count(random_text(random, round < 8 ? static_cast<std::size_t>(round) : random() % 400));
    const std::string expected = run_sequential(stages);
    stages.transform = [](std::string_view piece) {
      if (piece.size() % 5 == 0) std::this_thread::yield();  // pieces differ in cost
      return words_of(piece);
    };
    for (const unsigned workers : kWorkerCounts) {
      ASSERT_EQ(run_parallel(stages, workers, 1 + random() % 30), expected) << workers << " workers";
    }
  }
}

TEST(HiddenPipelineTest, PassesWhatIsNoStandardException) {
  Stages stages = word_count("a b c d e f");
  stages.aggregate = [](const Words& words, Counts&) {
    if (words == Words{"e"}) throw 42;
  };
  for (const unsigned workers : kWorkerCounts) EXPECT_THROW((void)run_parallel(stages, workers, 2), int);
}

TEST(HiddenPipelineTest, PassesAnExceptionOfMerge) {
  Stages stages = word_count("a b c d e f");
  stages.merge = [](const Counts&, Counts&) { throw std::out_of_range("merge"); };
  // With one worker a merge may not be needed.
  for (const unsigned workers : kWorkerCounts) {
    try {
      const std::string report = run_parallel(stages, workers, 2);
      EXPECT_EQ(report, run_sequential(stages)) << "an exception of merge was lost with " << workers << " workers";
    } catch (const std::out_of_range&) {
    }
  }
}

TEST(HiddenPipelineTest, CanBeUsedAgainAfterAnException) {
  Stages stages = word_count("a b c");
  const Stages right = stages;
  stages.transform = [](std::string_view) -> Words { throw std::runtime_error("transform"); };
  for (int round = 0; round < 20; ++round) {
    EXPECT_THROW((void)run_parallel(stages, 3, 1), std::runtime_error);
    EXPECT_EQ(run_parallel(right, 3, 1), "1 a\n1 b\n1 c\n");
  }
}

TEST(HiddenPipelineTest, PassesTheExceptionOfAnyCall) {
  const Stages real = word_count("a bb ccc dd");
  for (int throwing = 1; throwing <= 8; ++throwing) {  // of four pieces, each transformed and aggregated
    for (const unsigned workers : kWorkerCounts) {
      Counted counted;
      Stages stages = real;
      stages.transform = [&](std::string_view piece) {
        return counted.call(throwing, [&] { return real.transform(piece); });
      };
      stages.aggregate = [&](const Words& words, Counts& into) {
        counted.call(throwing, [&] { real.aggregate(words, into); });
      };
      stages.write = [&](const Counts& counts) { return ++counted.written, real.write(counts); };
      try {
        (void)run_parallel(stages, workers, 1);
        FAIL() << workers << " workers: the exception of call " << throwing << " was lost";
      } catch (const ThrownByCall& thrown) {
        ASSERT_EQ(thrown.call, throwing);
      }
      ASSERT_EQ(counted.begun, counted.ended) << "the run has ended, and a worker is still in a stage";
      ASSERT_EQ(counted.written, 0) << "a report was written although a piece is missing";
    }
  }
}
