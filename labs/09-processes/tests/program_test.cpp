#include "program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include "descriptor.h"
#include "plumbing.h"

namespace {

int error_of_running(const std::vector<std::string>& words) {
  try {
    static_cast<void>(run_program(words));
  } catch (const std::system_error& error) {
    return error.code().value();
  }
  return 0;
}

}  // namespace

TEST(ProgramTest, GivesWhatTheProgramWrites) {
  const Ran ran = run_program({"printf", "%s-%s", "one", "two words"});
  EXPECT_EQ(ran.output, "one-two words");
  EXPECT_EQ(describe(ran.end), describe(Exited{0}));
}

TEST(ProgramTest, TellsHowTheProgramHasEnded) {
  EXPECT_EQ(describe(run_program({"sh", "-c", "exit 7"}).end), describe(Exited{7}));
  EXPECT_EQ(describe(run_program({"true"}).end), describe(Exited{0}));
}

TEST(ProgramTest, FeedsTheProgram) {
  EXPECT_EQ(run_program({"cat"}, "some input").output, "some input");
  EXPECT_EQ(run_program({"cat"}).output, "") << "no input ends at once";
  EXPECT_EQ(run_program({"tr", "a-z", "A-Z"}, "louder").output, "LOUDER");
}

TEST(ProgramTest, FeedsAndReadsMoreThanAPipeHolds) { EXPECT_TRUE(run_program({"cat"}, large()).output == large()); }

TEST(ProgramTest, AProgramNeedNotReadItsInput) {
  const Ran ran = run_program({"sh", "-c", "printf done; exit 3"}, large());
  EXPECT_EQ(ran.output, "done");
  EXPECT_EQ(describe(ran.end), describe(Exited{3}));
}

TEST(ProgramTest, TellsWhyAProgramCannotBeStarted) {
  Channel after;
  EXPECT_EQ(error_of_running({"no-such-program-anywhere"}), ENOENT);
  EXPECT_EQ(error_of_running({"/dev/null"}), EACCES);
  EXPECT_EQ(children(), "none");
  after.write("x");
  after.close_write_end();
  EXPECT_EQ(after.read_all(), "x") << "what follows ran in two processes";
}

TEST(ProgramTest, AProgramHasNoDescriptorOfAPipe) {
  std::string others;  // that were not open before
  const auto before = open_descriptors();
  for (int number = 3; number < 20; ++number) {
    if (!std::ranges::binary_search(before, number)) others += std::to_string(number) + " ";
  }
  const Pipe pipe = make_pipe();
  const Ran ran = run_program({"sh", "-c", "for n in " + others + "; do test -p /dev/fd/$n && echo $n; done; true"});
  EXPECT_EQ(ran.output, "") << "these are pipes, and the program has them";
}

TEST(ProgramTest, LeavesNothingBehind) {
  const auto before = open_descriptors();
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(run_program({"cat"}, "some input"));
    static_cast<void>(error_of_running({"no-such-program-anywhere"}));
  }
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_EQ(children(), "none");
}
