// Two files of a pixel each, and every interleaving of what reads, converts and writes them.

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "lockstep/explore.h"
#include "meeting.h"
#include "memory_store.h"

namespace {

constexpr std::size_t kTwo = 2;

void expect_made_of_two(const std::vector<FileReport>& reports, MemoryStore& store) {
  ASSERT_EQ(reports.size(), 2U);
  EXPECT_EQ(reports[0].job.from, "in0");
  EXPECT_EQ(reports[1].job.from, "in1");
  EXPECT_EQ(store.made(), made_of(2));
}

}  // namespace

TEST(ExploredConvertTest, ReadsOneAtATimeAndWritesOneAtATime) {
  lockstep::explore([] {
    MemoryStore store(files(2));  // without synchronisation
    expect_made_of_two(convert_files(jobs(2), store, darker, kTwo), store);
  });
}

TEST(ExploredConvertTest, ConvertsTwoAtTheSameTime) {
  lockstep::explore([] {
    Meeting both(2);
    MemoryStore store(files(2));
    const auto convert = [&](const Image& picture) {
      both.come();
      return darker(picture);
    };
    expect_made_of_two(convert_files(jobs(2), store, convert, kTwo), store);
    EXPECT_TRUE(both.took_place()) << "while one picture was converted, the other one was not, although there was room";
  });
}

TEST(ExploredConvertTest, ReadsOneWhileItWritesAnother) {
  lockstep::explore([] {
    Meeting both(2);
    MemoryStore store(files(2));
    store.on_write = [&](const std::string& name) {
      if (name == "out0.part") both.come();
    };
    store.on_read = [&](const std::string& name) {
      if (name == "in1") both.come();
    };
    expect_made_of_two(convert_files(jobs(2), store, darker, kTwo), store);
    EXPECT_TRUE(both.took_place()) << "while one file was written, the next one was not read, although there was room";
  });
}

TEST(ExploredConvertTest, NeverHasMorePicturesThanItMay) {
  lockstep::explore([] {
    std::atomic<int> held = 0;
    MemoryStore store(files(2));
    store.on_read = [&](const std::string&) { EXPECT_EQ(held.fetch_add(1), 0) << "there is room for one picture"; };
    store.on_rename = [&](const std::string&) { held.fetch_sub(1); };
    expect_made_of_two(convert_files(jobs(2), store, darker, 1), store);
  });
}

TEST(ExploredConvertTest, ReportsTwoThatFail) {
  lockstep::explore([] {
    MemoryStore store(files(2));
    const auto convert = [](const Image& picture) -> Image {
      if (picture.at(0, 0) == 0) throw std::out_of_range("in0");
      throw std::length_error("in1");
    };
    const auto reports = convert_files(jobs(2), store, convert, kTwo);
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_TRUE(has<std::out_of_range>(reports[0]));
    EXPECT_TRUE(has<std::length_error>(reports[1]));
    EXPECT_TRUE(store.made().empty());
  });
}

TEST(ExploredConvertTest, LeavesNothingHalfWritten) {
  lockstep::explore([] {
    MemoryStore store(files(2));
    store.on_write = [](const std::string& name) {
      if (name == "out0.part") throw std::length_error("the disk is full");
    };
    const auto reports = convert_files(jobs(2), store, darker, kTwo);
    ASSERT_EQ(reports.size(), 2U);
    EXPECT_TRUE(has<std::length_error>(reports[0]));
    EXPECT_EQ(reports[1].error, nullptr);
    EXPECT_EQ(store.made().count("out0.part"), 0U);
    EXPECT_EQ(store.made().size(), 1U);
  });
}
