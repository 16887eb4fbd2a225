#include "pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>

#include "numbers.h"
#include "refusal.h"
#include "same_report.h"

namespace {

using Pieces = std::vector<std::string_view>;

std::string joined(const Pieces& pieces) {
  std::string all;
  for (const std::string_view piece : pieces) all += piece;
  return all;
}

}  // namespace

TEST(SplitTest, CutsAfterTheFirstWhiteSpaceThatMakesAPieceLongEnough) {
  EXPECT_EQ(split("ab cd ef gh", 4), (Pieces{"ab cd ", "ef gh"}));
  EXPECT_EQ(split("ab cd ef gh", 3), (Pieces{"ab ", "cd ", "ef ", "gh"})) << "\"ab \" already has 3 bytes";
  EXPECT_EQ(split("ab\tcd\nef\r\ngh", 1), (Pieces{"ab\t", "cd\n", "ef\r", "\n", "gh"}));
}

TEST(SplitTest, LosesNoByteAndCutsNoWord) {
  const std::string text = generate_text(3, 60);
  const Words words = words_of(text);
  for (std::size_t bytes = 1; bytes < 100; ++bytes) {
    const Pieces pieces = split(text, bytes);
    ASSERT_EQ(joined(pieces), text) << "joined, the pieces of " << bytes << " bytes are not the text";
    Words of_pieces;
    for (const std::string_view piece : pieces) {
      for (const std::string& word : words_of(piece)) of_pieces.push_back(word);
    }
    ASSERT_EQ(of_pieces, words) << "pieces of " << bytes << " bytes have other words than the text: is a word cut?";
  }
}

TEST(SplitTest, HasNoEmptyPiece) {
  EXPECT_TRUE(split("", 5).empty());
  for (std::size_t bytes = 1; bytes < 8; ++bytes) {
    for (const std::string_view piece : split("ab  cd ", bytes)) EXPECT_FALSE(piece.empty()) << bytes << " bytes";
  }
}

TEST(SplitTest, KeepsWhatHasNoWhiteSpaceInOnePiece) {
  EXPECT_EQ(split("indivisible", 3), (Pieces{"indivisible"}));
  EXPECT_EQ(split("a indivisible", 1), (Pieces{"a ", "indivisible"}));
  EXPECT_EQ(split("ab cd", 1'000), (Pieces{"ab cd"}));
}

TEST(SplitTest, RefusesPiecesOfNoBytes) {
  EXPECT_TRUE(refuses("piece_bytes", [] { return split("ab cd", 0); }));
  EXPECT_TRUE(refuses("piece_bytes", [] { return run_parallel(word_count("ab cd"), 2, 0); }));
}

TEST(PipelineTest, GivesTheReportOfTheSequentialOne) {
  const Stages stages = word_count(generate_text(11, 80));
  const std::string expected = run_sequential(stages);
  for (const unsigned workers : kWorkerCounts) {
    for (const std::size_t bytes : {1UL, 7UL, 100UL, 1'000UL, 1'000'000UL}) {
      ASSERT_TRUE(same_report(run_parallel(stages, workers, bytes), expected))
          << workers << " workers, pieces of " << bytes << " bytes";
    }
  }
}

TEST(PipelineTest, ReportsNothingForAnEmptyText) {
  for (const unsigned workers : kWorkerCounts) EXPECT_EQ(run_parallel(word_count(""), workers, 10), "");
}

TEST(PipelineTest, CopesWithFewerPiecesThanWorkers) {
  for (const unsigned workers : kWorkerCounts) {
    EXPECT_EQ(run_parallel(word_count("one two one"), workers, 4), "2 one\n1 two\n") << workers << " workers";
  }
}

TEST(PipelineTest, CallsEachStageAsOftenAsItShould) {
  const std::string text = generate_text(5, 40);
  const Stages real = word_count(text);
  for (const unsigned workers : kWorkerCounts) {
    std::atomic<int> reads = 0;
    std::atomic<int> aggregates = 0;
    std::atomic<int> writes = 0;
    std::mutex mutex;
    std::map<std::string, int, std::less<>> transformed;  // guarded by mutex
    Stages counting = real;
    counting.read = [&] { return ++reads, real.read(); };
    counting.transform = [&](std::string_view piece) {
      const std::scoped_lock lock(mutex);
      ++transformed[std::string(piece)];
      return real.transform(piece);
    };
    counting.aggregate = [&](const Words& words, Counts& into) { ++aggregates, real.aggregate(words, into); };
    counting.write = [&](const Counts& counts) { return ++writes, real.write(counts); };
    (void)run_parallel(counting, workers, 64);

    std::map<std::string, int, std::less<>> expected;
    const Pieces pieces = split(text, 64);
    for (const std::string_view piece : pieces) ++expected[std::string(piece)];
    EXPECT_EQ(transformed, expected) << workers << " workers: each piece must be transformed once";
    EXPECT_EQ(aggregates, static_cast<int>(pieces.size())) << workers << " workers: once for each piece";
    EXPECT_EQ(reads, 1) << workers << " workers";
    EXPECT_EQ(writes, 1) << workers << " workers";
  }
}

TEST(PipelineTest, UsesNoMoreThreadsThanWorkers) {
  static std::atomic<int> threads_seen;
  const auto mark_this_thread = [] {
    thread_local const int number = ++threads_seen;
    return number;
  };
  // 38 pieces: few enough that the system can start a thread for each.
  const Stages real = word_count(generate_text(6, 12));
  Stages stages = real;
  stages.transform = [&](std::string_view piece) { return mark_this_thread(), real.transform(piece); };
  stages.aggregate = [&](const Words& words, Counts& into) { mark_this_thread(), real.aggregate(words, into); };
  for (const unsigned workers : kWorkerCounts) {
    threads_seen = 0;
    (void)run_parallel(stages, workers, 20);
    EXPECT_LE(threads_seen, static_cast<int>(workers))
        << "starting a thread costs far more than counting a small piece";
  }
}

TEST(PipelineTest, RefusesNoWorkers) {
  EXPECT_TRUE(refuses("workers", [] { return run_parallel(word_count("ab cd"), 0, 10); }));
}
