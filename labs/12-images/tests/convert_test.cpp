#include "convert.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <stdexcept>
#include <thread>

#include "memory_store.h"
#include "pictures.h"

namespace {

constexpr std::array<std::size_t, 6> kPictures{1, 2, 3, 4, 7, 13};
constexpr std::size_t kFiles = 12;

}  // namespace

TEST(ConvertTest, MakesAFileOfEachFile) {
  for (const std::size_t pictures : kPictures) {
    MemoryStore store(files(kFiles));
    const auto reports = convert_files(jobs(kFiles), store, darker, pictures);
    EXPECT_EQ(store.made(), made_of(kFiles)) << pictures << " pictures";
    ASSERT_EQ(reports.size(), kFiles);
    for (std::size_t i = 0; i < kFiles; ++i) {
      EXPECT_EQ(reports[i].job.from, "in" + std::to_string(i));
      EXPECT_EQ(reports[i].job.to, "out" + std::to_string(i));
      EXPECT_EQ(reports[i].error, nullptr);
    }
  }
}

TEST(ConvertTest, TakesNoFilesAndFewerThanPictures) {
  MemoryStore store(files(3));
  EXPECT_TRUE(convert_files({}, store, darker, 4).empty());
  // More threads than this process may have: code that starts one for each picture fails.
  EXPECT_EQ(convert_files(jobs(3), store, darker, 10'000).size(), 3U);
  EXPECT_EQ(store.made(), made_of(3));
}

TEST(ConvertTest, ReadsInTheOrderOfTheJobs) {
  std::vector<std::string> names;
  names.reserve(kFiles);
  for (const FileJob& job : jobs(kFiles)) names.push_back(job.from);
  for (const std::size_t pictures : kPictures) {
    MemoryStore store(files(kFiles));
    store.on_read = [](const std::string&) { std::this_thread::yield(); };
    (void)convert_files(jobs(kFiles), store, darker, pictures);
    EXPECT_EQ(store.reads(), names) << pictures << " pictures";
  }
}

TEST(ConvertTest, WritesEachFileUnderAPartsNameFirst) {
  MemoryStore store(files(2));
  (void)convert_files(jobs(2), store, darker, 1);
  EXPECT_EQ(store.changes(), (std::vector<std::string>{"write out0.part", "rename out0.part to out0", "write out1.part",
                                                       "rename out1.part to out1"}));
}

TEST(ConvertTest, KeepsNoMorePicturesThanItMay) {
  for (const std::size_t pictures : kPictures) {
    std::atomic<int> held = 0;
    std::atomic<int> most = 0;
    MemoryStore store(files(40));
    store.on_read = [&](const std::string&) {
      const int now = ++held;
      most = std::max(most.load(), now);  // no other thread writes it: one file is read at a time
    };
    store.on_rename = [&](const std::string&) { --held; };
    const auto convert = [&](const Image& picture) {
      // Gives another picture the time to come, if there is room for one too many.
      for (int i = 0; i < 200 && static_cast<std::size_t>(held) <= pictures; ++i) std::this_thread::yield();
      if (picture.at(0, 0) == 30) {
        --held;
        throw std::out_of_range("this picture");
      }
      return darker(picture);
    };
    (void)convert_files(jobs(40), store, convert, pictures);
    EXPECT_LE(static_cast<std::size_t>(most), pictures);
    EXPECT_EQ(held, 0);
  }
}

TEST(ConvertTest, RefusesNoRoomAndTwoFilesOfOneName) {
  MemoryStore store(files(3));
  EXPECT_THROW((void)convert_files(jobs(3), store, darker, 0), std::invalid_argument);
  EXPECT_THROW((void)convert_files({}, store, darker, 0), std::invalid_argument);
  const std::vector<FileJob> twice{{"in0", "out"}, {"in1", "other"}, {"in2", "out"}};
  EXPECT_THROW((void)convert_files(twice, store, darker, 2), std::invalid_argument);
  EXPECT_TRUE(store.reads().empty());
  const std::vector<FileJob> one_source{{"in0", "out"}, {"in0", "other"}};
  EXPECT_EQ(convert_files(one_source, store, darker, 2).size(), 2U);
  EXPECT_EQ(store.made().size(), 2U);
}

TEST(BadFilesTest, AreReportedAndLoseNoOther) {
  for (const std::size_t pictures : kPictures) {
    auto some = files(6);
    some["in1"] = "no picture";
    some.erase("in4");
    MemoryStore store(some);
    const auto reports = convert_files(jobs(6), store, darker, pictures);
    ASSERT_EQ(reports.size(), 6U);
    EXPECT_TRUE(has<BadImage>(reports[1]));
    EXPECT_TRUE(has<std::out_of_range>(reports[4]));
    auto expected = made_of(6);
    expected.erase("out1");
    expected.erase("out4");
    EXPECT_EQ(store.made(), expected) << pictures << " pictures";
    for (const std::size_t good : {0U, 2U, 3U, 5U}) EXPECT_EQ(reports[good].error, nullptr);
  }
}

TEST(BadFilesTest, OfWhichAllAreBadAreAllReported) {
  for (const std::size_t pictures : kPictures) {
    MemoryStore store({});
    const auto reports = convert_files(jobs(kFiles), store, darker, pictures);
    ASSERT_EQ(reports.size(), kFiles);
    EXPECT_TRUE(std::ranges::all_of(reports, [](const FileReport& report) { return has<std::out_of_range>(report); }));
    EXPECT_TRUE(store.made().empty());
  }
}

TEST(BadFilesTest, ThatCannotBeConvertedAreReported) {
  for (const std::size_t pictures : kPictures) {
    MemoryStore store(files(4));
    const auto reports = convert_files(
        jobs(4), store,
        [](const Image& picture) {
          if (picture.at(0, 0) == 10) throw std::length_error("in1");
          if (picture.at(0, 0) == 20) throw 42;  // NOLINT(hicpp-exception-baseclass): the point
          return darker(picture);
        },
        pictures);
    ASSERT_EQ(reports.size(), 4U);
    EXPECT_TRUE(has<std::length_error>(reports[1]));
    EXPECT_TRUE(has<int>(reports[2]));
    auto expected = made_of(4);
    expected.erase("out1");
    expected.erase("out2");
    EXPECT_EQ(store.made(), expected) << pictures << " pictures";
  }
}

TEST(HalfWrittenTest, FilesAreRemovedAndReported) {
  for (const std::size_t pictures : kPictures) {
    MemoryStore store(files(4));
    store.made()["out1"] = "as before";
    store.made()["out2"] = "as before, too";
    store.on_write = [](const std::string& name) {
      if (name == "out1.part") throw std::length_error("the disk is full");
    };
    store.on_rename = [](const std::string& to) {
      if (to == "out2") throw std::domain_error("it may not be replaced");
    };
    const auto reports = convert_files(jobs(4), store, darker, pictures);
    ASSERT_EQ(reports.size(), 4U);
    EXPECT_TRUE(has<std::length_error>(reports[1]));
    EXPECT_TRUE(has<std::domain_error>(reports[2]));
    auto expected = made_of(4);
    expected["out1"] = "as before";
    expected["out2"] = "as before, too";
    EXPECT_EQ(store.made(), expected) << pictures << " pictures";
  }
}

TEST(HalfWrittenTest, FilesThatCannotBeRemovedAreReportedForWhatCameFirst) {
  for (const std::size_t pictures : kPictures) {
    MemoryStore store(files(3));
    store.on_write = [](const std::string& name) {
      if (name == "out1.part") throw std::length_error("the disk is full");
    };
    store.on_remove = [](const std::string&) { throw std::domain_error("it cannot be removed"); };
    const auto reports = convert_files(jobs(3), store, darker, pictures);
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_TRUE(has<std::length_error>(reports[1]));
    EXPECT_EQ(reports[2].error, nullptr);
    EXPECT_EQ(store.made().count("out2"), 1U);
  }
}
