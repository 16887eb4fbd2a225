#include "intake/take.h"

#include <gtest/gtest.h>

namespace lockstep::intake {
namespace {

const Asked kAsked{.lab = "04-queues", .submit = {"queue.h", "pipeline.cpp"}};

/// Each file's text is its path.
Holding holding(std::set<std::string> files, std::set<std::string> links = {}) {
  return {.files = std::move(files), .links = std::move(links), .read = [](const std::string& path) { return path; }};
}

std::string refusal(const Holding& from) {
  const auto taken = take(from, kAsked);
  return taken ? "" : taken.error().message;
}

TEST(TakeTest, FindsTheFilesWhereverALearnerMayPutThem) {
  for (const std::string place : {"", "04-queues/", "labs/04-queues/", "my-fork/", "my-fork/labs/04-queues/", "a/b/",
                                  "a/b/04-queues/", "a/b/c/labs/04-queues/"}) {
    const auto taken = take(holding({place + "queue.h", place + "pipeline.cpp", place + "tests/other.cpp",
                                     ".vscode/settings.json", "__MACOSX/x/._queue.h"}),
                            kAsked);
    ASSERT_TRUE(taken) << place << ": " << taken.error().message;
    EXPECT_EQ(taken->size(), 2u);
    EXPECT_EQ(taken->at("queue.h"), place + "queue.h");
  }
}

TEST(TakeTest, DoesNotGuessBetweenSeveralFolders) {
  EXPECT_EQ(refusal(holding({"one/queue.h", "one/pipeline.cpp", "two/queue.h", "two/pipeline.cpp"})),
            "lacks queue.h, pipeline.cpp; found one/pipeline.cpp, one/queue.h, two/pipeline.cpp, two/queue.h");
}

TEST(TakeTest, SaysWhatIsMissingWhereMostIs) {
  EXPECT_EQ(refusal(holding({"labs/04-queues/queue.h", "README.md"})),
            "lacks pipeline.cpp; found README.md, labs/04-queues/queue.h");
  EXPECT_EQ(refusal(holding({})), "lacks queue.h, pipeline.cpp; there is no file");
}

TEST(TakeTest, RefusesALinkInPlaceOfAFile) {
  EXPECT_EQ(refusal(holding({"queue.h"}, {"pipeline.cpp"})), "pipeline.cpp is a link; a regular file is accepted");
}

TEST(TakeTest, RefusesAFileThatIsTooLarge) {
  Holding large = holding({"queue.h", "pipeline.cpp"});
  large.read = [](const std::string&) { return std::string((1 << 20) + 1, 'x'); };
  EXPECT_EQ(refusal(large), "queue.h is too large: 1048577 bytes, at most 1048576 are accepted");
}

TEST(TakeTest, AnArchiveWithinIsTheOnlyOneAndThereIsNoLooseFile) {
  EXPECT_EQ(archive_within(holding({"lab.zip", "notes.txt"}), kAsked), "lab.zip");
  EXPECT_EQ(archive_within(holding({"lab.zip", "other.tar.gz"}), kAsked), "");
  EXPECT_EQ(archive_within(holding({"lab.zip", "queue.h"}), kAsked), "");
  EXPECT_EQ(archive_within(holding({"notes.txt"}), kAsked), "");
}

}  // namespace
}  // namespace lockstep::intake
