#include "build/outdated.h"

#include <gtest/gtest.h>

namespace lockstep::build {
namespace {

constexpr const char* kDeps =
    "submission.dir/queue.cpp.o: #deps 2, deps mtime 1 (VALID)\n"
    "    /slot0/src/queue.cpp\n"
    "    /slot0/src/queue.h\n"
    "\n"
    "tests.dir/queue_test.cpp.o: #deps 2, deps mtime 1 (STALE)\n"
    "    /slot0/src/tests/queue_test.cpp\n"
    "    /slot0/src/queue.h\n"
    "\n"
    "given.dir/my_queue.cpp.o: #deps 1, deps mtime 1 (VALID)\n"
    "    /slot0/src/my_queue.cpp\n"
    "\n";

using Names = std::set<std::string>;

TEST(RecordedObjectsTest, AreOutdatedWhenTheyReadAChangedFile) {
  const std::vector<std::string> cpp{"queue.cpp"};
  const std::vector<std::string> header{"queue.h"};
  EXPECT_EQ(recorded_objects(kDeps, cpp).outdated, Names{"submission.dir/queue.cpp.o"});
  EXPECT_EQ(recorded_objects(kDeps, header).outdated,
            (Names{"submission.dir/queue.cpp.o", "tests.dir/queue_test.cpp.o"}));
}

TEST(RecordedObjectsTest, AreAllListed) {
  EXPECT_EQ(recorded_objects(kDeps, {}).all,
            (Names{"submission.dir/queue.cpp.o", "tests.dir/queue_test.cpp.o", "given.dir/my_queue.cpp.o"}));
  EXPECT_TRUE(recorded_objects("", {}).all.empty());
}

}  // namespace
}  // namespace lockstep::build
